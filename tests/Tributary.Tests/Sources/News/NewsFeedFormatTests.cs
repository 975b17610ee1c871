using System.Text;
using CsCheck;
using Tributary.Provenance;
using Tributary.Sources.News;
using Tributary.Tests.Errors;

namespace Tributary.Tests.Sources.News;

public sealed class NewsFeedFormatTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void Read_Rss_GivesTheFieldsOfEachItemWithinItsPlace()
    {
        var feed = Read(NewsFeeds.Rss);
        Assert.Equal(["publisher=The Sample Daily", "language=en-gb"], Told(feed.Fields.Take(2)));
        Assert.Equal(["item=1", "headline=Winter aid reaches Bamyan & Ghor", "section=Asia", "author=Jane Example", "published=2021-10-20T22:28:00+08:00",
            "url=https://news.example/bamyan", "standfirst=Lorries crossed the pass.",
            "body=The ministry gave €2.5 million, it said.\nTwo convoys are to go each week.\nSnow comes in December."], Told(OfItem(feed, NewsFeeds.Rss, 1)));
        Assert.Equal(["item=2", "headline=Donors meet in \"Geneva\"", "agency=Sample Wire", "author=Ann Sample", "published=2021-10-20T22:28:00",
            "body=Ten donors met & said: no sums.\ncafés opened…"], Told(OfItem(feed, NewsFeeds.Rss, 2)));
        Assert.Contains("'CST'", OfItem(feed, NewsFeeds.Rss, 2).Single(field => field.Field == "published").Basis, StringComparison.Ordinal);
        Assert.Contains("summary", OfItem(feed, NewsFeeds.Rss, 2).Single(field => field.Field == "body").Basis, StringComparison.Ordinal);
        Assert.Equal(["item/media:title"], feed.Ignored);
    }

    [Fact]
    public void Read_Atom_TakesEachTypeOfText()
    {
        var feed = Read(NewsFeeds.Atom);
        Assert.Equal(["item=1", "headline=L'aide arrive < deux vallées", "section=Asie", "author=Jean Exemple", "author=Zoë Sample", "published=2021-10-20T14:28:00+02:00",
            "url=https://news.example/aide", "standfirst=Les premiers camions.", "body=Les premiers camions sont arrivés.\nLa farine & le sel suivent."], Told(OfItem(feed, NewsFeeds.Atom, 1)));
        Assert.Equal(["item=2", "headline=Sans texte", "body=Mot."], Told(OfItem(feed, NewsFeeds.Atom, 2)));
        Assert.Equal(["language=fr", "publisher=Le Quotidien"], Told(feed.Fields.Take(2)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_RssOne_ItemsBesideTheirChannel() => Assert.Equal(
        ["publisher=The Sample Daily", "item=1", "headline=Aid comes", "published=2021-10-20", "url=https://news.example/1"], Told(Read(NewsFeeds.RssOne).Fields));

    [Fact]
    public void Import_FeedWithItsNewestItemFirst_SpeaksAsOfThatItem()
    {
        using var folder = new TempFolder();
        using var ledger = new TempLedger();
        ledger.Import(folder.Write(Encoding.UTF8.GetBytes(NewsFeeds.Rss.Replace("20 Oct 2021 22:28:00 CST", "18 Oct 2021 22:28:00 CST", StringComparison.Ordinal)), ".xml"));
        Assert.Equal(new DateOnly(2021, 10, 20), Assert.Single(ledger.Ask(new Tributary.Questions.DocumentsQuestion()).Documents).Day);
    }

    [Theory]
    [InlineData(NewsFeeds.Rss, 2), InlineData(NewsFeeds.Atom, 2), InlineData(NewsFeeds.RssOne, 1)]
    public void ReadText_EachItemIsAPart(string feed, int count)
    {
        Assert.Equal("news-feed", Tributary.Import.Formats.Recognise(Encoding.UTF8.GetBytes(feed))?.Name);
        var text = ReportText.Of(new MemoryStream(Encoding.UTF8.GetBytes(feed)), "news-feed", TestContext.Current.CancellationToken)!;
        ReportTextTests.AssertMapped(text);
        Assert.Equal(count, text.Parts.Count);
        Assert.Equal(text.Text, string.Join('\n', text.Parts.Select(part => text.Text[part.Start..part.End])));
    }

    [Theory]
    [InlineData("document-type-declared", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>")]
    [InlineData("document-malformed", "<rss><channel><item></channel></rss>"), InlineData("document-malformed", "<rss>&nbsp;</rss>"), InlineData("document-malformed", "<rss>")]
    [InlineData("document-encoding", "<?xml version='1.0' encoding='klingon'?><rss/>")]
    public void Read_NoFeed_IsFatalAndClear(string code, string feed)
    {
        var fatal = Read(feed).Fatal;
        Assert.Equal(code, fatal?.Code);
        ReproducerTests.AssertClear(fatal!);
    }

    [Theory]
    [InlineData("<a>", ""), InlineData("<item/>", ""), InlineData("<item>&lt;p&gt;</item>", ""), InlineData("<x/>", ""), InlineData("<item><title>&lt;", "</title></item>")]
    [InlineData("<![CDATA[<]]>", ""), InlineData("&amp;lt;", ""), InlineData("<!---->", "")]
    public void Read_HostileRepetition_EndsSoon(string piece, string rest)
    {
        var feed = $"<rss><channel><item><description>{string.Concat(Enumerable.Repeat(piece + rest, 3_000_000 / piece.Length))}</description></item></channel></rss>";
        var start = TimeProvider.System.GetTimestamp();
        if (Read(feed).Fatal is { } fatal) ReproducerTests.AssertClear(fatal);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < Soon);
    }

    [Theory]
    [InlineData("<div>", 100_000), InlineData("<p>", 600_000)]
    public void Read_APageWithinAnItemThatIsNone_IsFatal(string tag, int count)
    {
        var fatal = Read($"<rss><channel><item><description><![CDATA[{string.Concat(Enumerable.Repeat(tag, count))}]]></description></item></channel></rss>").Fatal;
        Assert.Equal("document-malformed", fatal?.Code);
        ReproducerTests.AssertClear(fatal!);
    }

    [Fact]
    public void Read_MoreItemsThanAFeedHas_IsFatal() =>
        Assert.Equal("document-malformed", Read($"<rss><channel>{string.Concat(Enumerable.Repeat("<item/>", 10_001))}</channel></rss>").Fatal?.Code);

    [Fact]
    public void Read_ChangedFeeds_EndWithFieldsThatStandWhereTheySay()
    {
        var piece = Gen.OneOf("&lt;", "&amp;", "<![CDATA[", "]]>", "<item>", "</item>", "<title>", "</title>", "<", ">", "\"", "&lt;p&gt;", "&amp;eacute;", "é", "\r\n", "<!--", "-->", "<b/>");
        Gen.OneOf(NewsFeeds.Rss, NewsFeeds.Atom, NewsFeeds.RssOne).Select(piece, Gen.Double[0, 1]).Sample((feed, added, share) =>
        {
            var at = (int)(share * feed.Length);
            var changed = feed[..at] + added + feed[at..];
            var report = Read(changed);
            if (report.Fatal is { } fatal) ReproducerTests.AssertClear(fatal);
            foreach (var span in report.Fields.SelectMany(field => field.Spans)) Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= changed.Length);
            if (ReportText.Of(new MemoryStream(Encoding.UTF8.GetBytes(changed)), "news-feed", TestContext.Current.CancellationToken) is { } text) ReportTextTests.AssertMapped(text);
        });
    }

    private static NewsReports Read(string feed) => NewsReports.Read(Encoding.UTF8.GetBytes(feed), new NewsFeedFormat());

    private static List<EvidenceField> OfItem(NewsReports feed, string document, int number)
    {
        var place = feed.Fields.Single(field => field.Field == "item" && field.Value == $"{number}").Spans[0];
        Assert.StartsWith("<", document[place.Start..], StringComparison.Ordinal);
        return feed.Fields.FindAll(field => field.Spans.Count > 0 && field.Spans.All(span => span.Start >= place.Start && span.End <= place.End));
    }

    private static IEnumerable<string> Told(IEnumerable<EvidenceField> fields) => fields.Select(field => $"{field.Field}={field.Value}");
}
