using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>Files of parties on the command line, screened against versions of lists in which nobody exists.</summary>
public sealed class ScreenBatchTests(ListsCommandTests.ListLedger lists) : IClassFixture<ListsCommandTests.ListLedger>, IDisposable
{
    private const string Parties = """
        ID,Name,Type,Born,Country,Identifiers,Phone
        P-1,Tareq Velmor,Person,1965,Afghanistan,,1
        P-2,Blue Heron,,,,,2
        P-3,Acme Relief,Company,,KEN,,3
        P-4,,person,,,,4
        P-5,"=HYPERLINK(""http://example.org"")",,,,,5
        P-6,Somebody Else,person,,AFG;Atlantis,,6
        P-7,Somebody Else,person,,,ZZ000001,7

        """;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Answer_IsItsGoldenFile(string format)
    {
        var result = Screen(Parties, "--format", format);
        Assert.Equal(3, result.Code);
        Golden.Verify(result.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal), $"tests/Tributary.Surface.Tests/Golden/screen-batch.{(format == "json" ? "jsonl" : format)}");
        Assert.Equal(
            "tributary: FILE: 1 column not used: Phone\n"
            + "tributary: FILE, line 5: no name; expected the name of a party; mend the row and screen it again\n"
            + "tributary: FILE, line 7: the country Atlantis; expected an ISO 3166 code such as AFG, or a name; mend the row and screen it again\n"
            + "tributary: FILE: 7 rows: 3 with candidates, 2 without, 2 not screened; against un of 2021-01-10 (6 entries), ofac of 2021-06-01 (3 entries), from a score of 0.85 on\n",
            result.Error.Replace(_folder["document-1.csv"], "FILE", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_Fits80Columns()
    {
        var table = Cli.Bash(lists.Folder, $"COLUMNS=80 $tributary screen --batch '{_folder.Write(Parties, ".csv")}'");
        Assert.Equal(3, table.Code);
        Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("ZZi.001", table.Out, StringComparison.Ordinal);
        Assert.Contains("A candidate is no match", table.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfManyCandidates_ShowsTheFirst()
    {
        var result = Screen("name\n" + string.Concat(Enumerable.Repeat("Tarik Velmor Al-Osteri\n", 40)));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("15 more lines; --format csv has all", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void StandardInput_IsAFileLikeAnyOther()
    {
        var piped = Cli.Bash(lists.Folder, $"$tributary screen --batch - --format csv < '{_folder.Write(Parties, ".csv")}'");
        Assert.Equal((3, Screen(Parties, "--format", "csv").Out), (piped.Code, piped.Out));
    }

    [Fact]
    public void AsOf_IsOfTheListsOfThatDay() =>
        Assert.EndsWith(",un 2020-01-10\n", Screen("name\nAcme\n", "--format", "csv", "--as-of", "2020-06-01").Out, StringComparison.Ordinal);

    [Fact]
    public void Output_ToAFile_IsWrittenWholeOrNotAtAll()
    {
        Assert.Equal((3, ""), Screen(Parties, "--output", _folder["a.csv"]) is var csv ? (csv.Code, csv.Out) : default);
        Assert.Equal(Screen(Parties, "--format", "csv").Out, File.ReadAllText(_folder["a.csv"]));
        Assert.Equal(6, Screen(Parties, "--output", _folder["a.csv"]).Code);
        Assert.Equal(3, Screen(Parties, "--output", _folder["a.jsonl"]).Code);
        Assert.All(File.ReadLines(_folder["a.jsonl"]), line => Assert.NotNull(JsonNode.Parse(line)!["outcome"]));

        var broken = Screen("name\n" + string.Concat(Enumerable.Repeat("Acme\n", 600)) + "\"cut of", "--output", _folder["b.csv"]);
        Assert.Equal(3, broken.Code);
        Assert.EndsWith($"; 600 rows before it were screened; {_folder["b.csv"]} was not written\n", broken.Error, StringComparison.Ordinal);
        Assert.Equal(["a.csv", "a.jsonl"], Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith("document-", StringComparison.Ordinal)).Order());
    }

    // A file that is refused leaves nothing behind, no line of headings either.
    [Theory]
    [InlineData("name,beneficiary\nAcme,x\n", "line 1: a column beneficiary")]
    [InlineData("name,role\nAcme,partner\nx,refugee\n", "line 3: the role refugee")]
    [InlineData("name,x\n#org+name,#beneficiary+code\nAcme,x\n", "line 2: the hashtag #beneficiary+code")]
    public void PeopleInNeed_AreNotScreened(string text, string named)
    {
        Assert.Equal((3, ""), Screen(text, "--format", "csv") is var csv ? (csv.Code, csv.Out) : default);
        var result = Screen(text, "--format", "json");
        Assert.Equal((3, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Contains("people in need are never screened, because sanctions do not bind them", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void PeopleInNeed_FarDown_StopTheRunAndItSaysHowManyRowsWereWritten()
    {
        var result = Screen("name,role\n" + string.Concat(Enumerable.Repeat("Acme,partner\n", 5000)) + "x,beneficiary\nAcme,partner\n", "--format", "csv");
        var written = result.Out.Count(c => c == '\n') - 1;
        Assert.Equal(3, result.Code);
        Assert.InRange(written, 1, 5000);
        Assert.EndsWith(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; {written:N0} rows before it were screened and written\n"), result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no line; expected a first line")]
    [InlineData("Acme,AFG\n", "expected a column name among them")]
    [InlineData("name\n\"never closed", "the file ends inside a quoted field")]
    public void File_ThatIsNone_Is3AndOneMessage(string text, string named)
    {
        var result = Screen(text, "--format", "json");
        Assert.Equal((3, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void File_ThatIsNotThere_Is6() => Assert.Equal(6, Cli.Run(lists.Folder, "screen", "--batch", _folder["nothere.csv"]).Code);

    [Fact]
    public void Output_IntoHead_IsNoFailure()
    {
        var result = Cli.Bash(lists.Folder, $"set -o pipefail; $tributary screen --batch '{_folder.Write("name\n" + string.Concat(Enumerable.Repeat("Acme\n", 20_000)), ".csv")}' --format csv | head -n 1");
        // Whether the rest of the output is missed is a matter of timing: then the command ends early, else it says what it did.
        Assert.Equal(0, result.Code);
        Assert.All(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains("20,000 rows", line, StringComparison.Ordinal));
        Assert.StartsWith("row,id,name,outcome,score,list,entry,matchedName,primaryName,why,version,source,against\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ExportAnswer_OfAFile_IsRefused()
    {
        var result = Cli.Run(lists.Folder, "export", "answer", "screen --batch x.csv", "--output", _folder["x.csv"]);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains("a file of parties; expected one party", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("screen", "screen: not enough was named; expected NAME, --batch FILE, or --ledger")]
    [InlineData("screen Acme --batch x.csv", "NAME and --batch: both were given")]
    [InlineData("screen --batch x.csv --country AFG", "--country and --batch: the file says it of each party")]
    [InlineData("screen --batch x.csv --output y.xlsx", "--output 'y.xlsx': a file of parties is screened row by row; expected .csv or .jsonl")]
    [InlineData("screen Acme --born 1970-13", "--born '1970-13'")]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(_folder["ledger"], command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("tributary: ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Cli.Result Screen(string text, params string[] more) => Cli.Run(lists.Folder, ["screen", "--batch", _folder.Write(text, ".csv"), .. more]);
}
