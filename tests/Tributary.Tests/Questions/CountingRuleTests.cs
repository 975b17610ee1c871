using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>The rules of counting, each on a few flows of our own making. A hundred dollars a flow unless it says otherwise.</summary>
public sealed class CountingRuleTests
{
    private static readonly FlowBuilder Flow = new() { Id = 1 };
    private static readonly FundingQuestion Country1 = new() { Countries = ["Location 1"], Years = [2020] };
    private static readonly FundingQuestion Plan900 = new() { Plans = ["900"] };

    /// <summary>Why, the flow, the question, and where its hundred dollars go.</summary>
    public static TheoryData<string, string[], string[], bool?, string> Boundaries() => new()
    {
        // why, source, destination, newMoney, outcome for country 1 in 2020
        { "from outside", ["Organization:1"], ["Location:1", "UsageYear:2020"], true, "funding" },
        { "from another country", ["Location:2", "UsageYear:2020"], ["Location:1", "UsageYear:2020"], true, "funding" },
        { "from outside, not new money", ["Location:2", "UsageYear:2020"], ["Location:1", "UsageYear:2020"], false, "funding" },
        { "inside, not new money", ["Location:1", "UsageYear:2020"], ["Location:1", "UsageYear:2020"], false, "internal" },
        { "inside, but new money", ["Location:1", "UsageYear:2020"], ["Location:1", "UsageYear:2020"], true, "funding" },
        { "the source's year is another: types are AND-ed", ["Location:1", "UsageYear:2019"], ["Location:1", "UsageYear:2020"], false, "funding" },
        { "the source has no year", ["Location:1"], ["Location:1", "UsageYear:2020"], false, "funding" },
        { "the source only overlaps", ["Location:1~", "UsageYear:2020"], ["Location:1", "UsageYear:2020"], false, "funding" },
        { "the destination's year is another", ["Organization:1"], ["Location:1", "UsageYear:2021"], true, "" },
        { "the destination is another country", ["Location:1", "UsageYear:2020"], ["Location:2", "UsageYear:2020"], true, "" },
        { "the destination names no country", ["Organization:1"], ["UsageYear:2020"], true, "" },
        { "shared with another country", ["Organization:1"], ["Location:1*", "Location:2*", "UsageYear:2020"], true, "shared" },
        { "shared with another year, no split", ["Organization:1"], ["Location:1", "UsageYear:2020*", "UsageYear:2021*"], true, "shared" },
        { "several plans do not matter to a country", ["Organization:1"], ["Location:1", "UsageYear:2020", "Plan:900*", "Plan:901*"], true, "funding" },
        { "overlapping places are not shared", ["Organization:1"], ["Location:1~", "Location:2~", "UsageYear:2020"], true, "funding" },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Funding_OfACountryAndYear_FollowsTheBoundary(string why, string[] source, string[] destination, bool? newMoney, string outcome)
    {
        // The second flow only makes the country known.
        using var ledger = With(Flow with { Source = source, Destination = destination, NewMoney = newMoney }, Flow with { Id = 2, AmountUsd = 0 });
        Assert.Equal((why, outcome), (why, Where(ledger.Ask(Country1))));
    }

    [Fact]
    public void Funding_OfSeveralCountries_AlternativesHold()
    {
        using var ledger = With(
            Flow with { Destination = ["Location:1*", "Location:2*", "UsageYear:2020"] },
            Flow with { Id = 2, Source = ["Location:2", "UsageYear:2020"], Destination = ["Location:1", "UsageYear:2020"], NewMoney = false },
            Flow with { Id = 3, Destination = ["Location:3", "UsageYear:2020"] });
        Assert.Equal((100m, 100m, 0m), Amounts(ledger.Ask(Country1)));
        // Every place among which it is shared lies inside now: it is single, and what passed between them is internal.
        Assert.Equal((100m, 0m, 100m), Amounts(ledger.Ask(Country1 with { Countries = ["Location 1", "Location 2"] })));
        Assert.Equal((200m, 0m, 100m), Amounts(ledger.Ask(Country1 with { Countries = ["Location 1", "Location 2", "Location 3"] })));
    }

    [Fact]
    public void Funding_OfSeveralYears_SharedAmongThemIsSingle()
    {
        using var ledger = With(Flow with { Destination = ["Location:1", "UsageYear:2020*", "UsageYear:2021*"] });
        Assert.Equal((0m, 100m, 0m), Amounts(ledger.Ask(Country1)));
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Country1 with { Years = [2020, 2021] })));
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Country1 with { Years = [] })));
        Assert.Equal((0m, 0m, 0m), Amounts(ledger.Ask(Country1 with { Years = [2019] })));
    }

    [Fact]
    public void Funding_OfCountryAndPlan_BothMustHold()
    {
        using var ledger = With(
            Flow,
            Flow with { Id = 2, Destination = ["Location:1", "UsageYear:2020"] },
            Flow with { Id = 3, Destination = ["Location:2", "UsageYear:2020", "Plan:900"] });
        Assert.Equal(200m, ledger.Ask(Country1).FundingUsd);
        Assert.Equal(200m, ledger.Ask(Plan900).FundingUsd);
        Assert.Equal(100m, ledger.Ask(Country1 with { Plans = ["HP900"] }).FundingUsd);
        Assert.Equal((100m, 100m), (ledger.Ask(Country1 with { OnPlan = true }).FundingUsd, ledger.Ask(Country1 with { OnPlan = false }).FundingUsd));
    }

    // The source is inside the country and year, not inside the plan: internal to the one, incoming to the other.
    [Fact]
    public void Funding_OfMoneyThatMovesOntoAPlan_IsIncomingToThePlanAlone()
    {
        using var ledger = With(Flow with { Source = ["Location:1", "UsageYear:2020"], NewMoney = false });
        Assert.Equal((0m, 0m, 100m), Amounts(ledger.Ask(Country1)));
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Plan900)));
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Country1 with { Plans = ["900"] })));
    }

    [Fact]
    public void Funding_OfPledges_StandsBesideIt()
    {
        using var ledger = With(Flow with { Status = "pledge" }, Flow with { Id = 2, Status = "commitment", AmountUsd = 30 }, Flow with { Id = 3, AmountUsd = 5.25m });
        var answer = ledger.Ask(Country1);
        Assert.Equal((35.25m, 30m, 5.25m, 100m, 135.25m), (answer.FundingUsd, answer.CommittedUsd, answer.PaidUsd, answer.PledgedUsd, answer.AllRowsUsd));
    }

    [Fact]
    public void Funding_OfCarryOver_CountsAsIncoming()
    {
        using var ledger = With(Flow with { FlowType = "Carryover", Source = ["Organization:2", "Location:1", "UsageYear:2019", "Plan:800"], NewMoney = false });
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Country1)));
        Assert.Equal((100m, 0m, 0m), Amounts(ledger.Ask(Plan900)));
        Assert.Equal((0m, 0m, 100m), Amounts(ledger.Ask(Country1 with { Years = [2019, 2020] })));
    }

    // A parked parent keeps what its parts did not take, so that parent and parts add up to what came.
    [Fact]
    public void Funding_OfParkedFlows_SumsParentAndParts()
    {
        using var ledger = With(
            Flow with { FlowType = "Parked", AmountUsd = 40 },
            Flow with { Id = 2, AmountUsd = 60, ParentId = 1 },
            Flow with { Id = 3, FlowType = "Parked", AmountUsd = 0 });
        Assert.Equal((100m, 3L), (ledger.Ask(Country1).FundingUsd, ledger.Ask(Country1).FlowCount));
    }

    [Fact]
    public void Funding_OfAPlanInternally_DoesNotCountTwice()
    {
        using var ledger = With(
            Flow with { Destination = ["Organization:9", "Location:1", "UsageYear:2020", "Plan:900"] },
            Flow with { Id = 2, AmountUsd = 70, NewMoney = false, Source = ["Organization:9", "Location:1", "UsageYear:2020", "Plan:900"] });
        Assert.Equal((100m, 0m, 70m), Amounts(ledger.Ask(Plan900)));
        Assert.Equal((100m, 0m, 70m), Amounts(ledger.Ask(Country1)));
    }

    [Fact]
    public void Coverage_ByCluster_MovesInternalMoneyFromLineToLine()
    {
        using var ledger = With(
            Flow with { Destination = ["Plan:900", "Cluster:5"] },
            Flow with { Id = 2, Destination = ["Plan:900"] },
            Flow with { Id = 3, Destination = ["Plan:900", "Cluster:5*", "Cluster:6*"] },
            Flow with { Id = 4, AmountUsd = 30, NewMoney = false, Source = ["Plan:900", "Cluster:5"], Destination = ["Plan:900", "Cluster:6"] },
            Flow with { Id = 5, AmountUsd = 8, NewMoney = false, Source = ["Plan:900"], Destination = ["Plan:900", "Cluster:6"] });
        var answer = ledger.Ask(new CoverageQuestion { Plan = "900" });
        Assert.Equal([("Cluster 5", 70m, 100m), ("Cluster 6", 38m, 100m), (ClusterCoverage.NotSpecified, 92m, 0m), (ClusterCoverage.Multiple, 100m, 0m)],
            answer.Clusters.Select(line => (line.Name, line.FundingUsd, line.SharedUsd)));
        Assert.Equal((300m, 300m), (answer.FundingUsd, answer.Clusters.Sum(line => line.FundingUsd)));
        Assert.All(answer.Clusters, line => Assert.True(ledger.Ask(new ExplainQuestion { Plans = ["900"], ClusterLine = line.Name }).Agrees));
    }

    [Fact]
    public void Funding_BeyondTheRequirement_LeavesTheUnmetNegative()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(Sources.Fts.SmallAnswers.PlanOverview), folder.Write(FlowBuilder.Page(Flow with { AmountUsd = 150 })));
        var answer = ledger.Ask(new CoverageQuestion { Plan = "900" });
        Assert.Equal((100m, 150m, -50m, 150.00m), (answer.RequirementUsd, answer.FundingUsd, answer.UnmetUsd, answer.PercentFunded));
        Assert.Equal((30.25m, -119.75m), (answer.Published!.ValueUsd, answer.Published.DifferenceUsd));
        Assert.NotEmpty(answer.Published.Why);
    }

    [Theory]
    [InlineData("country", "Atlantis")]
    [InlineData("plan", "HXXX99")]
    [InlineData("plan", "12345")]
    [InlineData("donor", "Nobody")]
    [InlineData("emergency", "Nothing")]
    [InlineData("cluster", "Nowhere")]
    public void Ask_ForAnUnknownValue_SaysWhatAndWhereToLook(string what, string value)
    {
        using var ledger = With(Flow);
        FundingQuestion question = what switch
        {
            "country" => new() { Countries = [value] },
            "plan" => new() { Plans = [value] },
            "donor" => new() { Donors = [value] },
            "emergency" => new() { Emergencies = [value] },
            _ => new() { Clusters = [value] },
        };
        var unknown = Assert.Throws<UnknownValueException>(() => ledger.Ask(question));
        Assert.StartsWith($"{what} '{value}': the ledger knows none by that id or name; ", unknown.Message, StringComparison.Ordinal);
    }

    private static string Where(FundingAnswer answer) => Amounts(answer) switch
    {
        (100, 0, 0) => "funding",
        (0, 100, 0) => "shared",
        (0, 0, 100) => "internal",
        (0, 0, 0) => "",
        var other => other.ToString(),
    };

    private static (decimal Funding, decimal Shared, decimal Internal) Amounts(FundingAnswer answer) => (answer.FundingUsd, answer.SharedUsd, answer.InternalUsd);

    private static TempLedger With(params FlowBuilder[] flows)
    {
        using var folder = new TempFolder();
        return TempLedger.Of(folder.Write(FlowBuilder.Page(flows)));
    }
}
