namespace Tributary.Names;

/// <summary>The different words of an index, each with the names it stands in.</summary>
internal sealed class WordList
{
    private readonly byte[] _sounds;
    private readonly int[] _starts;
    private readonly uint[] _masks;
    private readonly bool[] _unvoiced;
    private readonly int[] _nameStarts;
    private readonly int[] _names;
    private readonly WordKeys _single;
    private readonly WordKeys _joined;
    private readonly Dictionary<ushort, int[]> _same;
    private readonly Dictionary<string, int[]> _acronyms;
    private readonly Dictionary<string, int> _letters;

    internal WordList(byte[] sounds, int[] starts, bool[] unvoiced, (int[] Starts, int[] Names) names, WordKeys single, WordKeys joined, Dictionary<ushort, int[]> same, Dictionary<string, int[]> acronyms, Dictionary<string, int> letters)
    {
        (_sounds, _starts, _unvoiced, _nameStarts, _names, _single, _joined, _same, _acronyms, _letters) = (sounds, starts, unvoiced, names.Starts, names.Names, single, joined, same, acronyms, letters);
        _masks = new uint[_unvoiced.Length];
        for (var word = 0; word < _masks.Length; word++) _masks[word] = Sounds.MaskOf(SoundsOf(word));
    }

    /// <summary>Adds the names with a word of the same meaning.</summary>
    /// <param name="same">The number that such words share; 0 for none.</param>
    /// <param name="search">Takes the names.</param>
    public void FindSame(ushort same, NameSearch search)
    {
        if (same != 0 && _same.TryGetValue(same, out var names)) search.AddCandidates(names, isWhole: false);
    }

    /// <summary>Adds the names with a word that is much alike.</summary>
    /// <param name="sounds">The word looked for.</param>
    /// <param name="isUnvoiced">Whether it is written without vowels.</param>
    /// <param name="least">How much alike, at least <see cref="WordLikeness.Telling"/>.</param>
    /// <param name="search">Takes the names.</param>
    public void FindSingle(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, float least, NameSearch search) => Find(_single, new(sounds, isUnvoiced, least, isWhole: false), search);

    /// <summary>Adds the names in which several words, joined, are much alike.</summary>
    public void FindJoined(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, float least, NameSearch search) => Find(_joined, new(sounds, isUnvoiced, least, isWhole: true), search);

    /// <summary>Adds the names with a word to which several, joined, are much alike.</summary>
    public void FindWhole(scoped ReadOnlySpan<byte> sounds, bool isUnvoiced, float least, NameSearch search) => Find(_single, new(sounds, isUnvoiced, least, isWhole: true), search);

    /// <summary>Whether so many letters may be an acronym: two stand for too much.</summary>
    public static bool IsAcronym(int letters) => letters is >= 3 and <= 6;

    /// <summary>Adds the names that a word may be the acronym of.</summary>
    public void FindNamesOf(ReadOnlySpan<byte> acronym, NameSearch search)
    {
        if (IsAcronym(acronym.Length) && _acronyms.TryGetValue(KeyOf(acronym), out var names)) search.AddCandidates(names, isWhole: true);
    }

    /// <summary>Adds the names with a word that the first sounds of a name's words make.</summary>
    public void FindAcronym(ReadOnlySpan<byte> initials, NameSearch search)
    {
        if (IsAcronym(initials.Length) && _letters.TryGetValue(KeyOf(initials), out var word)) search.AddCandidates(NamesOf(word), isWhole: true);
    }

    /// <summary>Sounds as a key.</summary>
    public static string KeyOf(ReadOnlySpan<byte> sounds) => string.Create(sounds.Length, sounds, (letters, from) =>
    {
        for (var at = 0; at < from.Length; at++) letters[at] = (char)from[at];
    });

    private ReadOnlySpan<byte> SoundsOf(int word) => _sounds.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    private ReadOnlySpan<int> NamesOf(int word) => _names.AsSpan(_nameStarts[word], _nameStarts[word + 1] - _nameStarts[word]);

    private void Find(WordKeys keys, Looked word, NameSearch search)
    {
        if (!word.IsUnvoiced) Find(keys.Voiced, Skeleton.Voiced, word, search);
        Find(keys.Unvoiced, Skeleton.Unvoiced, word, search);
        if (word.IsUnvoiced) Find(keys.AsUnvoiced, Skeleton.Unvoiced, word, search);
    }

    private void Find(KeyList keys, Skeleton skeleton, in Looked word, NameSearch search)
    {
        if (keys.Count == 0) return;
        var found = search.NewKeys();
        skeleton.FindKeys(word.Sounds, WordLikeness.Allowed(word.Sounds, isUnvoiced: skeleton == Skeleton.Unvoiced, word.Least), found);
        foreach (var key in found)
        {
            foreach (var other in keys.Of(key))
            {
                if (WordLikeness.IsAtLeast(word.Least, word.Sounds, word.IsUnvoiced, word.Mask, SoundsOf(other), _unvoiced[other], _masks[other])) search.AddCandidates(NamesOf(other), word.IsWhole);
            }
        }
    }

    private readonly ref struct Looked(ReadOnlySpan<byte> sounds, bool isUnvoiced, float least, bool isWhole)
    {
        public ReadOnlySpan<byte> Sounds { get; } = sounds;
        public bool IsUnvoiced { get; } = isUnvoiced;
        public uint Mask { get; } = Names.Sounds.MaskOf(sounds);
        public float Least { get; } = least;
        public bool IsWhole { get; } = isWhole;
    }
}
