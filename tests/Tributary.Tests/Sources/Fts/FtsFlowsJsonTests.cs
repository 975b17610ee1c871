using System.Text;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Reading;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

public sealed class FtsFlowsJsonTests
{
    private static readonly FtsFlowsJson Format = new();

    [Fact]
    public void Read_FlowWithEveryField_KeepsEachExactly()
    {
        var kept = KeptRecords.Of(Format, FlowPage.Of(FlowPage.Flow));
        var flow = Assert.Single(kept.Flows);
        Assert.Empty(kept.Issues);
        Assert.Equal((7001, 0, 3), (flow.Id, flow.Place, flow.VersionId));
        Assert.Equal((12_505_000, 10_960_600, 87_650_000, "EUR"), (flow.AmountUsdE4, flow.OriginalAmountE4, flow.ExchangeRateE8, flow.OriginalCurrency));
        Assert.Equal((FlowStatus.Paid, Boundary.Incoming, OnBoundary.Shared, true), (flow.Status, flow.StatedBoundary, flow.StatedOnBoundary, flow.NewMoney));
        Assert.Equal(("Standard", "financial", "Traditional aid", "2020"), (flow.FlowType, flow.ContributionType, flow.Method, flow.BudgetYear));
        Assert.Equal(("softly earmarked", "Multiyear; Cash"), (flow.Earmarking, flow.Keywords));
        Assert.Equal(7000, flow.ParentFlowId);
        Assert.Equal([7002, 7003], flow.ChildFlowIds);
        Assert.Equal("Wells – and \"pumps\"\nfor two valleys 💧", Encoding.UTF8.GetString(flow.DescriptionUtf8.Span));
        Assert.Equal("MR-1", Encoding.UTF8.GetString(flow.RefCodeUtf8.Span));
    }

    [Fact]
    public void Read_FlowWithEveryField_KeepsDaysAndInstants()
    {
        var flow = Assert.Single(KeptRecords.Of(Format, FlowPage.Of(FlowPage.Flow)).Flows);
        Assert.Equal((new DateOnly(2020, 3, 31), null), (Utf8Date.ToDate(flow.DateDays!.Value), flow.DecisionDateDays));
        Assert.Equal(new DateOnly(2020, 4, 1), Utf8Date.ToDate(flow.FirstReportedDays!.Value));
        Assert.Equal(new DateTimeOffset(2020, 4, 1, 10, 11, 12, 345, TimeSpan.Zero), DateTimeOffset.UnixEpoch.AddMicroseconds(flow.CreatedAtMicros!.Value));
        Assert.Equal(new FlowReport("Primary", "Ministry of Rivers", "Email", flow.FirstReportedDays, null), Assert.Single(flow.Reports));
    }

    [Fact]
    public void Read_FlowWithEveryField_GroupsObjectsByTypeInOrder()
    {
        var flow = Assert.Single(KeptRecords.Of(Format, FlowPage.Of(FlowPage.Flow)).Flows);
        Assert.Equal(new FlowObject("11", "Ministry of Rivers", null, Behaviour.Single, "Government", "National"), Source(flow, ObjectType.Organization));
        Assert.Equal(new FlowObject("900", "Valleys 2020", "HVAL20", Behaviour.Single), Destination(flow, ObjectType.Plan));
        Assert.Equal(new FlowObject(null, "Not specified", null, Behaviour.Single), Destination(flow, ObjectType.Cluster));
        Assert.Equal([new("1", "North", null, Behaviour.Shared), new("2", "South", null, Behaviour.Shared)], flow.Destination[(int)ObjectType.Location]!.Members);
        Assert.Null(flow.Destination[(int)ObjectType.Organization]);
    }

    [Fact]
    public void Read_SameObjectsInTwoFlows_ShareTheSets()
    {
        var flows = KeptRecords.Of(Format, FlowPage.Of(FlowPage.Flow, FlowPage.Flow)).Flows;
        Assert.All(ObjectTypes.All, type => Assert.Same(flows[0].Destination[(int)type], flows[1].Destination[(int)type]));
    }

    [Fact]
    public void Read_FewestFields_LeavesTheRestEmpty()
    {
        var flow = Assert.Single(KeptRecords.Of(Format, FlowPage.Of(FlowPage.Parent)).Flows);
        Assert.Equal((7000, 0, FlowStatus.Commitment, Boundary.Internal), (flow.Id, flow.AmountUsdE4, flow.Status, flow.StatedBoundary));
        Assert.Null(flow.NewMoney);
        Assert.True(flow.DescriptionUtf8.IsEmpty);
    }

    [Fact]
    public void Read_Page_StatesItsTotals()
    {
        var figures = KeptRecords.Of(Format, FlowPage.Of(FlowPage.Flow)).Figures;
        Assert.Equal(
            ["/meta/count FlowCount 1 ", "/data/incoming/flowCount FlowCount 1 incoming", "/data/incoming/fundingTotal Funding 1250.5 incoming",
             "/data/incoming/pledgeTotal Pledges 0 incoming", "/data/outgoing/flowCount FlowCount 0 outgoing", "/data/internal/flowCount FlowCount 1 internal"],
            figures.Select(figure => $"{figure.Place} {figure.Measure} {figure.Value:0.####} {figure.Boundary}"));
    }

