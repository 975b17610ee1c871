using System.Text;
using System.Xml;

namespace Tributary.Reading;

/// <summary>Opens the XML reader of a document in the encoding that it declares.</summary>
/// <remarks>
/// .NET's reader knows UTF-8 and UTF-16 itself, and stops at bytes that are neither. In every other encoding it would read bytes that stand for nothing
/// as a question mark, so those are decoded here: such bytes become a letter that no XML may have, and the reader stops at their place.
/// </remarks>
internal static class XmlOpening
{
    private const int DeclarationBytesMax = 256;
    private const int BlockBytes = 1 << 15;
    private static readonly DecoderReplacementFallback Unknown = new(UnknownText.Mark.ToString());

    /// <summary>Opens a document.</summary>
    /// <exception cref="XmlException">Its first bytes are in no encoding.</exception>
    public static XmlReader Open(PeekStream document, XmlReaderSettings settings) =>
        OtherEncoding(document.Head) is { } encoding ? XmlReader.Create(new UnknownText(new StreamReader(document, encoding, detectEncodingFromByteOrderMarks: false, BlockBytes), encoding), settings) : XmlReader.Create(document, settings);

    // Null where the reader knows the encoding itself, or nobody knows it.
    private static Encoding? OtherEncoding(ReadOnlySpan<byte> head)
    {
        var hasMark = head.StartsWith("\uFEFF"u8);
        var name = Declared(Encoding.Latin1.GetString(head[(hasMark ? 3 : 0)..Math.Min(head.Length, DeclarationBytesMax)]));
        if (name is null || name.StartsWith("utf-", StringComparison.OrdinalIgnoreCase)) return null;
        // The mark of UTF-8 is in the bytes themselves, where a declaration may be left from what they were before.
        if (hasMark) return Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ExceptionFallback, Unknown);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, Unknown) ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, Unknown);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Declared(string text)
    {
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        var at = text.IndexOf("encoding", StringComparison.Ordinal);
        if (!text.StartsWith("<?xml", StringComparison.Ordinal) || at < 0 || at > end) return null;
        var quotation = text.IndexOfAny(['"', '\''], at);
        var close = quotation < 0 ? -1 : text.IndexOf(text[quotation], quotation + 1);
        return close < 0 ? null : text[(quotation + 1)..close];
    }
}

/// <summary>A decoded text in which bytes that stand for nothing are one letter.</summary>
/// <remarks>For many of them the code pages have letters of private use instead, which nobody else reads so.</remarks>
internal sealed class UnknownText(StreamReader text, Encoding encoding) : TextReader
{
    /// <summary>Stands for bytes that stand for nothing. No XML may have it.</summary>
    public const char Mark = '\uFFFF';

    private const int Gb18030 = 54936;

    // Those of several bytes have letters of users' own below the second of these; the last of all is a letter of Apple's.
    private readonly char _first = encoding.CodePage == Gb18030 ? Mark : encoding.IsSingleByte ? '\uF700' : '\uF8F0';

    public override int Peek() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        var rest = buffer.AsSpan(index, read);
        for (var at = 0; _first != Mark && (at = rest.IndexOfAnyInRange(_first, '\uF8FE')) >= 0; rest = rest[(at + 1)..]) rest[at] = Mark;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
