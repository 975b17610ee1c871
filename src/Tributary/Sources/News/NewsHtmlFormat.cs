using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads a report as a page of HTML: its article's text, and what it states about itself.</summary>
/// <remarks>
/// The rules stand in <c>docs/sources/news-html.md</c>. Metadata: https://schema.org/NewsArticle as JSON-LD, https://ogp.me,
/// https://www.dublincore.org. Left out: times of change, descriptions for search engines, pictures, keywords.
/// </remarks>
internal sealed class NewsHtmlFormat : IReportFormat
{
    /// <summary>Longest page that is read, in bytes.</summary>
    public const int BytesMax = 16 * 1024 * 1024;

    private const int ProseLengthMin = 140;

    private static readonly string[] Marks = ["article:published_time", "\"NewsArticle\"", "\"datePublished\"", "content=\"article\"", "<article", "citation_publication_date"];

    /// <inheritdoc/>
    public string Name => "news-html";

    /// <inheritdoc/>
    public string Title => "News report, page of HTML";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = TextDecoding.DecodeHead(head, isPage: true);
        if (!BeginsAsPage(text)) return false;
        if (Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase))) return true;
        var report = HtmlReport.Of(HtmlPage.Read(text, CancellationToken.None));
        var statements = HtmlStatements.Of(report, text);
        return report.Body.Sum(static block => block.Length) >= ProseLengthMin
            && statements.Exists(static statement => statement.Field == NewsFields.Headline) && statements.Exists(static statement => statement.Field == NewsFields.Published);
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (text, issue) = Decode(document, token);
        if (text is null) return issue;
        var page = HtmlPage.Read(text, token);
        var lines = new DocumentText(text);
        if (page.Excess is { } excess) return TooMuch(lines.Span(excess.At, excess.At + 1), excess.Why);
        var report = HtmlReport.Of(page);
        var statements = HtmlStatements.Of(report, text);
        var body = report.BodyWords;
        if (body.Text.Length > 0) statements.Add(BodyOf(body, text));
        NewsEvidence.Give(statements, new Passage(body.Text, 0, body.Text.Length), lines, sink);
        return null;
    }

    /// <inheritdoc/>
    public ReportText? ReadText(Stream document, CancellationToken token)
    {
        var (text, _) = Decode(document, token);
        if (text is null) return null;
        var page = HtmlPage.Read(text, token);
        return page.Excess is null ? ReportText.Of(HtmlReport.Of(page).Words, text) : null;
    }

    private static Statement BodyOf(MappedText body, string document)
    {
        var place = body.PlaceOf(0, body.Text.Length);
        return new Statement(NewsFields.Body, body.Text, new Passage(document, place.Start, place.End), "found: the part of the page with most prose");
    }

    private static (string? Text, ReadIssue? Issue) Decode(Stream document, CancellationToken token)
    {
        if (TextDecoding.ReadBytes(document, BytesMax, token) is not { } bytes) return (null, TextDecoding.TooLong(BytesMax, "a page with one report", "check that this is one page"));
        var text = TextDecoding.Decode(bytes.Span, isPage: true, out var issue);
        return (text, issue);
    }

    private static ReadIssue TooMuch(TextSpan at, string why) =>
        new(ReadingCodes.JsonMalformed, Severity.Fatal, at.ToString(), why, "a page for people to read", "fetch it again, or save its text and import that");

    private static bool BeginsAsPage(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<")) return false;
        var first = new Markup(text, 0, text.Length, isHtml: true).Pieces().FirstOrDefault(static piece => piece.Kind == MarkupKind.Start);
        var before = text.AsSpan(0, first.Start);
        return first.Name is "html" or "head" or "body" || before.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
