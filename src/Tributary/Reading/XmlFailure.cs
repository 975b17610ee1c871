using System.Xml;

namespace Tributary.Reading;

/// <summary>What stopped an XML reader.</summary>
/// <param name="Kind">What kind of trouble it is.</param>
/// <param name="Found">What was found, to stand behind a place.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record XmlFailure(XmlFailureKind Kind, string Found, string Expected, int Line, int Column)
{
    private const int ReasonLengthMax = 200;

    /// <summary>The encoding that was expected.</summary>
    public const string DeclaredEncoding = "the encoding that the document declares";

    /// <summary>What bytes are called that stand for nothing.</summary>
    public const string UnknownBytes = "bytes that the document's encoding does not know";

    /// <summary>What a document type is called.</summary>
    public const string DocumentType = "a document type declaration (DOCTYPE)";

    /// <summary>What is expected in its place.</summary>
    public const string NoDocumentType = "XML without one: it can make a document swell, or open addresses";

    /// <summary>What an exception of .NET's reader means.</summary>
    /// <param name="thrown">The exception.</param>
    /// <param name="reader">Where the reader stands; null when it has not begun.</param>
    public static XmlFailure Of(XmlException thrown, IXmlLineInfo? reader)
    {
        // Some are about no place of their own.
        var (line, column) = thrown.LineNumber > 0 ? (thrown.LineNumber, thrown.LinePosition) : (reader?.LineNumber ?? 1, reader?.LinePosition ?? 1);
        var (kind, found, expected) = InWords(thrown.Message);
        return new XmlFailure(kind, found, expected, Math.Max(1, line), Math.Max(1, column));
    }

    // The reader's exceptions have no number to know them by; its words are the same in all languages.
    private static (XmlFailureKind Kind, string Found, string Expected) InWords(string message)
    {
        if (Begins("Invalid character in the given encoding") || message.Contains("hexadecimal value 0xFFFF", StringComparison.Ordinal)) return (XmlFailureKind.Encoding, UnknownBytes, DeclaredEncoding);
        if (Begins("System does not support '")) return (XmlFailureKind.Encoding, $"the encoding {Quoted(message)}, which is not known here", "one that readers of XML know, such as UTF-8");
        if (Begins("There is no Unicode byte order mark")) return (XmlFailureKind.Encoding, "bytes that are not the UTF-16 that the document declares", DeclaredEncoding);
        if (Begins("For security reasons DTD")) return (XmlFailureKind.DocumentType, DocumentType, NoDocumentType);
        if (Begins("Version number '")) return (XmlFailureKind.Malformed, $"version {Quoted(message)} of XML", "XML 1.0");
        if (Begins("Unexpected XML declaration")) return (XmlFailureKind.Malformed, "something in front of the XML declaration", "the declaration at the first byte, or none");
        if (Begins("Root element is missing")) return (XmlFailureKind.Malformed, "no element at all", "an XML document");
        if (Begins("Data at the root level is invalid")) return (XmlFailureKind.Malformed, "text outside of the root element", "XML that begins and ends with its root element");
        if (Begins("Unexpected end of file")) return (XmlFailureKind.Malformed, "an end before what it began is closed", "the end of its root element");
        if (Begins("An error occurred while parsing EntityName")) return (XmlFailureKind.Malformed, "an & that begins no entity", "&amp; for an & in a text");
        if (Begins("Reference to undeclared entity '")) return (XmlFailureKind.Malformed, $"the entity {Quoted(message)}, which is not declared", "the letter itself, or its number");
        return (XmlFailureKind.Malformed, $"no well-formed XML ({Reason(message)})", "well-formed XML");

        bool Begins(string words) => message.StartsWith(words, StringComparison.Ordinal);
    }

    private static string Quoted(string message) => QuotedText.Of(message.Split('\'') is [_, var quoted, ..] ? quoted : "");

    // The reader repeats the place after its reason, and what it did not expect as it stands.
    private static string Reason(string message) => string.Concat(message.Split(" Line ", 2)[0].TrimEnd('.').Take(ReasonLengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <summary>What kind of trouble stopped an XML reader.</summary>
internal enum XmlFailureKind
{
    /// <summary>It is no XML.</summary>
    Malformed,

    /// <summary>Its bytes are not in the encoding that it declares, or that is not known.</summary>
    Encoding,

    /// <summary>It declares a document type.</summary>
    DocumentType,
}
