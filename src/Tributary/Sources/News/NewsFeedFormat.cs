using System.Collections.Frozen;
using System.Globalization;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads feeds of news, RSS and Atom: each item is a report.</summary>
/// <remarks>
/// https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287, https://web.resource.org/rss/1.0/spec; the rules stand in
/// <c>docs/sources/news-feed.md</c>. What an item has besides is counted as left out.
/// </remarks>
internal sealed class NewsFeedFormat : IReportFormat
{
    private const int ItemsMax = 10_000;

    private static readonly FrozenSet<string> ItemNames = FrozenSet.Create(StringComparer.Ordinal, "item", "entry");
    private static readonly FrozenSet<string> ParentNames = FrozenSet.Create(StringComparer.Ordinal, "channel", "feed");

    /// <inheritdoc/>
    public string Name => "news-feed";

    /// <inheritdoc/>
    public string Title => "News reports, feed (RSS or Atom)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 0;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(TextDecoding.DecodeHead(head, isPage: false));
        var tag = XmlHead.FirstTag(text);
        return XmlHead.Root(text) switch
        {
            "rss" => true,
            "feed" => tag.Contains("http://www.w3.org/2005/Atom", StringComparison.Ordinal),
            "RDF" => tag.Contains("http://purl.org/rss/1.0/", StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var (text, issue) = NewsXml.Read(document, ItemNames, ItemsMax, token);
        if (text is null) return issue;
        var feed = new FeedItems(text, ItemNames, ParentNames).Read(token);
        var lines = new DocumentText(text);
        var ofAll = FeedStatements.OfAll(feed.OfAll, text);
        NewsEvidence.Give(ofAll, default, lines, sink);
        for (var at = 0; at < feed.Items.Count; at++)
        {
            token.ThrowIfCancellationRequested();
            var item = FeedStatements.Of(feed.Items[at], text, token);
            if (item.Excess is { } why) return NewsXml.Malformed(lines.Span(feed.Items[at].Start, feed.Items[at].End).Line, why, "a text for people to read", "fetch it again, or ask its publisher");
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            item.All.Add(new Statement(NewsFields.Item, number, new Passage(text, feed.Items[at].Start, feed.Items[at].End)));
            var knowsLanguage = ofAll.Exists(static statement => statement.Field == NewsFields.Language);
            var prose = new Passage(item.Words.Text, 0, knowsLanguage ? 0 : item.Words.Text.Length);
            NewsEvidence.Give(item.All, prose, lines, sink);
            foreach (var name in item.LeftOut) sink.Ignore($"item/{name}", "no part of what a report says about itself");
        }
        return null;
    }

    /// <inheritdoc/>
    public ReportText? ReadText(Stream document, CancellationToken token)
    {
        var (text, _) = NewsXml.Read(document, ItemNames, ItemsMax, token);
        if (text is null) return null;
        var items = new FeedItems(text, ItemNames, ParentNames).Read(token).Items;
        return ReportText.Of([.. items.Select(item => (FeedStatements.Of(item, text, token).Words, item.ClosedAt))], text);
    }
}
