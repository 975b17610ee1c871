using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>One process writes at a time, the others wait their turn; readers never wait and never see half.</summary>
[Collection(nameof(Alone))]
public sealed class ConcurrencyTests
{
    private const int Rows = 30_000;

    [Fact]
    public void Import_OfTwoAtOnce_BothAreKeptAndOneWaits()
    {
        using var folder = new TempFolder();
        var (first, second) = (folder.Write(Made.Flows(Rows, 1), ".csv"), folder.Write(Made.Flows(Rows, 1_000_000), ".csv"));
        var processes = new[] { first, second }.Select(path => Cli.Start(folder["ledger"], "import", path)).ToList();
        var results = processes.Select(process => Task.Run(() => Cli.Run(process))).Select(task => task.GetAwaiter().GetResult()).ToList();
        Assert.All(results, result => Assert.Equal(0, result.Code));
        Assert.Contains("another process is writing to this ledger; waiting for it", string.Concat(results.Select(result => result.Error)), StringComparison.Ordinal);
        Assert.Equal(200m * Rows, Funding(folder["ledger"]));
        Assert.Equal(0, Cli.Run(folder["ledger"], "verify").Code);
    }

    [Fact]
    public void Import_ThatMayNotWait_Is5()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Cli.Run(folder["ledger"], "import", Repository.Find("samples/afghanistan-plans.csv")).Code);
        var large = folder.Write(Made.Flows(2 * Rows, 1), ".csv");
        var writing = Cli.Start(folder["ledger"], "import", large);
        var arriving = Path.Combine(folder["ledger"], "documents", "arriving");
        while (!Directory.Exists(arriving) && !writing.HasExited) Thread.Sleep(1);
        var hasty = Cli.Run(folder["ledger"], "import", folder.Write(Made.Flows(1, 5_000_000), ".csv"), "--wait", "0");
        Assert.Equal(0, Cli.Run(writing).Code);
        Assert.Equal((5, ""), (hasty.Code, hasty.Out));
        Assert.Contains("wait longer with --wait", hasty.Error, StringComparison.Ordinal);
        Assert.Equal(200m * Rows, Funding(folder["ledger"]));
    }

    [Fact]
    public void Ask_WhileOthersImport_SeesOnlyWholeStates()
    {
        using var folder = new TempFolder();
        var ledger = folder["ledger"];
        Assert.Equal(0, Cli.Run(ledger, "import", folder.Write(Made.Flows(1_000, 1), ".csv")).Code);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(ledger, done.Token))).ToList();
        for (var import = 1; import <= 4; import++) Assert.Equal(0, Cli.Run(ledger, "import", folder.Write(Made.Flows(5_000, import * 1_000_000L), ".csv")).Code);
        done.Cancel();
        foreach (var seen in readers.Select(reader => reader.GetAwaiter().GetResult()))
        {
            Assert.NotEmpty(seen);
            Assert.Equal(seen.Order(), seen);
            Assert.All(seen, funding => Assert.Contains(funding, new[] { 100_000m, 600_000m, 1_100_000m, 1_600_000m, 2_100_000m }));
        }
        Assert.Equal(2_100_000m, Funding(ledger));
    }

    // One ledger kept open, as a server keeps it, and many opened for one question.
    private static List<decimal> ReadUntil(string folder, CancellationToken done)
    {
        var seen = new List<decimal>();
        using var kept = Ledger.Open(folder);
        while (!done.IsCancellationRequested)
        {
            seen.Add(kept.Ask(new Questions.FundingQuestion { Plans = ["900"] }).FundingUsd);
            using var opened = Ledger.Open(folder);
            seen.Add(opened.Ask(new Questions.FundingQuestion { Plans = ["900"] }).FundingUsd);
        }
        return seen;
    }

    private static decimal Funding(string ledger)
    {
        var result = Cli.Run(ledger, "funding", "--plan", "900", "--format", "json");
        Assert.True(result.Code == 0, result.Error);
        return JsonNode.Parse(result.Out)!["fundingUsd"]!.GetValue<decimal>();
    }
}
