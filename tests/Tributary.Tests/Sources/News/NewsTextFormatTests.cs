using System.Text;
using CsCheck;
using Tributary.Sources.News;

namespace Tributary.Tests.Sources.News;

public sealed class NewsTextFormatTests
{
    private const string Wire = """
        Donors meet in Geneva on drought relief

        GENEVA, Oct 20 (Reuters) - Ten donors met on Wednesday and said that they would look at the appeal for the Horn of Africa.

        No sums were named at the end of the day.

        (Reporting by Ann Example and Bo Sample; Editing by Cy Proof)
        """;

    private const string Daily = """
        Home > Asia > Afghanistan
        Winter aid reaches Bamyan
        Lorries with food and blankets crossed the pass before the snow.
        By Jane Example in Kabul
        Published: October 20, 2021 10:28 PM UTC+08:00   Updated: October 21, 2021 8:00 AM UTC+08:00
        The first lorries with food and blankets reached the province of Bamyan, and more are to follow in the week.
        Publisher: The Sample Daily | Language: en
        URL: https://news.example/bamyan
        """;

    private const string Blog = """
        Flood appeal is half met
        Jo Writer | 12 comments
        2021-10-20 22:28 GMT
        The appeal for the floods is half met, and the rest is needed before the rains, the office said in the capital.
        Source: AFP
        """;

    private const string Turkish = """
        A grant for Kunduz is announced
        Xinhua reports
        Wednesday, 20 October 2021 at 22:28 CST

        The grant is for wells and for the hospital in the north of the province, and it is to be paid in the new year.
        """;

    private const string Tass = """
        Russia to send flour to Afghanistan

        MOSCOW, October 20, 2021. /TASS/. The flour is to be sent by rail and by lorry before the winter, the ministry said.
        """;

    private const string Local = """
        Reconstruction fund opens its books
        By JOHN ROE and Ann Poe, Associated Press
        Posted 20 Oct. 2021, 09:05 Kabul time
        https://news.example/fund
        The fund has opened its books to auditors for the first time, and they are to report in the spring of next year.
        3 shares
        Edited by: Di Reader
        """;

