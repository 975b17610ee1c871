using System.Collections.Frozen;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>What an item of a feed states, and its words.</summary>
internal sealed class FeedStatements
{
    private const int LeftOutLengthMax = 60;

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["title"] = NewsFields.Headline, ["category"] = NewsFields.Section, ["dc:subject"] = NewsFields.Section, ["author"] = NewsFields.Author,
        ["dc:creator"] = NewsFields.Author, ["pubDate"] = NewsFields.Published, ["published"] = NewsFields.Published, ["dc:date"] = NewsFields.Published,
        ["dcterms:issued"] = NewsFields.Published, ["updated"] = NewsFields.Updated, ["dcterms:modified"] = NewsFields.Updated, ["source"] = NewsFields.Agency,
        ["dc:publisher"] = NewsFields.Publisher, ["dc:language"] = NewsFields.Language, ["link"] = NewsFields.Url,
        ["description"] = NewsFields.Standfirst, ["summary"] = NewsFields.Standfirst, ["content:encoded"] = NewsFields.Body, ["content"] = NewsFields.Body,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _document;
    private readonly CancellationToken _token;
    private (MappedText Words, int ClosedAt)? _headline;
    private (MappedText Words, int ClosedAt)? _standfirst;
    private (MappedText Words, int ClosedAt)? _body;

    private FeedStatements(string document, CancellationToken token) => (_document, _token) = (document, token);

    /// <summary>What is stated.</summary>
    public List<Statement> All { get; } = [];

    /// <summary>The names of elements that are left out.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Why a text within the item is no page; null when all are.</summary>
    public string? Excess { get; private set; }

    /// <summary>The headline and the text.</summary>
    public MappedText Words { get; private set; } = new("", []);

    /// <summary>Reads an item.</summary>
    public static FeedStatements Of(FeedItem item, string document, CancellationToken token)
    {
        var statements = new FeedStatements(document, token);
        foreach (var element in item.Elements) statements.Take(element);
        statements.TakeTexts();
        return statements;
    }

    /// <summary>What a feed says of all its items: who publishes it, in what language.</summary>
    public static List<Statement> OfAll(IReadOnlyList<FeedElement> elements, string document)
    {
        var all = new List<Statement>();
        foreach (var element in elements)
        {
            var (field, value) = element.Name switch
            {
                "title" => (NewsFields.Publisher, element.Text(document)),
                "language" or "dc:language" => (NewsFields.Language, element.Text(document)),
                "feed" => (NewsFields.Language, element.Attribute(document, "xml:lang")),
                _ => ("", null),
            };
            if (value is not null) all.AddRange(NewsValues.Of(field, value.Trim(), document));
        }
        return all;
    }

    private void Take(FeedElement element)
    {
        switch (Fields.GetValueOrDefault(element.Name))
        {
            case null:
                LeftOut.Add(element.Name.Length <= LeftOutLengthMax ? element.Name : element.Name[..LeftOutLengthMax]);
                break;
            case NewsFields.Headline:
                _headline ??= (WordsOf(element), element.ContentEnd);
                break;
            case NewsFields.Standfirst:
                _standfirst ??= (WordsOf(element), element.ContentEnd);
                break;
            case NewsFields.Body:
                _body ??= (WordsOf(element), element.ContentEnd);
                break;
            case NewsFields.Author:
                foreach (var name in Names(element)) All.AddRange(NewsValues.Of(NewsFields.Author, name, _document));
                break;
            case NewsFields.Url:
                if (element.Attribute(_document, "rel") is not { Text: not "alternate" }) State(NewsFields.Url, element.Attribute(_document, "href") ?? element.Text(_document));
                break;
            case NewsFields.Section:
                State(NewsFields.Section, element.Attribute(_document, "label") ?? element.Attribute(_document, "term") ?? element.Text(_document));
                break;
            case var field:
                State(field, element.Text(_document));
                break;
        }
    }

    private void State(string field, MappedText value) => All.AddRange(NewsValues.Of(field, value.Trim(), _document));

    /// <summary>RSS writes <c>jane@news.example (Jane Doe)</c>; Atom puts names into elements of their own.</summary>
    private IEnumerable<MappedText> Names(FeedElement element)
    {
        var names = element.Within(_document, "name").Select(name => name.Text(_document)).ToList();
        if (names.Count > 0) return names;
        var text = element.Text(_document).Trim();
        if (!text.Text.Contains('@', StringComparison.Ordinal)) return [text];
        var (open, close) = (text.Text.IndexOf('(', StringComparison.Ordinal), text.Text.LastIndexOf(')'));
        return open >= 0 && close > open ? [text.Part(open + 1, close)] : [];
    }

    /// <summary>A summary is the text where there is no other.</summary>
    private void TakeTexts()
    {
        if (_headline is { } headline) State(NewsFields.Headline, headline.Words);
        if (_body is not null && _standfirst is { } standfirst) State(NewsFields.Standfirst, standfirst.Words);
        var text = _body ?? _standfirst;
        if (text is { Words.Text.Length: > 0 } body) All.Add(NewsValues.At(NewsFields.Body, body.Words, _document, _body is null ? "the feed gives a description, which may be a summary" : "") with { Value = body.Words.Text });
        Words = MappedText.Join([.. new[] { _headline, text }.OfType<(MappedText Words, int ClosedAt)>()]);
    }

    /// <summary>The words of an element: in RSS and in Atom's types html and xhtml they are a piece of a page.</summary>
    private MappedText WordsOf(FeedElement element)
    {
        var type = element.Attribute(_document, "type")?.Text;
        if (type == "xhtml" || (type is null && element.Within(_document, "div").Any())) return PageWords(MappedText.Of(_document, element.ContentStart, element.ContentEnd));
        return type is "text" or "text/plain" ? element.Text(_document).Trim() : PageWords(element.Text(_document));
    }

    private MappedText PageWords(MappedText piece)
    {
        var words = HtmlPage.WordsOf(piece, _token, out var why);
        Excess ??= why;
        return words;
    }
}
