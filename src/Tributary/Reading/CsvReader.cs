using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Reads comma-separated values record by record, without allocating.</summary>
/// <remarks>
/// RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) in UTF-8: quoted fields may hold commas, line ends and doubled
/// quotes; records end with LF or CRLF, the last one with or without. A byte-order mark is skipped. What a field is can
/// only be told when quotes stand where the standard has them, so the first misplaced one ends the reading.
/// Memory stays within a few times <see cref="RecordBytesMax"/>, whatever the stream holds. Not for several threads.
/// </remarks>
internal sealed class CsvReader
{
    /// <summary>The longest record that is read, in bytes.</summary>
    public const int RecordBytesMax = 16 << 20;

    /// <summary>The most fields of a record that are read.</summary>
    public const int FieldsMax = 4096;

    /// <summary>Line numbers stay whole numbers of 32 bits; a block holds no more than 64 line ends.</summary>
    private const int LinesMax = int.MaxValue - (2 * CsvScanner.BlockBytes);

    private const int BufferBytes = 256 << 10;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly Stream _stream;

    /// <summary>Where fields end, relative to the record; the first entry stands for the separator before the record.</summary>
    private readonly int[] _ends = new int[FieldsMax + CsvScanner.BlockBytes + 1];

    private byte[] _buffer = new byte[BufferBytes];
    private byte[] _unquoted = [];
    private int _unquotedLength;
    private CsvScanner _scanner = CsvScanner.Start;
    private CsvMarks _marks;
    private int _block;
    private int _blockEnd;
    private int _filled;
    private int _record;
    private int _nextRecord;
    private int _nextLine = 1;
    private bool _started;
    private bool _ended;
    private bool _lineEndAdded;

    /// <param name="stream">The document from its first byte; not disposed here.</param>
    public CsvReader(Stream stream)
    {
        _stream = stream;
        _ends[0] = -1;
    }

    /// <summary>The line on which the current record begins, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>How many fields the current record has; never none.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether the current record is the last of the document and lacks its line end.</summary>
    public bool LacksLineEnd => _lineEndAdded && _nextRecord == _filled;

    /// <summary>What stopped the reading before the end of the document; null otherwise.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end, and when <see cref="Fatal"/> says why there is no more.</returns>
    public bool Read()
    {
        if (Fatal is not null) return false;
        _record = _nextRecord;
        LineNumber = _nextLine;
        FieldCount = 0;
        _unquotedLength = 0;
        while (!TakeRecord())
        {
            if (!NextBlock()) return false;
        }
        return IsText();
    }

    /// <summary>A field's content without its quotes; valid until the next record is read.</summary>
    /// <param name="index">From 0, less than <see cref="FieldCount"/>.</param>
    public ReadOnlySpan<byte> Field(int index) => Locate(index);

    /// <inheritdoc cref="Field"/>
    public ReadOnlyMemory<byte> FieldMemory(int index) => Locate(index);

    /// <summary>Takes separators of the current block up to the end of the record.</summary>
    /// <returns>False when the record goes on after the block.</returns>
    private bool TakeRecord()
    {
        var separators = _marks.Separators;
        var fields = FieldCount;
        var (buffer, ends) = (_buffer, _ends);
        while (separators != 0)
        {
            var at = _block + BitOperations.TrailingZeroCount(separators);
            separators &= separators - 1;
            ends[++fields] = at - _record;
            if (buffer[at] != '\n') continue;
            FieldCount = fields;
            EndRecord(at, separators);
            return true;
        }
        FieldCount = fields;
        return false;
    }

    private void EndRecord(int at, ulong separatorsLeft)
    {
        if (at > _record && _buffer[at - 1] == '\r') _ends[FieldCount]--;
        var before = (1UL << (at - _block)) - 1;
        _nextLine += BitOperations.PopCount(_marks.QuotedLineFeeds & before) + 1;
        _marks = new CsvMarks(separatorsLeft, _marks.QuotedLineFeeds & ~before, _marks.Misplaced);
        _nextRecord = at + 1;
    }

    private bool NextBlock()
    {
        _nextLine += BitOperations.PopCount(_marks.QuotedLineFeeds);
        if (_marks.Misplaced != 0) return Stop(Malformed());
        _marks = default;
        _block = _blockEnd;
        if (_nextLine > LinesMax) return Stop(TooManyLines());
        if (_block - _record > RecordBytesMax) return Stop(TooLong());
        if (FieldCount > FieldsMax) return Stop(TooManyFields());
        if (_filled - _block < CsvScanner.BlockBytes) Fill();
        if (_filled == _block) return EndDocument();
        ScanBlock(Math.Min(CsvScanner.BlockBytes, _filled - _block));
        return true;
    }

