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
        if (message.StartsWith("Invalid character in the given encoding", StringComparison.Ordinal) || message.Contains("hexadecimal value 0xFFFF", StringComparison.Ordinal)) return (XmlFailureKind.Encoding, UnknownBytes, DeclaredEncoding);
        return (XmlFailureKind.Malformed, $"no well-formed XML ({Reason(message)})", "XML that ends as it began");
    }

    // The reader repeats the place after its reason, and what it did not expect as it stands.
    private static string Reason(string message) => string.Concat(message.Split(" Line ", 2)[0].TrimEnd('.').Take(ReasonLengthMax).Select(letter => char.IsControl(letter) ? ' ' : letter));
}

/// <summary>What kind of trouble stopped an XML reader.</summary>
internal enum XmlFailureKind
{
    /// <summary>It is no XML.</summary>
    Malformed,

    /// <summary>Its bytes are not in the encoding that it declares.</summary>
    Encoding,
}
