namespace Tributary.Questions;

/// <summary>Names that somebody may have meant who typed a part of one.</summary>
internal static class SimilarNames
{
    private const int NamesMax = 4;

    /// <summary>The shortest names that contain a text, in quotes; none where none does.</summary>
    public static List<string> Of(IEnumerable<string?> names, string text) =>
    [
        .. names.OfType<string>().Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Take(NamesMax).Select(name => $"'{name}'"),
    ];
}
