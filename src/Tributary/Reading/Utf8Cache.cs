using System.Runtime.InteropServices;

namespace Tributary.Reading;

/// <summary>Turns runs of UTF-8 bytes into objects, each distinct run once.</summary>
/// <remarks>
/// A document of millions of rows has few distinct organisations, places and terms; asking for one that was seen before
/// allocates nothing. The cache stops growing at <see cref="EntriesMax"/> or <see cref="BytesMax"/>: what comes after is made
/// anew each time, so a document of endless distinct values costs time but not memory.
/// </remarks>
/// <typeparam name="T">What the bytes stand for.</typeparam>
public sealed class Utf8Cache<T> where T : class
{
    /// <summary>Distinct runs remembered.</summary>
    public const int EntriesMax = 1 << 18;

    /// <summary>Bytes of the runs remembered, all together: 32 MiB.</summary>
    public const int BytesMax = 1 << 25;

    private readonly Func<byte[], T> _make;
    private Entry[] _entries = new Entry[1024];
    private int _count;
    private int _bytes;

    /// <param name="make">Makes the object from an owned copy of the bytes.</param>
    public Utf8Cache(Func<byte[], T> make) => _make = make;

    /// <summary>The object for these bytes: the same one as before, or a new one.</summary>
    public T this[ReadOnlySpan<byte> utf8]
    {
        get
        {
            var hash = Hash(utf8);
            for (var at = unchecked((int)hash) & (_entries.Length - 1); ; at = (at + 1) & (_entries.Length - 1))
            {
                ref readonly var entry = ref _entries[at];
                if (entry.Value is null) return Add(utf8, hash);
                if (entry.Hash == hash && utf8.SequenceEqual(entry.Key)) return entry.Value;
            }
        }
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        unchecked
        {
            ulong hash = 14695981039346656037UL ^ (uint)utf8.Length;
            while (utf8.Length >= 8)
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(utf8)) * 0x9E3779B97F4A7C15UL;
                hash ^= hash >> 29;
                utf8 = utf8[8..];
            }
            foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
            return (uint)(hash ^ (hash >> 32));
        }
    }

    private T Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        var key = utf8.ToArray();
        var value = _make(key);
        if (_count >= EntriesMax || key.Length > BytesMax - _bytes) return value;
        if (_count * 2 >= _entries.Length) Grow();
        Place(_entries, new Entry(hash, key, value));
        _count++;
        _bytes += key.Length;
        return value;
    }

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 2];
        foreach (var entry in _entries)
        {
            if (entry.Value is not null) Place(larger, entry);
        }
        _entries = larger;
    }

    private static void Place(Entry[] entries, Entry entry)
    {
        var at = unchecked((int)entry.Hash) & (entries.Length - 1);
        while (entries[at].Value is not null) at = (at + 1) & (entries.Length - 1);
        entries[at] = entry;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(uint Hash, byte[] Key, T Value);
}
