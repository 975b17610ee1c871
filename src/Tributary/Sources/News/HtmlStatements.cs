using System.Collections.Frozen;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>What a page states about its report: in JSON-LD, in its head, and where those are silent in what it shows.</summary>
internal sealed class HtmlStatements
{
    private const int CountMax = 500;
    private const int ValueLengthMax = 2000;

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["og:title"] = NewsFields.Headline, ["twitter:title"] = NewsFields.Headline, ["dc.title"] = NewsFields.Headline, ["dcterms.title"] = NewsFields.Headline,
        ["citation_title"] = NewsFields.Headline, ["headline"] = NewsFields.Headline, ["parsely-title"] = NewsFields.Headline,
        ["article:section"] = NewsFields.Section, ["articlesection"] = NewsFields.Section, ["parsely-section"] = NewsFields.Section,
        ["author"] = NewsFields.Author, ["article:author"] = NewsFields.Author, ["dc.creator"] = NewsFields.Author, ["dcterms.creator"] = NewsFields.Author,
        ["citation_author"] = NewsFields.Author, ["parsely-author"] = NewsFields.Author,
        ["og:site_name"] = NewsFields.Publisher, ["dc.publisher"] = NewsFields.Publisher, ["dcterms.publisher"] = NewsFields.Publisher,
        ["citation_publisher"] = NewsFields.Publisher,
        ["article:published_time"] = NewsFields.Published, ["og:article:published_time"] = NewsFields.Published, ["datepublished"] = NewsFields.Published,
        ["dc.date"] = NewsFields.Published, ["dc.date.issued"] = NewsFields.Published, ["dcterms.issued"] = NewsFields.Published,
        ["citation_publication_date"] = NewsFields.Published, ["citation_date"] = NewsFields.Published, ["pubdate"] = NewsFields.Published,
        ["date"] = NewsFields.Published, ["parsely-pub-date"] = NewsFields.Published,
        ["article:modified_time"] = NewsFields.Updated, ["og:updated_time"] = NewsFields.Updated, ["datemodified"] = NewsFields.Updated,
        ["language"] = NewsFields.Language, ["og:locale"] = NewsFields.Language, ["dc.language"] = NewsFields.Language, ["content-language"] = NewsFields.Language,
        ["inlanguage"] = NewsFields.Language,
        ["og:url"] = NewsFields.Url, ["canonical"] = NewsFields.Url, ["citation_public_url"] = NewsFields.Url,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HtmlReport _report;
    private readonly string _document;
    private readonly List<Statement> _all = [];

    private HtmlStatements(HtmlReport report, string document) => (_report, _document) = (report, document);

    /// <summary>What is stated, apart from the body.</summary>
    public static List<Statement> Of(HtmlReport report, string document)
    {
        var statements = new HtmlStatements(report, document);
        foreach (var (start, end) in report.Page.LinkedData) statements._all.AddRange(LinkedNews.Read(document, start, end));
        foreach (var (name, value) in report.Page.Stated)
        {
            if (statements._all.Count < CountMax && Fields.TryGetValue(name, out var field)) statements.Take(field, value);
        }
        statements.TakeWhereSilent(NewsFields.Language, "language", "");
        statements.TakeShown();
        statements.TakeWhereSilent(NewsFields.Headline, "title", "the page's title: the site's name may be part of it");
        statements.TakeWhereSilent(NewsFields.Published, "time", "the first time that the page marks as one");
        return statements._all;
    }

    private void Take(string field, MarkupAttribute value, string basis = "")
    {
        var words = CharacterReferences.Decode(_document, value.Start, Math.Min(value.End, value.Start + ValueLengthMax)).Trim();
        if (words.Text.Length > 0) _all.AddRange(NewsValues.Of(field, words, _document, basis));
    }

    private void TakeWhereSilent(string field, string name, string basis)
    {
        var first = _report.Page.Stated.Find(stated => stated.Name == name);
        if (first.Name is not null && !_all.Exists(statement => statement.Field == field)) Take(field, first.Value, basis);
    }

    /// <summary>Reads the headline and the lines under it as those of a plain text, for what the head does not say.</summary>
    private void TakeShown()
    {
        var known = _all.Select(static statement => statement.Field).ToHashSet(StringComparer.Ordinal);
        var shown = new List<Statement>();
        if (_report.Heading is { } heading) shown.Add(NewsValues.At(NewsFields.Headline, heading.Words, _document));
        foreach (var block in _report.Credits)
        {
            shown.AddRange((HtmlReport.CreditsOf(block) ?? []).Select(statement => NewsValues.Moved(statement, block.Words, _document)));
        }
        if (_report.Body.Count > 0) shown.AddRange(OfDateline(_report.Body[0]));
        _all.AddRange(shown.Where(statement => statement.Field != NewsFields.Noise && !known.Contains(statement.Field)));
    }

    private List<Statement> OfDateline(PageBlock first) => Dateline.Read(new Passage(first.Words.Text, 0, first.Length)) is { } dateline
        ? [NewsValues.Moved(Statement.Of(NewsFields.Agency, dateline.Agency), first.Words, _document)]
        : [];
}
