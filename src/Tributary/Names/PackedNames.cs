namespace Tributary.Names;

/// <summary>Many prepared names, close together in memory.</summary>
internal sealed class PackedNames
{
    private readonly string[] _texts;
    private readonly NameTraits[] _traits;
    private readonly int[] _starts;
    private readonly NameWord[] _words;
    private readonly byte[] _sounds;
    private readonly int[] _letterStarts;
    private readonly byte[] _letters;

    /// <summary>Packs names.</summary>
    public PackedNames(IEnumerable<PreparedName> names)
    {
        var (texts, traits, starts, words, sounds) = (new List<string>(), new List<NameTraits>(), new List<int> { 0 }, new List<NameWord>(), new List<byte>());
        var (letterStarts, letters) = (new List<int> { 0 }, new List<byte>());
        foreach (var name in names)
        {
            texts.Add(name.Text);
            traits.Add(name.View.Traits);
            foreach (var word in name.View.Words) words.Add(word with { Start = word.Start + sounds.Count });
            sounds.AddRange(name.Sounds);
            starts.Add(words.Count);
            letters.AddRange(name.View.Letters);
            letterStarts.Add(letters.Count);
        }
        (_texts, _traits, _starts, _words, _sounds) = ([.. texts], [.. traits], [.. starts], [.. words], [.. sounds]);
        (_letterStarts, _letters) = ([.. letterStarts], [.. letters]);
    }

    /// <summary>How many there are.</summary>
    public int Count => _texts.Length;

    /// <summary>A name where it lies.</summary>
    public NameView this[int name] => new(WordsOf(name), _sounds, LettersOf(name), _traits[name]);

    /// <summary>A name by itself.</summary>
    public PreparedName Unpack(int name)
    {
        var words = WordsOf(name);
        if (words.IsEmpty) return new PreparedName(_texts[name], _traits[name], [], [], []);
        var (first, end) = (words[0].Start, words[^1].Start + words[^1].Length);
        var own = words.ToArray();
        for (var at = 0; at < own.Length; at++) own[at] = own[at] with { Start = own[at].Start - first };
        return new PreparedName(_texts[name], _traits[name], own, _sounds[first..end], LettersOf(name).ToArray());
    }

    private ReadOnlySpan<byte> LettersOf(int name) => _letters.AsSpan(_letterStarts[name], _letterStarts[name + 1] - _letterStarts[name]);

    private ReadOnlySpan<NameWord> WordsOf(int name) => _words.AsSpan(_starts[name], _starts[name + 1] - _starts[name]);
}
