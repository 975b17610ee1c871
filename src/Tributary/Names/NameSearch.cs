namespace Tributary.Names;

/// <summary>What a search needs beside the index: kept from one search to the next, so that none allocates. For one thread at a time.</summary>
public sealed class NameSearch
{
    // More marks than a search makes: one for itself, and one for each word and each run of words that may be joined.
    private const int MarksMax = 1 + (RawWord.WordsMax * NameComparer.JoinedMax);

    private readonly List<int> _candidates = [];
    private readonly List<NameHit> _hits = [];
    private int[] _names = [];
    private int[] _words = [];
    private int _last;
    private int _search;

    internal ReadOnlySpan<int> Candidates => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_candidates);

    internal ReadOnlySpan<NameHit> Hits => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hits);

    internal void Begin(int names, int words)
    {
        if (_names.Length < names) _names = new int[names];
        if (_words.Length < words) _words = new int[words];
        _candidates.Clear();
        _hits.Clear();
        if (_last > int.MaxValue - MarksMax)
        {
            Array.Clear(_names);
            Array.Clear(_words);
            _last = 0;
        }
        _search = NextMark();
    }

    /// <summary>A number that neither a word nor a name has been marked with yet.</summary>
    internal int NextMark() => ++_last;

    /// <summary>Whether a word of the index is looked at for the first time for a word of the query.</summary>
    /// <param name="word">The word.</param>
    /// <param name="mark">A number of the query's word.</param>
    internal bool IsNewWord(int word, int mark)
    {
        if (_words[word] == mark) return false;
        _words[word] = mark;
        return true;
    }

    internal void AddCandidate(int name)
    {
        if (_names[name] == _search) return;
        _names[name] = _search;
        _candidates.Add(name);
    }

    internal void Add(NameHit hit) => _hits.Add(hit);
}
