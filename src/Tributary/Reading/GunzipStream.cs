using System.IO.Compression;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Decompresses gzip within bounds. What is wrong with the data ends the stream and becomes <see cref="Issue"/>.</summary>
/// <remarks>
/// .NET takes gzip data that is cut off for data that ends. So a member of our own is put behind the last byte: only data
/// that was whole up to there is followed by what that member holds.
/// gzip can swell a thousandfold. Honest tables swell tenfold, so data past <see cref="FreeBytes"/> that swelled more than
/// <see cref="RatioMax"/>-fold is taken for a bomb.
/// </remarks>
internal sealed class GunzipStream : ReadOnlyStream
{
    /// <summary>Decompressed bytes within which no ratio is asked for.</summary>
    public const long FreeBytes = 64L << 20;

    /// <summary>Decompressed bytes per compressed byte at most.</summary>
    public const int RatioMax = 150;

    private static readonly byte[] Mark = "\u0001end of what tributary reads\u0002"u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly MarkedStream _compressed;
    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private long _bytes;

    public GunzipStream(Stream compressed) => _gzip = new GZipStream(_compressed = new MarkedStream(compressed), CompressionMode.Decompress);

    /// <summary>What ended the stream early; null while all is well.</summary>
    public ReadIssue? Issue { get; private set; }

    /// <summary>Whether bytes begin like gzip.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, 8, ..];

    public override int Read(Span<byte> buffer)
    {
        // What may be the mark is held back until more follows.
        while (_end - _start <= Mark.Length)
        {
            if (Issue is not null || buffer.IsEmpty || !Fill()) return 0;
        }
        var count = Math.Min(buffer.Length, _end - _start - Mark.Length);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = Decompress();
        _end += read;
        _bytes += read;
        if (Issue is null && read == 0 && !_buffer.AsSpan(0, _end).SequenceEqual(Mark)) Issue = Broken();
        else if (_bytes > FreeBytes && _bytes / Math.Max(1, _compressed.Bytes) > RatioMax) Issue = Bomb();
        return Issue is null && read > 0;
    }

    private int Decompress()
    {
        try
        {
            return _gzip.Read(_buffer.AsSpan(_end));
        }
        catch (InvalidDataException)
        {
            Issue = Broken();
            return 0;
        }
    }

    private ReadIssue Bomb() => new(ReadingCodes.GzipBomb, Severity.Fatal, $"compressed byte {_compressed.Bytes}",
        $"{_compressed.Bytes:N0} bytes swelled to {_bytes:N0}", $"at most {RatioMax} bytes from one were expected", "decompress it yourself if you trust it, and import the result");

    private ReadIssue Broken() => new(ReadingCodes.GzipBroken, Severity.Fatal, $"compressed byte {_compressed.Bytes}",
        "gzip data that does not decompress, is cut off, or is followed by something else", "a whole gzip file was expected", "fetch it again");

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return compressed.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A stream with the mark behind its last byte.</summary>
    private sealed class MarkedStream(Stream source) : ReadOnlyStream
    {
        private int _marked = -1;

        /// <summary>Bytes read, without the mark's.</summary>
        public long Bytes { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = _marked < 0 ? source.Read(buffer) : 0;
            Bytes += read;
            return read > 0 || buffer.IsEmpty ? read : ReadMark(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) source.Dispose();
            base.Dispose(disposing);
        }

        private int ReadMark(Span<byte> buffer)
        {
            _marked = Math.Max(0, _marked);
            var count = Math.Min(buffer.Length, MarkMember.Length - _marked);
            MarkMember.AsSpan(_marked, count).CopyTo(buffer);
            _marked += count;
            return count;
        }
    }
}
