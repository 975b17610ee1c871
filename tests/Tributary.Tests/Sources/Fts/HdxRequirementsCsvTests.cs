using System.Text;
using Tributary.Appeals;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

public sealed class HdxRequirementsCsvTests
{
    private const string Header = "countryCode,id,name,code,typeId,typeName,startDate,endDate,year,requirements,funding,percentFunded\n";
    private const string CovidHeader = "countryCode,id,name,code,typeId,typeName,startDate,endDate,year,requirements,funding,covidFunding,covidPercentageOfFunding\n";
    private const string ClusterHeader = "countryCode,id,name,code,startDate,endDate,year,clusterCode,cluster,requirements,funding,percentFunded\n";
    private const string Plan = "AFG,929,Afghanistan 2020,HAFG20,4,Humanitarian response plan,2020-01-01,2020-12-31,2020";
    private const string PlanOfClusters = "AFG,929,Afghanistan 2020,HAFG20,2020-01-01,2020-12-31,2020";

    [Fact]
    public void Read_RowOfAPlan_GivesThePlanAndItsFigures()
    {
        var sink = Read(new HdxRequirementsCsv(), $"{Header}{Plan},1131050820,564467765.5,50\n");

        var plan = Assert.Single(sink.Plans);
        Assert.Equal(("line 2", 929, "Afghanistan 2020", "HAFG20", "Humanitarian response plan"), (plan.Place, plan.PlanId, plan.Name, plan.Code, plan.TypeName));
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), (plan.Start, plan.End));
        Assert.Equal([2020], plan.Years);
        Assert.Equal(["AFG"], plan.Countries);
        var total = new PublishedFigure { Place = "line 2", Measure = Measure.Requirement, Value = 1131050820m, PlanId = 929, Country = "AFG", Year = 2020 };
        Assert.Equal([total, total with { Measure = Measure.Funding, Value = 564467765.5m }], sink.Figures);
        Assert.Equal("1131050820", FormattableString.Invariant($"{sink.Figures[0].Value}"));
        Assert.Equal(["percentFunded"], sink.Ignored.Keys.Order());
    }

    [Fact]
    public void Read_RowWithoutAPlan_IsAFigureUnderItsName()
    {
        var sink = Read(new HdxRequirementsCsv(), $"{Header}AFG,,Not specified,,,,,,2029,,31418,\n");

        Assert.Empty(sink.Plans);
        Assert.Equal([new PublishedFigure { Place = "line 2", Measure = Measure.Funding, Value = 31418, Country = "AFG", Year = 2029, Grouping = Grouping.Other, GroupName = "Not specified" }],
            sink.Figures);
    }

    [Fact]
    public void Read_ZeroAndNothing_Differ() =>
        Assert.Equal([(Measure.Requirement, 0m)], Read(new HdxRequirementsCsv(), $"{Header}{Plan},0,,\n").Figures.Select(figure => (figure.Measure, figure.Value)));

    [Fact]
    public void Read_RowAgainstCovid_GivesThatFigureToo()
    {
        var sink = Read(new HdxRequirementsCovidCsv(), $"{CovidHeader}{Plan},1131050820,564467765,186988307,33\n");

        Assert.Equal([(Measure.Requirement, 1131050820m), (Measure.Funding, 564467765m), (Measure.CovidFunding, 186988307m)],
            sink.Figures.Select(figure => (figure.Measure, figure.Value)));
        Assert.Contains("covidPercentageOfFunding", sink.Ignored.Keys);
    }

    [Theory]
    [InlineData("5253", Grouping.Cluster)]
    [InlineData("26512", Grouping.GlobalCluster)]
    public void Read_RowsWithoutAClusterCode_AreOfTheKindOfTheirNeighbours(string code, Grouping kind)
    {
        var rows = $"{PlanOfClusters},,Not specified,,5,\n{PlanOfClusters},{code},Aviation,7,,\n{PlanOfClusters},,Multiple clusters/sectors (shared),,-6,\n";

        var sink = Read(new HdxRequirementsClusterCsv(), ClusterHeader + rows);

        Assert.Equal([(kind, null, "Not specified", 5m), (kind, code, "Aviation", 7m), (kind, null, "Multiple clusters/sectors (shared)", -6m)],
            sink.Figures.Select(figure => (figure.Grouping, figure.GroupId, figure.GroupName!, figure.Value)));
        Assert.Single(sink.Plans);
        Assert.Empty(sink.Issues);
    }

    [Fact]
    public void Read_NoClusterCodeAnywhere_WarnsAndKeepsTheFigures()
    {
        var sink = Read(new HdxRequirementsClusterCsv(), $"{ClusterHeader}{PlanOfClusters},,Not specified,,5,\n");

        var issue = Assert.Single(sink.Issues);
        Assert.Equal(("hdx-cluster-kind-unknown", Severity.Warning, "line 2"), (issue.Code, issue.Severity, issue.Place));
        Assert.Equal([Grouping.Other], sink.Figures.Select(figure => figure.Grouping));
    }

    [Fact]
    public void Read_ManyRowsBeforeAClusterCode_WaitsForNoMoreThanTheBound()
    {
        var rows = string.Concat(Enumerable.Repeat($"{PlanOfClusters},,Not specified,,5,\n", HdxClusterGrouping.WaitingMax + 1));

        var sink = Read(new HdxRequirementsClusterCsv(), $"{ClusterHeader}{rows}{PlanOfClusters},5253,Aviation,,7,\n");

        Assert.Single(sink.Issues);
        Assert.Equal(Grouping.Cluster, sink.Figures[^1].Grouping);
    }

    [Theory]
    [InlineData("AFG,x,Name,,,,,,2020,1,2,", "fts-id-invalid", "id")]
    [InlineData("AFG,929,,,,,,,2020,1,2,", "hdx-plan-name-missing", "name")]
    [InlineData("AFG,929,Name,,,,2020-13-01,,2020,1,2,", "fts-date-invalid", "startDate")]
    [InlineData("AFG,929,Name,,,,,,20,1,2,", "hdx-year-invalid", "year")]
    [InlineData("Afghanistan,929,Name,,,,,,2020,1,2,", "hdx-location-invalid", "countryCode")]
    [InlineData("AFG,929,Name,,,,,,2020,one,2,", "fts-amount-invalid", "requirements")]
    public void Read_CellThatCannotBeUsed_LeavesTheRowOutAndSaysWhere(string row, string code, string column)
    {
        var sink = Read(new HdxRequirementsCsv(), $"{Header}{row}\n{Plan},1,2,\n");

        var issue = Assert.Single(sink.Issues);
        Assert.Equal((code, Severity.Error, $"line 2, column {column}"), (issue.Code, issue.Severity, issue.Place));
        Assert.All(sink.Figures, figure => Assert.Equal("line 3", figure.Place));
        Assert.Single(sink.Plans);
    }

    [Theory]
    [InlineData(Header, "hdx-requirements-csv")]
    [InlineData(CovidHeader, "hdx-requirements-covid-csv")]
    [InlineData(ClusterHeader, "hdx-requirements-cluster-csv")]
    public void Recognises_ExactlyOneFormatByColumnNames(string head, string name)
    {
        IDocumentFormat[] formats = [new HdxFlowsCsv(), new HdxRequirementsCsv(), new HdxRequirementsCovidCsv(), new HdxRequirementsClusterCsv()];

        Assert.Equal([name], formats.Where(format => format.Recognises(Encoding.UTF8.GetBytes(head))).Select(format => format.Name));
    }

    private static RecordingSink Read(IDocumentFormat format, string text)
    {
        var sink = new RecordingSink();
        Assert.Null(format.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), sink, TestContext.Current.CancellationToken));
        return sink;
    }
}
