using System.Security.Cryptography;
using Tributary.Provenance;
using Tributary.Sources.News;

namespace Tributary.Proposing;

/// <summary>A document with one news report or several, as it came.</summary>
public sealed class StoredReport
{
    /// <summary>The longest document that is read, in bytes.</summary>
    public const int BytesMax = 64 << 20;

    private const string PlainText = "news-text";

    private readonly List<List<EvidenceField>> _fields;

    private StoredReport(string name, string sha256, string format, ReportText words, List<List<EvidenceField>> fields) =>
        (Name, Sha256, Format, Words, _fields) = (name, sha256, format, words, fields);

    /// <summary>The name under which it came.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its bytes, in small hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The form in which it came: one of <see cref="ReportText.Formats"/>.</summary>
    public string Format { get; }

    /// <summary>Its words, with their places in the document.</summary>
    public ReportText Words { get; }

    /// <summary>Its text. Positions of proposals count its UTF-16 characters.</summary>
    public string Text => Words.Text;

    /// <summary>Reads a document.</summary>
    /// <param name="name">The name under which it came.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="format">The form in which it was read before; null to find out. A text that is known as no report is read as plain text.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="UnreadableReportException">It is too long, or cannot be read as that.</exception>
    public static StoredReport Read(string name, Stream bytes, string? format = null, CancellationToken token = default)
    {
        using var all = new MemoryStream();
        var block = new byte[81_920];
        for (int read; (read = bytes.Read(block)) > 0;)
        {
            if (all.Length + read > BytesMax) throw new UnreadableReportException($"{name}: it goes on after {BytesMax >> 20} MiB; expected one news report; give a single one");
            all.Write(block, 0, read);
        }
        var content = all.GetBuffer().AsMemory(0, (int)all.Length);
        format ??= ReportText.FormatOf(content.Span[..Math.Min(content.Length, Sources.IDocumentFormat.HeadBytes)]) ?? PlainText;
        if (!ReportText.Formats.Contains(format)) throw new UnreadableReportException($"{name}: it was read as {format}; expected a news report; `tributary documents` lists what each document is");
        var words = ReportText.Of(Again(all), format, token) ?? throw new UnreadableReportException($"{name}: it cannot be read as {format}; expected a news report as text in UTF-8, a page, a feed, ninjs or NewsML; `tributary import` says what is wrong with it");
        return new StoredReport(name, Convert.ToHexStringLower(SHA256.HashData(content.Span)), format, words, ReportText.FieldsOf(Again(all), format, token));
    }

    /// <summary>What each report in it says of itself; nothing for plain text, whose lines tell it.</summary>
    internal NewsFacts FactsOf(int part)
    {
        var (start, end) = Words.Parts[part];
        var fields = part < _fields.Count ? _fields[part] : [];
        return Format == PlainText ? NewsFacts.Of(Text) : NewsFacts.Of(Text, start, end, fields);
    }

    private static MemoryStream Again(MemoryStream all)
    {
        all.Position = 0;
        return new MemoryStream(all.GetBuffer(), 0, (int)all.Length, writable: false);
    }
}

/// <summary>A file is no report that can be read.</summary>
public sealed class UnreadableReportException : Exception
{
    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="UnreadableReportException"/>
    public UnreadableReportException()
    {
    }
}
