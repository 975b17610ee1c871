namespace Tributary.Names;

/// <summary>The different words of an index, each with the names it stands in.</summary>
internal sealed class WordList
{
    private readonly byte[] _sounds;
    private readonly int[] _starts;
    private readonly bool[] _unvoiced;
    private readonly uint[] _masks;
    private readonly int[] _nameStarts;
    private readonly int[] _names;
    private readonly WordKeys _single;
    private readonly WordKeys _joined;
    private readonly Dictionary<ushort, int[]> _same;
    private readonly Dictionary<string, int[]> _acronyms;
    private readonly Dictionary<string, int> _letters;

    internal WordList(byte[] sounds, int[] starts, bool[] unvoiced, int[] nameStarts, int[] names, WordKeys single, WordKeys joined, Dictionary<ushort, int[]> same, Dictionary<string, int[]> acronyms, Dictionary<string, int> letters) =>
        (_sounds, _starts, _unvoiced, _nameStarts, _names, _single, _joined, _same, _acronyms, _letters, _masks) = (sounds, starts, unvoiced, nameStarts, names, single, joined, same, acronyms, letters, MasksOf(sounds, starts));

    /// <summary>How many words there are.</summary>
    public int Count => _unvoiced.Length;

    /// <summary>Adds the names in which a word stands that can tell them: that is much alike.</summary>
    /// <param name="sounds">The word looked for.</param>
    /// <param name="isUnvoiced">Whether it is written without vowels.</param>
    /// <param name="isJoined">Whether it is several words of the query: then only single words are looked at.</param>
    /// <param name="same">The number that words of one meaning share; 0 for none.</param>
    /// <param name="search">Takes the names.</param>
    public void Find(ReadOnlySpan<byte> sounds, bool isUnvoiced, bool isJoined, ushort same, NameSearch search)
    {
        if (same != 0 && _same.TryGetValue(same, out var names))
        {
            foreach (var name in names) search.AddCandidate(name);
        }
        var (mark, mask) = (search.NextMark(), Sounds.MaskOf(sounds));
        Span<ulong> keys = stackalloc ulong[Skeleton.KeysMax];
        if (!isUnvoiced)
        {
            foreach (var key in keys[..Skeleton.Keys(sounds, asUnvoiced: false, keys)])
            {
                Check(_single.Voiced.Of(key), sounds, false, mask, mark, search);
                if (!isJoined) Check(_joined.Voiced.Of(key), sounds, false, mask, mark, search);
            }
        }
        foreach (var key in keys[..Skeleton.Keys(sounds, asUnvoiced: true, keys)])
        {
            Check(_single.Unvoiced.Of(key), sounds, isUnvoiced, mask, mark, search);
            if (!isJoined) Check(_joined.Unvoiced.Of(key), sounds, isUnvoiced, mask, mark, search);
            if (!isUnvoiced) continue;
            Check(_single.AsUnvoiced.Of(key), sounds, true, mask, mark, search);
            if (!isJoined) Check(_joined.AsUnvoiced.Of(key), sounds, true, mask, mark, search);
        }
    }

    /// <summary>Whether so many letters may be an acronym: two stand for too much.</summary>
    public static bool IsAcronym(int letters) => letters is >= 3 and <= 6;

    /// <summary>Adds the names that a word may be the acronym of.</summary>
    public void FindNamesOf(ReadOnlySpan<byte> acronym, NameSearch search)
    {
        if (!IsAcronym(acronym.Length) || !_acronyms.TryGetValue(KeyOf(acronym), out var names)) return;
        foreach (var name in names) search.AddCandidate(name);
    }

    /// <summary>Adds the names with a word that the first sounds of a name's words make.</summary>
    public void FindAcronym(ReadOnlySpan<byte> initials, NameSearch search)
    {
        if (IsAcronym(initials.Length) && _letters.TryGetValue(KeyOf(initials), out var word)) AddNames(word, search);
    }

    /// <summary>Sounds as a key.</summary>
    public static string KeyOf(ReadOnlySpan<byte> sounds) => string.Create(sounds.Length, sounds, (letters, from) =>
    {
        for (var at = 0; at < from.Length; at++) letters[at] = (char)from[at];
    });

    private static uint[] MasksOf(byte[] sounds, int[] starts)
    {
        var masks = new uint[starts.Length - 1];
        for (var word = 0; word < masks.Length; word++) masks[word] = Sounds.MaskOf(sounds.AsSpan(starts[word]..starts[word + 1]));
        return masks;
    }

    private void AddNames(int word, NameSearch search)
    {
        foreach (var name in _names.AsSpan(_nameStarts[word], _nameStarts[word + 1] - _nameStarts[word])) search.AddCandidate(name);
    }

    private void Check(ReadOnlySpan<int> words, ReadOnlySpan<byte> sounds, bool isUnvoiced, uint mask, int mark, NameSearch search)
    {
        foreach (var word in words)
        {
            if (!search.IsNewWord(word, mark)) continue;
            var other = _sounds.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);
            var otherUnvoiced = _unvoiced[word];
            if (!WordLikeness.IsTelling(sounds, isUnvoiced, mask, other, otherUnvoiced, _masks[word])) continue;
            AddNames(word, search);
        }
    }
}
