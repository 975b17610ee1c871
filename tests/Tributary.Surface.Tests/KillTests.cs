using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Tributary.Surface.Tests;

/// <summary>A process that is killed at any moment leaves the ledger as before or as after, never between.</summary>
[Collection(nameof(Alone))]
public sealed class KillTests
{
    private const int Kills = 26;
    private const int Rows = 20_000;
    private const int ActivityKills = 6;
    private const int Activities = 4000;

    [Fact]
    public void Import_KilledAtAnyMoment_IsWholeOrNothing()
    {
        using var folder = new TempFolder();
        var random = new Random(20211020);
        var samples = Repository.Find("samples");
        Assert.Equal(0, Cli.Run(folder["base"], "import", samples, "--day", "2026-04-30").Code);
        var flows = folder.Write(Made.Flows(Rows, firstId: 1_000_000), ".csv");
        var duration = Duration(folder, flows);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal) { ["before"] = 0, ["after"] = 0 };
        for (var kill = 0; kill < Kills; kill++)
        {
            var ledger = folder[$"ledger-{kill}"];
            Copy(folder["base"], ledger);
            // Spread over the whole run; one in three just after the journal has the documents, which is the import.
            var acknowledged = kill % 3 == 0
                ? KillAfterCommit(ledger, flows, TimeSpan.FromMilliseconds(random.Next(0, 40)))
                : KillAfter(ledger, flows, duration * ((kill + random.NextDouble()) / Kills));
            outcomes[AssertWhole(ledger, acknowledged)]++;
            if (kill % 5 == 0) Assert.Equal(0, Cli.Run(ledger, "verify").Code);
            // Whatever was left behind does not stand in the way of the same import.
            Assert.Equal(0, Cli.Run(ledger, "import", flows).Code);
            if (kill % 3 == 1) Assert.Equal("after", AssertWhole(ledger, acknowledged: true));
            Directory.Delete(ledger, recursive: true);
        }
        Assert.All(outcomes, outcome => Assert.True(outcome.Value >= 3, $"kills that left the state {outcome.Key}: {outcome.Value} of {Kills}"));
    }

    // Activities have tables of their own; what is verified is that they equal a rebuild from the documents, whichever there are.
    [Fact]
    public void Import_OfActivitiesKilledAtAnyMoment_IsWholeOrNothing()
    {
        using var folder = new TempFolder();
        var random = new Random(20211020);
        Assert.Equal(0, Cli.Run(folder["base"], "import", folder.Write(Made.Activities(3, firstId: 1), ".xml"), "--day", "2026-04-30").Code);
        var activities = folder.Write(Made.Activities(Activities, firstId: 3), ".xml");
        var duration = Duration(folder, activities);
        for (var kill = 0; kill < ActivityKills; kill++)
        {
            var ledger = folder[$"ledger-{kill}"];
            Copy(folder["base"], ledger);
            var acknowledged = kill % 2 == 0
                ? KillAfterCommit(ledger, activities, TimeSpan.FromMilliseconds(random.Next(0, 40)))
                : KillAfter(ledger, activities, duration * ((kill + random.NextDouble()) / ActivityKills));
            var records = Ask(ledger, "documents")["documents"]!.AsArray().Select(document => document!["records"]!.GetValue<long>()).Order().ToList();
            Assert.Contains(string.Join(' ', records), acknowledged ? (string[])[$"6 {2 * Activities}"] : ["6", $"6 {2 * Activities}"]);
            Assert.Equal(0, Cli.Run(ledger, "import", activities).Code);
            Assert.Equal(0, Cli.Run(ledger, "verify").Code);
            Directory.Delete(ledger, recursive: true);
        }
    }

    private static TimeSpan Duration(TempFolder folder, string flows)
    {
        Copy(folder["base"], folder["measured"]);
        var time = Stopwatch.StartNew();
        Assert.Equal(0, Cli.Run(folder["measured"], "import", flows).Code);
        return time.Elapsed;
    }

    /// <returns>Whether the process had ended well by itself.</returns>
    private static bool KillAfter(string ledger, string flows, TimeSpan delay)
    {
        using var process = Cli.Start(ledger, "import", flows);
        return !process.WaitForExit(delay) ? Kill(process) : process.ExitCode == 0;
    }

    private static bool KillAfterCommit(string ledger, string flows, TimeSpan delay)
    {
        using var process = Cli.Start(ledger, "import", flows);
        var wal = new FileInfo(Path.Combine(ledger, "journal.sqlite-wal"));
        var patience = Stopwatch.StartNew();
        for (wal.Refresh(); (!wal.Exists || wal.Length == 0) && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(30); wal.Refresh()) Thread.Sleep(1);
        return !process.WaitForExit(delay) ? Kill(process) : process.ExitCode == 0;
    }

    private static bool Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        return false;
    }

    /// <summary>Asks two questions whose answers must agree on one of two states.</summary>
    private static string AssertWhole(string ledger, bool acknowledged)
    {
        var documents = Ask(ledger, "documents")["documents"]!.AsArray().Count;
        var funding = Ask(ledger, "funding");
        var state = (documents, funding["flowCounts"]!["all"]!.GetValue<long>()) switch
        {
            (6, 118) => "before",
            (7, 118 + Rows) => "after",
            var other => string.Create(CultureInfo.InvariantCulture, $"half done: {other.documents} documents and {other.Item2} flows"),
        };
        Assert.True(state is "before" or "after", state);
        if (acknowledged) Assert.Equal("after", state);
        return state;
    }

    private static JsonNode Ask(string ledger, string question)
    {
        var result = Cli.Run(ledger, question, "--format", "json");
        Assert.True(result.Code == 0, result.Error);
        return JsonNode.Parse(result.Out)!;
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}

/// <summary>Tests that measure time run when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
