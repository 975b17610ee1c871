using System.Text;

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

    /// <summary>The reader of a document, for an encoding that .NET's XML reader does not know itself.</summary>
    /// <param name="head">The first bytes of the document.</param>
    /// <returns>Null where it knows the encoding, or nobody does.</returns>
    public static Encoding? OtherEncoding(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]);
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        var at = text.IndexOf("encoding", StringComparison.Ordinal);
        if (!text.StartsWith("<?xml", StringComparison.Ordinal) || at < 0 || at > end) return null;
        var quotation = text.IndexOfAny(['"', '\''], at);
        var close = quotation < 0 ? -1 : text.IndexOf(text[quotation], quotation + 1);
        if (close < 0) return null;
        var name = text[(quotation + 1)..close];
        return name.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    /// <summary>One tag or text is longer than anybody's.</summary>
    internal sealed class PartTooLongException : Exception;
}
