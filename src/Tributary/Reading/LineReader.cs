using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Reads a document line by line, in bounded memory. Lines end with LF or CRLF; a UTF-8 byte-order mark is passed over.</summary>
internal sealed class LineReader
{
    private const int LineBytesMax = JsonStream.ValueBytesMax;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _next, _end;
    private bool _streamEnded;

    /// <param name="stream">The document, from its first byte; it is read to its end and not closed.</param>
    public LineReader(Stream stream) => _stream = stream;

    /// <summary>The number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Whether that line ended with the document and not with a line end.</summary>
    public bool LacksLineEnd { get; private set; }

    /// <summary>What stopped the reading; null when the document was read to its end.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">Its bytes without the line end, valid until the next call.</param>
    /// <returns>False at the end, and when <see cref="Fatal"/> says why there are no more.</returns>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        line = default;
        var length = FindLineEnd();
        if (length < 0) return false;
        line = _buffer.AsSpan(_next, length);
        _next += length + (LacksLineEnd ? 0 : 1);
        if (LineNumber++ == 0 && line.StartsWith("\uFEFF"u8)) line = line[3..];
        if (line is [.., (byte)'\r']) line = line[..^1];
        return true;
    }

    /// <returns>Bytes before the line end, or -1 when there is no further line.</returns>
    private int FindLineEnd()
    {
        for (var searched = 0; ;)
        {
            var at = _buffer.AsSpan(_next + searched, _end - _next - searched).IndexOf((byte)'\n');
            if (at >= 0) return searched + at;
            searched = _end - _next;
            if (_streamEnded) return Last(searched);
            if (!Fill()) return -1;
        }
    }

    private int Last(int length)
    {
        LacksLineEnd = true;
        return length == 0 ? -1 : length;
    }

    private bool Fill()
    {
        if (LineNumber == int.MaxValue - 1) return Stop(new ReadIssue(ReadingCodes.TooManyLines, Severity.Fatal, $"line {LineNumber}", "more lines than can be numbered", "expected at most two thousand million", "split the document"));
        var kept = _end - _next;
        if (kept >= LineBytesMax) return Stop(new ReadIssue(ReadingCodes.RecordTooLong, Severity.Fatal, $"line {LineNumber + 1}", "a line that goes on for more than 16 MiB", "lines of at most 16 MiB were expected", "check that this is the document you mean"));
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_next, kept).CopyTo(target);
        (_buffer, _next, _end) = (target, 0, kept);
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _streamEnded = read < _buffer.Length - _end;
        _end += read;
        return true;
    }

    private bool Stop(ReadIssue issue)
    {
        Fatal = issue;
        return false;
    }
}
