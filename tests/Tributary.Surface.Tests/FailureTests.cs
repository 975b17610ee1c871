using Microsoft.Data.Sqlite;

namespace Tributary.Surface.Tests;

/// <summary>Refused documents and a failing world, met from outside: one message, the documented exit code, and the ledger as it was.</summary>
public sealed class FailureTests
{
    private static readonly string Errors = Repository.Find("tests/Tributary.Tests/Errors");
    private static readonly string Plans = Repository.Find("samples/afghanistan-plans.csv");

    [Theory]
    [InlineData("document-truncated/flows.json")]
    [InlineData("document-truncated/flows.csv")]
    [InlineData("format-unknown/not-json.json")]
    [InlineData("format-unknown/empty.json")]
    [InlineData("document-encoding/flows.csv")]
    [InlineData("fts-type-wrong/flows.json")]
    [InlineData("fts-amount-missing/flows.json")]
    [InlineData("fts-flows-missing/flows.json")]
    [InlineData("fts-status-unknown/flows.json")]
    [InlineData("gzip-broken/truncated.json.gz")]
    public void Import_OfABadDocument_IsRefusedWithItsMessage(string document)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(Errors, document);
        var result = Cli.Run(folder["ledger"], "import", path);
        Assert.Equal(3, result.Code);
        Assert.StartsWith($"tributary: {path}: {File.ReadAllText(path + ".message.txt")}", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
        Assert.False(Directory.Exists(folder["ledger"]));
    }