    [Fact]
    public void Read_FieldsAboutTheRequest_AreIgnoredByName()
    {
        var kept = KeptRecords.Of(Format, """{"data":{"flows":[]},"meta":{"language":"en","nextLink":"https://example.org/2"},"status":"ok"}""");
        Assert.Equal(["meta.language", "meta.nextLink", "status"], kept.Ignored.Keys.Order());
        Assert.Empty(kept.Issues);
    }

    [Theory]
    [InlineData("""{"data":{"flows":[]},"meta":{"count":1000000000}}""", true)]
    [InlineData("""{"meta":{"count":5},"data":{"flows":[]}}""", true)]
    [InlineData("""{"data":{"flows":[]},"meta":{"count":0}}""", false)]
    [InlineData("""{"data":{"flows":[]},"meta":{"count":5,"nextLink":"https://example.org/2"}}""", false)]
    public void Read_PromisedFlowsNotGiven_IsAnError(string page, bool missing)
    {
        var issues = KeptRecords.Of(Format, page).Issues;
        Assert.Equal(missing ? ["Error fts-flows-missing /meta/count"] : [], issues.Select(issue => $"{issue.Severity} {issue.Code} {issue.Place}"));
    }

    [Fact]
    public void Read_StatusNotOk_IsFatal()
    {
        var kept = KeptRecords.Of(Format, """{"data":{"flows":[]},"status":"error"}""");
        Assert.Equal(("fts-status-not-ok", Severity.Fatal, "/status"), (kept.Fatal!.Code, kept.Fatal.Severity, kept.Fatal.Place));
    }

    [Fact]
    public void Read_UnknownFieldInEveryFlow_IsReportedOnceAndCounted()
    {
        var odd = FlowPage.Parent.Replace("{", """{"colour/shade": "blue", "sourceObjects": [{"type":"Plan","behavior":"single","size":4}], """, StringComparison.Ordinal);
        var kept = KeptRecords.Of(Format, FlowPage.Of(odd, odd, odd));
        Assert.Equal(3, kept.Flows.Count);
        Assert.Equal(["/data/flows/0/colour~1shade", "/data/flows/0/sourceObjects/0/size"], kept.Issues.Select(issue => issue.Place));
        Assert.All(kept.Issues, issue => Assert.Equal(("fts-field-unknown", Severity.Warning), (issue.Code, issue.Severity)));
        Assert.Equal((3, 3), (kept.Ignored["data.flows.*.colour/shade"], kept.Ignored["data.flows.*.sourceObjects.*.size"]));
    }

    [Fact]
    public void Read_UnknownObjectType_LeavesOnlyTheObjectOut()
    {
        var kept = KeptRecords.Of(Format, FlowPage.Changed("\"Cluster\"", "\"Galaxy\""));
        Assert.Equal(("fts-object-type-unknown", Severity.Warning, "/data/flows/1/destinationObjects/2/type"), CodeAndPlace(kept));
        Assert.Equal(1, kept.Ignored["data.flows.*.destinationObjects.*.type=Galaxy"]);
        Assert.Null(kept.Flows[1].Destination[(int)ObjectType.Cluster]);
        Assert.NotNull(kept.Flows[1].Destination[(int)ObjectType.Plan]);
    }

    [Fact]
    public void Read_RepeatedFlows_AreNotReadTwice()
    {
        var kept = KeptRecords.Of(Format, $$$"""{"data":{"flows":[{{{FlowPage.Parent}}}],"flows":[{{{FlowPage.Parent}}}]}}""");
        Assert.Single(kept.Flows);
        Assert.Equal(("document-part-repeated", Severity.Error, "/data/flows"), CodeAndPlace(kept));
    }

    [Fact]
    public void Read_RepeatedField_TakesTheLast()
    {
        var kept = KeptRecords.Of(Format, FlowPage.Changed("\"versionId\": 3", "\"versionId\": 3, \"versionId\": 4"));
        Assert.Equal(4, kept.Flows[1].VersionId);
        Assert.Equal(("document-key-repeated", Severity.Warning, "/data/flows/1/versionId"), CodeAndPlace(kept));
    }

    private static (string Code, Severity Severity, string Place) CodeAndPlace(KeptRecords kept)
    {
        var issue = Assert.Single(kept.Issues);
        return (issue.Code, issue.Severity, issue.Place);
    }

    private static FlowObject Source(FlowRecord flow, ObjectType type) => Assert.Single(flow.Source[(int)type]!.Members);

    private static FlowObject Destination(FlowRecord flow, ObjectType type) => Assert.Single(flow.Destination[(int)type]!.Members);
}
