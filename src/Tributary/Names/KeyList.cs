namespace Tributary.Names;

/// <summary>Words by key, close together in memory.</summary>
internal sealed class KeyList
{
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _words;

    /// <summary>Orders pairs of keys and words.</summary>
    public KeyList(List<(ulong Key, int Word)> pairs)
    {
        _keys = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pairs.Count * 2))];
        _starts = new int[_keys.Length + 1];
        _words = new int[pairs.Count];
        foreach (var (key, _) in pairs)
        {
            var slot = SlotOf(key);
            _keys[slot] = key;
            _starts[slot + 1]++;
        }
        for (var slot = 0; slot < _keys.Length; slot++) _starts[slot + 1] += _starts[slot];
        var filled = new int[_keys.Length];
        foreach (var (key, word) in pairs)
        {
            var slot = SlotOf(key);
            _words[_starts[slot] + filled[slot]++] = word;
        }
    }

    /// <summary>The words with a key.</summary>
    public ReadOnlySpan<int> Of(ulong key)
    {
        var slot = SlotOf(key);
        return _keys[slot] == 0 ? [] : _words.AsSpan(_starts[slot], _starts[slot + 1] - _starts[slot]);
    }

    // The slot of a key; where it has none, the free one that it would take.
    private int SlotOf(ulong key)
    {
        var slot = (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> 33) & (_keys.Length - 1);
        while (_keys[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & (_keys.Length - 1);
        return slot;
    }
}
