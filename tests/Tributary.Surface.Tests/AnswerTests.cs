using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>What programs read: every answer as JSON and CSV, held to files that are read in review.</summary>
public sealed class AnswerTests(SampleLedger samples)
{
    public static TheoryData<string, string> Questions() => new()
    {
        { "funding", "funding --country AFG --year 2020" },
        { "funding-plan", "funding --plan HAFG20 --emergency 911" },
        { "funding-status", "funding --country Afghanistan --year 2020 --status pledge --status paid --on-plan no" },
        { "coverage", "coverage --plan 929" },
        { "coverage-global", "coverage --plan HAFG20 --global-clusters" },
        { "donors", "donors --country AFG --year 2020" },
        { "recipients", "recipients --plan 929" },
        { "flows", "flows --plan 929 --limit 5" },
        { "flows-donor", "flows --donor 2966 --limit 3" },
        { "plans", "plans --country AFG" },
        { "explain", "explain funding --plan 929 --line Nutrition" },
        { "explain-internal", "explain internal --country AFG --year 2020" },
        { "explain-requirement", "explain requirement --plan 929" },
        { "history", "history --plan 929" },
        { "diff", "diff --from 2026-04-29 --plan 929 --limit 3" },
        { "trace", "trace 213675" },
        { "funds", "funds 8148" },
        { "hidden", "hidden --plan 929 --limit 2" },
        { "quality", "quality --plan 929" },
        { "duplicates", "duplicates list --country AFG --year 2020 --min-score 0" },
        { "conference", "conference show moscow-2021-10-20" },
        { "conferences", "conference list" },
        { "pledges", "pledges --conference moscow-2021-10-20" },
        { "documents", "documents" },
        { "evidence", "evidence show 82be500d" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Json_OfAnAnswer_IsItsGoldenFile(string name, string command)
    {
        if (name == "evidence") command = $"evidence show {ConferenceId()}";
        var answer = samples.Answer([.. command.Split(' '), "--format", "json"]);
        Assert.NotNull(JsonNode.Parse(answer));
        Golden.Verify(answer, $"tests/Tributary.Surface.Tests/Golden/{name}.json");
    }

    [Theory]
    [InlineData("coverage", "coverage --plan 929")]
    [InlineData("donors", "donors --country AFG --year 2020 --limit 5")]
    [InlineData("flows", "flows --plan 929 --limit 3")]
    [InlineData("plans", "plans --country AFG --year 2020")]
    [InlineData("history", "history --plan 929")]
    [InlineData("trace", "trace 213675")]
    [InlineData("hidden", "hidden --plan 929")]
    [InlineData("conference", "conference show moscow-2021-10-20")]
    [InlineData("conferences", "conference list --about AFG")]
    [InlineData("documents", "documents")]
    public void Csv_OfAnAnswer_IsItsGoldenFile(string name, string command) =>
        Golden.Verify(samples.Answer([.. command.Split(' '), "--format", "csv"]), $"tests/Tributary.Surface.Tests/Golden/{name}.csv");

    [Fact]
    public void Json_OfAnImport_IsItsGoldenFile()
    {
        Assert.Equal((0, ""), (samples.Made.Code, samples.Made.Error));
        var report = JsonNode.Parse(samples.Made.Out)!;
        foreach (var timed in report["documents"]!.AsArray().Append(report)) timed!["seconds"] = 0;
        report["recordsPerSecond"] = 0;
        Golden.Verify(report.ToJsonString(new() { WriteIndented = true }).Replace(Repository.Root + "/", "", StringComparison.Ordinal) + "\n", "tests/Tributary.Surface.Tests/Golden/import.json");
    }

    // Whoever enters something sees it as it is known from then on.
    [Fact]
    public void Json_OfAConferenceEntered_IsThatOfTheConference()
    {
        Assert.Equal((0, ""), (samples.Entered.Code, samples.Entered.Error));
        Assert.Equal(samples.Answer("conference", "show", "moscow-2021-10-20", "--format", "json"), samples.Entered.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_OfTheSamples_Holds()
    {
        var answer = JsonNode.Parse(samples.Answer("verify", "--format", "json"))!;
        Assert.True(answer["holds"]!.GetValue<bool>());
        Assert.Equal(["documents", "journal", "facts"], answer["parts"]!.AsArray().Select(part => part!["name"]!.GetValue<string>()));
    }

    private string ConferenceId() => JsonNode.Parse(samples.Answer("documents", "--format", "json"))!["documents"]!.AsArray()
        .Single(document => document!["format"]!.GetValue<string>() == "news-text")!["hash"]!.GetValue<string>()[..12];
}
