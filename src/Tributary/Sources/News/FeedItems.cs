using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>An element of a feed or of one of its items, with its place.</summary>
/// <param name="Name">Its name as written, with its prefix.</param>
/// <param name="Tag">Its start tag.</param>
/// <param name="ContentEnd">UTF-16 position of its end tag.</param>
internal sealed record FeedElement(string Name, MarkupPiece Tag, int ContentEnd)
{
    /// <summary>UTF-16 position of what is in it.</summary>
    public int ContentStart => Tag.End;

    /// <summary>Its text, references decoded and sections as they stand; texts of elements within it are not parted.</summary>
    public MappedText Text(string document)
    {
        var text = new MappedTextBuilder();
        foreach (var piece in Pieces(document))
        {
            if (piece.Kind == MarkupKind.Text) CharacterReferences.DecodeInto(text, document, piece.ContentStart, piece.ContentEnd);
            else if (piece.Kind == MarkupKind.Literal) text.Copy(document, piece.ContentStart, piece.ContentEnd);
        }
        return text.Build();
    }

    /// <summary>The elements within it of a name, at any depth, none within another.</summary>
    public IEnumerable<FeedElement> Within(string document, string name)
    {
        var open = default(MarkupPiece);
        foreach (var piece in Pieces(document).Where(piece => piece.Name == name))
        {
            if (piece.Kind == MarkupKind.Start && !piece.IsEmpty && open.Name is null) open = piece;
            else if (piece.Kind == MarkupKind.Start && piece.IsEmpty) yield return new(name, piece, piece.End);
            else if (piece.Kind == MarkupKind.End && open.Name is not null)
            {
                yield return new(name, open, piece.Start);
                open = default;
            }
        }
    }

    /// <summary>The value of an attribute with its place; null when it has none.</summary>
    public MappedText? Attribute(string document, string name)
    {
        foreach (var attribute in MarkupAttribute.Of(document, Tag))
        {
            if (attribute.Name == name) return CharacterReferences.Decode(document, attribute.Start, attribute.End);
        }
        return null;
    }

    private IEnumerable<MarkupPiece> Pieces(string document) => new Markup(document, ContentStart, ContentEnd, isHtml: false).Pieces();
}

/// <summary>One report of a feed.</summary>
/// <param name="Start">UTF-16 position of its start tag.</param>
/// <param name="ClosedAt">UTF-16 position of its end tag.</param>
/// <param name="End">UTF-16 position after its end tag.</param>
/// <param name="Elements">What is in it, but not within each other.</param>
internal sealed record FeedItem(int Start, int ClosedAt, int End, IReadOnlyList<FeedElement> Elements);

/// <summary>Divides a feed, whose XML is known to be sound, into its items and what it says of all of them.</summary>
/// <param name="document">The feed.</param>
/// <param name="itemNames">The names of items.</param>
/// <param name="parentNames">The names of the elements whose elements speak of all items.</param>
internal sealed class FeedItems(string document, IReadOnlySet<string> itemNames, IReadOnlySet<string> parentNames)
{
    private readonly List<MarkupPiece> _open = [];
    private readonly List<FeedElement> _elements = [];
    private int _itemDepth = -1;

    /// <summary>What the feed says of all its items.</summary>
    public List<FeedElement> OfAll { get; } = [];

    /// <summary>The items.</summary>
    public List<FeedItem> Items { get; } = [];

    /// <summary>Walks over the feed.</summary>
    public FeedItems Read(CancellationToken token)
    {
        foreach (var piece in new Markup(document, 0, document.Length, isHtml: false).Pieces())
        {
            token.ThrowIfCancellationRequested();
            if (piece.Kind == MarkupKind.Start) Open(piece);
            else if (piece.Kind == MarkupKind.End && _open.Count > 0) Close(piece.Start, piece.End);
        }
        return this;
    }

    private void Open(MarkupPiece tag)
    {
        if (_itemDepth < 0 && itemNames.Contains(tag.Name)) _itemDepth = _open.Count;
        _open.Add(tag);
        if (tag.IsEmpty) Close(tag.End, tag.End);
    }

    private void Close(int contentEnd, int end)
    {
        var tag = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        var depth = _open.Count;
        if (depth == _itemDepth)
        {
            Items.Add(new(tag.Start, contentEnd, end, [.. _elements]));
            _elements.Clear();
            _itemDepth = -1;
        }
        else if (_itemDepth >= 0 && depth == _itemDepth + 1) _elements.Add(new(tag.Name, tag, contentEnd));
        else if (_itemDepth < 0 && depth > 0 && parentNames.Contains(_open[^1].Name)) OfAll.Add(new(tag.Name, tag, contentEnd));
        if (_itemDepth < 0 && parentNames.Contains(tag.Name)) OfAll.Add(new(tag.Name, tag, contentEnd));
    }
}
