using System.Collections.Frozen;
using System.Text;

namespace Tributary.Screening;

/// <summary>What marks a file as one of people in need, who are never screened: the words of <c>beneficiary-marks.csv</c>.</summary>
/// <remarks>
/// A heading or a value is a mark when it is made of words for people in need (<c>people</c>) and words that may stand beside them
/// (<c>beside</c>): <c>Beneficiary ID</c> and <c>liste des réfugiés</c> are, <c>Refugee Council</c> and <c>number of beneficiaries</c> are not.
/// </remarks>
internal static class BeneficiaryMarks
{
    private const int PhraseMax = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Table = Load();

    /// <summary>Whether a column says what the bearers of the names are.</summary>
    public static bool IsRoleColumn(string heading) => Has("column", FoldedWords.Of(heading));

    /// <summary>Whether a heading marks the file.</summary>
    public static bool IsHeading(string heading) => IsMadeOfMarks(FoldedWords.Of(heading));

    /// <summary>Whether what a column says of a party marks the file; it may say several things.</summary>
    public static bool IsRole(string value) => value.Split([';', ',', '/', '|']).Any(part => IsMadeOfMarks(FoldedWords.Of(part)));

    /// <summary>Whether a hashtag of HXL marks the file, whatever its attributes.</summary>
    public static bool IsHashtag(string tag) => Table["hashtag"].Contains(tag.Split('+')[0].Trim().ToLowerInvariant());

    /// <summary>Whether the name of a file marks it: by one word that says it, with no word for those who are paid beside it, or by all of its words.</summary>
    public static bool IsFileName(string name)
    {
        var words = FoldedWords.Of(Path.GetFileNameWithoutExtension(name));
        return (words.Any(word => Has("file", [word])) && !words.Any(word => Has("payee", [word]))) || IsMadeOfMarks([.. words.Where(word => !word.All(char.IsDigit))]);
    }

    private static bool IsMadeOfMarks(string[] words)
    {
        var marks = 0;
        for (var at = 0; at < words.Length;)
        {
            var length = Longest("people", words, at);
            if (length > 0) marks++;
            else if ((length = Longest("beside", words, at)) == 0) return false;
            at += length;
        }
        return marks > 0;
    }

    /// <summary>How many words from one on are a phrase of the table.</summary>
    private static int Longest(string kind, string[] words, int at)
    {
        for (var length = Math.Min(PhraseMax, words.Length - at); length > 0; length--)
        {
            if (Has(kind, words[at..(at + length)])) return length;
        }
        return 0;
    }

    private static bool Has(string kind, string[] words) => Table[kind].Contains(string.Join(' ', words));

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(BeneficiaryMarks).Assembly.GetManifestResourceStream("Screening/beneficiary-marks.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        var rows = new List<(string Kind, string Word)>();
        while (reader.ReadLine() is { } line)
        {
            var (kind, words) = (line[..line.IndexOf(',', StringComparison.Ordinal)], line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]);
            rows.AddRange(words.Split('|').Select(word => (kind, kind == "hashtag" ? word : string.Join(' ', FoldedWords.Of(word)))));
        }
        return rows.GroupBy(row => row.Kind, StringComparer.Ordinal).ToFrozenDictionary(kind => kind.Key, kind => kind.Select(row => row.Word).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
