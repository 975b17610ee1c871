using System.Text.Json;
using Tributary.Tests.Sources.News;

namespace Tributary.Tests.Samples;

/// <summary>Holds samples/README.md to what the files say.</summary>
public sealed class SampleDocumentsTests
{
    [Fact]
    public void Flows_CountToWhatTheirHeadSays()
    {
        var root = Json("afghanistan-2020-flows.json");
        var flows = root.GetProperty("data").GetProperty("flows").EnumerateArray().ToList();
        Assert.Equal(118, flows.Count);
        Assert.Equal(118, root.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal(616_837_965, flows.Where(IsCounted).Sum(Usd));
        Assert.Equal(616_837_965, root.GetProperty("data").GetProperty("incoming").GetProperty("fundingTotal").GetInt64());
        Assert.Equal(109, flows.Count(flow => IsCounted(flow) && Usd(flow) >= 1_500_000));
        Assert.True(616_837_965m / 725_591_299m > 0.85m);
    }

    [Fact]
    public void Flows_HoldNoSentenceOfOthers() => Assert.All(Json("afghanistan-2020-flows.json").GetProperty("data").GetProperty("flows").EnumerateArray(), flow =>
    {
        Assert.Equal(JsonValueKind.Null, flow.GetProperty("description").ValueKind);
        Assert.Equal(JsonValueKind.Null, flow.GetProperty("refCode").ValueKind);
    });

    [Fact]
    public void Clusters_AddUpToThePlan()
    {
        var data = Json("afghanistan-2020-clusters.json").GetProperty("data");
        var requirements = data.GetProperty("requirements");
        var funding = data.GetProperty("report3").GetProperty("fundingTotals");
        var groups = funding.GetProperty("objects")[0];
        Assert.Equal(1_131_050_820, requirements.GetProperty("totalRevisedReqs").GetInt64());
        Assert.Equal(1_131_050_820, requirements.GetProperty("objects").EnumerateArray().Sum(cluster => cluster.GetProperty("revisedRequirements").GetInt64()));
        Assert.Equal(564_467_765, funding.GetProperty("total").GetInt64());
        Assert.Equal(564_467_765, Total(groups, "singleFundingObjects") + Total(groups, "sharedFundingObjects"));
    }

    [Fact]
    public void Plans_AreThoseOfTheClustersAndTheFlows()
    {
        var plans = Json("afghanistan-2020-plans.json").GetProperty("data").GetProperty("plans").EnumerateArray().ToList();
        Assert.Equal([929, 1006], plans.Select(plan => plan.GetProperty("id").GetInt32()));
        Assert.Equal(564_467_765, plans[0].GetProperty("funding").GetProperty("totalFunding").GetInt64());
        Assert.Equal(30, File.ReadLines(Path("afghanistan-plans.csv")).Count());
    }

    [Fact]
    public void Locations_AreAllThatTheFlowsName()
    {
        var known = Json("afghanistan-locations.json").GetProperty("data").EnumerateArray().Select(place => place.GetProperty("id").GetInt32().ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(63, known.Count);
        foreach (var flow in Json("afghanistan-2020-flows.json").GetProperty("data").GetProperty("flows").EnumerateArray())
        {
            var places = flow.GetProperty("sourceObjects").EnumerateArray().Concat(flow.GetProperty("destinationObjects").EnumerateArray())
                .Where(one => one.GetProperty("type").GetString() == "Location");
            Assert.All(places, place => Assert.Contains(place.GetProperty("id").GetString()!, known));
        }
    }

    [Fact]
    public void Conference_IsAReportThatTheNewsReaderKnows()
    {
        var text = File.ReadAllText(Path("moscow-conference-2021-10-20.txt"));
        Assert.True(NewsReports.Recognises(text));
        var report = NewsReports.Read(text);
        Assert.Equal("Moscow meeting on Afghanistan ends with an appeal for aid and no pledge", report["headline"]);
        Assert.Equal("Samples / Conferences", report["section"]);
        Assert.Equal("2021-10-20T22:28:00+08:00", report["published"]);
        Assert.Equal("The Tributary founders", report["editor"]);
        Assert.Equal("Tributary samples", report["publisher"]);
        Assert.Equal("en", report["language"]);
        Assert.Null(report["agency"]);
        Assert.InRange(report["body"]!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 150, 250);
    }

    private static bool IsCounted(JsonElement flow) => flow.GetProperty("boundary").GetString() == "incoming"
        && flow.GetProperty("onBoundary").GetString() == "single" && flow.GetProperty("status").GetString() is ("paid" or "commitment");

    private static long Usd(JsonElement flow) => flow.GetProperty("amountUSD").GetInt64();

    private static long Total(JsonElement groups, string list) => groups.GetProperty(list).EnumerateArray().Sum(group => group.GetProperty("totalFunding").GetInt64());

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(Path(name))).RootElement;

    /// <summary>The samples are part of the project: a missing one is a failure, not a skip.</summary>
    private static string Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "samples", name);
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException("no folder above the tests has this sample", name);
    }
}
