using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>A promise from the report to the payment, as somebody at a command line follows it. The meeting is invented.</summary>
public sealed class ConferenceCommandTests : IDisposable
{
    private const string Report = """
        Invented / Conferences

        An invented meeting on an invented crisis

        Published: 2021-09-14 18:00 UTC+2

        This report is invented for tests. Germany promised 50 million euros for Afghanistan at a meeting in Geneva on 13 September 2021.

        Publisher: Tributary tests   Editor: Nobody   Language: en

        """;

    private const string Flows = """
        id,amountUSD,status,boundary,onBoundary,destUsageYearStart,destLocations,srcOrganization,srcOrganizationTypes,destOrganization,date,originalAmount,originalCurrency,exchangeRate,updatedAt
        101,34000000,paid,incoming,single,2021,AFG,"Germany, Government of",Governments,World Food Programme,2021-10-01,30000000,EUR,0.8824,2021-11-01
        102,12000000,commitment,incoming,single,2021,AFG,"Germany, Government of",Governments,World Health Organization,2021-11-01,10500000,EUR,0.875,2021-11-01
        103,5000000,paid,incoming,single,2021,AFG,"Norway, Government of",Governments,World Food Programme,2021-10-01,,,,2021-11-01

        """;

    private static readonly string[] Pledge = ["pledge", "add", "--party", "Germany", "--amount", "EUR 50 million", "--country", "AFG", "--made-on", "2021-09-13", "--quotation", "50 million euros"];

    private readonly TempFolder _folder = new();
    private readonly string _document;

    public ConferenceCommandTests()
    {
        Assert.Equal(0, Cli.Run(Ledger, "import", _folder.Write(Report, ".txt"), _folder.Write(Flows, ".csv"), "--day", "2021-12-31").Code);
        _document = JsonNode.Parse(Cli.Run(Ledger, "documents", "--format", "json").Out)!["documents"]!.AsArray().Single(document => document!["format"]!.GetValue<string>() == "news-text")!["hash"]!.GetValue<string>()[..10];
    }

    private string Ledger => _folder["ledger"];

    [Fact]
    public void Pledge_FromTheReportToThePayment_IsFollowed()
    {
        var funding = Run("funding", "--country", "AFG", "--year", "2021", "--format", "json");
        var id = Number(JsonNode.Parse(Run([.. Pledge, "--document", _document, "--by", "ann", "--format", "json"]))!["pledges"]![0]!["entry"]!);
        var match = JsonNode.Parse(Run("pledge", "match", id, "--format", "json"))!["candidates"]!.AsArray();
        Assert.Equal(["101", "102"], match.Select(flow => flow!["id"]!.GetValue<string>()));
        Run("pledge", "confirm", id, "101", "102", "--by", "bob");
        var pledges = JsonNode.Parse(Run("pledges", "--country", "AFG", "--year", "2021", "--format", "json"))!;
        var germany = pledges["parties"]![0]!;
        Assert.Equal(("Germany", "EUR", 50_000_000m, 10_500_000m, 30_000_000m, 9_500_000m, 60.00m),
            (germany["party"]!.GetValue<string>(), germany["currency"]!.GetValue<string>(), Amount("pledged"), Amount("committed"), Amount("paid"), Amount("outstanding"), Amount("percentKept")));
        Assert.Equal("bob", pledges["pledges"]![0]!["flows"]![0]!["confirmedBy"]!.GetValue<string>());
        Assert.Contains("the rate of FTS's flow 101 of 2021-10-01, 18 days from the pledge", pledges["pledges"]![0]!["usdBasis"]!.GetValue<string>(), StringComparison.Ordinal);
        // In eighty columns a reader still sees who, how much, what came, what is outstanding.
        var table = Cli.Bash(Ledger, "COLUMNS=80 $tributary pledges --country AFG --year 2021").Out;
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        var row = table.Split('\n').First(line => line.Contains("Germany", StringComparison.Ordinal));
        Assert.All(["EUR", "50,000,000", "30,000,000", "9,500,000"], value => Assert.Contains($" {value} ", row, StringComparison.Ordinal));
        // And none of it changed what counts as funding.
        Assert.Equal(funding, Run("funding", "--country", "AFG", "--year", "2021", "--format", "json"));
        Run("pledge", "reject", id, "102", "--why", "money of an earlier promise");
        Run("pledge", "correct", id, "--amount", "EUR 45 million", "--why", "misread", "--by", "ann");
        Run("pledge", "withdraw", id, "--why", "a test");
        var history = JsonNode.Parse(Run("pledge", "list", "--history", "--format", "json"))!;
        Assert.Empty(history["pledges"]!.AsArray());
        Assert.Equal(["entered", "corrected", "withdrawn"], history["history"]!.AsArray().Select(row => row!["outcome"]!.GetValue<string>()));
        Assert.True(JsonNode.Parse(Run("verify", "--format", "json"))!["holds"]!.GetValue<bool>());

        decimal Amount(string name) => germany[name]!.GetValue<decimal>();
    }

