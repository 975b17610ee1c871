using System.Text;
using CsCheck;
using Tributary.Sources;
using Tributary.Sources.News;
using Tributary.Tests.Errors;

namespace Tributary.Tests.Sources.News;

/// <summary>What agencies send: ninjs and NewsML-G2.</summary>
public sealed class NewsAgencyFormatTests
{
    private const string Ninjs = """
        {
          "uri": "tag:wire.example,2021:1", "type": "text", "versioncreated": "2021-10-20T22:28:00+08:00", "language": "en", "urgency": 4,
          "headline": "Donors meet in \"Geneva\" \u2013 again", "byline": "By Jane Doe and Zo\u00eb Sample", "located": "Geneva",
          "copyrightholder": "Sample Wire",
          "body_xhtml": "<p>Ten donors met &amp; said:\u00a0no sums.<\/p>\n<p>They gave &euro;2.5\u00a0million \ud83d\ude00.<\/p>",
          "associations": {"main": {"type": "picture", "headline": "A picture"}}
        }
        """;

    private const string NinjsThree = """
        {"uri": "x", "versionCreated": "2021-10-20", "headlines": [{"role": "main", "value": "Aid comes"}], "by": "Jane Doe",
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "First line.\n\n1 < 2 & so on."}]}
        """;

    private const string NewsMl = """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" standard="NewsML-G2">
          <itemMeta><itemClass qcode="ninat:text"/><provider literal="Sample Wire"/><versionCreated>2021-10-20T22:28:00+08:00</versionCreated></itemMeta>
          <contentMeta><located type="cptype:city"><name>Geneva</name></located><by>Jane Doe</by><language tag="en"/><headline>Donors meet &amp; talk</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no words</title></head>
            <body><p>Ten donors met &amp; said: no sums.</p><p>They come back in spring.</p></body></html></inlineXML></contentSet>
        </newsItem>
        """;

    private static readonly string Message = "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" + NewsMl[NewsMl.IndexOf("<newsItem", StringComparison.Ordinal)..]
        + "<newsItem><contentMeta><headline>Second</headline></contentMeta><contentSet><inlineData contenttype=\"text/plain\">Plain &lt;words&gt;.</inlineData></contentSet></newsItem></itemSet></newsMessage>";

    [Fact]
    public void Read_Ninjs_GivesWhatItStates() => Assert.Equal(
        ["headline=Donors meet in \"Geneva\" – again", "author=Jane Doe", "author=Zoë Sample", "publisher=Sample Wire", "located=Geneva", "published=2021-10-20T22:28:00+08:00",
            "language=en", "body=Ten donors met & said:\u00a0no sums.\nThey gave €2.5\u00a0million 😀."], Told(Ninjs, new NewsNinjsFormat()));

    [Fact]
    public void Read_NinjsThree_GivesWhatItStates() => Assert.Equal(
        ["headline=Aid comes", "author=Jane Doe", "published=2021-10-20", "body=First line.\n\n1 < 2 & so on."], Told(NinjsThree, new NewsNinjsFormat()));

    [Fact]
    public void Read_NewsMl_GivesWhatItStates() => Assert.Equal(
        ["headline=Donors meet & talk", "agency=Sample Wire", "author=Jane Doe", "located=Geneva", "published=2021-10-20T22:28:00+08:00", "language=en",
            "body=Ten donors met & said: no sums.\nThey come back in spring."], Told(NewsMl, new NewsMlFormat()));

    [Fact]
    public void Read_MessageOfSeveral_BeginsEachWithItsNumber() =>
        Assert.Equal(["item=2", "headline=Second", "body=Plain <words>."], Told(Message, new NewsMlFormat())[^3..]);

    [Fact]
    public void ReadText_HasEachCharacterWhereTheDocumentHasIt()
    {
        foreach (var (document, format, parts) in new[] { (Ninjs, "news-ninjs", 1), (NinjsThree, "news-ninjs", 1), (NewsMl, "newsml-g2", 1), (Message, "newsml-g2", 2) })
        {
            var bytes = Encoding.UTF8.GetBytes(document);
            Assert.Equal(format, Tributary.Import.Formats.Recognise(bytes)?.Name);
            var text = ReportText.Of(new MemoryStream(bytes), format, TestContext.Current.CancellationToken)!;
            ReportTextTests.AssertMapped(text);
            Assert.Equal(parts, text.Parts.Count);
        }
    }

    [Fact]
    public void Read_JsonThatIsNone_IsFatalAndClear()
    {
        foreach (var text in new[] { "{\"headline\": \"a\",, \"versioncreated\": 1}", "{\"headline\": " + new string('[', 1000), "", "{\"headline\": [" + string.Join(',', Enumerable.Repeat("0", 300_000)) + "]}" })
        {
            var fatal = NewsReports.Read(Encoding.UTF8.GetBytes(text), new NewsNinjsFormat()).Fatal;
            Assert.Equal("document-malformed", fatal?.Code);
            ReproducerTests.AssertClear(fatal!);
        }
    }

    [Fact]
    public void Read_ChangedDocuments_EndWithFieldsThatStandWhereTheySay() =>
        Gen.OneOf(Ninjs, NinjsThree, NewsMl, Message).Select(Gen.OneOf("\\", "\"", "\\u00e9", "\\ud83d", "<", "&lt;", "&amp;", "[", "}", ",", "é😀", "\n"), Gen.Double[0, 1]).Sample((document, added, share) =>
        {
            var at = (int)(share * document.Length);
            var changed = Encoding.UTF8.GetBytes(document[..at] + added + document[at..]);
            IReportFormat format = document.StartsWith('{') ? new NewsNinjsFormat() : new NewsMlFormat();
            var report = NewsReports.Read(changed, format);
            if (report.Fatal is { } fatal) ReproducerTests.AssertClear(fatal);
            foreach (var span in report.Fields.SelectMany(field => field.Spans)) Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= document.Length + added.Length);
            if (format.ReadText(new MemoryStream(changed), TestContext.Current.CancellationToken) is { } text) ReportTextTests.AssertMapped(text);
        });

    private static string[] Told(string document, IDocumentFormat format)
    {
        var report = NewsReports.Read(Encoding.UTF8.GetBytes(document), format);
        Assert.Null(report.Fatal);
        Assert.Empty(report.Issues);
        return [.. report.Fields.Select(field => $"{field.Field}={field.Value}")];
    }
}
