namespace Tributary.Questions;

/// <summary>Finds activities by the identifiers that people type.</summary>
internal static class ActivityIds
{
    private const int SimilarMax = 3;
    private const int PrefixMin = 6;

    /// <summary>The identifier as it is stated.</summary>
    /// <exception cref="UnknownValueException">No activity of the ledger has it, and none names it.</exception>
    public static string Find(MovementGraph graph, string typed)
    {
        var wanted = typed.Trim();
        if (graph.Activities.ContainsKey(wanted) || graph.Into(wanted).Any() || graph.OutOf(wanted).Any()) return wanted;
        var alike = graph.Activities.Keys.Where(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike is [var one] ? one : throw new UnknownValueException("activity", typed, "`tributary activities` lists activities with their identifiers", alike.Count > 0 ? alike : Similar(graph, wanted));
    }

    // Identifiers begin with their publisher's: those that share most of the beginning are near.
    private static List<string> Similar(MovementGraph graph, string wanted) => [.. graph.Activities.Keys
        .Select(id => (Id: id, Shared: Shared(id, wanted)))
        .Where(near => near.Shared >= PrefixMin && near.Shared >= wanted.Length / 2)
        .OrderByDescending(near => near.Shared).ThenBy(near => near.Id, StringComparer.Ordinal)
        .Take(SimilarMax).Select(near => near.Id)];

    private static int Shared(string one, string other)
    {
        var shared = 0;
        while (shared < one.Length && shared < other.Length && char.ToUpperInvariant(one[shared]) == char.ToUpperInvariant(other[shared])) shared++;
        return shared;
    }
}
