namespace Tributary.Names;

/// <summary>What a search needs beside the index: kept from one search to the next, so that none allocates. For one thread at a time.</summary>
public sealed class NameSearch
{
    private readonly List<int> _candidates = [];
    private readonly List<NameHit> _hits = [];
    private int[] _names = [];
    private int[] _words = [];
    private int _number;

    internal ReadOnlySpan<int> Candidates => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_candidates);

    internal ReadOnlySpan<NameHit> Hits => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hits);

    internal void Begin(int names, int words)
    {
        if (_names.Length < names) _names = new int[names];
        if (_words.Length < words) _words = new int[words];
        _candidates.Clear();
        _hits.Clear();
        if (++_number != int.MaxValue) return;
        Array.Clear(_names);
        Array.Clear(_words);
        _number = 1;
    }

    /// <summary>Whether a word of the index is looked at for the first time for a word of the query.</summary>
    /// <param name="word">The word.</param>
    /// <param name="mark">A number of the query's word.</param>
    internal bool IsNewWord(int word, int mark)
    {
        if (_words[word] == mark) return false;
        _words[word] = mark;
        return true;
    }

    /// <summary>A number that no word looked at has yet.</summary>
    internal int NextMark() => ++_mark;

    internal void AddCandidate(int name)
    {
        if (_names[name] == _number) return;
        _names[name] = _number;
        _candidates.Add(name);
    }

    internal void Add(NameHit hit) => _hits.Add(hit);

    private int _mark;
}