    // A gigabyte on one line, through a real pipe: the reading stops long before its end.
    [Fact]
    public void Import_OfALineOfAGigabyte_IsRefused()
    {
        using var folder = new TempFolder();
        var result = Cli.Bash(folder["ledger"], "(echo id,amountUSD,status,boundary,onBoundary,destUsageYearStart; head -c 1073741824 /dev/zero | tr '\\0' a) | $tributary import -");
        Assert.Equal(3, result.Code);
        Assert.StartsWith("tributary: -: line 2: a row of more than 16 MiB; ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_IntoAFullDisk_SaysSoAndChangesNothing()
    {
        using var folder = new TempFolder();
        var disk = Path.Combine(folder.Path, "disk");
        Directory.CreateDirectory(disk);
        var mounted = Cli.Bash("", $"mount -t tmpfs -o size=4m tmpfs '{disk}'");
        Assert.SkipWhen(mounted.Code != 0, $"a small disk cannot be mounted here: {mounted.Error.Trim()}");
        try
        {
            var ledger = Path.Combine(disk, "ledger");
            var flows = folder.Write(Made.Flows(60_000, firstId: 1), ".csv");
            var first = Cli.Run(ledger, "import", flows);
            Assert.Equal((6, ""), (first.Code, first.Out));
            Assert.Contains("make room", first.Error, StringComparison.Ordinal);
            Assert.Single(first.Error.TrimEnd().Split('\n'));
            Assert.False(Directory.Exists(ledger));
        }
        finally
        {
            Cli.Bash("", $"umount '{disk}'");
        }
    }

    [Fact]
    public void Import_BeyondAFileSizeLimit_ChangesNothing()
    {
        using var folder = new TempFolder();
        var ledger = folder["ledger"];
        Assert.Equal(0, Cli.Run(ledger, "import", Plans).Code);
        var before = Cli.Run(ledger, "documents", "--format", "json").Out;
        var flows = folder.Write(Made.Flows(60_000, firstId: 1), ".csv");
        // The runtime itself writes more than this when it may map memory twice.
        var result = Cli.Bash(ledger, $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 2000; $tributary import '{flows}'");
        Assert.True(result.Code is 6 or 70 or > 128, $"{result.Code}: {result.Error}");
        Assert.Equal(before, Cli.Run(ledger, "documents", "--format", "json").Out);
        Assert.Equal(0, Cli.Run(ledger, "verify").Code);
        Assert.Equal(6, result.Code);
        Assert.Equal(0, Cli.Run(ledger, "import", flows).Code);
    }

    [Fact]
    public void Import_OfAFileThatMayNotBeRead_Is6()
    {
        using var folder = new TempFolder();
        var program = ProgramOfAnotherUser(folder, "root may read everything, and another user cannot be taken on here");
        var secret = folder.Write("secret", ".csv");
        Assert.Equal(0, Cli.Bash("", $"chmod 000 '{secret}'").Code);
        var result = Cli.Bash("/tmp/tributary-no-such-ledger", $"{program} import '{secret}'");
        Assert.Equal((6, ""), (result.Code, result.Out));
        Assert.Contains("check the permissions", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("/tmp/tributary-no-such-ledger"));
    }

    [Theory]
    [InlineData("UPDATE ledger SET format = 2", "the ledger is of format 2")]
    public void Ask_OfALedgerOfANewerVersion_Is4(string sql, string message)
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Cli.Run(folder["ledger"], "import", Plans).Code);
        Execute(Path.Combine(folder["ledger"], "journal.sqlite"), sql);
        AssertLedgerProblem(folder["ledger"], message);
    }

    // A CURRENT that names no snapshot is as good as none: the next command makes the facts anew.
    [Fact]
    public void Ask_WithADamagedCurrent_MakesTheFactsAnew()
    {
        using var folder = new TempFolder();
        var ledger = folder["ledger"];
        Assert.Equal(0, Cli.Run(ledger, "import", Plans).Code);
        var before = Cli.Run(ledger, "plans", "--format", "csv");
        File.WriteAllText(Path.Combine(ledger, "facts", "CURRENT"), "nonsense");
        var after = Cli.Run(ledger, "plans", "--format", "csv");
        Assert.Equal((0, before.Out), (after.Code, after.Out));
        Assert.Equal(0, Cli.Run(ledger, "verify").Code);
    }

    [Fact]
    public void Ask_OfALedgerThatMayNotBeWritten_Answers()
    {
        using var folder = new TempFolder();
        var program = ProgramOfAnotherUser(folder, "root may write everything, and another user cannot be taken on here");
        var ledger = folder["ledger"];
        Assert.Equal(0, Cli.Run(ledger, "import", folder.Write(Made.Flows(7, firstId: 1), ".csv"), "--day", "2026-04-30").Code);
        var before = Cli.Run(ledger, "funding", "--plan", "900", "--format", "csv");
        Assert.Contains("700", before.Out, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Bash("", $"chmod -R a+rX '{ledger}' && chmod -R a-w '{ledger}'").Code);
        try
        {
            var result = Cli.Bash(ledger, $"{program} funding --plan 900 --format csv");
            Assert.Equal((0, before.Out, ""), (result.Code, result.Out, result.Error));
        }
        finally
        {
            Cli.Bash("", $"chmod -R u+w '{ledger}'");
        }
    }

    // How another user than root calls the program: a copy that he may read, wherever the project lies.
    private static string ProgramOfAnotherUser(TempFolder folder, string whyNot)
    {
        Assert.SkipUnless(Cli.Bash("", "[ $(id -u) -ne 0 ] || setpriv --reuid 65534 --clear-groups true").Code == 0, whyNot);
        var copy = folder["program"];
        Directory.CreateDirectory(copy);
        Assert.Equal(0, Cli.Bash("", $"tar -C '{Path.GetDirectoryName(Cli.Program)}' --exclude=osx* --exclude=win* -c . | tar -C '{copy}' -x && chmod a+rx '{folder.Path}' && chmod -R a+rX '{copy}'").Code);
        return $"env HOME=/tmp $([ $(id -u) -ne 0 ] || echo setpriv --reuid 65534 --clear-groups) dotnet '{copy}/{Path.GetFileName(Cli.Program)}'";
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Import_OfUtf16_IsRefusedByItsName(bool bigEndian)
    {
        using var folder = new TempFolder();
        var encoding = new System.Text.UnicodeEncoding(bigEndian, byteOrderMark: true);
        var path = folder.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(Made.Flows(2, firstId: 1))], ".csv");
        var result = Cli.Run(folder["ledger"], "import", path);
        Assert.Equal((3, ""), (result.Code, result.Out));
        Assert.Contains("UTF-16", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["ledger"]));
    }

    [Fact]
    public void Ask_WithADamagedSnapshot_Is4AndARebuildMendsIt()
    {
        using var folder = new TempFolder();
        var ledger = folder["ledger"];
        Assert.Equal(0, Cli.Run(ledger, "import", Plans).Code);
        File.WriteAllText(Directory.GetFiles(Path.Combine(ledger, "facts"), "*.duckdb").Single(), new string('x', 20_000));
        AssertLedgerProblem(ledger, "tributary rebuild");
        Assert.Equal(0, Cli.Run(ledger, "rebuild").Code);
        Assert.Equal(0, Cli.Run(ledger, "verify").Code);
    }

    [Fact]
    public void Ask_WithADamagedJournal_Is4()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Cli.Run(folder["ledger"], "import", Plans).Code);
        File.WriteAllText(Path.Combine(folder["ledger"], "journal.sqlite"), new string('x', 20_000));
        AssertLedgerProblem(folder["ledger"], "not a journal");
    }

    private static void AssertLedgerProblem(string ledger, string message)
    {
        foreach (var command in (ReadOnlySpan<string>)["funding", "documents", $"import {Plans}"])
        {
            var result = Cli.Run(ledger, command.Split(' '));
            Assert.Equal((4, ""), (result.Code, result.Out));
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
            Assert.Single(result.Error.TrimEnd().Split('\n'));
        }
    }

    private static void Execute(string journal, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={journal};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
