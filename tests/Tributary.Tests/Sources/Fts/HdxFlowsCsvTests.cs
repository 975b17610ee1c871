using System.Text;
using Tributary.Flows;
using Tributary.Provenance;
using Tributary.Reading;
using Tributary.Sources.Fts;

namespace Tributary.Tests.Sources.Fts;

public sealed class HdxFlowsCsvTests
{
    private const string Header = "date,budgetYear,description,amountUSD,srcOrganization,srcOrganizationTypes,srcLocations,srcUsageYearStart,srcUsageYearEnd,"
        + "destPlan,destPlanCode,destPlanId,destOrganization,destOrganizationTypes,destGlobalClusters,destLocations,destProject,destProjectCode,destEmergency,"
        + "destUsageYearStart,destUsageYearEnd,contributionType,flowType,method,boundary,onBoundary,status,firstReportedDate,decisionDate,keywords,"
        + "originalAmount,originalCurrency,exchangeRate,id,refCode,createdAt,updatedAt";

    private const string Row = "2021-02-25,2020,\"Aid, said \"\"quickly\"\"\",606796,\"Luxembourg, Government of\",\"Multilateral Organizations,NGOs\",LUX,2020,2020,"
        + "Afghanistan 2020,HAFG20,929,World Food Programme,UN agency,\"Health,Protection - Housing, Land and Property\",\"AFG,PAK\",A project,P-1,\"Floods, 2020\","
        + "2020,2022,financial,Standard,Traditional aid,incoming,shared,commitment,2021-02-26,2021-02-24,\"Multiyear,FCDO\","
        + "500000,EUR,0.824,228238,REF-1,2021-02-27,2021-03-01";

    [Fact]
    public void Read_RowWithEveryCell_FillsTheFlow()
    {
        var sink = Read($"{Header}\n{Row}\n", flow =>
        {
            Assert.Equal((2, 228238, 606796_0000, 500000_0000, "EUR", 82_400_000),
                (flow.Place, flow.Id, flow.AmountUsdE4, flow.OriginalAmountE4, flow.OriginalCurrency, flow.ExchangeRateE8));
            Assert.Equal((FlowStatus.Commitment, Boundary.Incoming, OnBoundary.Shared), (flow.Status, flow.StatedBoundary, flow.StatedOnBoundary));
            Assert.Equal(("Standard", "financial", "Traditional aid", "Multiyear; FCDO", "2020"),
                (flow.FlowType, flow.ContributionType, flow.Method, flow.Keywords, flow.BudgetYear));
            Assert.Equal(("2021-02-25", "2021-02-24", "2021-02-26"), (Day(flow.DateDays), Day(flow.DecisionDateDays), Day(flow.FirstReportedDays)));
            Assert.Equal((1_614_384_000_000_000, 1_614_556_800_000_000), (flow.CreatedAtMicros, flow.UpdatedAtMicros));
            Assert.Equal(("Aid, said \"quickly\"", "REF-1"), (Encoding.UTF8.GetString(flow.DescriptionUtf8.Span), Encoding.UTF8.GetString(flow.RefCodeUtf8.Span)));
            Assert.Equal((null, null, null, true), (flow.NewMoney, flow.VersionId, flow.ParentFlowId, flow.SourceIsPartial));
        });

        Assert.Equal(1, sink.FlowCount);
        Assert.Empty(sink.Issues);
        Assert.Empty(sink.Ignored);
    }

