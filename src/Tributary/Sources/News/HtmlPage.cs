using System.Collections.Frozen;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>The blocks of text of a page, and what its head says, from one walk over its tags.</summary>
/// <remarks>No tree is built: what is open is a stack of bounded depth, and the time is in proportion to the page.</remarks>
internal sealed class HtmlPage
{
    /// <summary>More elements within each other than any page has. A browser stops at 512.</summary>
    public const int DepthMax = 1000;

    /// <summary>More elements that hold text than any page has.</summary>
    private const int ElementsMax = 500_000;

    private static readonly FrozenSet<string> Structural = FrozenSet.Create(StringComparer.Ordinal,
        "html", "body", "head", "address", "article", "aside", "blockquote", "button", "canvas", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "li", "main", "menu", "nav", "noscript",
        "object", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "svg", "math", "table", "tbody", "td", "template", "tfoot", "th",
        "thead", "tr", "ul", "video", "audio");

    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(StringComparer.Ordinal,
        "head", "noscript", "template", "svg", "math", "canvas", "object", "select", "button", "dialog", "video", "audio");

    private readonly string _document;
    private readonly Stack<(string Name, int Container, bool IsUnseen)> _open = new();
    private readonly Dictionary<string, int> _openCounts = new(StringComparer.Ordinal);
    private MappedTextBuilder _text = new();
    private int _linkLength;
    private int _linkDepth = -1;

    private HtmlPage(string document)
    {
        _document = document;
        Containers.Add(new PageContainer("", -1, "", ""));
        _open.Push(("", 0, false));
    }

    public List<PageBlock> Blocks { get; } = [];

    /// <summary>The elements that hold blocks, each after the one that it is in; the first is the page.</summary>
    public List<PageContainer> Containers { get; } = [];

    /// <summary>Values of the head: from <c>meta</c>, <c>title</c>, <c>link</c>, <c>html lang</c> and <c>time</c>, in their order.</summary>
    public List<(string Name, MarkupAttribute Value)> Stated { get; } = [];

    /// <summary>The places of JSON-LD scripts.</summary>
    public List<(int Start, int End)> LinkedData { get; } = [];

    /// <summary>Where it was no page any more, and why; null when it was one to its end.</summary>
    public (int At, string Why)? Excess { get; private set; }

    /// <summary>Walks over a page, or a piece of one.</summary>
    public static HtmlPage Read(string document, CancellationToken token)
    {
        var page = new HtmlPage(document);
        var before = default(MarkupPiece);
        foreach (var piece in new Markup(document, 0, document.Length, isHtml: true).Pieces())
        {
            token.ThrowIfCancellationRequested();
            page.Take(piece, before);
            before = piece;
            if (page.Excess is not null) break;
        }
        page.CloseBlock(document.Length);
        return page;
    }

    /// <summary>The words of a piece of a page that is all text, without lists of links.</summary>
    /// <param name="piece">The piece, with its places in the document that holds it.</param>
    /// <param name="token">Stops the reading.</param>
    /// <param name="why">Why it is no page; null when it is one.</param>
    public static MappedText WordsOf(MappedText piece, CancellationToken token, out string? why)
    {
        var page = Read(piece.Text, token);
        why = page.Excess?.Why;
        return HtmlArticle.Join(page.Blocks.Where(static block => !block.IsLinks)).Through(piece);
    }

    private void Take(MarkupPiece piece, MarkupPiece before)
    {
        switch (piece.Kind)
        {
            case MarkupKind.Text when before is { Kind: MarkupKind.Start, Name: "title" }:
                if (_openCounts.GetValueOrDefault("svg") == 0) Stated.Add(("title", new("title", piece.Start, piece.End)));
                break;
            case MarkupKind.Text:
                TakeText(piece);
                break;
            case MarkupKind.Literal when before is { Kind: MarkupKind.Start, Name: "script" } && Attribute(before, "type") is { } type && TextOf(type).Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                LinkedData.Add((piece.ContentStart, piece.ContentEnd));
                break;
            case MarkupKind.Start:
                Start(piece);
                break;
            case MarkupKind.End:
                End(piece);
                break;
        }
    }

    private void TakeText(MarkupPiece piece)
    {
        if (_open.Peek().IsUnseen) return;
        var length = _text.Length;
        CharacterReferences.DecodeInto(_text, _document, piece.ContentStart, piece.ContentEnd);
        if (_linkDepth >= 0) _linkLength += _text.Length - length;
    }

    private void Start(MarkupPiece tag)
    {
        switch (tag.Name)
        {
            case "br" or "hr":
                CloseBlock(tag.Start);
                break;
            case "meta":
                StateMeta(MarkupAttribute.Of(_document, tag));
                break;
            case "link" when Attribute(tag, "rel") is { } rel && TextOf(rel) == "canonical":
                State("canonical", Attribute(tag, "href"));
                break;
            case "time" when !_open.Peek().IsUnseen:
                State("time", Attribute(tag, "datetime"));
                break;
            case "a" when Attribute(tag, "href") is not null:
                _linkDepth = _open.Count;
                break;
            default:
                if (IsStructural(tag.Name)) Open(tag);
                break;
        }
    }

