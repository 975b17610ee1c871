namespace Tributary.Questions;

/// <summary>Finds activities by the identifiers that people type.</summary>
/// <remarks>Identifiers are compared here: no text that a person typed enters SQL.</remarks>
internal static class ActivityIds
{
    private const int SimilarMax = 5;
    private const int CommonMin = 3;

    /// <summary>The identifier as it is stated.</summary>
    /// <param name="ids">Those that are known.</param>
    /// <param name="typed">What was typed, whatever its case.</param>
    /// <exception cref="UnknownValueException">None is it, or several are in other cases.</exception>
    public static string Find(IReadOnlyCollection<string> ids, string typed)
    {
        var wanted = typed.Trim();
        var alike = ids.Where(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (alike.Find(id => id == wanted) is { } exact) return exact;
        return alike is [var only] ? only : throw new UnknownValueException("activity", typed, "`tributary activities` lists them", [.. Similar(ids, wanted).Select(id => $"'{id}'")]);
    }

    // Those that begin like it, the longest common beginning first; then those that it is a part of.
    private static IEnumerable<string> Similar(IReadOnlyCollection<string> ids, string wanted)
    {
        var begins = Math.Max(CommonMin, wanted.Length / 2);
        return ids.Select(id => (Id: id, Common: Common(id, wanted)))
            .Where(id => id.Common >= begins || (wanted.Length >= CommonMin && id.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(id => id.Common).ThenBy(id => id.Id.Length).ThenBy(id => id.Id, StringComparer.Ordinal).Take(SimilarMax).Select(id => id.Id);
    }

    private static int Common(string id, string wanted)
    {
        var length = 0;
        while (length < id.Length && length < wanted.Length && char.ToUpperInvariant(id[length]) == char.ToUpperInvariant(wanted[length])) length++;
        return length;
    }
}
