using System.Collections.Frozen;
using System.Globalization;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads reports as agencies send them in XML: IPTC's NewsML-G2, alone or several in a message.</summary>
/// <remarks>
/// https://iptc.org/standards/newsml-g2/. The rules stand in <c>docs/sources/newsml-g2.md</c>. Left out: what is in codes (subjects, genres,
/// urgency, roles), rights, and the references of a package, which are no reports themselves.
/// </remarks>
internal sealed class NewsMlFormat : IReportFormat
{
    private const int ItemsMax = 10_000;

    private static readonly FrozenSet<string> ItemNames = FrozenSet.Create(StringComparer.Ordinal, "newsItem", "packageItem");

    /// <summary>Where a field stands: an element of the item, and one within it.</summary>
    private static readonly (string Part, string Name, string Field, string Basis)[] Places =
    [
        ("contentMeta", "headline", NewsFields.Headline, ""), ("contentMeta", "by", NewsFields.Author, ""), ("contentMeta", "located", NewsFields.Located, ""),
        ("contentMeta", "creditline", NewsFields.Agency, ""), ("itemMeta", "provider", NewsFields.Agency, ""),
        ("itemMeta", "versionCreated", NewsFields.Published, NewsValues.OfVersion), ("contentMeta", "language", NewsFields.Language, ""),
    ];

    /// <inheritdoc/>
    public string Name => "newsml-g2";

    /// <inheritdoc/>
    public string Title => "News reports, NewsML-G2";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(TextDecoding.DecodeHead(head, isPage: false));
        return XmlHead.Root(text) is "newsItem" or "packageItem" or "newsMessage" && XmlHead.FirstTag(text).Contains("http://iptc.org/std/nar/", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (text, issue) = NewsXml.Read(document, ItemNames, ItemsMax, token);
        if (text is null) return issue;
        var lines = new DocumentText(text);
        var items = new FeedItems(text, ItemNames, FrozenSet<string>.Empty).Read(token).Items;
        for (var at = 0; at < items.Count; at++)
        {
            var (words, why) = Body(items[at], text, token);
            if (why is not null) return NewsXml.Malformed(lines.Span(items[at].Start, items[at].End).Line, why, "a text for people to read", "fetch it again, or ask its publisher");
            var statements = Places.SelectMany(place => Values(items[at], place.Part, place.Name, text)
                .SelectMany(value => NewsValues.Of(place.Field, value.Text, text, place.Basis))).ToList();
            if (items.Count > 1) statements.Add(new Statement(NewsFields.Item, (at + 1).ToString(CultureInfo.InvariantCulture), new Passage(text, items[at].Start, items[at].End)));
            if (words.Text.Text.Length > 0) statements.Add(NewsValues.At(NewsFields.Body, words.Text, text) with { Value = words.Text.Text });
            NewsEvidence.Give(statements, new Passage(words.Text.Text, 0, words.Text.Text.Length), lines, sink);
            foreach (var part in items[at].Elements.Where(static part => part.Name is not ("itemMeta" or "contentMeta" or "contentSet"))) sink.Ignore(part.Name, "no part of what a report says about itself");
        }
        return null;
    }

    /// <inheritdoc/>
    public ReportText? ReadText(Stream document, CancellationToken token)
    {
        var (text, _) = NewsXml.Read(document, ItemNames, ItemsMax, token);
        if (text is null) return null;
        var all = new List<(MappedText Text, int ClosedAt)>();
        foreach (var item in new FeedItems(text, ItemNames, FrozenSet<string>.Empty).Read(token).Items)
        {
            var (body, why) = Body(item, text, token);
            if (why is not null) return null;
            all.Add((MappedText.Join([.. Values(item, "contentMeta", "headline", text).Take(1), body]), item.ClosedAt));
        }
        return ReportText.Of(all, text);
    }

    /// <summary>The values of an element: its name where it has one, its text, or what its attribute says.</summary>
    private static IEnumerable<(MappedText Text, int ClosedAt)> Values(FeedItem item, string part, string name, string document)
    {
        foreach (var element in item.Elements.Where(element => element.Name == part).SelectMany(element => element.Within(document, name)))
        {
            var value = name == "language" ? element.Attribute(document, "tag")
                : element.Within(document, "name").Select(inner => inner.Text(document)).FirstOrDefault() ?? element.Text(document);
            if (string.IsNullOrWhiteSpace(value?.Text)) value = element.Attribute(document, "literal");
            if (value is not null) yield return (value.Trim(), element.ContentEnd);
        }
    }

    /// <summary>The text: XHTML or NITF in the item, or plain text.</summary>
    private static ((MappedText Text, int ClosedAt) Words, string? Why) Body(FeedItem item, string document, CancellationToken token)
    {
        var sets = item.Elements.Where(static element => element.Name == "contentSet").ToList();
        if (sets.SelectMany(set => set.Within(document, "inlineXML")).FirstOrDefault() is { } xml)
        {
            var content = xml.Within(document, "body.content").FirstOrDefault() ?? xml.Within(document, "body").FirstOrDefault() ?? xml;
            var words = HtmlPage.WordsOf(MappedText.Of(document, content.ContentStart, content.ContentEnd), token, out var why);
            return ((words, content.ContentEnd), why);
        }
        var data = sets.SelectMany(set => set.Within(document, "inlineData")).FirstOrDefault();
        var isText = data?.Attribute(document, "encoding") is null;
        return (data is not null && isText ? (data.Text(document).Trim(), data.ContentEnd) : (new MappedText("", []), 0), null);
    }
}
