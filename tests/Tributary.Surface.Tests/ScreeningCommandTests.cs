using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tributary.Surface.Tests;

/// <summary>A chain cleared on the command line, from screening to the report; of parties and a list of our own making, in which nobody exists.</summary>
public sealed partial class ScreeningCommandTests(ScreeningCommandTests.ChainLedger chain) : IClassFixture<ScreeningCommandTests.ChainLedger>, IDisposable
{
    private readonly TempFolder _folder = new();
    private string _ledger = chain.Folder;

    [Fact]
    public void Chain_IsClearedByTwoPeople()
    {
        _ledger = ChainLedger.Make(_folder);
        var screened = Json("screen", "--by", "ann", "--since-last");
        var finding = screened["findings"]!.AsArray().Single()!;
        Assert.Equal(("Open", "Karvan Transport Company", "ZZe.001", 3), (Text(finding, "state"), Text(finding, "partyName"), Text(finding, "entry"), (int)screened["run"]!["parties"]!));
        var blocked = Json("blocked");
        Assert.Equal((30m, 100m), ((decimal)blocked["passingUsd"]!, (decimal)blocked["fundingUsd"]!));
        var id = Text(finding, "id");
        Answer("screening", "show", id[..6]);
        var exemption = (long)Json("screening", "exempt", "--basis", "2664", "--actor", "partner of the plan", "--activity", "food", "--minimised", "paid to the mill", "--by", "ann")["exemptions"]![0]!["row"]!;
        var decided = Json("screening", "decide", id, "cleared", "--exemption", $"{exemption}", "--why", "food for the clinics", "--by", "ann");
        Assert.Equal("AwaitsConfirmation", Text(decided, "state"));
        var row = $"{(long)decided["decision"]!}";
        var own = Cli.Run(_ledger, "screening", "confirm", row, "--by", "Ann");
        Assert.Equal((2, "tributary: --by: Ann may be ann, who made it; expected a second person: nobody confirms what is their own; ask somebody else; two people whose names sound alike need names that tell them apart\n"), (own.Code, own.Error));
        Assert.Equal("Cleared", Text(Json("screening", "confirm", row, "--by", "ben"), "state"));
        Assert.Empty(Json("screening", "queue")["findings"]!.AsArray());
        Assert.Equal(0m, (decimal)Json("blocked")["fundingUsd"]!);
        Assert.Equal(0, Cli.Run(_ledger, "verify").Code);
        Golden.Verify(WithoutTimes(Answer("screening", "report", "--format", "json")), "tests/Tributary.Surface.Tests/Golden/screening-report.json");
        Golden.Verify(WithoutTimes(Answer("screening", "report", "--format", "csv")), "tests/Tributary.Surface.Tests/Golden/screening-report.csv");
        Assert.Equal(0, Cli.Run(_ledger, "screening", "report", "--output", _folder["report.xlsx"]).Code);
    }

