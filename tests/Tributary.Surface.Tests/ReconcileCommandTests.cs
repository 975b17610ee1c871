using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>FTS and IATI side by side on the command line: of flows and activities of our own making.</summary>
public sealed class ReconcileCommandTests(ReconcileCommandTests.TwoSources sources) : IClassFixture<ReconcileCommandTests.TwoSources>
{
    private const string Expected = "tests/Tributary.Surface.Tests/Golden/reconcile";

    [Fact]
    public void Answer_IsItsGoldenFiles()
    {
        Golden.Verify(Answer("reconcile", "--country", "AFG", "--format", "json"), Expected + ".json");
        Golden.Verify(Answer("reconcile", "--country", "AFG", "--format", "csv"), Expected + ".csv");
        Golden.Verify(Cli.Bash(sources.Folder, "COLUMNS=120 $tributary reconcile --country AFG").Out, Expected + ".txt");
    }

    [Fact]
    public void Tables_Fit80Columns()
    {
        var table = Cli.Bash(sources.Folder, "COLUMNS=80 $tributary reconcile");
        Assert.Equal((0, ""), (table.Code, table.Error));
        Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Pair_IsSettledAndTakenBack()
    {
        using var own = new TwoSources();
        const string Transaction = "XX-ABC-1-GRANT-7001#PO-1";
        string Say(params string[] args) => (string)JsonNode.Parse(Run(own.Folder, [.. args, "--by", "ann", "--why", "a test", "--format", "json"]))!["says"]!;
        Assert.Equal($"{Transaction} and flow 7001: one movement", Say("reconcile", "confirm", Transaction, "7001"));
        Assert.Contains("confirmed (ann, row", Run(own.Folder, "reconcile", "--format", "csv"), StringComparison.Ordinal);
        Assert.Equal("open again: 1 pair", Say("reconcile", "withdraw", Transaction, "7001"));
        Assert.Equal("confirmed by the rule, 1 pair: 90 points and more, country AFG", Say("reconcile", "rule", "--min-score", "90", "--country", "AFG"));
        Assert.Equal($"{Transaction} and flow 7001: not one movement", Say("reconcile", "reject", Transaction, "7001"));
        Assert.Equal(0, Cli.Run(own.Folder, "verify").Code);
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("reconcile --donor Nobody", "donor 'Nobody'")]
    [InlineData("reconcile --min-score 30", "--min-score '30'")]
    [InlineData("reconcile --publisher Nobody", "publisher 'Nobody'")]
    [InlineData("reconcile confirm X#1 ten --why x", "FLOW 'ten'")]
    [InlineData("reconcile confirm X#1 7001 --why x", "transaction 'X#1'")]
    [InlineData("reconcile withdraw X#1 --why x", "--rule ROW")]
    [InlineData("reconcile withdraw --rule 1 --why x", "row 1")]
    [InlineData("reconcile rule --why x", "--min-score")]
    public void Mistake_IsToldAndExits2(string command, string named)
    {
        var result = Cli.Run(sources.Folder, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    // Paths depend on where the test runs.
    private string Answer(params string[] args) => Run(sources.Folder, args).Replace(sources.Root + "/", "", StringComparison.Ordinal);

    private static string Run(string ledger, params string[] args)
    {
        var result = Cli.Run(ledger, args);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Out;
    }

    /// <summary>A ledger of three flows and two activities.</summary>
    public sealed class TwoSources : IDisposable
    {
        private const string Flows = """
            {"status": "ok", "data": {"flows": [
              {"id": "7001", "amountUSD": 100000, "status": "commitment", "date": "2020-03-01T00:00:00Z", "boundary": "incoming", "onBoundary": "single", "flowType": "Standard", "newMoney": true, "refCode": "GRANT-7001",
               "sourceObjects": [{"type": "Organization", "id": "1", "name": "Land of Plenty Aid", "behavior": "single"}],
               "destinationObjects": [{"type": "Organization", "id": "2", "name": "Helping Hands Federation", "behavior": "single"}, {"type": "Location", "id": "1", "name": "Afghanistan", "behavior": "single"}]},
              {"id": "7002", "amountUSD": 50000, "status": "paid", "date": "2020-04-01T00:00:00Z", "boundary": "incoming", "onBoundary": "single", "flowType": "Standard", "newMoney": true, "refCode": "GRANT-7002",
               "sourceObjects": [{"type": "Organization", "id": "1", "name": "Land of Plenty Aid", "behavior": "single"}],
               "destinationObjects": [{"type": "Organization", "id": "2", "name": "Helping Hands Federation", "behavior": "single"}, {"type": "Location", "id": "1", "name": "Afghanistan", "behavior": "single"}]},
              {"id": "7003", "amountUSD": 7, "status": "paid", "date": "2020-09-01T00:00:00Z", "boundary": "incoming", "onBoundary": "single", "flowType": "Standard", "newMoney": true,
               "sourceObjects": [{"type": "Organization", "id": "3", "name": "Sunrise Bakery", "behavior": "single"}],
               "destinationObjects": [{"type": "Organization", "id": "2", "name": "Helping Hands Federation", "behavior": "single"}, {"type": "Location", "id": "1", "name": "Afghanistan", "behavior": "single"}]}
            ]}}
            """;

        private readonly TempFolder _folder = new();

        public TwoSources()
        {
            File.WriteAllText(_folder["flows.json"], Flows);
            File.WriteAllText(_folder["activities.xml"], $"""
                <iati-activities version="2.03">
                {Activity("7001", """<transaction ref="PO-1"><transaction-type code="2"/><transaction-date iso-date="2020-03-01"/><value value-date="2020-03-01">100000</value><receiver-org><narrative>Helping Hands Federation</narrative></receiver-org></transaction>""")}
                {Activity("7002", """<transaction><transaction-type code="3"/><transaction-date iso-date="2020-04-02"/><value value-date="2020-04-02">45000</value><receiver-org><narrative>Helping Hands Federation</narrative></receiver-org></transaction>""")}
                {Activity("7009", """<transaction ref="PO-9"><transaction-type code="3"/><transaction-date iso-date="2021-05-02"/><value value-date="2021-05-02">1234.56</value><receiver-org><narrative>Ministry of Lakes</narrative></receiver-org></transaction>""")}
                </iati-activities>
                """);
            var made = Cli.Run(Folder, "import", _folder["flows.json"], _folder["activities.xml"], "--day", "2021-06-01", "--leave-out-errors");
            Assert.Equal((0, ""), (made.Code, made.Error));
        }

        /// <summary>Where the documents lie.</summary>
        public string Root => Path.GetDirectoryName(Folder)!;

        /// <summary>The ledger's folder.</summary>
        public string Folder => _folder["ledger"];

        public void Dispose() => _folder.Dispose();

        private static string Activity(string number, string transaction) => $"""
            <iati-activity default-currency="USD" humanitarian="1"><iati-identifier>XX-ABC-1-GRANT-{number}</iati-identifier><reporting-org ref="XX-ABC-1" type="10"><narrative>Land of Plenty Aid</narrative></reporting-org><title><narrative>Seeds</narrative></title><recipient-country code="AF"/>{transaction}</iati-activity>
            """;
    }
}
