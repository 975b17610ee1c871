using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads a report as agencies send it in JSON: IPTC's ninjs, versions 1 to 3.</summary>
/// <remarks>
/// https://iptc.org/standards/ninjs/. The rules stand in <c>docs/sources/news-ninjs.md</c>. Whatever else an object has is counted as left
/// out: pictures and other objects that go with it, subjects and people in codes, rights, urgency.
/// </remarks>
internal sealed class NewsNinjsFormat : IReportFormat
{
    /// <summary>Longest document that is read, in bytes.</summary>
    public const int BytesMax = 16 * 1024 * 1024;

    private const int NameLengthMax = 60;

    /// <summary>The names of the properties that are read, as the versions of the standard have them.</summary>
    private static readonly (string Name, string Field, string Basis)[] Read1To3 =
    [
        ("headline", NewsFields.Headline, ""), ("headlines", NewsFields.Headline, ""),
        ("byline", NewsFields.Author, ""), ("by", NewsFields.Author, ""),
        ("copyrightholder", NewsFields.Publisher, "the holder of the copyright"), ("copyrightHolder", NewsFields.Publisher, "the holder of the copyright"),
        ("provider", NewsFields.Agency, ""), ("source", NewsFields.Agency, ""),
        ("versioncreated", NewsFields.Published, NewsValues.OfVersion), ("versionCreated", NewsFields.Published, NewsValues.OfVersion),
        ("language", NewsFields.Language, ""), ("located", NewsFields.Located, ""),
        ("body_text", NewsFields.Body, ""), ("body_xhtml", NewsFields.Body, ""), ("bodies", NewsFields.Body, ""),
    ];

    /// <inheritdoc/>
    public string Name => "news-ninjs";

    /// <inheritdoc/>
    public string Title => "News report, ninjs";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        if (!head.TrimStart(" \t\r\n"u8).StartsWith("{"u8)) return false;
        var json = new JsonHead(head);
        return json.HasAny("headline", "headlines") && json.HasAny("versioncreated", "versionCreated") && json.HasAny("uri", "type", "body_text", "body_xhtml", "bodies");
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (text, root, issue) = Decode(document, token);
        if (text is null || root is null) return issue;
        var statements = Statements(root, text);
        var body = Body(root, text, token, out var why);
        var lines = new DocumentText(text);
        if (why is not null) return NewsXml.Malformed(lines.Span(root.Start, root.Start).Line, why, "a text for people to read", "fetch it again, or ask its publisher");
        if (body.Words.Text.Length > 0) statements.Add(NewsValues.At(NewsFields.Body, body.Words, text) with { Value = body.Words.Text });
        NewsEvidence.Give(statements, new Passage(body.Words.Text, 0, body.Words.Text.Length), lines, sink);
        foreach (var (name, _) in root.Members.Where(static member => !Array.Exists(Read1To3, read => read.Name == member.Name)))
        {
            sink.Ignore(name.Length <= NameLengthMax ? name : name[..NameLengthMax], "no part of what a report says about itself, or in codes");
        }
        return null;
    }

    /// <inheritdoc/>
    public ReportText? ReadText(Stream document, CancellationToken token)
    {
        var (text, root, _) = Decode(document, token);
        if (text is null || root is null) return null;
        var body = Body(root, text, token, out var why);
        var headline = Texts(root["headline"] ?? root["headlines"]).FirstOrDefault();
        if (why is not null) return null;
        var words = headline is null ? body.Words : MappedText.Join([(headline.Characters(text).Trim(), headline.End), body]);
        return ReportText.Of(words, text);
    }

    private static List<Statement> Statements(PlacedJson root, string document) =>
    [.. Read1To3.Where(static read => read.Field != NewsFields.Body).SelectMany(read => Texts(root[read.Name])
        .SelectMany(value => NewsValues.Of(read.Field, value.Characters(document).Trim(), document, read.Basis)))];

    /// <summary>The text: as plain text where it is given so, else the words of its XHTML.</summary>
    private static (MappedText Words, int ClosedAt) Body(PlacedJson root, string document, CancellationToken token, out string? why)
    {
        why = null;
        if (Texts(root["body_text"]).FirstOrDefault() is { } plain) return (plain.Characters(document).Trim(), plain.End);
        var body = root["bodies"]?.Each.FirstOrDefault(static each => each["value"] is { Kind: JsonValueKind.String });
        var value = body?["value"] ?? Texts(root["body_xhtml"]).FirstOrDefault();
        if (value is null) return (new MappedText("", []), 0);
        var type = Texts(body?["contenttype"] ?? body?["contentType"]).FirstOrDefault()?.Characters(document).Text;
        var words = value.Characters(document);
        return (type == "text/plain" ? words.Trim() : HtmlPage.WordsOf(words, token, out why), value.End);
    }

    /// <summary>A text, or those of a list of things with a value or a name.</summary>
    private static IEnumerable<PlacedJson> Texts(PlacedJson? value) => value?.Each
        .Select(static each => each.Kind == JsonValueKind.Object ? each["value"] ?? each["name"] : each)
        .OfType<PlacedJson>().Where(static each => each.Kind == JsonValueKind.String).Take(100) ?? [];

    private static (string? Text, PlacedJson? Root, ReadIssue? Issue) Decode(Stream document, CancellationToken token)
    {
        if (TextDecoding.ReadBytes(document, BytesMax, token) is not { } bytes) return (null, null, TextDecoding.TooLong(BytesMax, "a report", "check that this is one report"));
        if (TextDecoding.Decode(bytes.Span, isPage: false, out var issue) is not { } text) return (null, null, issue);
        if (PlacedJson.Read(text, 0, text.Length, out var failedAt) is { } root) return (text, root, null);
        return (text, null, NewsXml.Malformed(text.AsSpan(0, Math.Max(0, failedAt)).Count('\n') + 1, "no JSON from there on, or more of it than a report has", "one ninjs object", "fetch it again, or ask its publisher"));
    }
}