    private void Open(MarkupPiece tag)
    {
        if (tag.Name == "html") State("language", Attribute(tag, "lang"));
        CloseBlock(tag.Start);
        var top = _open.Peek().Name;
        if (top == "p" || (top == tag.Name && top is "li" or "dt" or "dd" or "td" or "th" or "tr" or "option")) Pop();
        if (top == "head" && tag.Name == "body") Pop();
        var attributes = MarkupAttribute.Of(_document, tag);
        var container = new PageContainer(tag.Name, _open.Peek().Container, Words(attributes, "class", "id", "itemprop"), Words(attributes, "role"));
        var isUnseen = _open.Peek().IsUnseen || Unseen.Contains(tag.Name) || IsHidden(attributes);
        Containers.Add(container);
        _open.Push((tag.Name, Containers.Count - 1, isUnseen));
        _openCounts[tag.Name] = _openCounts.GetValueOrDefault(tag.Name) + 1;
        if (_open.Count > DepthMax) Excess = (tag.Start, $"more than {DepthMax} elements within each other");
        if (Containers.Count > ElementsMax) Excess = (tag.Start, $"more than {ElementsMax} elements");
    }

    private void End(MarkupPiece tag)
    {
        if (tag.Name == "a") _linkDepth = -1;
        if (!IsStructural(tag.Name)) return;
        CloseBlock(tag.Start);
        if (_openCounts.GetValueOrDefault(tag.Name) == 0) return;
        while (Pop() != tag.Name)
        {
            // What is still open within an element ends with it.
        }
    }

    private string Pop()
    {
        var name = _open.Pop().Name;
        _openCounts[name]--;
        if (_linkDepth > _open.Count) _linkDepth = -1;
        return name;
    }

    private void CloseBlock(int at)
    {
        if (_text.Length == 0) return;
        var words = _text.Build().Trim();
        if (words.Text.Length > 0) Blocks.Add(new PageBlock(words, Math.Min(_linkLength, words.Text.Length), _open.Peek().Container, at));
        (_text, _linkLength) = (new(), 0);
    }

    private void StateMeta(List<MarkupAttribute> attributes)
    {
        var content = attributes.Find(static attribute => attribute.Name == "content");
        foreach (var attribute in attributes.Where(static attribute => attribute.Name is "name" or "property" or "itemprop" or "http-equiv"))
        {
            if (content.Name is not null) Stated.Add((TextOf(attribute).ToLowerInvariant(), content));
        }
    }

    private void State(string name, MarkupAttribute? value)
    {
        if (value is { } stated) Stated.Add((name, stated));
    }

    private MarkupAttribute? Attribute(MarkupPiece tag, string name)
    {
        foreach (var attribute in MarkupAttribute.Of(_document, tag))
        {
            if (attribute.Name == name) return attribute;
        }
        return null;
    }

    private string Words(List<MarkupAttribute> attributes, params ReadOnlySpan<string> names)
    {
        var words = "";
        foreach (var attribute in attributes)
        {
            if (names.Contains(attribute.Name)) words += $" {TextOf(attribute)}";
        }
        return words;
    }

    private bool IsHidden(List<MarkupAttribute> attributes) => attributes.Exists(attribute => attribute.Name switch
    {
        "hidden" => true,
        "aria-hidden" => TextOf(attribute) == "true",
        "style" => TextOf(attribute).Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    private string TextOf(MarkupAttribute attribute) => _document[attribute.Start..Math.Min(attribute.End, attribute.Start + 1000)];

    /// <summary>Elements of a site's own making have a hyphen in their names and are taken for blocks.</summary>
    private static bool IsStructural(string name) => Structural.Contains(name) || name.Contains('-', StringComparison.Ordinal);
}

/// <summary>A run of text without a block's border in it.</summary>
/// <param name="Words">The text without white space at its ends.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Container">The element that it is in, by its number on the page.</param>
/// <param name="ClosedAt">UTF-16 position of the tag that ends it.</param>
internal sealed record PageBlock(MappedText Words, int LinkLength, int Container, int ClosedAt)
{
    private const int ProseLengthMin = 25;

    public int Length => Words.Text.Length;

    /// <summary>Whether most of it is links.</summary>
    public bool IsLinks => LinkLength * 2 > Length;

    /// <summary>Whether it is long enough for a sentence, and no list of links.</summary>
    public bool IsProse => Length >= ProseLengthMin && !IsLinks;
}

/// <summary>An element that holds blocks.</summary>
/// <param name="Name">The tag's name.</param>
/// <param name="Parent">The number of the element that it is in; -1 for the page.</param>
/// <param name="Labels">Its classes, its id and what property it is.</param>
/// <param name="Role">Its role.</param>
internal sealed record PageContainer(string Name, int Parent, string Labels, string Role);