    [Fact]
    public void Read_RowWithEveryCell_NamesTheObjectsOfBothSides()
    {
        Read($"{Header}\n{Row}\n", flow =>
        {
            Assert.Equal([new(null, "Luxembourg, Government of", null, Behaviour.Single, "Multilateral Organizations; NGOs")], Members(flow.Source, ObjectType.Organization));
            Assert.Equal([new(null, null, "LUX", Behaviour.Single)], Members(flow.Source, ObjectType.Location));
            Assert.Equal([new(null, "2020", null, Behaviour.Single)], Members(flow.Source, ObjectType.UsageYear));
            Assert.Equal([new("929", "Afghanistan 2020", "HAFG20", Behaviour.Single)], Members(flow.Destination, ObjectType.Plan));
            Assert.Equal([new(null, "World Food Programme", null, Behaviour.Single, "UN agency")], Members(flow.Destination, ObjectType.Organization));
            Assert.Equal([new(null, "Health", null, Behaviour.Shared), new(null, "Protection - Housing, Land and Property", null, Behaviour.Shared)],
                Members(flow.Destination, ObjectType.GlobalCluster));
            Assert.Equal([new(null, null, "AFG", Behaviour.Shared), new(null, null, "PAK", Behaviour.Shared)], Members(flow.Destination, ObjectType.Location));
            Assert.Equal([new(null, "A project", "P-1", Behaviour.Single)], Members(flow.Destination, ObjectType.Project));
            Assert.Equal([new(null, "Floods, 2020", null, Behaviour.Single)], Members(flow.Destination, ObjectType.Emergency));
            Assert.Equal(["2020", "2021", "2022"], Members(flow.Destination, ObjectType.UsageYear).Select(year => year.Name));
            Assert.All(Members(flow.Destination, ObjectType.UsageYear), year => Assert.Equal(Behaviour.Shared, year.Behaviour));
        });
    }

