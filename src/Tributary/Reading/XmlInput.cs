namespace Tributary.Reading;

/// <summary>Hands bytes to the XML reader, counts them, and stops it where one tag or one text would fill the memory.</summary>
internal sealed class XmlInput(Stream source, CancellationToken token) : ReadOnlyStream
{
    /// <summary>Bytes of one tag or one text at most.</summary>
    public const int PartBytesMax = 16 << 20;

    private long _mark;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>Says that the reader has got to another part.</summary>
    public void Mark() => _mark = Count;

    public override int Read(Span<byte> buffer)
    {
        token.ThrowIfCancellationRequested();
        if (Count - _mark > PartBytesMax) throw new PartTooLongException();
        var read = source.Read(buffer);
        Count += read;
        return read;
    }

    /// <summary>One tag or text is longer than anybody's.</summary>
    internal sealed class PartTooLongException : Exception;
}
