using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

/// <summary>The files as HDX published them in April 2026 (all countries) and in March 2021 (Afghanistan). Expected values were counted with another program.</summary>
public sealed class HdxPublishedFilesTests
{
    private const string Global = "fts/global-2026-04";
    private const string Afghanistan = "fts/afghanistan-2020/expected";
    private const string NotHere = "the published documents are not in a folder shared/data above the tests";

    [Theory]
    [InlineData(Global, "fts_incoming_funding_global.csv", 7990, 13_687_010_265)]
    [InlineData(Global, "fts_internal_funding_global.csv", 675, 913_910_281)]
    [InlineData(Global, "fts_outgoing_funding_global.csv", 3199, 7_535_122_100)]
    public void Read_FlowFile_GivesEveryRowAndItsAmount(string folder, string file, int rows, long dollars)
    {
        var sumE4 = 0L;

        var sink = Read(new HdxFlowsCsv(), folder, file, flow => sumE4 += flow.AmountUsdE4);

        Assert.Equal((rows, dollars), (sink.FlowCount, sumE4 / 10_000m));
        Assert.Empty(sink.Issues);
        Assert.Empty(sink.Ignored);
    }

    [Fact]
    public void Read_IncomingFlows_AddUpToThePublishedFundingOfEveryCountry()
    {
        var counted = IncomingByCountry();

        var published = Read(new HdxRequirementsCsv(), Global, "fts_requirements_funding_global.csv").Figures
            .Where(figure => figure is { Year: 2026, Measure: Measure.Funding })
            .GroupBy(figure => figure.Country!).ToDictionary(country => country.Key, country => country.Sum(figure => figure.Value));

        Assert.Equal(101, published.Count);
        Assert.All(published, country => Assert.Equal(country.Value, counted.GetValueOrDefault(country.Key)));
    }

    [Fact]
    public void Read_IncomingFlowsOfAfghanistan_AddUpToItsPublishedFunding()
    {
        var counted = 0L;

        Read(new HdxFlowsCsv(), Afghanistan, "fts_incoming_funding_afg.csv", flow =>
        {
            if (IsFunding(flow)) counted += flow.AmountUsdE4;
        });

        Assert.Equal(725_591_299_0000, counted);
    }

    [Theory]
    [InlineData("fts_requirements_funding_global.csv", 1198, 3781, 0)]
    [InlineData("fts_requirements_funding_covid_global.csv", 137, 152, 152)]
    [InlineData("fts_requirements_funding_cluster_global.csv", 6301, 7454, 0)]
    [InlineData("fts_requirements_funding_globalcluster_global.csv", 8192, 9626, 0)]
    public void Read_RequirementFile_GivesAFigureForEveryCellThatStatesOne(string file, int requirements, int funding, int covidFunding)
    {
        var sink = Read(FormatOf(file), Global, file);

        Assert.Equal((requirements, funding, covidFunding),
            (Count(sink, Measure.Requirement), Count(sink, Measure.Funding), Count(sink, Measure.CovidFunding)));
        Assert.Empty(sink.Issues);
    }

    [Theory]
    [InlineData("fts_requirements_funding_cluster_global.csv", Grouping.Cluster)]
    [InlineData("fts_requirements_funding_globalcluster_global.csv", Grouping.GlobalCluster)]
    public void Read_ClusterFile_IsOfOneKind(string file, Grouping kind)
    {
        var sink = Read(new HdxRequirementsClusterCsv(), Global, file);

        Assert.All(sink.Figures, figure => Assert.Equal(kind, figure.Grouping));
        Assert.Equal(815, sink.Plans.Count);
    }

    [Theory]
    [InlineData("fts_requirements_funding_global.csv", 3805)]
    [InlineData("fts_requirements_funding_cluster_global.csv", 8030)]
    [InlineData("fts_requirements_funding_globalcluster_global.csv", 10630)]
    public void NextRow_RequirementFile_ComesToEveryRow(string file, int rows)
    {
        using var stream = Open(Global, file);
        var table = new HdxTable(stream, HdxRequirements.Columns([], []), new RecordingSink());
        Assert.True(table.ReadHeader());

        var count = 0;
        while (table.NextRow()) count++;

        Assert.Null(table.Fatal);
        Assert.Equal(rows, count);
    }

    [Fact]
    public void Recognises_EveryPublishedFile_ByExactlyOneFormat()
    {
        IDocumentFormat[] formats = [new HdxFlowsCsv(), new HdxRequirementsCsv(), new HdxRequirementsCovidCsv(), new HdxRequirementsClusterCsv()];

        Assert.All(Directory.GetFiles(Folder(Global), "*.csv").Concat(Directory.GetFiles(Folder(Afghanistan), "*.csv")), path =>
        {
            var bytes = File.ReadAllBytes(path);
            Assert.Single(formats, format => format.Recognises(bytes.AsSpan(0, Math.Min(bytes.Length, IDocumentFormat.HeadBytes))));
        });
    }

    /// <summary>Counting rule 1: incoming, wholly inside, paid or committed. The file of all countries states boundaries per country.</summary>
    private static Dictionary<string, decimal> IncomingByCountry()
    {
        var counted = new Dictionary<string, decimal>();
        Read(new HdxFlowsCsv(), Global, "fts_incoming_funding_global.csv", flow =>
        {
            if (!IsFunding(flow)) return;
            var country = Assert.Single(flow.Destination[(int)ObjectType.Location]!.Members).Code!;
            counted[country] = counted.GetValueOrDefault(country) + (flow.AmountUsdE4 / 10_000m);
        });
        return counted;
    }

    private static bool IsFunding(FlowRecord flow) =>
        flow is { StatedBoundary: Boundary.Incoming, StatedOnBoundary: OnBoundary.Single, Status: FlowStatus.Paid or FlowStatus.Commitment };

    private static IDocumentFormat FormatOf(string file) =>
        file.Contains("covid") ? new HdxRequirementsCovidCsv() : file.Contains("cluster") ? new HdxRequirementsClusterCsv() : new HdxRequirementsCsv();

    private static int Count(RecordingSink sink, Measure measure) => sink.Figures.Count(figure => figure.Measure == measure);

    private static RecordingSink Read(IDocumentFormat format, string folder, string file, Action<FlowRecord>? onFlow = null)
    {
        using var stream = Open(folder, file);
        var sink = new RecordingSink(onFlow);
        Assert.Null(format.Read(stream, sink, TestContext.Current.CancellationToken));
        return sink;
    }

    private static FileStream Open(string folder, string file) => File.OpenRead(Path.Combine(Folder(folder), file));

    private static string Folder(string relative)
    {
        var path = SharedData.Find(relative);
        Assert.SkipWhen(path is null, NotHere);
        return path!;
    }
}
