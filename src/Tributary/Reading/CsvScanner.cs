using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tributary.Reading;

/// <summary>Finds what separates fields and records, 64 bytes at a time.</summary>
/// <remarks>
/// Each kind of byte becomes a 64-bit mask, bit n for byte n. A running exclusive-or over the quotes marks what lies
/// inside quotes; a doubled quote closes and opens again, so that it needs no rule of its own.
/// What one block leaves open is carried in fields to the next.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct CsvScanner
{
    /// <summary>Bytes of one block.</summary>
    public const int BlockBytes = 64;

    private ulong _inside;
    private ulong _mayOpen;
    private ulong _closed;
    private ulong _returned;

    /// <summary>A scanner that stands before the first field.</summary>
    public static CsvScanner Start => new() { _mayOpen = 1 };

    /// <summary>Whether the last byte scanned lies within quotes.</summary>
    public readonly bool IsInsideQuotes => _inside != 0;

    /// <summary>Looks at the next block.</summary>
    /// <param name="block">Its first byte; 64 can be read from there.</param>
    /// <param name="length">How many of them belong to the document; fewer than 64 only at its end.</param>
    public CsvMarks Scan(ref readonly byte block, int length)
    {
        var bytes = Vector512.LoadUnsafe(in block);
        var document = ulong.MaxValue >> (BlockBytes - length);
        var quotes = Find(bytes, (byte)'"') & document;
        var inside = quotes == 0 ? _inside : RunningXor(quotes) ^ _inside;
        var feeds = Find(bytes, (byte)'\n') & document;
        var separators = (feeds | (Find(bytes, (byte)',') & document)) & ~inside;
        var returns = Find(bytes, (byte)'\r') & document & ~inside;
        var misplaced = Misplaced(quotes & inside, quotes & ~inside, separators, returns, feeds & ~inside) & document;
        _inside = (inside >> 63) == 0 ? 0 : ulong.MaxValue;
        return new CsvMarks(separators, feeds & inside, misplaced);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find(Vector512<byte> bytes, byte value) =>
        Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    private static ulong RunningXor(ulong bits)
    {
        for (var shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
        return bits;
    }

    /// <summary>Marks quotes that open within a field, what follows a closed field, and carriage returns without a line feed.</summary>
    private ulong Misplaced(ulong opening, ulong closing, ulong separators, ulong returns, ulong feeds)
    {
        var misplaced = (opening & ~(((separators | closing) << 1) | _mayOpen))
            | (((closing << 1) | _closed) & ~(separators | opening | returns))
            | (((returns << 1) | _returned) & ~feeds);
        _mayOpen = (separators | closing) >> 63;
        _closed = closing >> 63;
        _returned = returns >> 63;
        return misplaced;
    }
}

/// <summary>What stands in one block, bit n for byte n.</summary>
/// <param name="Separators">Commas and line feeds that separate.</param>
/// <param name="QuotedLineFeeds">Line feeds that are text.</param>
/// <param name="Misplaced">Bytes at which the block stops to be RFC 4180; only the first means something.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvMarks(ulong Separators, ulong QuotedLineFeeds, ulong Misplaced)
{
    /// <summary>The same without anything from the first misplaced byte on.</summary>
    public CsvMarks Sound()
    {
        var sound = (1UL << BitOperations.TrailingZeroCount(Misplaced)) - 1;
        return new CsvMarks(Separators & sound, QuotedLineFeeds & sound, Misplaced);
    }
}
