namespace Tributary.Tests.Sources.Fts;

/// <summary>A stream that gives as many bytes a read as a list says, over and over, as a network does.</summary>
internal sealed class ShortReads(byte[] bytes, int[] lengths) : MemoryStream(bytes)
{
    private int _reads;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, lengths[_reads++ % lengths.Length])]);
}
