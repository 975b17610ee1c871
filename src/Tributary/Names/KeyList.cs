using System.Numerics;

namespace Tributary.Names;

/// <summary>Words by key, close together in memory.</summary>
internal sealed class KeyList
{
    private readonly ulong[] _keys;
    // A bit for some keys at once: most keys that are asked for are not there, and this says so without going far.
    private readonly ulong[] _present;
    private readonly (int Start, int Count)[] _runs;
    private readonly int[] _words;

    /// <summary>Orders words by key.</summary>
    /// <param name="keys">A key for each word, never 0. Sorted by this.</param>
    /// <param name="words">The words; sorted along, and kept.</param>
    public KeyList(ulong[] keys, int[] words)
    {
        Array.Sort(keys, words);
        _words = words;
        var different = 0;
        for (var at = 0; at < keys.Length; at++) different += IsFirst(keys, at) ? 1 : 0;
        // At most two slots of three are taken.
        _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, different + (different / 2)))];
        _runs = new (int, int)[_keys.Length];
        _present = new ulong[_keys.Length / 8];
        for (var at = 0; at < keys.Length; at++)
        {
            var slot = SlotOf(keys[at]);
            if (IsFirst(keys, at)) (_keys[slot], _runs[slot]) = (keys[at], (at, 0));
            _runs[slot].Count++;
            _present[BitOf(keys[at]) >> 6] |= 1UL << (BitOf(keys[at]) & 63);
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>The words with a key.</summary>
    public ReadOnlySpan<int> Of(ulong key)
    {
        if ((_present[BitOf(key) >> 6] >> (BitOf(key) & 63) & 1) == 0) return [];
        var slot = SlotOf(key);
        return _keys[slot] == 0 ? [] : _words.AsSpan(_runs[slot].Start, _runs[slot].Count);
    }

    private static bool IsFirst(ulong[] keys, int at) => at == 0 || keys[at] != keys[at - 1];

    private int BitOf(ulong key) => unchecked((int)(key * 0x9E3779B97F4A7C15UL >> 32)) & ((_present.Length * 64) - 1);

    // The slot of a key; where it has none, the free one that it would take.
    private int SlotOf(ulong key)
    {
        var slot = (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> 33) & (_keys.Length - 1);
        while (_keys[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & (_keys.Length - 1);
        return slot;
    }
}
