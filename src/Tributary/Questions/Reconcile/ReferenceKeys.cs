namespace Tributary.Questions;

/// <summary>References, as one source writes those of another: with a prefix or a suffix of its own, several in one field.</summary>
/// <remarks>FTS: <c>20-RR-CEF-030/SM200158</c>, <c>[OCT 6293];[11630]</c>, <c>ECHO/-AS/BUD/2020/91003</c>. IATI: <c>XI-IATI-EC_ECHO-ECHO/-AS/BUD/2020/91003</c>.</remarks>
internal static class ReferenceKeys
{
    /// <summary>Shorter ones are years and counters, which say nothing.</summary>
    private const int LengthMin = 6;

    // More than any field that is one reference has.
    private const int KeysMax = 32;
    private const int PartsMax = 12;

    private static readonly char[] Separators = ['\t', '\n', '\r', ';', ',', ' ', '[', ']', '(', ')'];

    /// <summary>The references that a field of FTS holds.</summary>
    public static IReadOnlyList<string> Stated(string? field) => field is null ? [] : [.. field
        .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(IsTelling).Select(part => part.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Take(KeysMax)];

    /// <summary>All that a reference of FTS may be of an identifier of IATI: the whole, and what is left between its dashes and colons.</summary>
    public static IEnumerable<string> Within(string? identifier)
    {
        if (identifier is null) yield break;
        var whole = identifier.Trim().ToUpperInvariant();
        var cuts = Cuts(whole);
        foreach (var start in cuts.Select(cut => cut + 1).Prepend(0))
        {
            foreach (var end in cuts.Append(whole.Length))
            {
                if (end - start >= LengthMin && whole[start..end] is var part && IsTelling(part)) yield return part;
            }
        }
    }

    /// <summary>Whether a reference is digits alone, which other publishers may give to something else.</summary>
    public static bool IsNumber(string reference) => reference.All(char.IsAsciiDigit);

    private static List<int> Cuts(string text)
    {
        var cuts = new List<int>();
        for (var at = 0; at < text.Length && cuts.Count < PartsMax; at++)
        {
            if (text[at] is '-' or ':') cuts.Add(at);
        }
        return cuts;
    }

    private static bool IsTelling(string part) => part.Length >= LengthMin && part.Any(char.IsAsciiDigit);
}