    // Names hold commas themselves: they are given to the plans only where as many are found as there are ids.
    [Theory]
    [InlineData("One,Two", "One", "Two")]
    [InlineData("Floods, 2020,Two", "Floods, 2020", "Two")]
    [InlineData("One,and more,Two", null, null)]
    public void Read_SeveralPlans_NamesThoseThatCanBeToldApart(string names, string? first, string? second) =>
        Read(Small("destPlanId,destPlanCode,destPlan", $"\"929,943\",\"HAFG20,RSYR20\",\"{names}\""), flow =>
            Assert.Equal([new("929", first, "HAFG20", Behaviour.Shared), new("943", second, "RSYR20", Behaviour.Shared)], Members(flow.Destination, ObjectType.Plan)));

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("''=1+1", "'=1+1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("- Wells", "- Wells")]
    public void Read_TextThatIsMarkedAgainstSpreadsheets_IsReadWithoutTheMark(string cell, string text) =>
        Read(Small("description,destEmergency", $"{cell},{cell}"), flow =>
        {
            Assert.Equal(text, System.Text.Encoding.UTF8.GetString(flow.DescriptionUtf8.Span));
            Assert.Equal(text, Members(flow.Destination, ObjectType.Emergency)[0].Name);
        });

    [Fact]
    public void Read_EqualCells_ShareOneSet()
    {
        var sets = new List<ObjectSet?>();

        Read($"{Header}\n{Row}\n{Row}\n", flow => sets.Add(flow.Destination[(int)ObjectType.Location]));

        Assert.Same(sets[0], sets[1]);
    }

    [Fact]
    public void Read_OnlyRequiredColumnsInAnotherOrder_LeavesTheRestUnknown() =>
        Read("status,onBoundary,boundary,destUsageYearStart,amountUSD,id\r\npaid,single,internal,2026,-12.5,7", flow =>
        {
            Assert.Equal((7, -12_5000, FlowStatus.Paid, Boundary.Internal), (flow.Id, flow.AmountUsdE4, flow.Status, flow.StatedBoundary));
            Assert.Null(flow.DateDays);
            Assert.Null(flow.Source[(int)ObjectType.Organization]);
            Assert.Equal(["2026"], Members(flow.Destination, ObjectType.UsageYear).Select(year => year.Name));
        });

    [Fact]
    public void Read_RowOfTagsUnderTheHeader_IsPassedOver() =>
        Assert.Equal((1, 0), Counts($"{Header}\n#date,#year{new string(',', 35)}\n{Row}\n"));

    [Fact]
    public void Read_EmptyLines_ArePassedOver() => Assert.Equal((1, 0), Counts($"{Header}\n\n{Row}\n\n"));

    [Fact]
    public void Read_UnknownColumn_IsReportedOnceAndCounted()
    {
        var sink = Read(Small("newColumn", "x"));

        Assert.Equal(("hdx-column-unknown", Severity.Warning, "line 1"), Single(sink));
        Assert.Contains("newColumn", sink.Ignored.Keys);
        Assert.Equal(1, sink.FlowCount);
    }

    [Theory]
    [InlineData("id", "", "fts-id-invalid")]
    [InlineData("id", "-5", "fts-id-invalid")]
    [InlineData("id", "12a", "fts-id-invalid")]
    [InlineData("amountUSD", "", "fts-amount-missing")]
    [InlineData("amountUSD", "n/a", "fts-amount-invalid")]
    [InlineData("amountUSD", "\"1,000\"", "fts-amount-invalid")]
    [InlineData("amountUSD", "0.00001", "fts-amount-invalid")]
    [InlineData("amountUSD", "1000000000000000000", "fts-amount-invalid")]
    [InlineData("status", "Paid", "fts-status-unknown")]
    [InlineData("status", "", "fts-status-unknown")]
    [InlineData("boundary", "sideways", "fts-boundary-unknown")]
    [InlineData("onBoundary", "overlap", "fts-onboundary-unknown")]
    [InlineData("date", "2026-02-30", "fts-date-invalid")]
    [InlineData("createdAt", "yesterday", "fts-date-invalid")]
    [InlineData("destUsageYearStart", "-2026", "hdx-year-invalid")]
    [InlineData("destLocations", "AFG;PAK", "hdx-location-invalid")]
    [InlineData("destLocations", "\"AFG,\"", "hdx-location-invalid")]
    [InlineData("destPlanId", "HAFG20", "fts-id-invalid")]
    public void Read_CellThatCannotBeUsed_LeavesTheRowOutAndSaysWhere(string column, string cell, string code)
    {
        var sink = Read(Changed(column, cell));

        Assert.Equal((code, Severity.Error, $"line 2, column {column}"), Single(sink));
        Assert.Equal(0, sink.FlowCount);
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2126")]
    [InlineData("next")]
    public void Read_LastYearThatDoesNotFitTheFirst_LeavesTheRowOut(string year)
    {
        var sink = Read(Changed("destUsageYearEnd", year));

        Assert.Equal(("hdx-year-invalid", Severity.Error, "line 2, column destUsageYearStart"), Single(sink));
        Assert.Equal($"'2026 to {year}'", sink.Issues[0].Found);
        Assert.Equal(0, sink.FlowCount);
    }

    [Fact]
    public void Read_LongCellWithControlCharacters_IsShownShortAndOnOneLine()
    {
        var sink = Read(Changed("status", $"\"\u001b[31m\n{new string('é', 50)}\""));

        Assert.Equal($"' [31m {new string('é', 27)}…'", sink.Issues[0].Found);
    }

    [Theory]
    [InlineData("originalCurrency", "euro", "fts-currency-invalid")]
    [InlineData("originalAmount", "many", "fts-original-amount-invalid")]
    [InlineData("exchangeRate", "0.123456789", "fts-rate-invalid")]
    public void Read_CellBesideTheAmountThatCannotBeUsed_KeepsTheFlowWithoutIt(string column, string cell, string code)
    {
        var sink = Read(Changed(column, cell), flow => Assert.True(flow.OriginalCurrency is null || flow.OriginalAmountE4 is null || flow.ExchangeRateE8 is null));

        Assert.Equal((code, Severity.Warning, $"line 2, column {column}"), Single(sink));
        Assert.Equal(1, sink.FlowCount);
    }

    [Fact]
    public void Read_CurrencyWithoutAmount_IsNoIssue() => Assert.Equal((1, 0), Counts(Small("originalCurrency,originalAmount", "EUR,")));

    [Fact]
    public void Read_OtherNumberOfPlanCodesThanIds_KeepsThePlansWithoutCodes()
    {
        var sink = Read(Small("destPlanId,destPlanCode", "\"929,943\",HAFG20"), flow => Assert.All(Members(flow.Destination, ObjectType.Plan), plan => Assert.Null(plan.Code)));

        Assert.Equal(("hdx-plan-codes-differ", Severity.Warning, "line 2, column destPlanId"), Single(sink));
    }

    [Fact]
    public void Read_NameOfManyKilobytes_LeavesTheRowOut() =>
        Assert.Equal(("hdx-cell-too-long", Severity.Error, "line 2, column srcOrganization"), Single(Read(Small("srcOrganization", new string('x', 5000)))));

    [Fact]
    public void Read_SeveralCellsThatCannotBeUsed_ReportsThemAll() =>
        Assert.Equal(["fts-id-invalid", "fts-amount-missing", "fts-status-unknown"],
            Read("id,amountUSD,status,boundary,onBoundary,destUsageYearStart\nx,,y,incoming,single,2026\n").Issues.Select(issue => issue.Code));

    [Fact]
    public void Read_RowOfAnotherLength_IsLeftOutAndTheNextRead()
    {
        var sink = Read($"{Header}\n{Row},more\n{Row}\n");

        Assert.Equal(("csv-field-count", Severity.Error, "line 2"), Single(sink));
        Assert.Equal(1, sink.FlowCount);
    }

    [Fact]
    public void Read_ShortLastRowWithoutLineEnd_IsTruncated()
    {
        var fatal = Fatal($"{Header}\n{Row}\n{Row[..200]}");

        Assert.Equal(("document-truncated", Severity.Fatal, "line 3"), (fatal!.Code, fatal.Severity, fatal.Place));
    }

    [Theory]
    [InlineData("", "document-truncated")]
    [InlineData("id,amountUSD\n", "hdx-column-missing")]
    [InlineData("id,id,amountUSD,status,boundary,onBoundary,destUsageYearStart\n", "hdx-column-repeated")]
    public void Read_HeaderThatCannotBeUsed_IsFatal(string text, string code) => Assert.Equal((code, "line 1"), (Fatal(text)!.Code, Fatal(text)!.Place));

    [Fact]
    public void Read_LineThatIsNoUtf8_IsFatalAtItsLine()
    {
        byte[] document = [.. Encoding.UTF8.GetBytes($"{Header}\n{Row}\n"), 0xFF, .. "\n"u8];

        var fatal = new HdxFlowsCsv().Read(new MemoryStream(document), new RecordingSink(), TestContext.Current.CancellationToken);

        Assert.Equal(("document-encoding", "line 3"), (fatal!.Code, fatal.Place));
    }

    [Fact]
    public void Read_Cancelled_Throws()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\n{Row}\n"));

        Assert.Throws<OperationCanceledException>(() => new HdxFlowsCsv().Read(stream, new RecordingSink(), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(Header + "\r\n", true)]
    [InlineData("id,amountUSD,status,boundary,onBoundary,destUsageYearStart", true)]
    [InlineData("countryCode,id,name,code,typeId,typeName,startDate,endDate,year,requirements,funding,percentFunded\n", false)]
    [InlineData("{\"data\":{\"flows\":[]}}", false)]
    [InlineData("", false)]
    public void Recognises_ByColumnNames(string head, bool expected) => Assert.Equal(expected, new HdxFlowsCsv().Recognises(Encoding.UTF8.GetBytes(head)));

    private static RecordingSink Read(string text, Action<FlowRecord>? onFlow = null)
    {
        var sink = new RecordingSink(onFlow);
        Assert.Null(new HdxFlowsCsv().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), sink, TestContext.Current.CancellationToken));
        return sink;
    }

    private static ReadIssue? Fatal(string text) =>
        new HdxFlowsCsv().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new RecordingSink(), TestContext.Current.CancellationToken);

