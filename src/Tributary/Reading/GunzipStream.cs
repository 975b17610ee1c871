using System.IO.Compression;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Decompresses gzip within bounds. What is wrong with the data ends the stream and becomes <see cref="Issue"/>.</summary>
/// <remarks>
/// gzip can swell a thousandfold. Honest tables swell tenfold, so data past <see cref="FreeBytes"/> that swelled more than
/// <see cref="RatioMax"/>-fold is taken for a bomb.
/// </remarks>
internal sealed class GunzipStream : ReadOnlyStream
{
    /// <summary>Decompressed bytes within which no ratio is asked for.</summary>
    public const long FreeBytes = 64L << 20;

    /// <summary>Decompressed bytes per compressed byte at most.</summary>
    public const int RatioMax = 150;

    private readonly CountingStream _compressed;
    private readonly GZipStream _gzip;
    private long _bytes;

    public GunzipStream(Stream compressed) => _gzip = new GZipStream(_compressed = new CountingStream(compressed), CompressionMode.Decompress);

    /// <summary>What ended the stream early; null while all is well.</summary>
    public ReadIssue? Issue { get; private set; }

    /// <summary>Whether bytes begin like gzip.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, 8, ..];

    public override int Read(Span<byte> buffer)
    {
        if (Issue is not null || buffer.IsEmpty) return 0;
        try
        {
            var read = _gzip.Read(buffer);
            _bytes += read;
            if (_bytes <= FreeBytes || _bytes / Math.Max(1, _compressed.Bytes) <= RatioMax) return read;
            Issue = new ReadIssue("gzip-bomb", Severity.Fatal, $"compressed byte {_compressed.Bytes}",
                $"{_compressed.Bytes:N0} bytes swelled to {_bytes:N0}", $"at most {RatioMax} bytes from one", "decompress it yourself if you trust it, and import the result");
        }
        catch (InvalidDataException broken)
        {
            Issue = new ReadIssue("gzip-broken", Severity.Fatal, $"compressed byte {_compressed.Bytes}",
                $"gzip data that does not decompress ({broken.Message.TrimEnd('.')})", "a whole gzip file", "fetch it again");
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    private sealed class CountingStream(Stream source) : ReadOnlyStream
    {
        public long Bytes { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            Bytes += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) source.Dispose();
            base.Dispose(disposing);
        }
    }
}
