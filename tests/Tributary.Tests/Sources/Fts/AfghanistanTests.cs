using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Sources;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

/// <summary>Real answers about Afghanistan in 2020 against the figures that FTS itself published for them.</summary>
public sealed class AfghanistanTests
{
    private const string Folder = "fts/afghanistan-2020/";

    private static readonly IDocumentFormat[] Formats =
        [new FtsFlowsJson(), new FtsPlanOverviewJson(), new FtsGroupByJson(), new FtsLocationsJson(), new FtsCountryTrendsJson()];

    [Fact]
    public void Read_ThreePages_GiveEveryFlow()
    {
        var flows = ReadFlows();
        Assert.Equal(484, flows.Count);
        Assert.Equal(484, flows.Select(flow => flow.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(Boundary.Incoming, OnBoundary.Single, FlowStatus.Commitment, 296_624_940, 131)]
    [InlineData(Boundary.Incoming, OnBoundary.Single, FlowStatus.Paid, 428_966_359, 180)]
    [InlineData(Boundary.Incoming, OnBoundary.Shared, FlowStatus.Commitment, 3_871_767, 14)]
    [InlineData(Boundary.Incoming, OnBoundary.Shared, FlowStatus.Paid, 24_654_545, 3)]
    [InlineData(Boundary.Internal, OnBoundary.Single, FlowStatus.Commitment, 1_125_048, 6)]
    [InlineData(Boundary.Internal, OnBoundary.Single, FlowStatus.Paid, 70_833_071, 150)]
    public void Read_ThreePages_AddUpAsFtsCounts(Boundary boundary, OnBoundary onBoundary, FlowStatus status, long dollars, int count)
    {
        var flows = ReadFlows().Where(flow => flow.StatedBoundary == boundary && flow.StatedOnBoundary == onBoundary && flow.Status == status).ToList();
        Assert.Equal(count, flows.Count);
        Assert.Equal(dollars * 10_000, flows.Sum(flow => flow.AmountUsdE4));
    }

    [Fact]
    public void Read_Pages_StateTheTotalThatTheFlowsAddUpTo()
    {
        var page = Read("custom-search-locationid-1-year-2020-page-3.json");
        Assert.Equal(725_591_299m, Assert.Single(page.Figures, figure => figure is { Boundary: "incoming", Measure: Measure.Funding }).Value);
        Assert.Equal(484m, Assert.Single(page.Figures, figure => figure.Place == "/meta/count").Value);
        Assert.Empty(page.Issues);
    }

    [Fact]
    public void Read_Pages_KeepObjectsReportsAndTexts()
    {
        var flow = ReadFlows().Single(flow => flow.Id == 166266);
        Assert.Equal(["2018", "2020", "2019"], flow.Destination[(int)ObjectType.UsageYear]!.Members.Select(year => year.Name));
        Assert.All(flow.Destination[(int)ObjectType.UsageYear]!.Members, year => Assert.Equal(Behaviour.Shared, year.Behaviour));
        Assert.Equal(("Government", "National government"), (flow.Source[(int)ObjectType.Organization]!.Members[0].Kinds, flow.Source[(int)ObjectType.Organization]!.Members[0].Subkinds));
        Assert.Equal([195890, 195891, 196042], flow.ChildFlowIds);
        Assert.Equal(("From EDRIS", "AA-S09-321.50 AFG 06/17"), (flow.Reports[0].Channel, System.Text.Encoding.UTF8.GetString(flow.RefCodeUtf8.Span)));
        Assert.Equal((86_100_000L, "EUR", "Multiyear"), (flow.ExchangeRateE8, flow.OriginalCurrency, flow.Keywords));
    }

    [Fact]
    public void Read_PlanOverview_GivesThePlanAndItsFigures()
    {
        var overview = Read("2-fts-flow-plan-overview-progress-2020.json");
        var plan = overview.Plans.Single(plan => plan.PlanId == 929);
        Assert.Equal(("Afghanistan 2020", "HAFG20", "Humanitarian response plan"), (plan.Name, plan.Code, plan.TypeName));
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), (plan.Start, plan.End));
        Assert.Equal([2020], plan.Years);
        Assert.Equal(["AFG"], plan.Countries);
        Assert.Equal(732_600_000m, PlanFigure(overview, Measure.OriginalRequirement));
        Assert.Equal(1_131_050_820m, PlanFigure(overview, Measure.Requirement));
        Assert.Equal(564_467_765m, PlanFigure(overview, Measure.Funding));
        Assert.Equal(18_842_947_137m, overview.Figures.Single(figure => figure is { Measure: Measure.Funding, GroupName: "all plans" }).Value);
        Assert.Empty(overview.Issues);
        Assert.Equal(6, overview.Plans.Count);
    }

