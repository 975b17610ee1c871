using CsCheck;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>Money on no line: as much as the breakdown shows there, each line explained by its flows.</summary>
public sealed class HiddenTests(Afghanistan2020 afghanistan)
{
    [Fact]
    public void Hidden_OfPlan929_IsWhatTheBreakdownLeaves()
    {
        var answer = afghanistan.Ask(new HiddenQuestion { Plans = ["929"], Limit = int.MaxValue });
        var coverage = afghanistan.Ask(new CoverageQuestion { Plan = "929" });
        Assert.Equal(160_548_636m, Line(answer, "no cluster").AmountUsd);
        Assert.Equal(24_156_904m, Line(answer, "several clusters").AmountUsd);
        foreach (var (reason, name) in new[] { ("no cluster", ClusterCoverage.NotSpecified), ("several clusters", ClusterCoverage.Multiple) })
        {
            Assert.Equal(coverage.Clusters.Single(cluster => cluster.Name == name).FundingUsd, Line(answer, reason).AmountUsd);
        }
    }

    // FTS publishes 8,189,773 for Protection and Health: 1,389,773 of their own, and 6,800,000 that four clusters share.
    [Fact]
    public void Groups_ThatFtsFolds_AreExactAndSayWhereFtsPutThem()
    {
        var groups = Line(afghanistan.Ask(new HiddenQuestion { Plans = ["929"] }), "several clusters").Groups;
        var exact = RawFlows.OfAfghanistan()
            .Where(flow => flow.Names("destination", "Plan").Contains("Afghanistan 2020") && flow.IsFunding() && flow.Names("destination", "Cluster").Count > 1)
            .GroupBy(flow => string.Join(", ", flow.Names("destination", "Cluster").Order(StringComparer.Ordinal)))
            .ToDictionary(group => group.Key, group => (group.Sum(RawFlows.Amount), (long)group.Count()));
        Assert.Equal(exact.OrderBy(group => group.Key, StringComparer.Ordinal), groups.ToDictionary(group => group.Names, group => (group.AmountUsd, group.FlowCount)).OrderBy(group => group.Key, StringComparer.Ordinal));
        var folded = groups.Single(group => group.Names == "Health, Nutrition, Protection, Water, Sanitation and Hygiene");
        Assert.Equal((6_800_000m, null, "Health, Protection"), (folded.AmountUsd, folded.PublishedUsd, folded.FoldedInto));
        // What is published for a group is its own and what was folded into it.
        Assert.All(groups.Where(group => group.PublishedUsd is not null), group =>
            Assert.Equal(group.PublishedUsd, group.AmountUsd + groups.Where(other => other.FoldedInto == group.Names).Sum(other => other.AmountUsd)));
    }

    [Fact]
    public void Hidden_OfTheCountry_StandsBesideFunding()
    {
        var answer = afghanistan.Ask(new HiddenQuestion { Countries = ["AFG"], Years = [2020], Limit = int.MaxValue });
        Assert.Equal((725_591_299m, 28_526_312m), (answer.FundingUsd, answer.SharedUsd));
        Assert.Equal((24_654_545m, false), (Line(answer, "several countries, not all asked about").AmountUsd, Line(answer, "several countries, not all asked about").InFunding));
        Assert.Equal(3_871_767m, Line(answer, "several usage years, not all asked about").AmountUsd);
        // Not on a plan: money that moved inside the country onto a plan has come to it.
        Assert.Equal(146_123_534m, Line(answer, "no plan").AmountUsd);
        Assert.All(answer.Lines, line => Assert.Equal(line.AmountUsd, answer.Flows.Where(flow => flow.Reason == line.Reason).Sum(flow => flow.Sign * flow.Flow.AmountUsd)));
        Assert.Equal(answer.FlowCount, answer.Flows.Count);
    }

    [Fact]
    public void Lines_OfAnyFlows_AreTheSumsOfTheirFlowsAndGroups() => Gen.Select(Gen.Int[0, 2].Array[6], Gen.Bool.Array[6], Gen.Int[1, 100].Array[6]).Sample((clusters, inside, amounts) =>
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(amounts.Select((amount, index) => new FlowBuilder
        {
            Id = index + 1, AmountUsd = amount, NewMoney = !inside[index],
            Source = inside[index] ? ["Organization:1", "Plan:900", .. Clusters(clusters[(index + 1) % 6])] : ["Organization:1"],
            Destination = ["Organization:2", "Location:1", "UsageYear:2020", "Plan:900", .. Clusters(clusters[index])],
        }))));
        var answer = ledger.Ask(new HiddenQuestion { Plans = ["900"], Limit = int.MaxValue });
        Assert.All(answer.Lines, line => Assert.Equal(line.AmountUsd, answer.Flows.Where(flow => flow.Reason == line.Reason).Sum(flow => flow.Sign * flow.Flow.AmountUsd)));
        Assert.All(answer.Lines.Where(line => line.Groups.Count > 0), line => Assert.Equal(line.AmountUsd, line.Groups.Sum(group => group.AmountUsd)));
        var coverage = ledger.Ask(new CoverageQuestion { Plan = "900" }).Clusters;
        Assert.Equal(coverage.Single(line => line.Name == ClusterCoverage.NotSpecified).FundingUsd, answer.Lines.FirstOrDefault(line => line.Reason == "no cluster")?.AmountUsd ?? 0);
        Assert.Equal(coverage.Single(line => line.Name == ClusterCoverage.Multiple).FundingUsd, answer.Lines.FirstOrDefault(line => line.Reason == "several clusters")?.AmountUsd ?? 0);
    }, iter: 8, threads: 1);

    private static string[] Clusters(int kind) => kind switch { 0 => [], 1 => ["Cluster:5"], _ => ["Cluster:5*", "Cluster:6*"] };

    private static HiddenLine Line(HiddenAnswer answer, string reason) => answer.Lines.Single(line => line.Reason == reason);
}
