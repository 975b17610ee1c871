using System.Text;
using System.Text.RegularExpressions;

namespace Tributary.Names;

/// <summary>A word of a text, in Latin letters.</summary>
/// <param name="Latin">Small Latin letters, digits, and letters of scripts without a table.</param>
/// <param name="IsUnvoiced">Whether it was written without vowels.</param>
/// <param name="EndsInPoint">Whether a point follows it.</param>
internal sealed partial record RawWord(string Latin, bool IsUnvoiced, bool EndsInPoint = false)
{
    /// <summary>The whole word as it was written, in Latin letters; null where this is a later part of it.</summary>
    public string? Written { get; init; } = Latin;

    /// <summary>The most words of a name that are read.</summary>
    public const int WordsMax = 40;

    private const int TextMax = 1000;

    /// <summary>Splits a text. Marks of omission and hyphens inside words are not part of them; A.B.C. is one word.</summary>
    public static List<RawWord> Split(string text)
    {
        var words = new List<RawWord>();
        var normal = (text.Length > TextMax ? text[..TextMax] : text).ToLowerInvariant();
        var start = -1;
        for (var at = 0; at <= normal.Length && words.Count < WordsMax; at++)
        {
            var letter = at < normal.Length ? normal[at] : ' ';
            if (Letters.IsWord(letter) || IsApostrophe(letter)) start = start < 0 ? at : start;
            else
            {
                if (start >= 0) Add(words, normal[start..at], letter == '.');
                start = -1;
                if (letter is '&' or '+') words.Add(new RawWord("and", false));
            }
        }
        return JoinPointed(words);
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or 'ʿ' or 'ʾ' or '`' or '´' or '′';

    private static void Add(List<RawWord> words, string written, bool point)
    {
        foreach (var part in ArabicWords.Parts(written))
        {
            var latin = new StringBuilder();
            var isUnvoiced = false;
            foreach (var letter in part.Where(letter => !IsApostrophe(letter))) Letters.Write(letter, latin, ref isUnvoiced);
            string? whole = latin.ToString();
            foreach (var name in Parts(whole, isUnvoiced))
            {
                words.Add(new RawWord(name, isUnvoiced, point) { Written = whole });
                whole = null;
            }
        }
    }

    // Abdullah, Abdulrahman, Rahmatullah and Nooruddin are two words each, which others write apart.
    private static IEnumerable<string> Parts(string latin, bool isUnvoiced)
    {
        if (latin.Length == 0) return [];
        if (latin is "abdul" or "abdel" or "abdal" or "abdol" or "abdur" or "abdus") return ["abd"];
        if (latin is "allah" or "ullah" or "ollah") return ["lah"];
        if (isUnvoiced || latin.Length < 5) return [latin];
        if (latin[^1] is 'a' or 'h' && GodAtTheEnd().Match(latin) is { Success: true } god) return [.. Parts(god.Groups["name"].Value, false), "lah"];
        if (latin[^1] is 'n' or 'e' && FaithAtTheEnd().Match(latin) is { Success: true } faith) return [faith.Groups["name"].Value, "din"];
        return latin.StartsWith("abd", StringComparison.Ordinal) && ServantAtTheStart().Match(latin) is { Success: true } servant ? ["abd", servant.Groups["name"].Value] : [latin];
    }

    // A.B.C. Company, J.P. Morgan, S.A. de C.V.
    private static List<RawWord> JoinPointed(List<RawWord> words)
    {
        var joined = new List<RawWord>();
        for (var at = 0; at < words.Count;)
        {
            var end = at;
            while (end < words.Count && words[end] is { Latin.Length: 1, EndsInPoint: true }) end++;
            // The last letter may stand without its point: U.S
            if (end > at && end < words.Count && words[end].Latin.Length == 1) end++;
            if (end - at < 2) joined.Add(words[at++]);
            else
            {
                joined.Add(new RawWord(string.Concat(words[at..end].Select(word => word.Latin)), words[at].IsUnvoiced));
                at = end;
            }
        }
        return joined;
    }

    [GeneratedRegex("^(?<name>.{3,}?)(ull?ah|all?ah|oll?ah|ell?ah|ulla|olla)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GodAtTheEnd();

    [GeneratedRegex("^(?<name>.{3,}?)(udd?i+n|edd?ine?|add?in|oddin|udeen|uddeen)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FaithAtTheEnd();

    [GeneratedRegex("^abd[aeiou]l?(?<name>.{3,})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServantAtTheStart();
}