    [Fact]
    public void Read_GroupByCluster_GivesEveryCluster()
    {
        var answer = Read("1-fts-flow-custom-search-planid-929-groupby-cluster.json");
        Assert.Empty(answer.Issues);
        Assert.Equal(1_131_050_820m, answer.Figures.Single(figure => figure.Place == "/data/requirements/totalRevisedReqs").Value);
        Assert.Equal(107_614_298m, answer.Figures.Single(figure => figure is { GroupName: "Health COVID-19", Measure: Measure.Requirement }).Value);
        var health = answer.Figures.Single(figure => figure is { GroupId: "5403", Measure: Measure.Funding });
        Assert.Equal((40_546_803m, Grouping.Cluster), (health.Value, health.Grouping));
        var unspecified = answer.Figures.Single(figure => figure is { GroupName: "Not specified", Measure: Measure.Funding });
        Assert.Equal((160_548_636m, null), (unspecified.Value, unspecified.GroupId));
        Assert.Equal(564_467_765m, answer.Figures.Single(figure => figure.Place == "/data/report3/fundingTotals/total").Value);
    }

    [Fact]
    public void Read_GroupByCluster_AddsUpToThePlan()
    {
        var answer = Read("1-fts-flow-custom-search-planid-929-groupby-cluster.json");
        Assert.Equal(540_310_861m, Sum(answer, Measure.Funding));
        Assert.Equal(24_156_904m, Sum(answer, Measure.SharedFunding));
        Assert.Equal(1_131_050_820m, Sum(answer, Measure.Requirement));
    }

    [Fact]
    public void Read_GroupByLocation_KeepsOverlapOnBoundaryAndNegative()
    {
        var emergency = Read("1-fts-flow-custom-search-emergencyid-911-planid-943-groupby-location.json");
        Assert.Equal(57_114_573m, emergency.Figures.Single(figure => figure is { Measure: Measure.OverlapFunding, GroupId: "114" }).Value);
        Assert.Equal(("229,124", "Turkey + Lebanon"), emergency.Figures.Where(figure => figure is { Measure: Measure.OnBoundaryFunding, Value: 1_287_699m })
            .Select(figure => (figure.GroupId!, figure.GroupName!)).Single());
        var plan = Read("1-fts-flow-custom-search-planid-943-groupby-location.json");
        Assert.Equal(-615_694m, plan.Figures.Single(figure => figure is { Measure: Measure.Funding, GroupName: "Not specified" }).Value);
    }

    [Fact]
    public void Read_LocationsAndTrends_GiveTheirRecords()
    {
        var places = Read("1-public-location.json").Locations;
        Assert.Equal([("AFG", 1, null), ("JOR", 114, null), ("PSE", 171, "PS")], places.Select(place => (place.Iso3!, place.LocationId, place.PCode)));
        var trends = Read("2-country-1-summary-trends-2025.json");
        Assert.Equal((2020, 725_591_299m), (trends.Figures[0].Year, trends.Figures[0].Value));
        Assert.Equal("fts-scope-unstated", Assert.Single(trends.Issues).Code);
    }

    [Fact]
    public void Recognises_EveryAnswer_ByExactlyOneFormat()
    {
        foreach (var path in Directory.GetFiles(FolderPath(), "*.json"))
        {
            var format = Assert.Single(Formats, format => format.Recognises(File.ReadAllBytes(path).AsSpan(0, (int)Math.Min(IDocumentFormat.HeadBytes, new FileInfo(path).Length))));
            using var stream = File.OpenRead(path);
            Assert.Null(KeptRecords.Of(format, stream).Fatal);
        }
    }

    private static decimal PlanFigure(KeptRecords overview, Measure measure) =>
        overview.Figures.Single(figure => figure.PlanId == 929 && figure.Year == 2020 && figure.Measure == measure).Value;

    private static decimal Sum(KeptRecords answer, Measure measure) =>
        answer.Figures.Where(figure => figure.Grouping == Grouping.Cluster && figure.Measure == measure).Sum(figure => figure.Value);

    private static List<FlowRecord> ReadFlows() => [.. new[] { "", "-page-2", "-page-3" }
        .SelectMany(page => Read($"custom-search-locationid-1-year-2020{page}.json").Flows)];

    private static KeptRecords Read(string name)
    {
        using var stream = File.OpenRead(Path.Combine(FolderPath(), name));
        var head = new byte[IDocumentFormat.HeadBytes];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var kept = KeptRecords.Of(Formats.Single(format => format.Recognises(head.AsSpan(0, read))), stream);
        Assert.Null(kept.Fatal);
        return kept;
    }

    private static string FolderPath()
    {
        var path = SharedData.Find(Folder);
        Assert.SkipWhen(path is null, "the published answers are not to hand");
        return path;
    }
}
