namespace Tributary.Reading;

/// <summary>What a piece of HTML or XML is.</summary>
internal enum MarkupKind
{
    /// <summary>Text in which references stand for characters.</summary>
    Text,

    /// <summary>Text that means itself: a CDATA section, the content of a script.</summary>
    Literal,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}

/// <summary>A piece of HTML or XML with its place. The content of a tag is its attributes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of a tag, in HTML in small letters; empty for text.</param>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">UTF-16 position after its last character.</param>
/// <param name="ContentStart">UTF-16 position of the text or of the attributes.</param>
/// <param name="ContentEnd">UTF-16 position after them.</param>
/// <param name="IsEmpty">A start tag that ends with <c>/&gt;</c>.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct MarkupPiece(MarkupKind Kind, string Name, int Start, int End, int ContentStart, int ContentEnd, bool IsEmpty);

/// <summary>Divides HTML or XML into tags and texts, in one pass and without a tree, so that no nesting is too deep for it.</summary>
/// <remarks>
/// HTML as https://html.spec.whatwg.org/multipage/parsing.html#tokenization divides it, in what matters for text. Anything is
/// HTML: what is never closed goes to the end. Comments, declarations and processing instructions are passed over.
/// </remarks>
internal sealed class Markup(string document, int start, int end, bool isHtml)
{
    private static readonly HashSet<string> LiteralElements = ["script", "style", "xmp", "iframe", "noembed", "noframes"];
    private static readonly HashSet<string> TextElements = ["title", "textarea"];

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The pieces in their order.</summary>
    public IEnumerable<MarkupPiece> Pieces()
    {
        for (var at = start; at < end;)
        {
            var piece = Next(at);
            if (piece.Name != "!") yield return piece;
            at = piece.End;
            if (!isHtml || piece.Kind != MarkupKind.Start || !(LiteralElements.Contains(piece.Name) || TextElements.Contains(piece.Name))) continue;
            var close = EndOfContent(piece.Name, at);
            if (close > at) yield return new(LiteralElements.Contains(piece.Name) ? MarkupKind.Literal : MarkupKind.Text, "", at, close, at, close, false);
            at = close;
        }
    }