    [Fact]
    public void Read_WireReport_DatelineGivesAgencyAndFootGivesPeople()
    {
        var report = NewsReports.Read(Wire);
        Assert.Equal("Donors meet in Geneva on drought relief", report["headline"]);
        Assert.Equal("Reuters", report["agency"]);
        Assert.Equal(["Ann Example", "Bo Sample"], report.All("author"));
        Assert.Equal("Cy Proof", report["editor"]);
        Assert.StartsWith("GENEVA, Oct 20", report["body"], StringComparison.Ordinal);
        Assert.EndsWith("end of the day.", report["body"], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DatelineWithoutYear_PublishesNoDay() => Assert.Null(NewsReports.Read(Wire)["published"]);

    [Fact]
    public void Read_DailyReport_LabelledValuesOnOneLineStayApart()
    {
        var report = NewsReports.Read(Daily);
        Assert.Equal("Home / Asia / Afghanistan", report["section"]);
        Assert.Equal("Winter aid reaches Bamyan", report["headline"]);
        Assert.Equal("Lorries with food and blankets crossed the pass before the snow.", report["standfirst"]);
        Assert.Equal("Jane Example", report["author"]);
        Assert.Equal("2021-10-20T22:28:00+08:00", report["published"]);
        Assert.Equal("The Sample Daily", report["publisher"]);
        Assert.Equal("https://news.example/bamyan", report["url"]);
        Assert.Equal("", report.One("language").Basis);
        Assert.Equal(["updated"], report.Ignored);
    }

    [Fact]
    public void Read_IsoTimeInGmt_KeepsOffsetZero() => Assert.Equal("2021-10-20T22:28:00+00:00", NewsReports.Read(Blog)["published"]);

    [Fact]
    public void Read_NameAloneBesideACounter_IsNobody()
    {
        // "Jo Writer" may be a reporter or a section: the text does not say, so no author is given.
        var report = NewsReports.Read(Blog);
        Assert.Null(report["author"]);
        Assert.Equal("AFP", report["agency"]);
    }

    [Fact]
    public void Read_ZoneByName_InventsNoOffset()
    {
        var published = NewsReports.Read(Turkish).One("published");
        Assert.Equal("2021-10-20T22:28:00", published.Value);
        Assert.Contains("'CST'", published.Basis, StringComparison.Ordinal);
        Assert.Equal("Xinhua", NewsReports.Read(Turkish)["agency"]);
    }

    [Fact]
    public void Read_DatelineWithYear_PublishesItsDay()
    {
        var report = NewsReports.Read(Tass);
        Assert.Equal("TASS", report["agency"]);
        Assert.Equal("2021-10-20", report["published"]);
        Assert.Equal("the report states the day and no time", report.One("published").Basis);
    }

    [Fact]
    public void Read_BylineWithAgency_TellsPeopleFromAgency()
    {
        var report = NewsReports.Read(Local);
        Assert.Equal(["JOHN ROE", "Ann Poe"], report.All("author"));
        Assert.Equal("Associated Press", report["agency"]);
        Assert.Equal("2021-10-20T09:05:00", report["published"]);
        Assert.Contains("'Kabul time'", report.One("published").Basis, StringComparison.Ordinal);
        Assert.Equal("3 shares", report["noise"]);
        Assert.Equal("Di Reader", report["editor"]);
    }

    [Theory]
    [InlineData(Wire), InlineData(Daily), InlineData(Blog), InlineData(Turkish), InlineData(Tass), InlineData(Local)]
    public void Recognises_Reports(string report)
    {
        Assert.True(NewsReports.Recognises(report));
        Assert.True(NewsReports.Recognises(report.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Just a line of words without anything else")]
    [InlineData("""{"headline": "Donors meet", "published": "2021-10-20T22:28:00Z", "source": "Reuters"}""")]
    [InlineData("<article><h1>Donors meet in Geneva</h1><p>2021-10-20 22:28 GMT</p><p>Source: Reuters</p></article>")]
    [InlineData("date,budgetYear,description,amountUSD\n#date,#x,#y,#value\n2021-10-20,2021,Source: Reuters. A long description.,1000\n")]
    [InlineData("commit 0c88da1 of the main branch\nAuthor: Jane Doe\nDate: 2021-10-20 22:28:00 +0800\n\n    Build the solution and its settings. All the tests pass now.\n")]
    [InlineData("# Changelog of the project\n\n## 2021-10-20\n\nThe first version of it all. Nothing else has changed since then.\n")]
    [InlineData("Dear all,\n\nthe meeting is on October 20, 2021 at 10:00.\n\nBest wishes,\nJane\n")]
    [InlineData("Donors meet in Geneva\n\nThe donors met on Wednesday and said that they would look at it.\n\nSource: Reuters\n")]
    [InlineData("Donors meet in Geneva\n2021-10-20 22:28 GMT\n\nThe donors met on Wednesday and said that they would look at it.\n")]
    public void Recognises_OtherText_No(string text) => Assert.False(NewsReports.Recognises(text));

    [Fact]
    public void Recognises_HeadThatEndsInsideACharacter_Yes()
    {
        var bytes = Encoding.UTF8.GetBytes(Blog + " – and so on");
        var dash = Array.IndexOf(bytes, (byte)0xE2);
        Assert.True(new NewsTextFormat().Recognises(bytes.AsSpan(0, dash + 1)));
    }

    [Fact]
    public void Recognises_Binary_No() => Assert.False(new NewsTextFormat().Recognises([.. Encoding.UTF8.GetBytes(Wire), 0, 1, 2]));

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheText()
    {
        var plain = NewsReports.Read(Daily);
        var marked = NewsReports.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Daily)]);
        Assert.Equal(plain.Fields.Select(field => field.Spans), marked.Fields.Select(field => field.Spans));
    }

    [Fact]
    public void Read_NotUtf8_IsFatalAtItsByte()
    {
        var fatal = NewsReports.Read([.. "Caf"u8, 0xE9, .. " opens"u8]).Fatal;
        Assert.Equal("document-encoding", fatal!.Code);
        Assert.Equal("byte 3", fatal.Place);
    }

    [Fact]
    public void Read_MoreThan64MiB_IsFatal()
    {
        var fatal = NewsReports.Read(new byte[NewsTextFormat.BytesMax + 1]).Fatal;
        Assert.Equal("document-too-long", fatal!.Code);
    }

    [Fact]
    public void Read_LabelledDateThatIsNone_IsReportedAtItsPlace()
    {
        var report = NewsReports.Read("Donors meet in Geneva\nPublished: last Wednesday\nThe donors met and said that they would look at it.");
        var issue = Assert.Single(report.Issues);
        Assert.Equal("news-date-unreadable", issue.Code);
        Assert.StartsWith("line 2, characters 33", issue.Place, StringComparison.Ordinal);
        Assert.Null(report["published"]);
    }

    [Fact]
    public void Read_Spans_AreWhereTheValuesStand() => Gen.OneOf(Wire, Daily, Blog, Turkish, Tass, Local).Select(Gen.Int[0, 5], Gen.OneOf("\n", "\r\n")).Sample(
        (text, blankLines, newline) =>
        {
            var whole = string.Concat(Enumerable.Repeat(newline, blankLines)) + text.ReplaceLineEndings(newline);
            foreach (var (field, span) in NewsReports.Read(whole).Fields.SelectMany(field => field.Spans.Select(span => (field, span))))
            {
                Assert.Equal(whole[..span.Start].Split('\n').Length, span.Line);
                if (field.Field is "headline" or "agency" or "author" or "editor" or "body") Assert.Equal(field.Value, whole[span.Start..span.End]);
            }
        });

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String.Array[0, 20].Sample(lines =>
    {
        var text = string.Join('\n', lines.Select(line => line.Replace('\ud800', ' ')));
        NewsReports.Recognises(text);
        NewsReports.Read(Encoding.UTF8.GetBytes(text));
    });

    [Fact]
    public void Read_WordsOfReportsInAnyOrder_NeverThrows()
    {
        // Random characters rarely look like credits; these do.
        var word = Gen.OneOf("By", "Reuters", "reports", "2021-10-20", "22:28", "UTC+8", "Oct", "20", ",", "(", ")", "-", "/", ":", "Source", "Source:",
            "Editor:", "|", "\n", "\n\n", "\u00a0", "0", "min read", "Published", "and", ";", "editing by", "Jane", ".", "PM", "http://x", "date", "staff", "+", "CST");
        word.Array[0, 40].Sample(words =>
        {
            foreach (var glue in new[] { "", " " })
            {
                var text = string.Join(glue, words);
                NewsReports.Recognises(text);
                Assert.All(NewsReports.Read(text).Fields, field => Assert.NotEmpty(field.Value));
            }
        });
    }

    [Fact]
    public void Read_LongHostileLines_TakesLinearTime()
    {
        var token = new string(':', 1_000_000) + new string('a', 4_000_000) + "\n" + new string('a', 4_000_000) + "\n" + new string('\n', 1_000_000) + new string('/', 1_000_000);
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        NewsReports.Read(token);
        Assert.True(clock.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }
}