    private void ScanBlock(int length)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var marks = _scanner.Scan(ref Unsafe.Add(ref start, _block), length);
        _marks = marks.Misplaced == 0 ? marks : marks.Sound();
        _blockEnd = _block + length;
    }

    /// <summary>Reads until a whole block is there or the document ends. The buffer always has a block of room behind its content.</summary>
    private void Fill()
    {
        while (!_ended && _filled - _block < CsvScanner.BlockBytes)
        {
            if (_filled + CsvScanner.BlockBytes >= _buffer.Length) MakeRoom();
            var count = _stream.Read(_buffer.AsSpan(_filled, _buffer.Length - CsvScanner.BlockBytes - _filled));
            _filled += count;
            _ended = count == 0;
            if (!_started && (_ended || _filled >= ByteOrderMark.Length)) SkipByteOrderMark();
            if (_ended) CloseLastRecord();
        }
    }

    private void MakeRoom()
    {
        var length = _filled - _record;
        var larger = length > _buffer.Length / 2 ? new byte[Math.Min(_buffer.Length * 2, RecordBytesMax + BufferBytes)] : _buffer;
        _buffer.AsSpan(_record, length).CopyTo(larger);
        _buffer = larger;
        _block = _blockEnd = _block - _record;
        _filled = length;
        _record = _nextRecord = 0;
    }

    /// <summary>A block after it is whole again only if this is done before <see cref="Fill"/> counts what it has.</summary>
    private void SkipByteOrderMark()
    {
        _started = true;
        if (_buffer.AsSpan(0, _filled).StartsWith(ByteOrderMark)) _record = _block = ByteOrderMark.Length;
    }

    /// <summary>Gives the last record the line end that it may lack, so that it is read like all others.</summary>
    private void CloseLastRecord()
    {
        if (_filled == _record || _buffer[_filled - 1] == '\n') return;
        _buffer[_filled++] = (byte)'\n';
        _lineEndAdded = true;
    }

    private bool EndDocument() => _scanner.IsInsideQuotes && Stop(Unclosed());

    private bool IsText()
    {
        var record = _buffer.AsSpan(_record, _nextRecord - _record);
        return (Utf8.IsValid(record) && !record.Contains((byte)0)) || Stop(NoText());
    }

    private ArraySegment<byte> Locate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FieldCount, nameof(index));
        var start = _ends[index] + 1;
        var length = _ends[index + 1] - start;
        start += _record;
        return length == 0 || _buffer[start] != '"' ? new(_buffer, start, length) : Unquote(start + 1, length - 2);
    }

    private ArraySegment<byte> Unquote(int start, int length)
    {
        var inner = _buffer.AsSpan(start, length);
        var quote = inner.IndexOf((byte)'"');
        return quote < 0 ? new(_buffer, start, length) : UndoDoubledQuotes(inner, quote);
    }

    private ArraySegment<byte> UndoDoubledQuotes(ReadOnlySpan<byte> inner, int quote)
    {
        // What was handed out of a smaller array stays valid there.
        if (_unquoted.Length - _unquotedLength < inner.Length) (_unquoted, _unquotedLength) = (new byte[inner.Length * 2], 0);
        var start = _unquotedLength;
        for (; quote >= 0; quote = inner.IndexOf((byte)'"'))
        {
            inner[..(quote + 1)].CopyTo(_unquoted.AsSpan(_unquotedLength));
            _unquotedLength += quote + 1;
            inner = inner[(quote + 2)..];
        }
        inner.CopyTo(_unquoted.AsSpan(_unquotedLength));
        _unquotedLength += inner.Length;
        return new(_unquoted, start, _unquotedLength - start);
    }

    private bool Stop(ReadIssue issue)
    {
        Fatal = issue;
        return false;
    }

    private ReadIssue Issue(string code, string found, string expected, string advice) =>
        new(code, Severity.Fatal, $"line {LineNumber}", found, expected, advice);

    private ReadIssue Malformed() => Issue(ReadingCodes.Malformed,
        "a double quote or carriage return inside the text of a field",
        "expected fields with such characters in double quotes, quotes in them doubled (RFC 4180)", "fetch the file again, or have it written by a CSV writer");

    private ReadIssue TooLong() => Issue(ReadingCodes.RecordTooLong,
        "a row of more than 16 MiB", "expected rows of at most 16 MiB", "look for a missing closing quote or line end");

    private ReadIssue TooManyFields() => Issue(ReadingCodes.TooManyFields,
        "a row of more than 4096 fields", "expected as many fields as the header has", "look for a missing line end");

    private ReadIssue TooManyLines() => Issue(ReadingCodes.TooManyLines,
        "more than two thousand million lines", "expected fewer", "split the file");

    private ReadIssue Unclosed() => Issue(ReadingCodes.Truncated,
        "the file ends inside a quoted field", "expected a closing quote", "fetch the file again: it is cut off");

    private ReadIssue NoText() => Issue(ReadingCodes.Encoding,
        "bytes that are not UTF-8 text, or NUL", "expected UTF-8 text", "fetch the file again, or convert it to UTF-8");
}
