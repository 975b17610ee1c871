namespace Tributary.Surface.Tests;

/// <summary>What people meet: help, mistakes, pipes, exit codes.</summary>
public sealed class CommandLineTests(SampleLedger samples)
{
    public static TheoryData<string> Commands() =>
    [
        "demo", "import", "fetch fts", "fetch hdx", "funding", "coverage", "donors", "recipients", "flows", "plans", "explain", "history", "diff", "trace", "hidden", "funds", "quality", "duplicates list", "duplicates settle",
        "conference add", "conference add participant", "conference add statement", "conference add call", "conference show", "conference list", "conference correct", "conference withdraw",
        "pledge add", "pledge list", "pledge match", "pledge confirm", "pledge reject", "pledge correct", "pledge withdraw", "pledges", "evidence show", "documents", "export", "export answer", "export table", "export hdx", "verify", "rebuild", "completion",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfACommand_HasExamples(string command)
    {
        var help = Cli.Run(samples.Path, [.. command.Split(' '), "--help"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Usage:", help.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", help.Out, StringComparison.Ordinal);
        Assert.Contains($"tributary {command}", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_ListsEveryCommand()
    {
        var help = Cli.Run(samples.Path, "--help").Out;
        Assert.All(Commands(), command => Assert.Contains(command.Data.Split(' ')[0], help, StringComparison.Ordinal));
    }

    /// <summary>A mistake and what its message must name.</summary>
    public static TheoryData<string, string> Mistakes() => new()
    {
        { "fundng", "fundng" },
        { "funding --contry AFG", "--contry" },
        { "funding --country Atlantis", "country 'Atlantis'" },
        { "funding --plan HXXX99", "plan 'HXXX99'" },
        { "funding --donor Nobody", "donor 'Nobody'" },
        { "funding --year MMXX", "MMXX" },
        { "funding --status promised", "promised" },
        { "funding --on-plan maybe", "maybe" },
        { "funding --format xml", "xml" },
        { "coverage", "--plan" },
        { "coverage --plan 99999", "plan '99999'" },
        { "explain gifts", "gifts" },
        { "trace ten", "FLOW 'ten'" },
        { "trace 1", "flow '1'" },
        { "history --plan 99999", "plan '99999'" },
        { "diff", "--from" },
        { "diff --from 2027-01-01", "the first is after the second" },
        { "funds Nobody", "fund 'Nobody'" },
        { "quality --by country", "country" },
        { "duplicates list --min-score 2", "--min-score '2'" },
        { "duplicates settle 208329 --same --why x", "settle" },
        { "duplicates settle 208329 213675 --why x", "--same or --different" },
        { "duplicates settle 208329 213675 --same --different --why x", "--same or --different" },
        { "duplicates settle 208329 213675 --same", "--why" },
        { "duplicates settle 208329 213675 --same --keep 5 --why x", "--keep '5'" },
        { "duplicates settle 208329 5 --same --why x", "flow 5" },
        { "explain requirement --plan 99999", "plan '99999'" },
        { "conference show nowhere", "conference 'nowhere'" },
        { "conference correct 1 --reason x --why y", "entry 1" },
        { "conference correct moscow-2021-10-20 --city Moskva", "--why" },
        { "conference withdraw 99 --why x", "entry 99" },
        { "conference list --about Atlantis", "country 'Atlantis'" },
        { "conference add participant --role guest", "--role: 'guest'" },
        { "conference add --file x.yaml --title y", "--file and --title" },
        { "pledge match 1", "pledge '1'" },
        { "pledge match ten", "ID 'ten': not a number" },
        { "pledge confirm 1 2 x", "FLOW 'x': not the id of a flow" },
        { "pledge confirm 1 2", "pledge '1'" },
        { "pledge confirm 1 2 --amount much", "--amount 'much'" },
        { "pledge withdraw 8 --why x", "it is a conference" },
        { "pledges", "expected one of --conference, --plan and --country" },
        { "pledges --plan 929 --country AFG", "several scopes" },
        { "pledges --plan 99999", "plan '99999'" },
        { "evidence show ffff", "document 'ffff'" },
        { "import", "import" },
        { "import samples --day 31-12-2020", "--day '31-12-2020': not a day" },
        { "import samples --day 2999-01-01", "day 2999-01-01: it has not come yet; expected " },
        { "completion tcsh", "tcsh" },
        { "fetch fts", "a country with a year, or a plan" },
        { "fetch fts --country AFG", "country 'AFG' without a year" },
        { "fetch fts --country Atlantis --year 2020", "country 'Atlantis'" },
        { "fetch fts --plan HAFG20", "--plan 'HAFG20'" },
        { "fetch hdx", "--dataset" },
        { "fetch hdx --dataset ../etc", "dataset '../etc'" },
        { "fetch hdx --dataset x --base-address ftp://x", "--base-address 'ftp://x'" },
        { "fetch hdx --dataset x --contact (me)", "--contact" },
        { "fetch hdx --dataset x --max-age -1", "--max-age '-1'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(samples.Path, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("tributary: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit", "flows", "--limit", "-1")]
    [InlineData("--wait", "import", "samples", "--wait", "-5")]
    [InlineData("99999", "funding", "--year", "99999")]
    [InlineData("--ledger", "funding", "--ledger", "")]
    public void Mistake_OfAValueOutOfRange_IsOneMessage(string named, params string[] command)
    {
        var result = Cli.Run(samples.Path, command);
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Collection(result.Error.TrimEnd().Split('\n'),
            message => Assert.StartsWith("tributary: ", message, StringComparison.Ordinal),
            help => Assert.StartsWith("tributary: see `tributary ", help, StringComparison.Ordinal));
    }

    [Fact]
    public void ExitCode_WithoutALedger_Is4()
    {
        var result = Cli.Run("/no/such/ledger", "funding");
        Assert.Equal((4, ""), (result.Code, result.Out));
        Assert.Contains("tributary import", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitCode_OfAFileThatIsNotThere_Is6()
    {
        using var folder = new TempFolder();
        var result = Cli.Run(folder["ledger"], "import", "/no/such/file.json");
        Assert.Equal((6, "", "tributary: /no/such/file.json: no such file or folder; expected something to import; check the path\n"), (result.Code, result.Out, result.Error));
        Assert.False(Directory.Exists(folder["ledger"]));
    }

    [Fact]
    public void ExitCode_OfAVerificationThatFails_Is1()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Cli.Run(folder["ledger"], "import", Repository.Find("samples/afghanistan-plans.csv")).Code);
        var stored = Directory.EnumerateFiles(Path.Combine(folder["ledger"], "documents"), "*.gz", SearchOption.AllDirectories).Single();
        File.Delete(stored);
        var result = Cli.Run(folder["ledger"], "verify", "--format", "csv");
        Assert.Equal(1, result.Code);
        Assert.Contains(stored, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_Piped_HasNoColourAndFits()
    {
        var table = samples.Answer("donors", "--country", "AFG", "--year", "2020");
        Assert.DoesNotContain('\u001b', table);
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        Assert.Contains("36,641,784", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WithNoColor_IsThatOfAPipe()
    {
        var plain = Cli.Bash(samples.Path, "$tributary funding --country AFG --year 2020");
        var noColor = Cli.Bash(samples.Path, "NO_COLOR=1 $tributary funding --country AFG --year 2020");
        Assert.Equal((0, plain.Out), (noColor.Code, noColor.Out));
    }

    [Fact]
    public void Output_IntoHead_EndsQuietly()
    {
        var result = Cli.Bash(samples.Path, "set -o pipefail; $tributary flows --limit 0 --format csv | head -n 1");
        Assert.Equal(("id,amountUsd,status,boundary,date,donor,recipient,description,source\n", ""), (result.Out, result.Error));
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public void Import_OfWhatIsKnownWithAnotherDay_SaysThatTheDayIsNotTaken()
    {
        using var folder = new TempFolder();
        var document = Repository.Find("samples/afghanistan-plans.csv");
        Assert.Contains("1 document imported, ", Cli.Run(folder["ledger"], "import", document, "--day", "2026-04-30").Out, StringComparison.Ordinal);
        var again = Cli.Bash(folder["ledger"], $"COLUMNS=200 $tributary import '{document}' --day 2026-05-01");
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("already known, of 2026-04-30; the day given is not taken", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not taken", Cli.Run(folder["ledger"], "import", document).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_FromAPipe_IsADocument()
    {
        using var folder = new TempFolder();
        var result = Cli.Bash(folder["ledger"], $"gzip -c '{Repository.Find("samples/afghanistan-plans.csv")}' | $tributary import - --day 2026-04-30 && $tributary plans --format csv | wc -l");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith("\n17\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_Scripts_AreGiven() => Assert.All(["bash", "zsh", "fish", "pwsh"], shell =>
    {
        var result = Cli.Run(samples.Path, "completion", shell);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("tributary", result.Out, StringComparison.Ordinal);
    });
}