    private MarkupPiece Next(int at)
    {
        if (document[at] != '<') return TextFrom(at, at);
        var rest = document.AsSpan(at, end - at);
        if (rest.StartsWith("<!--")) return Passed(at, After(at + 4, "-->"));
        if (rest.StartsWith("<![CDATA[")) return Section(at, After(at + 9, "]]>"));
        if (rest.StartsWith("<!") || rest.StartsWith("<?")) return Passed(at, After(at + 2, isHtml || rest[1] == '!' ? ">" : "?>"));
        if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2])) return Tag(MarkupKind.End, at, at + 2);
        if (isHtml && rest.StartsWith("</")) return Passed(at, After(at + 2, ">"));
        return rest.Length > 1 && IsNameStart(rest[1]) ? Tag(MarkupKind.Start, at, at + 1) : TextFrom(at, at + 1);
    }

    private MarkupPiece TextFrom(int at, int searchFrom)
    {
        var next = document.AsSpan(searchFrom, end - searchFrom).IndexOf('<');
        var textEnd = next < 0 ? end : searchFrom + next;
        return new(MarkupKind.Text, "", at, textEnd, at, textEnd, false);
    }

    private static MarkupPiece Passed(int at, int after) => new(MarkupKind.Literal, "!", at, after, at, at, false);

    private MarkupPiece Section(int at, int after)
    {
        var close = document.AsSpan(at, after - at).EndsWith("]]>") ? after - 3 : after;
        return new(MarkupKind.Literal, "", at, after, at + 9, Math.Max(at + 9, close), false);
    }

    private MarkupPiece Tag(MarkupKind kind, int at, int nameStart)
    {
        var nameEnd = nameStart;
        while (nameEnd < end && !char.IsWhiteSpace(document[nameEnd]) && document[nameEnd] is not ('>' or '/')) nameEnd++;
        var close = TagEnd(nameEnd);
        var isEmpty = close > nameEnd && document[close - 1] == '/';
        return new(kind, NameOf(nameStart, nameEnd), at, Math.Min(close + 1, end), nameEnd, close, isEmpty);
    }

    /// <summary>The position of the bracket that closes a tag: one in quotes does not, where the quotes are an attribute's value.</summary>
    private int TagEnd(int at)
    {
        for (; at < end && document[at] != '>'; at++)
        {
            if (document[at] is not ('"' or '\'') || !FollowsEquals(at)) continue;
            var quote = document.AsSpan(at + 1, end - at - 1).IndexOf(document[at]);
            if (quote < 0) return end;
            at += quote + 1;
        }
        return at;
    }

    private bool FollowsEquals(int at)
    {
        at--;
        while (at > start && char.IsWhiteSpace(document[at]) && document[at] != '<') at--;
        return at >= start && document[at] == '=';
    }

    private int EndOfContent(string name, int at)
    {
        for (var from = at; from < end;)
        {
            var next = document.AsSpan(from, end - from).IndexOf("</");
            if (next < 0) break;
            from += next + 2;
            var after = from + name.Length;
            var closes = after <= end && document.AsSpan(from, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (after == end || char.IsWhiteSpace(document[after]) || document[after] is '>' or '/');
            if (closes) return from - 2;
        }
        return end;
    }

    private int After(int from, string mark)
    {
        from = Math.Min(from, end);
        var next = document.AsSpan(from, end - from).IndexOf(mark);
        return next < 0 ? end : from + next + mark.Length;
    }

    /// <summary>Names come again and again: each is kept once.</summary>
    private string NameOf(int from, int to)
    {
        var written = document.AsSpan(from, to - from);
        if (_names.TryGetValue(written, out var known)) return known;
        var name = isHtml ? written.ToString().ToLowerInvariant() : written.ToString();
        return _names.Dictionary[written.ToString()] = name;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || (c > 127 && char.IsLetter(c)) || c == '_';
}

/// <summary>One attribute of a tag with the place of its value.</summary>
/// <param name="Name">In HTML in small letters.</param>
/// <param name="Start">UTF-16 position of the value, without quotes.</param>
/// <param name="End">UTF-16 position after it.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct MarkupAttribute(string Name, int Start, int End)
{
    /// <summary>More attributes than any tag has.</summary>
    private const int CountMax = 200;

    /// <summary>The attributes of a tag.</summary>
    public static List<MarkupAttribute> Of(string document, MarkupPiece tag)
    {
        var all = new List<MarkupAttribute>();
        for (var at = tag.ContentStart; all.Count < CountMax;)
        {
            while (at < tag.ContentEnd && (char.IsWhiteSpace(document[at]) || document[at] == '/')) at++;
            if (at >= tag.ContentEnd) break;
            var nameStart = at++;
            while (at < tag.ContentEnd && !char.IsWhiteSpace(document[at]) && document[at] is not ('=' or '/')) at++;
            var name = document[nameStart..at].ToLowerInvariant();
            var (start, end, next) = Value(document, at, tag.ContentEnd);
            all.Add(new(name, start, end));
            at = next;
        }
        return all;
    }

    private static (int Start, int End, int Next) Value(string document, int at, int end)
    {
        var equals = at;
        while (equals < end && char.IsWhiteSpace(document[equals])) equals++;
        if (equals >= end || document[equals] != '=') return (at, at, at);
        at = equals + 1;
        while (at < end && char.IsWhiteSpace(document[at])) at++;
        if (at >= end) return (end, end, end);
        if (document[at] is '"' or '\'')
        {
            var quote = document.AsSpan(at + 1, end - at - 1).IndexOf(document[at]);
            var valueEnd = quote < 0 ? end : at + 1 + quote;
            return (at + 1, valueEnd, Math.Min(valueEnd + 1, end));
        }
        var start = at;
        while (at < end && !char.IsWhiteSpace(document[at])) at++;
        return (start, at, at);
    }
}
