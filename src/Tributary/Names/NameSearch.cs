using System.Runtime.InteropServices;

namespace Tributary.Names;

/// <summary>What a search needs beside the index: kept from one search to the next, so that none allocates. For one thread at a time.</summary>
public sealed class NameSearch
{
    private readonly List<int> _candidates = [];
    private readonly List<NameHit> _hits = [];
    private readonly List<ulong> _keys = [];

    // Of each name, twice the number of the search that last came upon it, and one more where words of it may be joined.
    private int[] _marks = [];
    private int _search;

    internal ReadOnlySpan<int> Candidates => CollectionsMarshal.AsSpan(_candidates);

    internal ReadOnlySpan<NameHit> Hits => CollectionsMarshal.AsSpan(_hits);

    internal void Begin(int names)
    {
        if (_marks.Length < names) _marks = new int[names];
        _candidates.Clear();
        _hits.Clear();
        if (_search >= int.MaxValue - 3)
        {
            Array.Clear(_marks);
            _search = 0;
        }
        _search += 2;
    }

    /// <summary>An empty list of keys, until the next call.</summary>
    internal List<ulong> NewKeys()
    {
        _keys.Clear();
        return _keys;
    }

    /// <summary>Adds names to be compared.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isWhole">Whether several words of one name may be one of the other, so that words by themselves do not bound the score.</param>
    internal void AddCandidates(ReadOnlySpan<int> names, bool isWhole)
    {
        var (search, mark) = (_search, isWhole ? _search + 1 : _search);
        foreach (var name in names)
        {
            if (_marks[name] < search) _candidates.Add(name);
            if (_marks[name] < mark) _marks[name] = mark;
        }
    }

    /// <summary>Whether a candidate was added as one of which words may be joined.</summary>
    internal bool IsWhole(int candidate) => (_marks[candidate] & 1) != 0;

    internal void Add(NameHit hit) => _hits.Add(hit);
}
