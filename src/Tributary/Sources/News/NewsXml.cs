using System.Xml;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads a news document in XML: as text, once .NET's reader has found it whole and within bounds.</summary>
/// <remarks>.NET's reader keeps no places within a text. <see cref="Markup"/> does, and can rely on what was checked.</remarks>
internal static class NewsXml
{
    /// <summary>Longest document that is read, in bytes.</summary>
    public const int BytesMax = 16 * 1024 * 1024;

    /// <summary>More elements within each other than any has, its text in XHTML counted.</summary>
    private const int DepthMax = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a document.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="items">The names of the elements that are reports.</param>
    /// <param name="itemsMax">How many of them there may be.</param>
    /// <param name="token">Stops the reading.</param>
    /// <returns>Its text, or why it cannot be read.</returns>
    public static (string? Text, ReadIssue? Issue) Read(Stream document, IReadOnlySet<string> items, int itemsMax, CancellationToken token)
    {
        if (TextDecoding.ReadBytes(document, BytesMax, token) is not { } bytes) return (null, TextDecoding.TooLong(BytesMax, "a file of news", "divide it, or ask its publisher for a shorter one"));
        if (TextDecoding.Decode(bytes.Span, isPage: false, out var issue) is not { } text) return (null, issue);
        if (XmlHead.DeclaresDocumentType(System.Text.Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, IDocumentFormat.HeadBytes)]))) return (null, TypeDeclared());
        issue = Check(text, items, itemsMax, token);
        return issue is null ? (text, null) : (null, issue);
    }

    /// <summary>The issue of a document that is not what its kind is.</summary>
    public static ReadIssue Malformed(int line, string found, string expected, string advice) =>
        new(ReadingCodes.JsonMalformed, Severity.Fatal, $"line {line}", found, expected, advice);

    private static ReadIssue? Check(string text, IReadOnlySet<string> items, int itemsMax, CancellationToken token)
    {
        using var source = new StringReader(text);
        using var reader = XmlReader.Create(source, Settings);
        var place = (IXmlLineInfo)reader;
        var count = 0;
        try
        {
            while (reader.Read())
            {
                token.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.Depth > DepthMax) return Malformed(place.LineNumber, $"more than {DepthMax} elements within each other", "fewer", "fetch it again, or ask its publisher");
                if (items.Contains(reader.Name) && ++count > itemsMax) return Malformed(place.LineNumber, $"more than {itemsMax} reports", "fewer in one file", "divide it");
            }
        }
        catch (XmlException failure)
        {
            return Malformed(Math.Max(1, failure.LineNumber), $"no well-formed XML ({Cause(failure.Message)})", "expected XML", "fetch the document again, or ask its publisher");
        }
        return null;
    }

    private static ReadIssue TypeDeclared() => new(ReadingCodes.DocumentType, Severity.Fatal, "before the first element", "a document type (DOCTYPE)", "XML without one",
        "fetch it again, or take the declaration out and keep the original");

    /// <summary>The first sentence of .NET's message, without what it quotes: that may be anything.</summary>
    private static string Cause(string message)
    {
        var end = message.AsSpan().IndexOfAny(".'");
        var cause = end < 0 ? message : message[..end];
        return string.Concat(cause.Where(static c => !char.IsControl(c))).Trim() is { Length: > 0 } words ? words : "it cannot be parsed";
    }
}
