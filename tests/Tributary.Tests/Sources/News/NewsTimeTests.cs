using Tributary.Sources.News;

namespace Tributary.Tests.Sources.News;

public sealed class NewsTimeTests
{
    [Theory]
    [InlineData("22:28 UTC+8, 2021-10-20", "2021-10-20T22:28:00+08:00")]
    [InlineData("2021-10-20 22:28 GMT", "2021-10-20T22:28:00+00:00")]
    [InlineData("October 20, 2021 10:28 PM UTC+08:00", "2021-10-20T22:28:00+08:00")]
    [InlineData("2021-10-20T22:28:05.123Z", "2021-10-20T22:28:05+00:00")]
    [InlineData("2021-10-20T22:28:05+0330", "2021-10-20T22:28:05+03:30")]
    [InlineData("Wed, 20 Oct 2021 22:28:05 -0400", "2021-10-20T22:28:05-04:00")]
    [InlineData("12:05 a.m. on Oct. 20th, 2021 (GMT−3)", "2021-10-20T00:05:00-03:00")]
    [InlineData("Sept 1, 2021", "2021-09-01")]
    [InlineData("2021/10/20", "2021-10-20")]
    [InlineData("20 October 2021 at 22:28", "2021-10-20T22:28:00")]
    public void Find_Layouts(string text, string iso) => Assert.Equal(iso, Find(text)!.Iso);

    [Theory]
    [InlineData("20/10/2021"), InlineData("2021-13-01"), InlineData("2021-02-30"), InlineData("October 2021"), InlineData("22:28 GMT")]
    [InlineData("Octopus 20, 2021"), InlineData("2021-10/20"), InlineData("12021-10-20"), InlineData("2021-10-201"), InlineData("")]
    public void Find_NoWholeDate_Null(string text) => Assert.Null(Find(text));

    [Theory]
    [InlineData("2021-10-20 25:00 GMT", "2021-10-20")]
    [InlineData("2021-10-20 13:00 PM", "2021-10-20")]
    [InlineData("2021-10-20 22:28 UTC+15", "2021-10-20T22:28:00")]
    public void Find_ImpossiblePart_IsNotInvented(string text, string iso) => Assert.Equal(iso, Find(text)!.Iso);

    [Fact]
    public void Find_TimeFarFromTheDate_IsNotItsTime() => Assert.Null(Find("2021-10-20 doors open 22:28")!.Time);

    private static NewsTime? Find(string text) => NewsTime.Find(new Passage(text, 0, text.Length));
}
