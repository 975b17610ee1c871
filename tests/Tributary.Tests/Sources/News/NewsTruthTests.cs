using System.Text.Json;
using Tributary.Provenance;

namespace Tributary.Tests.Sources.News;

/// <summary>The founding report, field by field against what was found in it by hand.</summary>
public sealed class NewsTruthTests
{
    private const string Report = "news/moscow-conference-2021-10-20";

    [Fact]
    public void Read_MoscowConference_SaysExactlyWhatTheReportSays()
    {
        var (report, truth) = Load();
        AssertField(report.One("headline"), truth.GetProperty("headline").GetProperty("text").GetString()!, truth.GetProperty("headline"));
        AssertField(report.One("section"), "News / World", truth.GetProperty("section_path").GetProperty("span"));
        AssertField(report.One("agency"), "Reuters", [.. truth.GetProperty("agency").GetProperty("spans").EnumerateArray()]);
        AssertField(report.One("editor"), "Guo Jiayi", truth.GetProperty("editor").GetProperty("span"));
        AssertField(report.One("published"), truth.GetProperty("published").GetProperty("value").GetString()!, truth.GetProperty("published").GetProperty("span"));
        AssertField(report.One("noise"), "0", truth.GetProperty("noise")[0].GetProperty("span"));
        AssertField(report.One("collector-date"), "2021-10-20", truth.GetProperty("collector_date").GetProperty("span"));
        var standfirst = truth.GetProperty("standfirst_or_caption");
        AssertField(report.One("standfirst"), standfirst.GetProperty("span").GetProperty("text").GetString()!, standfirst.GetProperty("span"), standfirst.GetProperty("duplicate_of"));
    }

    [Fact]
    public void Read_MoscowConference_LeavesOutWhatTheReportDoesNotSay()
    {
        var (report, truth) = Load();
        foreach (var field in new[] { "author", "publisher", "url" })
        {
            Assert.True(!truth.GetProperty(field).TryGetProperty("value", out var value) || value.ValueKind == JsonValueKind.Null);
            Assert.Null(report[field]);
        }
        Assert.Empty(report.Issues);
        Assert.Empty(report.Ignored);
    }

    [Fact]
    public void Read_MoscowConference_BodyAndLanguage()
    {
        var (report, truth) = Load();
        var body = Assert.Single(report.One("body").Spans);
        Assert.Equal(truth.GetProperty("body").GetProperty("start").GetInt32(), body.Start);
        Assert.Equal(truth.GetProperty("body").GetProperty("end").GetInt32(), body.End);
        Assert.Equal(10, body.Line);
        Assert.Equal("en", report["language"]);
        Assert.StartsWith("inferred", report.One("language").Basis, StringComparison.Ordinal);
    }

    private static (NewsReports Report, JsonElement Document) Load()
    {
        var (text, truth) = (SharedData.Find(Report + ".txt"), SharedData.Find(Report + ".truth.json"));
        Assert.SkipWhen(text is null || truth is null, "shared/data is not here");
        var bytes = File.ReadAllBytes(text!);
        Assert.True(new Tributary.Sources.News.NewsTextFormat().Recognises(bytes));
        return (NewsReports.Read(bytes), JsonDocument.Parse(File.ReadAllText(truth!)).RootElement.GetProperty("document"));
    }

    private static void AssertField(EvidenceField field, string value, params JsonElement[] spans)
    {
        Assert.Equal(value, field.Value);
        Assert.Equal("", field.Basis);
        Assert.Equal(spans.Select(Span), field.Spans);
    }

    private static TextSpan Span(JsonElement span) =>
        new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("line").GetInt32());
}
