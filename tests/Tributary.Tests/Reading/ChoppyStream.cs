using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>Gives its bytes in reads of the given lengths, over and over: what a network or a decompressor does.</summary>
internal sealed class ChoppyStream(byte[] content, params int[] lengths) : ReadOnlyStream
{
    private int _at;
    private int _reads;

    public override int Read(Span<byte> buffer)
    {
        var length = Math.Min(Math.Min(buffer.Length, lengths[_reads++ % lengths.Length]), content.Length - _at);
        content.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}
