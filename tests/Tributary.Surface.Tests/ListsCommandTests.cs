using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>Sanctions lists on the command line: versions of our own making, in which nobody exists.</summary>
public sealed class ListsCommandTests(ListsCommandTests.ListLedger lists) : IClassFixture<ListsCommandTests.ListLedger>
{
    [Theory]
    [InlineData("lists-show", "lists show")]
    [InlineData("lists-entry", "lists show un --entry ZZi.001")]
    [InlineData("lists-name", "lists show --name heron")]
    [InlineData("lists-diff", "lists diff --list un --from 2020-06-01 --to 2021-06-01")]
    public void Answer_IsItsGoldenFile(string name, string command)
    {
        Golden.Verify(lists.Answer($"{command} --format json"), $"tests/Tributary.Surface.Tests/Golden/{name}.json");
        Golden.Verify(lists.Answer($"{command} --format csv"), $"tests/Tributary.Surface.Tests/Golden/{name}.csv");
    }

    [Fact]
    public void Table_Fits80Columns()
    {
        foreach (var command in (ReadOnlySpan<string>)["lists show", "lists show --entry ZZi.001", "lists show --name heron", "lists diff --list un --from 2020-06-01"])
        {
            var table = Cli.Bash(lists.Folder, $"COLUMNS=80 $tributary {command}");
            Assert.Equal((0, ""), (table.Code, table.Error));
            Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    [Fact]
    public void Import_SaysHowListsChanged()
    {
        var report = JsonNode.Parse(lists.Made)!["documents"]!.AsArray();
        Assert.Equal(["null", "null", "1"], report.Select(document => document!["list"]!["removed"]?.ToJsonString() ?? "null"));
        using var folder = new TempFolder();
        Assert.Contains("ofac   2021-06-01", Cli.Run(folder["ledger"], "lists", "import", Repository.Find("tests/Tributary.Surface.Tests/Lists/ofac"), "--day", "2021-06-01").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_OfAListThatLosesMuch_IsRefusedAndThenAccepted()
    {
        using var folder = new TempFolder();
        string[] import = ["lists", "import", Repository.Find("tests/Tributary.Surface.Tests/Lists/un-2022.xml")];
        Assert.Equal(0, Cli.Run(folder["ledger"], "lists", "import", Repository.Find("tests/Tributary.Surface.Tests/Lists/un-2021.xml")).Code);
        var held = Cli.Run(folder["ledger"], import);
        Assert.Equal((3, ""), (held.Code, held.Out));
        Assert.Contains("lacks 4 of the 6 entries of 2021-01-10 (66.7 %)", held.Error, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run(folder["ledger"], [.. import, "--accept-loss"]).Code);
        Assert.Equal(0, Cli.Run(folder["ledger"], [.. import, "--accept-loss", "--why", "checked against the publisher's"]).Code);
        Assert.Equal(0, Cli.Run(folder["ledger"], "verify").Code);
    }

    [Fact]
    public void Import_OfAListWithABrokenEntry_IsRefusedAndSaysThatLeavingOutIsNotEnough()
    {
        using var folder = new TempFolder();
        string[] import = ["lists", "import", Repository.Find("tests/Tributary.Tests/Errors/list-name-missing/list.xml")];
        foreach (var more in (ReadOnlySpan<string[]>)[[], ["--leave-out-errors"]])
        {
            var refused = Cli.Run(folder["ledger"], [.. import, .. more]);
            Assert.Equal((3, ""), (refused.Code, refused.Out));
            Assert.Contains("the list un of 2021-01-10 has 1 record that cannot be used", refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("--leave-out-errors imports what is left", refused.Error, StringComparison.Ordinal);
        }
        var taken = Cli.Run(folder["ledger"], [.. import, "--leave-out-errors", "--accept-loss", "--why", "checked against the publisher's"]);
        Assert.Equal(0, taken.Code);
        Assert.Contains("The list un was taken without 1 record", taken.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("lists show moon", "list 'moon'")]
    [InlineData("lists show --entry ZZi.999", "entry 'ZZi.999'")]
    [InlineData("lists show --entry 1 --name x", "--entry and --name")]
    [InlineData("lists show eu", "list 'eu'")]
    [InlineData("lists diff --from 2020-01-10", "--list")]
    [InlineData("lists diff --list un --from 2019-01-01", "the first is of 2020-01-10")]
    [InlineData("lists diff --list un --from 2021-01-10 --to 2020-01-10", "the first is after the second")]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(lists.Folder, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("tributary: ", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A ledger with two versions of one list and one of another.</summary>
    public sealed class ListLedger : IDisposable
    {
        private readonly TempFolder _folder = new();

        public ListLedger()
        {
            string[] files = ["ofac", "un-2020.xml", "un-2021.xml"];
            var made = Cli.Run(Folder, ["lists", "import", .. files.Select(file => Repository.Find($"tests/Tributary.Surface.Tests/Lists/{file}")), "--day", "2021-06-01", "--format", "json"]);
            Assert.Equal((0, ""), (made.Code, made.Error));
            Made = made.Out;
        }

        internal string Folder => _folder["ledger"];

        internal string Made { get; }

        public void Dispose() => _folder.Dispose();

        internal string Answer(string command)
        {
            var result = Cli.Run(Folder, command.Split(' '));
            Assert.Equal((0, ""), (result.Code, result.Error));
            return result.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal);
        }
    }
}
