namespace Tributary.Surface.Tests;

/// <summary>What people meet: help, mistakes, pipes, exit codes.</summary>
public sealed class CommandLineTests(SampleLedger samples)
{
    public static TheoryData<string> Commands() =>
    [
        "demo", "import", "fetch fts", "fetch hdx", "funding", "coverage", "donors", "recipients", "flows", "activities", "activity", "publishers", "plans", "explain", "history", "diff", "trace", "chains", "hidden", "funds", "quality", "duplicates list", "duplicates settle", "reconcile", "reconcile confirm", "reconcile reject", "reconcile withdraw", "reconcile rule",
        "conference add", "conference add participant", "conference add statement", "conference add call", "conference show", "conference list", "conference correct", "conference withdraw",
        "pledge add", "pledge list", "pledge match", "pledge confirm", "pledge reject", "pledge correct", "pledge withdraw", "pledges", "evidence show", "evidence propose", "evidence queue", "evidence accept", "evidence correct", "evidence reject", "lists import", "lists fetch", "lists show", "lists diff", "names", "names compare", "screen", "rates import", "rates show", "rates convert", "screening queue", "screening show", "screening decide", "screening confirm", "screening withdraw", "screening rule", "screening report", "screening exempt", "screening exemptions", "screening informed", "blocked", "validate", "documents", "export", "export answer", "export table", "export hdx", "verify", "rebuild", "completion",
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
        { "funding --country Atlantis", "country 'Atlantis'" },
        { "funding --plan HXXX99", "plan 'HXXX99'" },
        { "funding --donor Nobody", "donor 'Nobody'" },
        { "funding --year MMXX", "MMXX" },
        { "funding --status promised", "promised" },
        { "funding --on-plan maybe", "maybe" },
        { "coverage", "--plan" },
        { "coverage --plan 99999", "plan '99999'" },
        { "explain gifts", "gifts" },
        { "trace ten", "activity 'ten'" },
        { "trace 1", "flow '1'" },
        { "history --plan 99999", "plan '99999'" },
        { "diff", "--from: not given; expected --from YYYY-MM-DD\n" },
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
        { "evidence propose ffff", "document 'ffff'" },
        { "evidence accept ffff m1", "document 'ffff'" },
        { "evidence correct ffff m1 --set amount", "--set 'amount': no field and text" },
        { "import", "import" },
        { "import samples --day 31-12-2020", "--day '31-12-2020': not a day" },
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
    [InlineData("funding --format csv --output a.csv", "--format and --output: two forms")]
    [InlineData("funding --year", "--year: no value; expected --year YEAR\n")]
    [InlineData("funding --as-of 2020-01-01 --as-of 2021-01-01", "--as-of: 2 values; expected one\n")]
    [InlineData("fetch", "fetch: no command; expected one of fts, hdx\n")]
    [InlineData("trace", "trace: not enough was named; expected FLOW|ACTIVITY\n")]
    [InlineData("reconcile --donor Nobody", "donor 'Nobody'")]
    [InlineData("reconcile --min-score 30", "--min-score '30'")]
    [InlineData("reconcile --publisher Nobody", "publisher 'Nobody'")]
    [InlineData("reconcile confirm X#1 ten --why x", "FLOW 'ten'")]
    [InlineData("reconcile confirm X#1 208329 --why x", "transaction 'X#1'")]
    [InlineData("reconcile withdraw X#1 --why x", "--rule ROW")]
    [InlineData("reconcile withdraw --rule 1 --why x", "row 1")]
    [InlineData("reconcile withdraw --rule abc --why x", "--rule 'abc': not a whole number; expected --rule ROW\n")]
    [InlineData("reconcile rule --why x", "--min-score")]
    [InlineData("chains --country Atlantis", "country 'Atlantis'")]
    [InlineData("diff --from 2020-01-01 --to 2021-01-01 --as-of 2021-01-01", "--to and --as-of '2021-01-01': two later days")]
    [InlineData("import samples --day 2999-01-01", "day 2999-01-01: it has not come yet; expected ")]
    [InlineData("fundng", "'fundng': not known here; expected a command\n")]
    [InlineData("funding --contry AFG", "'--contry': not known here; expected an option or a value of funding\n")]
    [InlineData("funding --format xml", "'xml': no such value; expected one of table, json, csv\n")]
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
    public void ExitCode_OfEntriesThatAreNotThere_Is6()
    {
        var result = Cli.Run(samples.Path, "conference", "add", "--file", "nothere.yaml");
        Assert.Equal((6, "", "tributary: nothere.yaml: no such file; expected entries as YAML or CSV; check the path\n"), (result.Code, result.Out, result.Error));
    }

    // Whether it fails while an answer is written or only at its end.
    [Theory]
    [InlineData("funding")]
    [InlineData("export answer funding --output - --as json")]
    public void Output_IntoAFullDevice_Is6WithAMessage(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        var result = Cli.Bash(samples.Path, $"$tributary {command} > /dev/full");
        Assert.Equal((6, ""), (result.Code, result.Out));
        Assert.StartsWith("tributary: standard output: No space left on device", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Funding_BeforeTheFirstDocument_SaysSo() =>
        Assert.Contains("Nothing was known yet: the first document of the ledger is of ", samples.Answer("funding", "--as-of", "2000-01-01"), StringComparison.Ordinal);

    // At 80 columns each of these tables keeps the columns on which its figures rest, and no word is broken.
    [Theory]
    [InlineData("plans --country AFG", "published", "funded")]
    [InlineData("duplicates list --settled --min-score 0", "settled", "donor")]
    [InlineData("flows --plan 929", "recipient", "afghanistan-2020-flows.json")]
    [InlineData("trace 213675", "passed on", "recipient")]
    [InlineData("funds 8148", "year", "balance")]
    public void Table_Of80Columns_KeepsWhatTheFiguresNeed(string command, params string[] words)
    {
        var table = Cli.Bash(samples.Path, $"COLUMNS=80 $tributary {command}");
        Assert.Equal((0, ""), (table.Code, table.Error));
        Assert.All(words, word => Assert.Contains(word, table.Out, StringComparison.Ordinal));
        Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Limit_CutsListingsAndNoSums()
    {
        var totals = samples.Answer("diff", "--from", "2026-04-29", "--plan", "929", "--limit", "1");
        Assert.All((string[])["added", "closed or moved out", "funding as of 2026-04-30"], word => Assert.Contains(word, totals, StringComparison.Ordinal));
        Assert.Equal(samples.Answer("hidden", "--plan", "929", "--format", "csv"), samples.Answer("hidden", "--plan", "929", "--format", "csv", "--limit", "1"));
        Assert.Contains("more line", samples.Answer("history", "--plan", "929", "--limit", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_AsCsv_HasNumbersAsTheyAre()
    {
        var csv = samples.Answer("diff", "--from", "2026-04-29", "--to", "2026-05-20", "--plan", "929", "--format", "csv");
        Assert.StartsWith("id,how,field,before,after,fundingUsd,", csv, StringComparison.Ordinal);
        Assert.Contains("\n220936,new,amountUSD,,35366701,35366701,", csv, StringComparison.Ordinal);
        Assert.Contains("the answer is as of 2026-04-30", samples.Answer("diff", "--from", "2026-04-29", "--to", "2026-05-20", "--plan", "929"), StringComparison.Ordinal);
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
