using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>The law: every figure published for Afghanistan in 2020, counted from FTS's own flows.</summary>
public sealed class PublishedFiguresTests(Afghanistan2020 afghanistan)
{
    private static readonly FundingQuestion Country = new() { Countries = ["AFG"], Years = [2020] };

    [Fact]
    public void Funding_OfTheCountry_IsAsPublished()
    {
        var answer = afghanistan.Ask(Country);
        Assert.Equal(725_591_299m, answer.FundingUsd);
        Assert.Equal((296_624_940m, 131L), (answer.CommittedUsd, answer.FlowCounts.Committed));
        Assert.Equal((428_966_359m, 180L), (answer.PaidUsd, answer.FlowCounts.Paid));
        Assert.Equal((3_871_767m + 24_654_545m, 14L + 3), (answer.SharedUsd, answer.FlowCounts.Shared));
        Assert.Equal((1_125_048m + 70_833_071m, 6L + 150), (answer.InternalUsd, answer.FlowCounts.Internal));
        Assert.Equal((826_075_730m, 484L), (answer.AllRowsUsd, answer.FlowCounts.All));
        Assert.Equal(311L, answer.FlowCount);
        Assert.Null(answer.Inferred);
    }

    [Theory]
    [InlineData(FlowStatus.Commitment, 296_624_940, 131, 3_871_767, 14, 1_125_048, 6)]
    [InlineData(FlowStatus.Paid, 428_966_359, 180, 24_654_545, 3, 70_833_071, 150)]
    public void Funding_OfOneStatus_IsAsPublished(FlowStatus status, long funding, long flows, long shared, long sharedFlows, long inside, long insideFlows)
    {
        var answer = afghanistan.Ask(Country with { Statuses = [status] });
        Assert.Equal((funding, flows), (answer.FundingUsd, answer.FlowCount));
        Assert.Equal((shared, sharedFlows), (answer.SharedUsd, answer.FlowCounts.Shared));
        Assert.Equal((inside, insideFlows), (answer.InternalUsd, answer.FlowCounts.Internal));
    }

    [Theory]
    [InlineData("Afghanistan")]
    [InlineData("AF")]
    [InlineData("afg")]
    [InlineData("1")]
    public void Funding_OfTheCountryByAnyName_IsTheSame(string country) =>
        Assert.Equal(725_591_299m, afghanistan.Ask(Country with { Countries = [country] }).FundingUsd);

    [Fact]
    public void Coverage_OfPlan929_IsAsPublished()
    {
        var answer = afghanistan.Ask(new CoverageQuestion { Plan = "929" });
        Assert.Equal(("HAFG20", 732_600_000m, 1_131_050_820m), (answer.Code, answer.OriginalRequirementUsd, answer.RequirementUsd));
        Assert.Equal((564_467_765m, 49.91m, 566_583_055m), (answer.FundingUsd, answer.PercentFunded, answer.UnmetUsd));
        Assert.Equal((564_467_765m, 0m, ""), (answer.Published!.ValueUsd, answer.Published.DifferenceUsd, answer.Published.Why));
        Assert.Equal(answer with { Clusters = [], RequirementSources = [], Countries = [], Years = [] },
            afghanistan.Ask(new CoverageQuestion { Plan = "HAFG20" }) with { Clusters = [], RequirementSources = [], Countries = [], Years = [] });
    }

    [Theory]
    [InlineData("929", "911", 186_988_307)]
    [InlineData("929", null, 564_467_765)]
    [InlineData("1006", null, 15_000_000)]
    [InlineData("1006", "911", 15_000_000)]
    public void Funding_OfAPlanInTheCountry_IsAsPublished(string plan, string? emergency, long dollars) =>
        Assert.Equal(dollars, afghanistan.Ask(Country with { Plans = [plan], Emergencies = emergency is null ? [] : [emergency] }).FundingUsd);

    // Money that moves from off a plan onto one came into the country before, so it is internal there and incoming to the plan.
    [Fact]
    public void Funding_OffPlans_DiffersFromThePublishedRestByWhatMovedOntoAPlan()
    {
        var (on, off) = (afghanistan.Ask(Country with { OnPlan = true }), afghanistan.Ask(Country with { OnPlan = false }));
        Assert.Equal(725_591_299m, on.FundingUsd + off.FundingUsd);
        Assert.Equal((579_447_748m, 146_143_551m), (on.FundingUsd, off.FundingUsd));
        Assert.Equal(20_017m, 564_467_765m + 15_000_000m - on.FundingUsd);
    }

    [Fact]
    public void Donors_OfTheCountry_AreAsPublished() => AssertTop(afghanistan.Ask(new DonorsQuestion { Countries = ["AFG"], Years = [2020] }), 725_591_299m,
        ("United States of America, Government of", 240_629_700), ("United Kingdom, Government of", 102_701_607),
        ("European Commission's Humanitarian Aid and Civil Protection Department", 84_946_138), ("World Bank", 36_641_784), ("Central Emergency Response Fund", 30_554_278));

