using Tributary.Appeals;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

public sealed class SmallAnswerTests
{
    [Fact]
    public void Read_PlanOverview_GivesPlanAndFigures()
    {
        var kept = KeptRecords.Of(new FtsPlanOverviewJson(), SmallAnswers.PlanOverview);
        var plan = Assert.Single(kept.Plans);
        Assert.Equal(("/data/plans/0", 900, "Flash appeal", "HVAL20"), (plan.Place, plan.PlanId, plan.TypeName, plan.Code));
        Assert.Equal(["AFG"], plan.Countries);
        Assert.Equal(
            ["OriginalRequirement 0", "Requirement 100", "Funding 30.25", "OverlapFunding 0", "SharedFunding 1", "OnBoundaryFunding 0"],
            kept.Figures.Where(figure => figure is { PlanId: 900, Year: 2020 }).Select(figure => $"{figure.Measure} {figure.Value:0.####}"));
        Assert.Equal(4, kept.Figures.Count(figure => figure is { GroupName: "all plans", PlanId: null, Year: null }));
        Assert.Empty(kept.Issues);
    }

    [Theory]
    [InlineData("\"id\": 900, ", "", "fts-id-invalid", "")]
    [InlineData("\"id\": 900", "\"id\": 0", "fts-id-invalid", "/id")]
    [InlineData("\"Valleys 2020\"", "null", "fts-type-wrong", "/name")]
    [InlineData("\"2020-01-01\"", "\"spring\"", "fts-date-invalid", "/startDate")]
    [InlineData("\"2020\"", "\"MMXX\"", "fts-number-invalid", "/usageYears/0/year")]
    [InlineData("30.25, \"single", "1.23456, \"single", "fts-amount-invalid", "/funding/totalFunding")]
    public void Read_PlanWithWrongValue_IsLeftOut(string from, string to, string code, string place)
    {
        var kept = KeptRecords.Of(new FtsPlanOverviewJson(), SmallAnswers.PlanOverview.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal($"{code} /data/plans/0{place}", Assert.Single(kept.Issues.Select(issue => $"{issue.Code} {issue.Place}")));
        Assert.Empty(kept.Plans);
        Assert.DoesNotContain(kept.Figures, figure => figure.PlanId is not null);
    }

    [Fact]
    public void Read_GroupBy_GivesEveryFigureWithItsGroup()
    {
        var kept = KeptRecords.Of(new FtsGroupByJson(), SmallAnswers.GroupBy);
        Assert.Equal(
            [
                "Requirement 100 Total  ", "OriginalRequirement 90 Total  ", "OriginalRequirement 90 Cluster 5 Water", "Requirement 100 Cluster 5 Water",
                "Funding 30 Total  ", "Funding 20 Total  singleFundingTotal", "Funding 25 Cluster 5 Water", "Funding -5 Cluster  Not specified",
                "SharedFunding 10 Total  sharedFundingTotal", "OnBoundaryFunding 1 Cluster 5,6 Water + Roads", "SharedFunding 10 Cluster 5,6 Water + Roads",
                "Funding 20 Total  objectsSum", "OverlapFunding 0 Total  overlapCorrection", "SharedFunding 10 Total  sharedFunding", "Funding 30 Total  ",
                "Pledges 7 Total  ",
            ],
            kept.Figures.Select(figure => $"{figure.Measure} {figure.Value:0.####} {figure.Grouping} {figure.GroupId} {figure.GroupName}"));
        Assert.Empty(kept.Issues);
    }

    [Fact]
    public void Read_GroupByOfSources_IsNotTakenForDestinations()
    {
        var kept = KeptRecords.Of(new FtsGroupByJson(), SmallAnswers.GroupBy.Replace("\"destination\", \"id\": 5", "\"source\", \"id\": 5", StringComparison.Ordinal));
        Assert.Equal(Grouping.Other, kept.Figures.Single(figure => figure.Value == 25).Grouping);
    }

    [Fact]
    public void Read_Locations_GiveIdsAndCodes()
    {
        var kept = KeptRecords.Of(new FtsLocationsJson(), SmallAnswers.Locations);
        Assert.Equal([new("/data/0", 1, "AFG", "North", null, 0), new("/data/1", 2, null, "All", "X", 0)], kept.Locations);
    }

    [Fact]
    public void Read_Trends_GiveYearsAndSayThatTheCountryIsUnknown()
    {
        var kept = KeptRecords.Of(new FtsCountryTrendsJson(), SmallAnswers.Trends);
        Assert.Equal([(2020, 30m), (2021, -1m)], kept.Figures.Select(figure => (figure.Year!.Value, figure.Value)));
        Assert.Equal(("fts-scope-unstated", Severity.Warning), (kept.Issues[0].Code, kept.Issues[0].Severity));
    }

    [Theory]
    [InlineData("""{"data": 5}""")]
    [InlineData("""{"data": [[[{}]]]}""")]
    [InlineData("""{"data": {"flows": 1, "plans": 1, "report3": 1}}""")]
    [InlineData("[]")]
    [InlineData("5 ")]
    public void Read_OtherShape_IsAnErrorAndNotSilence(string document)
    {
        foreach (var format in (IDocumentFormat[])[new FtsFlowsJson(), new FtsPlanOverviewJson(), new FtsGroupByJson(), new FtsLocationsJson(), new FtsCountryTrendsJson()])
        {
            var kept = KeptRecords.Of(format, document);
            Assert.True(kept.Fatal is not null || kept.Issues.Exists(issue => issue.Code == "fts-type-wrong"), format.Name);
        }
    }
}
