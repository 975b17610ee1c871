using System.Collections.Frozen;

namespace Tributary.Names;

/// <summary>The words of <c>words.csv</c>: what they are, and which mean the same.</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, Known> _phrases;
    private readonly FrozenDictionary<string, int> _longest;

    private WordTable()
    {
        var phrases = new Dictionary<string, Known>(StringComparer.Ordinal);
        var same = (ushort)0;
        foreach (var row in NameTables.Read("words.csv"))
        {
            same++;
            foreach (var written in row[2].Split('|')) phrases.TryAdd(KeyOf(written), new Known(Enum.Parse<Meaning>(row[0], ignoreCase: true), same, row[1]));
        }
        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = phrases.Keys.Select(phrase => phrase.Split(' ')).GroupBy(words => words[0], StringComparer.Ordinal).ToFrozenDictionary(words => words.Key, words => words.Max(phrase => phrase.Length), StringComparer.Ordinal);
    }

    public static WordTable Instance { get; } = new();

    /// <summary>The number of the words for son of.</summary>
    public static ushort SonOf { get; } = Instance.Find("ibn")!.Same;

    /// <summary>How many words the longest phrase has that begins with a word; 0 where none does.</summary>
    public int LongestFrom(string word) => _longest.GetValueOrDefault(word);

    /// <summary>What a word or phrase is.</summary>
    /// <param name="phrase">Words in Latin letters, a space between.</param>
    public Known? Find(string phrase) => _phrases.TryGetValue(phrase, out var known) ? known : null;

    private static string KeyOf(string written) => string.Join(' ', RawWord.Split(written).Select(word => word.Latin));

    /// <summary>The kinds of rows.</summary>
    internal enum Meaning { Form, Common, Honorific, Title, Particle, Number, Same, Nickname }

    /// <summary>What a written form is.</summary>
    internal sealed record Known(Meaning Meaning, ushort Same, string Word);
}
