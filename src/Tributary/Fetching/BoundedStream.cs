using Tributary.Reading;

namespace Tributary.Fetching;

/// <summary>A stream that may not go on for ever.</summary>
/// <param name="source">The stream.</param>
/// <param name="bytesMax">The most bytes that it may have.</param>
internal sealed class BoundedStream(Stream source, long bytesMax) : ReadOnlyStream
{
    private long _bytes;

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">It has more.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        _bytes += read;
        return _bytes <= bytesMax
            ? read
            : throw new RequestFailedException($"a body that swells to more than {bytesMax:N0} bytes", mayPass: false) { Expected = $"expected at most {bytesMax:N0}", Advice = "check that this is the address you mean" };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