    [Fact]
    public void Donors_OfPlan929_AreAsPublished() => AssertTop(afghanistan.Ask(new DonorsQuestion { Plans = ["929"] }), 564_467_765m,
        ("United States of America, Government of", 226_292_348), ("United Kingdom, Government of", 62_276_620),
        ("European Commission's Humanitarian Aid and Civil Protection Department", 41_023_651), ("World Bank", 36_641_784), ("Norway, Government of", 17_366_788));

    [Fact]
    public void Recipients_OfTheCountry_AreAsPublished() => AssertTop(afghanistan.Ask(new RecipientsQuestion { Countries = ["AFG"], Years = [2020] }), 725_591_299m,
        ("World Food Programme", 168_854_714), ("United Nations Children's Fund", 78_325_351), ("NGOs (details not yet provided)", 76_999_033),
        ("United Nations High Commissioner for Refugees", 68_262_124), (PartyFunding.NotSpecified, 52_757_178));

    [Fact]
    public void Coverage_ByCluster_IsEveryLineThatHdxPublishes() =>
        AssertLines("fts_requirements_funding_cluster_afg.csv", afghanistan.Ask(new CoverageQuestion { Plan = "929" }));

    [Fact]
    public void Coverage_ByGlobalCluster_IsEveryLineThatHdxPublishes() =>
        AssertLines("fts_requirements_funding_globalcluster_afg.csv", afghanistan.Ask(new CoverageQuestion { Plan = "929", ByGlobalCluster = true }));

    [Fact]
    public void Coverage_OfNutrition_ShowsWhatIsSharedAndWhyThePublisherDiffers()
    {
        var answer = afghanistan.Ask(new CoverageQuestion { Plan = "929" });
        var nutrition = Assert.Single(answer.Clusters, line => line.Name == "Nutrition");
        Assert.Equal((8_060_372m, 1_260_372m), (nutrition.SharedUsd, nutrition.PublishedSharedUsd));
        Assert.NotEmpty(nutrition.Why);
        // The parts differ, their total does not.
        var shared = Assert.Single(answer.Clusters, line => line.Name == ClusterCoverage.Multiple);
        Assert.Equal((24_156_904m, 24_156_904m, ""), (shared.FundingUsd, shared.PublishedFundingUsd, shared.Why));
    }

    [Fact]
    public void Funding_AgainstCovid_IsEveryLineThatHdxPublishes() => Assert.All(PublishedCsv.Rows(Afghanistan2020.Expected("fts_requirements_funding_covid_afg.csv")), row =>
    {
        var covid = afghanistan.Ask(Country with { Plans = [row["id"]], Emergencies = ["911"] }).FundingUsd;
        var funding = afghanistan.Ask(Country with { Plans = [row["id"]] }).FundingUsd;
        Assert.Equal((row.Figure("covidFunding"), row.Figure("funding")), (covid, funding));
        Assert.Equal(row.Figure("covidPercentageOfFunding"), Whole(covid, funding));
    });

    [Fact]
    public void Funding_ByPlan_IsEveryLineThatHdxPublishes() => Assert.All(PublishedCsv.Rows(Afghanistan2020.Expected("fts_requirements_funding_afg.csv")), row =>
    {
        // "Not specified" is what is left of the country's total.
        var funding = row["id"].Length == 0
            ? afghanistan.Ask(Country).FundingUsd - new[] { "929", "1006" }.Sum(plan => afghanistan.Ask(Country with { Plans = [plan] }).FundingUsd)
            : afghanistan.Ask(Country with { Plans = [row["id"]] }).FundingUsd;
        Assert.Equal(row.Figure("funding"), funding);
        if (row.Figure("requirements") is not { } requirement) return;
        Assert.Equal(requirement, afghanistan.Ask(new CoverageQuestion { Plan = row["id"] }).RequirementUsd);
        Assert.Equal(row.Figure("percentFunded"), Whole(funding, requirement));
    });

    private static void AssertTop(PartiesAnswer answer, decimal total, params (string Name, long Usd)[] expected)
    {
        Assert.Equal(expected, answer.Parties.Take(expected.Length).Select(party => (party.Name, (long)party.FundingUsd)));
        Assert.Equal((total, total), (answer.FundingUsd, answer.Parties.Sum(party => party.FundingUsd)));
    }

    private static void AssertLines(string file, CoverageAnswer answer)
    {
        var rows = PublishedCsv.Rows(Afghanistan2020.Expected(file));
        Assert.Equal(
            rows.Select(row => (row["clusterCode"], row["cluster"], row.Figure("requirements"), row.Figure("funding") ?? 0, row.Figure("percentFunded"))).Order(),
            answer.Clusters.Select(line => (line.Id ?? "", line.Name, line.RequirementUsd, line.FundingUsd, line.RequirementUsd is { } whole ? Whole(line.FundingUsd, whole) : null)).Order());
        Assert.Equal(answer.FundingUsd, answer.Clusters.Sum(line => line.FundingUsd));
    }

    /// <summary>Percent as HDX rounds it: to whole numbers, halves up.</summary>
    private static decimal? Whole(decimal part, decimal whole) => Math.Floor(part / whole * 100 + 0.5m);
}