    private static (int Flows, int Issues) Counts(string text)
    {
        var sink = Read(text);
        return (sink.FlowCount, sink.Issues.Count);
    }

    /// <summary>A sound row with some more columns.</summary>
    private static string Small(string columns, string cells) =>
        $"id,amountUSD,status,boundary,onBoundary,destUsageYearStart,{columns}\n7,100,paid,incoming,single,2026,{cells}\n";

    /// <summary>A sound row with one cell changed.</summary>
    private static string Changed(string column, string cell)
    {
        var columns = new[] { "id", "amountUSD", "status", "boundary", "onBoundary", "destUsageYearStart", "destUsageYearEnd" };
        var cells = new[] { "7", "100", "paid", "incoming", "single", "2026", "2026" };
        var at = Array.IndexOf(columns, column);
        if (at >= 0) cells[at] = cell;
        else (columns, cells) = ([.. columns, column], [.. cells, cell]);
        return $"{string.Join(',', columns)}\n{string.Join(',', cells)}\n";
    }

    private static (string Code, Severity Severity, string Place) Single(RecordingSink sink)
    {
        var issue = Assert.Single(sink.Issues);
        return (issue.Code, issue.Severity, issue.Place);
    }

    private static IReadOnlyList<FlowObject> Members(ObjectSet?[] side, ObjectType type) => side[(int)type]!.Members;

    private static string Day(int? days) => Utf8Date.ToDate(days!.Value).ToString("O");
}