    [Fact]
    public void Conference_EnteredPieceByPiece_IsShown()
    {
        Run("conference", "add", "--id", "geneva-2021", "--title", "Invented meeting", "--host", "Switzerland", "--city", "Geneva", "--country", "Switzerland", "--first-day", "2021-09-13", "--about", "AFG", "--about", "PAK", "--document", _document, "--line", "7");
        Run("conference", "add", "participant", "--conference", "geneva-2021", "--party", "Germany", "--role", "participant", "--document", _document, "--line", "7");
        Run("conference", "add", "call", "--conference", "geneva-2021", "--party", "Switzerland", "--amount", "USD 600 million", "--document", _document, "--line", "7");
        Run("conference", "add", "statement", "--conference", "geneva-2021", "--party", "Germany", "--words", "50 million euros for Afghanistan", "--speech", "direct", "--document", _document);
        Run([.. Pledge, "--conference", "geneva-2021", "--document", _document]);
        Run("conference", "correct", "geneva-2021", "--last-day", "2021-09-14", "--zone", "UTC+2", "--why", "it went on for a day");
        var shown = JsonNode.Parse(Run("conference", "show", "geneva-2021", "--history", "--format", "json"))!;
        Assert.Equal(("CHE", "2021-09-14", "UTC+2"), (shown["country"]!.GetValue<string>(), shown["lastDay"]!.GetValue<string>(), shown["zone"]!.GetValue<string>()));
        Assert.Equal([1, 1, 1, 1, 6], new[] { "participants", "calls", "statements", "pledges", "history" }.Select(list => shown[list]!.AsArray().Count));
        Assert.Equal(["AFG", "PAK"], shown["about"]!.AsArray().Select(country => country!.GetValue<string>()));
        var list = Run("conference", "withdraw", "geneva-2021", "--why", "a test");
        Assert.Contains("No conference was entered yet", list, StringComparison.Ordinal);
    }

    [Fact]
    public void File_WithMistakes_IsRefusedLikeADocument()
    {
        var file = _folder.Write($"document: {_document}\npledges:\n  - {{party: Germany, amount: EUX 5, country: AFG, made-on: 2021-09-13, line: 99}}\n", ".yaml");
        var refused = Cli.Run(Ledger, "pledge", "add", "--file", file);
        Assert.Equal((3, ""), (refused.Code, refused.Out));
        Assert.Equal(2, refused.Error.TrimEnd().Split('\n').Length);
        Assert.All(refused.Error.TrimEnd().Split('\n'), line => Assert.StartsWith($"tributary: {file}, line 3: ", line, StringComparison.Ordinal));
        var missing = Cli.Run(Ledger, "pledge", "add", "--file", "/no/such/file.yaml");
        Assert.Equal((6, ""), (missing.Code, missing.Out));
    }

    [Fact]
    public void Options_WithMistakes_AreTheUsers()
    {
        var refused = Cli.Run(Ledger, [.. Pledge, "--document", _document, "--usd", "much"]);
        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.StartsWith("tributary: --usd: 'much'; expected an amount such as", refused.Error, StringComparison.Ordinal);
        // Without a terminal nobody is asked: what is missing is said.
        var missing = Cli.Run(Ledger, "pledge", "add", "--party", "Germany");
        Assert.Equal(2, missing.Code);
        Assert.Equal(["--amount", "--made-on", "--document"], missing.Error.TrimEnd().Split('\n').Select(line => line.Split(' ')[1].TrimEnd(':')));
    }

    // A terminal of its own, in which somebody types; the first quotation stands nowhere and is asked for again.
    [Fact]
    public void Add_OnATerminal_AsksForWhatIsMissing()
    {
        Assert.SkipUnless(Cli.Bash("", "command -v script").Code == 0, "no terminal can be made here: there is no `script`");
        var typed = string.Join('\n', "EUR 50 million", "", "", "food", "AFG", "", "2021-09-13", "", "", "51 million euros", "50 million euros", "");
        // The keyboard stays there while the program runs; it ends by itself, and nobody waits for it.
        var result = Cli.Bash(Ledger, $"timeout 50 script -qec \"$tributary pledge add --party Germany --iso3 DEU --organization 4306 --new-money yes --conference '' --document {_document}\" /dev/null < <(printf '%s' '{typed}'; exec sleep 45 2>/dev/null)");
        Assert.True(result.Out.Contains("does not stand in the document", StringComparison.Ordinal), result.Out + result.Error);
        var pledge = JsonNode.Parse(Run("pledge", "list", "--format", "json"))!["pledges"]!.AsArray().Single()!;
        Assert.Equal(("50 million euros", "food", "Yes"), (pledge["quotation"]!.GetValue<string>(), pledge["purpose"]!.GetValue<string>(), pledge["newMoney"]!.GetValue<string>()));
    }

    public void Dispose() => _folder.Dispose();

    private string Run(params string[] args)
    {
        var result = Cli.Run(Ledger, args);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return result.Out;
    }

    private static string Number(JsonNode node) => node.GetValue<long>().ToString(CultureInfo.InvariantCulture);
}