    [Fact]
    public void Tables_Fit80Columns()
    {
        Answer("screen", "--since-last");
        Answer("screen", "--since-last");
        Answer("screen", "--flow", "11");
        foreach (var command in (ReadOnlySpan<string>)["screening queue", "screening queue --all", "screening report", "screening exemptions", "blocked", "screen --flow 10"])
        {
            var table = Cli.Bash(_ledger, $"COLUMNS=80 $tributary {command}");
            Assert.Equal((0, ""), (table.Code, table.Error));
            Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("screen", "expected NAME, --batch FILE, or --ledger")]
    [InlineData("screen Karvan --flow 10", "--flow and NAME")]
    [InlineData("screen --flow 10 --since-last", "--flow and --since-last")]
    [InlineData("screen Karvan --weight size=1", "--weight 'size=1'")]
    [InlineData("screen --flow 999", "flow '999'")]
    [InlineData("screen --since-last --country AFG", "--country and --ledger")]
    [InlineData("screen --since-last --as-of 2021-01-01", "--as-of and --ledger")]
    [InlineData("screen --since-last --output x.csv", "--output and --ledger")]
    [InlineData("funding --ledger", "--ledger: no folder")]
    [InlineData("screening show 12345", "finding '12345'")]
    [InlineData("screening decide 12345 maybe --why x", "outcome 'maybe'")]
    [InlineData("screening decide 12345 true-match --why x", "finding '12345'")]
    [InlineData("screening confirm x", "ROW 'x'")]
    [InlineData("screening confirm 1", "row 1: nothing that a second person confirms")]
    [InlineData("screening withdraw 1 --why x", "row 1: neither a decision nor an exemption")]
    [InlineData("screening rule --second-person nobody --why x", "outcome 'nobody'")]
    [InlineData("screening rule --second-person none", "--why: no reason")]
    [InlineData("screening exempt --basis 2615 --actor a --activity b --minimised c", "--inform-from")]
    [InlineData("screening informed 1 --why x", "row 1: no exemption")]
    [InlineData("blocked --plan 1", "plan '1'")]
    public void Mistake_IsSaidInOneLine(string command, string message)
    {
        var before = Rows();
        var result = Cli.Run(_ledger, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Rows());
    }

    public void Dispose() => _folder.Dispose();

    private int Rows()
    {
        using var ledger = Ledger.Open(_ledger);
        return ledger.Entries().Count;
    }

    private string Answer(params string[] args)
    {
        var result = Cli.Run(_ledger, args);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Out;
    }

    private JsonNode Json(params string[] args) => JsonNode.Parse(Answer([.. args, "--format", "json"]))!;

    private static string Text(JsonNode node, string field) => (string)node[field]!;

    // The times of the test, the build and the seal over them differ from run to run.
    private static string WithoutTimes(string report) => Seal().Replace(Program().Replace(Times().Replace(report, "TIME"), "BUILD"), "journalSeal\": \"SEAL\",\n  \"day\": \"TODAY");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:[\d.]+(\+00:00|Z))?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Program();

    // With the day on which the report is made, which stands behind it.
    [GeneratedRegex("journalSeal\": \"[0-9a-f]+\",\n  \"day\": \"[0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Seal();

    /// <summary>A ledger with the chain and the list, made once.</summary>
    public sealed class ChainLedger : IDisposable
    {
        private readonly TempFolder _folder = new();

        public ChainLedger() => Folder = Make(_folder);

        public string Folder { get; }

        internal static string Make(TempFolder folder)
        {
            var list = """
                <?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2021-10-01T00:00:00.000Z"><INDIVIDUALS/><ENTITIES><ENTITY><DATAID>77</DATAID><VERSIONNUM>1</VERSIONNUM>
                <FIRST_NAME>KARVAN TRANSPORT COMPANY</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>ZZe.001</REFERENCE_NUMBER><LISTED_ON>2012-06-29</LISTED_ON><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE></ENTITY></ENTITIES></CONSOLIDATED_LIST>
                """;
            string[] flows = [Flow(10, 100, "1", "Norwind, Government of", "2", "Blue Heron Relief", "\"newMoney\":true,\"childFlowIds\":[\"11\"],"), Flow(11, 30, "2", "Blue Heron Relief", "3", "Karvan Transport Company", "\"newMoney\":false,\"parentFlowId\":10,")];
            var ledger = folder["ledger"];
            Assert.Equal(0, Cli.Run(ledger, "import", folder.Write($$"""{"meta":{"count":2},"data":{"flows":[{{string.Join(',', flows)}}]},"status":"ok"}"""), folder.Write(list, ".xml"), "--day", "2021-10-05").Code);
            return ledger;
        }

        public void Dispose() => _folder.Dispose();

        private static string Flow(long id, int amount, string source, string sourceName, string destination, string destinationName, string related) =>
            $$"""{"id":"{{id}}","amountUSD":{{amount}},"status":"paid","flowType":"Standard","boundary":"incoming","onBoundary":"single",{{related}}"updatedAt":"2021-09-01T00:00:00Z","sourceObjects":[{"type":"Organization","id":"{{source}}","name":"{{sourceName}}","behavior":"single"}],"destinationObjects":[{"type":"Organization","id":"{{destination}}","name":"{{destinationName}}","behavior":"single"},{"type":"UsageYear","id":"42","name":"2021","behavior":"single"}]}""";
    }
}
