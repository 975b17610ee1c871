using System.Text;
using CsCheck;
using Tributary.Sources.News;
using Tributary.Tests.Errors;

namespace Tributary.Tests.Sources.News;

public sealed class NewsHtmlFormatTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void ReadText_OfAPage_IsItsHeadlineAndItsArticle() =>
        Assert.Equal(NewsPages.DailyWords.ReplaceLineEndings("\n"), Plain(Text(NewsPages.Daily).Text));

    [Fact]
    public void Read_Page_GivesWhatItsDataAndItsHeadState()
    {
        var report = Read(NewsPages.Daily);
        Assert.Equal("Winter aid reaches Bamyan & Ghor", report["headline"]);
        Assert.Equal(2, report.One("headline").Spans.Count);
        Assert.Equal("Asia", report["section"]);
        Assert.Equal(["Jane Example", "Zoë Sample"], report.All("author"));
        Assert.Equal("The Sample Daily", report["publisher"]);
        Assert.Equal("2021-10-20T22:28:00+08:00", report["published"]);
        Assert.Equal(["en", "en-GB"], report.All("language").Order(StringComparer.Ordinal));
        Assert.Equal("https://news.example/bamyan", report["url"]);
        Assert.StartsWith("The first lorries", report["body"], StringComparison.Ordinal);
        Assert.Equal(["updated"], report.Ignored);
        Assert.Empty(report.Issues);
    }

    [Fact]
    public void Read_OldPageWithoutData_ReadsWhatItShows()
    {
        var report = Read(NewsPages.Old);
        Assert.Equal("Donors meet in Geneva", report["headline"]);
        Assert.Equal(["Ann Example", "Bo Sample"], report.All("author"));
        Assert.Equal("Reuters", report["agency"]);
        Assert.Equal("2021-10-20T22:28:00", report["published"]);
        Assert.Contains("'CST'", report.One("published").Basis, StringComparison.Ordinal);
        Assert.Equal("en", report["language"]);
        Assert.EndsWith("of which a third has come.", report["body"], StringComparison.Ordinal);
        Assert.DoesNotContain("About", report["body"], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SourcesThatDiffer_GiveAFieldEach()
    {
        var report = Read(NewsPages.Differing);
        Assert.Equal(["L'aide est arrivée", "L'aide arrive"], report.All("headline"));
        Assert.Equal(["2021-10-20T14:28:00+00:00", "2021-10-20T22:28:00"], report.All("published"));
        Assert.Contains("'CST'", report.Fields.Last(field => field.Field == "published").Basis, StringComparison.Ordinal);
        Assert.Equal("fr", report["language"]);
    }

    [Theory]
    [InlineData(NewsPages.Daily), InlineData(NewsPages.Old), InlineData(NewsPages.Differing)]
    public void Recognises_Pages(string page)
    {
        Assert.True(new NewsHtmlFormat().Recognises(Encoding.UTF8.GetBytes(page)));
        Assert.False(NewsReports.Recognises(page));
        Assert.Equal("news-html", Tributary.Import.Formats.Recognise(Encoding.UTF8.GetBytes(page))?.Name);
        Assert.Equal("news-html", Tributary.Import.Formats.Recognise([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(page)])?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("<p>A report of donors, with words and commas.<p>2021-10-20")]
    [InlineData("<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>The server, which was asked for the page, did not answer in time, and so we cannot show it. Please try again in a while, or write to us at the address below.</p></body></html>")]
    [InlineData("<rss><channel><title>News</title></channel></rss>")]
    [InlineData("id,html\n1,<html><article>words</article></html>\n")]
    [InlineData("{\"html\": \"<html><article>\"}")]
    public void Recognises_OtherDocuments_No(string document) => Assert.False(new NewsHtmlFormat().Recognises(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void Read_DataThatIsNoJson_IsReportedAtItsPlaceAndTheRestIsRead()
    {
        var report = Read(NewsPages.Daily.Replace("\"@graph\": [", "\"@graph\": [,,", StringComparison.Ordinal));
        var issue = Assert.Single(report.Issues);
        Assert.Equal("news-data-unreadable", issue.Code);
        Assert.StartsWith("line 14, ", issue.Place, StringComparison.Ordinal);
        ReproducerTests.AssertClear(issue);
        Assert.Equal("Jane Example", report["author"]);
    }

    [Fact]
    public void Read_DateThatIsNone_IsReported()
    {
        var report = Read("<html><meta name=date content='last Wednesday'><p>Words of a report that stand here, so that there is one.</html>");
        Assert.Equal("news-date-unreadable", Assert.Single(report.Issues).Code);
        Assert.Null(report["published"]);
    }

    [Theory]
    [InlineData("windows-1251", "<meta charset=windows-1251>"), InlineData("windows-1252", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>")]
    [InlineData("gb18030", "<meta charset=\"gb2312\">"), InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>"), InlineData("utf-8", "")]
    public void Read_InTheEncodingThatItDeclares(string encoding, string declaration)
    {
        var words = encoding switch { "windows-1251" => "Первые грузовики прибыли", "windows-1252" => "Les premières arrivées", "gb18030" => "第一批卡车", "shift_jis" => "最初のトラック", _ => "é" };
        var page = $"{declaration}<html><h1>{words}</h1>";
        var bytes = (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(page);
        Assert.Equal(words, NewsReports.Read(bytes, new NewsHtmlFormat())["headline"]);
        Assert.Equal(words, ReportText.Of(new MemoryStream(bytes), "news-html", TestContext.Current.CancellationToken)!.Text);
    }

    [Theory]
    [InlineData("<meta charset=utf-8><p>caf\u00e9", "byte 26"), InlineData("<html><p>caf\u00e9", "byte 12"), InlineData("<meta charset=klingon><p>", "declaration")]
    [InlineData("<meta charset=shift_jis><p>\u0081", "byte 27")]
    public void Read_BytesThatDoNotFit_IsFatalAtTheirPlace(string latin1, string place)
    {
        var fatal = NewsReports.Read(Encoding.Latin1.GetBytes(latin1), new NewsHtmlFormat()).Fatal;
        Assert.Equal(("document-encoding", place), (fatal?.Code, fatal?.Place));
        ReproducerTests.AssertClear(fatal!);
    }

    [Fact]
    public void Read_TooDeep_IsFatalAndClear()
    {
        var fatal = Read("<html>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "words").Fatal;
        Assert.Equal("document-malformed", fatal?.Code);
        ReproducerTests.AssertClear(fatal!);
    }

    [Fact]
    public void Read_MoreThan16MiB_IsFatal() =>
        Assert.Equal("document-too-long", NewsReports.Read(new byte[NewsHtmlFormat.BytesMax + 1], new NewsHtmlFormat()).Fatal?.Code);

    [Theory]
    [InlineData("<p>"), InlineData("<b>"), InlineData("<a href=x>"), InlineData("</div>"), InlineData("<!--"), InlineData("<div x='"), InlineData("&"), InlineData("<"), InlineData("<script>")]
    [InlineData("<![CDATA["), InlineData("</"), InlineData("<p a=\"\" "), InlineData("<title>"), InlineData("<li>word word word word word word, "), InlineData("<meta name=date content=x>")]
    [InlineData("<time datetime=2021-10-20>"), InlineData("&#1;"), InlineData("\" = \""), InlineData("<script type=ld+json>[</script>"), InlineData("<h1>a b</h1>"), InlineData("<br>By Jane Doe")]
    public void Read_HostileRepetition_EndsSoon(string piece)
    {
        var page = "<html>" + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        var start = TimeProvider.System.GetTimestamp();
        var report = Read(page);
        if (report.Fatal is { } fatal) ReproducerTests.AssertClear(fatal);
        Text(page, orNull: true);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < Soon);
    }

    [Fact]
    public void Read_PiecesInAnyOrder_EndsWithFieldsThatStandWhereTheySay()
    {
        var piece = Gen.OneOf("<p>", "</p>", "<div class=\"article\">", "</div>", "<h1>", "</h1>", "<br>", "<a href=\"x\">", "</a>", "<!--", "-->", "&amp;", "&eacute", "&#x1F600;", "&", "<", ">",
            "\"", "'", "=", "<script>", "</script>", "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",\"headline\":\"a\\u00e9\\n\\ud83d\\ude00\"}", "<meta name=author content='Jane Doe'>",
            "<title>", "</title>", "<time datetime=\"2021-10-20T10:00Z\">", "<li>", "<table><tr><td>", "</table>", "<svg>", "</svg>", "<![CDATA[", "]]>", " ", "\r\n", "\n",
            "Words of a report, with commas, that are long enough to be prose. ", "é😀", "By Jane Doe", "\\");
        piece.Array[0, 60].Sample(pieces =>
        {
            var page = string.Concat(pieces);
            new NewsHtmlFormat().Recognises(Encoding.UTF8.GetBytes(page));
            foreach (var span in Read(page).Fields.SelectMany(field => field.Spans)) Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= page.Length);
            ReportTextTests.AssertMapped(Text(page));
        });
    }

    private static NewsReports Read(string page) => NewsReports.Read(Encoding.UTF8.GetBytes(page), new NewsHtmlFormat());

    private static ReportText Text(string page, bool orNull = false) =>
        ReportText.Of(new MemoryStream(Encoding.UTF8.GetBytes(page)), "news-html", TestContext.Current.CancellationToken) ?? (orNull ? null! : throw new InvalidDataException("no text"));

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
