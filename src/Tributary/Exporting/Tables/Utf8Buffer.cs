using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Tributary.Reading;

namespace Tributary.Exporting;

/// <summary>Gathers UTF-8 and passes it on by the megabyte. Nothing is allocated for a cell.</summary>
internal sealed class Utf8Buffer : IDisposable
{
    /// <summary>Bytes that are passed on at once, but for a longer text.</summary>
    public const int PassBytes = 1 << 20;

    private const int FirstDay = -3653; // 1960: other days are rare and made one by one.
    private const int DaysKept = 40_000;
    private const long MicrosPerDay = 86_400_000_000;

    private static readonly byte[] Days = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(FirstDay, DaysKept).Select(day => Iso(Utf8Date.ToDate(day)))));
    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\n\r\0"u8);
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private readonly WriteBehind? _behind;
    private byte[] _bytes;
    private int _length;

    /// <summary>Gathers in memory alone.</summary>
    public Utf8Buffer() => _bytes = new byte[256];

    /// <param name="output">Takes the bytes, on a thread of its own.</param>
    public Utf8Buffer(Stream output)
    {
        _behind = new WriteBehind(output, PassBytes);
        _bytes = _behind.Take();
    }

    /// <summary>What is gathered.</summary>
    public ReadOnlySpan<byte> Gathered => _bytes.AsSpan(0, _length);

    /// <summary>Adds bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Adds one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte one)
    {
        Reserve(1);
        _bytes[_length++] = one;
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Adds units of 10⁻ⁿ as a decimal without trailing zeros.</summary>
    public void AddScaled(long units, int scale)
    {
        for (; scale > 0 && units % 10 == 0; scale--) units /= 10;
        if (scale == 0)
        {
            Add(units);
            return;
        }
        var power = Power(scale);
        if (units < 0) Add((byte)'-');
        Add(Math.Abs(units / power));
        Add((byte)'.');
        Utf8Formatter.TryFormat(Math.Abs(units % power), Room(scale), out _, new StandardFormat('D', (byte)scale));
        _length += scale;
    }

    /// <summary>Adds a day by its number since 1970.</summary>
    public void AddDay(int day)
    {
        if ((uint)(day - FirstDay) < DaysKept) Add(Days.AsSpan((day - FirstDay) * 10, 10));
        else Add(Encoding.ASCII.GetBytes(Iso(Utf8Date.ToDate(day))));
    }

    /// <summary>Adds an instant by its microseconds since 1970 UTC.</summary>
    public void AddInstant(long micros)
    {
        var (day, rest) = ((int)Math.Floor(micros / (double)MicrosPerDay), 0L);
        rest = micros - (day * MicrosPerDay);
        AddDay(day);
        Add((byte)'T');
        AddTwo(rest / 3_600_000_000, (byte)':');
        AddTwo(rest / 60_000_000 % 60, (byte)':');
        AddTwo(rest / 1_000_000 % 60, (byte)'.');
        Utf8Formatter.TryFormat(rest % 1_000_000, Room(6), out _, new StandardFormat('D', 6));
        _length += 6;
        Add((byte)'Z');
    }

    /// <summary>Adds text as a cell of CSV that no spreadsheet runs.</summary>
    public void AddCsv(ReadOnlySpan<byte> utf8)
    {
        var needsMark = FormulaMark.IsNeeded(utf8);
        if (utf8.IndexOfAny(Quoted) < 0)
        {
            if (needsMark) Add((byte)'\'');
            Add(utf8);
            return;
        }
        Add((byte)'"');
        if (needsMark) Add((byte)'\'');
        for (int at; (at = utf8.IndexOfAny((byte)'"', (byte)'\0')) >= 0; utf8 = utf8[(at + 1)..])
        {
            Add(utf8[..at]);
            // No CSV can hold NUL: readers take it for the end, or for UTF-16.
            Add(utf8[at] == '"' ? "\"\""u8 : "\uFFFD"u8);
        }
        Add(utf8);
        Add((byte)'"');
    }

    /// <summary>Adds text as JSON, in quotes.</summary>
    public void AddJson(ReadOnlySpan<byte> utf8)
    {
        Add((byte)'"');
        for (int at; (at = utf8.IndexOfAny(Escaped)) >= 0; utf8 = utf8[(at + 1)..])
        {
            Add(utf8[..at]);
            AddEscape(utf8[at]);
        }
        Add(utf8);
        Add((byte)'"');
    }

    /// <summary>Passes on what is gathered and waits until it is written.</summary>
    public void Finish()
    {
        _behind?.Pass(_bytes, _length);
        _behind?.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => _behind?.Dispose();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Power(int scale)
    {
        long power = 1;
        for (; scale > 0; scale--) power *= 10;
        return power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int more)
    {
        if (_bytes.Length - _length < more) MakeRoom(more);
    }

    private Span<byte> Room(int bytes)
    {
        Reserve(bytes);
        return _bytes.AsSpan(_length, bytes);
    }

    private void MakeRoom(int more)
    {
        if (_behind is null)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
            return;
        }
        _behind.Pass(_bytes, _length);
        (_bytes, _length) = (_behind.Take(), 0);
        // A longer buffer stays among those that go round.
        if (_bytes.Length < more) _bytes = new byte[more];
    }

    private void AddTwo(long number, byte after)
    {
        Add((byte)('0' + (number / 10)));
        Add((byte)('0' + (number % 10)));
        Add(after);
    }

    private void AddEscape(byte c)
    {
        Add((byte)'\\');
        if (c is (byte)'"' or (byte)'\\') Add(c);
        else if (c == '\n') Add((byte)'n');
        else if (c == '\r') Add((byte)'r');
        else if (c == '\t') Add((byte)'t');
        else Add(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"u{(int)c:x4}")));
    }
}
