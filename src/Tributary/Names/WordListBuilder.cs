using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>Gathers the words of an index.</summary>
internal sealed class WordListBuilder
{
    private const char FirstKind = '\u0100';
    private const byte Unvoiced = 1;
    private const byte Joined = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<byte> _sounds = [];
    private readonly List<int> _starts = [0];
    private readonly List<byte> _kinds = [];
    private readonly List<(int Word, int Name)> _names = [];
    private readonly Dictionary<ushort, List<int>> _same = [];
    private readonly Dictionary<string, List<int>> _acronyms = new(StringComparer.Ordinal);

    /// <summary>Adds a word of a name.</summary>
    /// <param name="sounds">The word.</param>
    /// <param name="isUnvoiced">Whether it is written without vowels.</param>
    /// <param name="isJoined">Whether it is several words of the name, which others write as one.</param>
    /// <param name="same">The number that words of one meaning share.</param>
    /// <param name="name">The name.</param>
    public void Add(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined, ushort same, int name)
    {
        _names.Add((NumberOf(sounds, isUnvoiced, isJoined), name));
        if (same == 0) return;
        if (!_same.TryGetValue(same, out var names)) _same.Add(same, names = []);
        names.Add(name);
    }

    /// <summary>Adds the first sounds of a name's words, where they may be an acronym.</summary>
    public void AddAcronym(ReadOnlySpan<byte> initials, int name)
    {
        if (!WordList.IsAcronym(initials.Length)) return;
        var key = WordList.KeyOf(initials);
        if (!_acronyms.TryGetValue(key, out var names)) _acronyms.Add(key, names = []);
        names.Add(name);
    }

    /// <summary>Orders what was gathered.</summary>
    public WordList Build() => new(
        [.. _sounds], [.. _starts], [.. _kinds.Select(kind => (kind & Unvoiced) != 0)], NamesOfWords(), KeysOf(0), KeysOf(Joined),
        _same.ToDictionary(same => same.Key, same => same.Value.ToArray()), _acronyms.ToDictionary(acronym => acronym.Key, acronym => acronym.Value.ToArray(), StringComparer.Ordinal), WordsOfLetters());

    private WordKeys KeysOf(int joined) => new(KeysOf(joined, Skeleton.Voiced), KeysOf(joined, Skeleton.Unvoiced), KeysOf(joined | Unvoiced, Skeleton.Unvoiced));

    private KeyList KeysOf(int kind, Skeleton skeleton)
    {
        var words = Enumerable.Range(0, _kinds.Count).Where(word => _kinds[word] == kind).ToArray();
        return new KeyList(Array.ConvertAll(words, word => skeleton.KeyOf(CollectionsMarshal.AsSpan(_sounds)[_starts[word].._starts[word + 1]])), words);
    }

    // Words so short that they may be the initials of another name.
    private Dictionary<string, int> WordsOfLetters() => _numbers.Where(word => WordList.IsAcronym(word.Key.Length - 1) && word.Key[^1] == FirstKind).ToDictionary(word => word.Key[..^1], word => word.Value, StringComparer.Ordinal);

    private static byte KindOf(bool isUnvoiced, bool isJoined) => (byte)((isUnvoiced ? Unvoiced : 0) | (isJoined ? Joined : 0));

    private int NumberOf(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined)
    {
        Span<char> key = stackalloc char[SoundReader.SoundsMax + 1];
        for (var at = 0; at < sounds.Length; at++) key[at] = (char)sounds[at];
        key[sounds.Length] = (char)(FirstKind + KindOf(isUnvoiced, isJoined));
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key[..(sounds.Length + 1)], out var number)) return number;
        number = _kinds.Count;
        lookup[key[..(sounds.Length + 1)]] = number;
        _sounds.AddRange(sounds);
        _starts.Add(_sounds.Count);
        _kinds.Add(KindOf(isUnvoiced, isJoined));
        return number;
    }

    private (int[] Starts, int[] Names) NamesOfWords()
    {
        var starts = new int[_kinds.Count + 1];
        foreach (var (word, _) in _names) starts[word + 1]++;
        for (var word = 0; word < _kinds.Count; word++) starts[word + 1] += starts[word];
        var (names, filled) = (new int[_names.Count], new int[_kinds.Count]);
        foreach (var (word, name) in _names) names[starts[word] + filled[word]++] = name;
        return (starts, names);
    }
}
