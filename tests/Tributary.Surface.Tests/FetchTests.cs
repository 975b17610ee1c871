using System.Text.Json.Nodes;
using Tributary.Questions;
using Tributary.Tests.Fetching;

namespace Tributary.Surface.Tests;

/// <summary>Fetching as people meet it: a real process, a real server, and a network that breaks.</summary>
public sealed class FetchTests : IDisposable
{
    private const string Flows = "/v1/fts/flow/custom-search?locationid=1&year=2020";
    private const string Second = Flows + "&page=2";

    private readonly TempFolder _folder = new();
    private readonly StubServer _server = new();

    public FetchTests() => _server.Answer = (target, _) => Sample(target);

    private string Ledger => _folder["ledger"];

    [Fact]
    public void Fetch_OfACountrysYear_IsTakenInAndTold()
    {
        var result = Fetch();
        Assert.Equal(0, result.Code);
        Assert.All(result.Error.TrimEnd().Split('\n'), line => Assert.StartsWith($"tributary: asking {_server.Address}", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        Assert.Contains("the answer is whole", result.Out, StringComparison.Ordinal);
        Assert.Equal(616_837_965m, Funding());
        AssertSound();
    }

    [Fact]
    public void Json_OfAFetch_IsItsGoldenFile()
    {
        var result = Fetch("--format", "json");
        Assert.Equal(0, result.Code);
        var report = JsonNode.Parse(result.Out)!;
        Assert.Equal(6, report["import"]!["documents"]!.AsArray().Count(document => document!["outcome"]!.GetValue<string>() == "Imported"));
        // The import has a golden file of its own. The server's port is of this run, and stands in the first page.
        (report["import"], report["seconds"]) = ("…", 0);
        (report["addresses"]![1]!["sha256"], report["addresses"]![1]!["bytes"]) = ("…", 0);
        Golden.Verify(report.ToJsonString(new() { WriteIndented = true }).Replace(_server.Address.Authority, "server", StringComparison.Ordinal) + "\n", "tests/Tributary.Surface.Tests/Golden/fetch.json");
    }

    [Fact]
    public void Fetch_KilledWhileAPageIsComing_GoesOnAfterThePagesThatCame()
    {
        using var reached = new ManualResetEventSlim();
        _server.Answer = (target, before) =>
        {
            if (target != Second || before > 0) return Sample(target);
            reached.Set();
            return Reply.Stalled("{\"status\": \"ok\", ");
        };
        using (var killed = Cli.Start(Ledger, Arguments()))
        {
            Assert.True(reached.Wait(TimeSpan.FromSeconds(30)));
            // Some of the page has arrived by then, or not: neither may matter.
            Thread.Sleep(100);
            killed.Kill();
            killed.WaitForExit();
        }
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(Ledger, "documents"), "downloading-*"));
        AssertSound();
        var result = Fetch();
        Assert.True(result.Code == 0, result.Error);
        Assert.Contains("came in a fetch that was cut off, and is not asked again", result.Error, StringComparison.Ordinal);
        Assert.All(_server.Targets.GroupBy(target => target), target => Assert.Equal(target.Key == Second ? 2 : 1, target.Count()));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Ledger, "documents"), "downloading-*"));
        Assert.Equal(616_837_965m, Funding());
        AssertSound();
    }

    [Fact]
    public void Fetch_FromASourceThatFails_Is6AndOneMessage()
    {
        _server.Answer = (target, _) => target == Second ? Reply.Status(503) : Sample(target);
        var result = Fetch("--retries", "0");
        Assert.Equal((6, ""), (result.Code, result.Out));
        Assert.EndsWith($"tributary: {_server.Address}{Second[1..]}: status 503 ServiceUnavailable; expected 200; run it again later: the 2 documents that came are kept, and not asked for again\n", result.Error, StringComparison.Ordinal);
        AssertSound();
    }

    [Fact]
    public void Fetch_OfAnAnswerThatIsNotWhole_Is1AndSaysSo()
    {
        _server.Answer = (target, _) => target == Second ? Reply.Ok(Page(2).Replace("\"count\":118", "\"count\":119", StringComparison.Ordinal)) : Sample(target);
        var result = Fetch();
        Assert.Equal(1, result.Code);
        Assert.Contains("the answer is not whole", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("tributary: page 2 counts 119 flows, and the pages before it 118; expected a whole answer; what came is taken in, but no flow that is gone is ended: run it again later\n", result.Error, StringComparison.Ordinal);
        AssertSound();
    }

    [Fact]
    public void Fetch_OfWhatAReaderRefuses_Is3()
    {
        _server.Answer = (target, _) => target == Second ? Reply.Ok(Page(2).Replace("\"status\":\"paid\"", "\"status\":\"promised\"", StringComparison.Ordinal)) : Sample(target);
        var result = Fetch();
        Assert.Equal((3, ""), (result.Code, result.Out));
        Assert.Contains("promised", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("tributary: what was fetched is kept and not taken in; --max-age 0 asks for it anew\n", result.Error, StringComparison.Ordinal);
        AssertSound();
    }

    [Fact]
    public void Fetch_Interrupted_Is130AndKeepsWhatCame()
    {
        using var reached = new ManualResetEventSlim();
        _server.Answer = (target, _) =>
        {
            if (target != Second) return Sample(target);
            reached.Set();
            return Reply.Stalled("{");
        };
        using var process = Cli.Start(Ledger, Arguments());
        Assert.True(reached.Wait(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, Cli.Bash("", $"kill -INT {process.Id}").Code);
        Assert.Equal(130, Cli.Run(process).Code);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Ledger, "documents"), "downloading-*"));
        AssertSound();
    }

    [Fact]
    public void Fetch_IntoAFullDisk_SaysSoAndKeepsTheLedger()
    {
        var disk = Path.Combine(_folder.Path, "disk");
        Directory.CreateDirectory(disk);
        var mounted = Cli.Bash("", $"mount -t tmpfs -o size=1m tmpfs '{disk}'");
        Assert.SkipWhen(mounted.Code != 0, $"a small disk cannot be mounted here: {mounted.Error.Trim()}");
        try
        {
            _server.Answer = (target, _) => target == Second ? Reply.Ok(Page(2) + new string(' ', 2 << 20)) : Sample(target);
            var result = Cli.Run(Path.Combine(disk, "ledger"), Arguments());
            Assert.Equal((6, ""), (result.Code, result.Out));
            Assert.Contains("make room", result.Error, StringComparison.Ordinal);
            // It is no fault of the source, so it is not asked again.
            Assert.Single(_server.Targets, target => target == Second);
            Assert.Equal(0, Cli.Run(Path.Combine(disk, "ledger"), "verify").Code);
        }
        finally
        {
            Cli.Bash("", $"umount '{disk}'");
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private string[] Arguments(params string[] more) => ["fetch", "fts", "--country", "AFG", "--year", "2020", "--base-address", _server.Address.AbsoluteUri, "--pause", "0", .. more];

    private Cli.Result Fetch(params string[] more) => Cli.Run(Ledger, Arguments(more));

    private decimal Funding()
    {
        using var ledger = Tributary.Ledger.Open(Ledger);
        return ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] }).FundingUsd;
    }

    private void AssertSound() => Assert.All(Tributary.Ledger.Verify(Ledger).Parts, part => Assert.True(part.Holds, part.Detail));

    /// <summary>The project's samples, at the addresses where FTS has what they are made from.</summary>
    private Reply Sample(string target) => target switch
    {
        "/v1/public/location" => Reply.Ok(Read("afghanistan-locations.json")),
        "/v2/fts/flow/plan/overview/progress/2020" => Reply.Ok(Read("afghanistan-2020-plans.json")),
        Flows => Reply.Ok(Page(1)),
        Second => Reply.Ok(Page(2)),
        _ when target.Contains("planid=929&groupby=", StringComparison.Ordinal) => Reply.Ok(Read("afghanistan-2020-clusters.json")),
        _ when target.Contains("&groupby=", StringComparison.Ordinal) => Reply.Ok("""{"status": "ok", "data": {"requirements": null}}"""),
        _ => Reply.Status(404),
    };

    private static string Read(string name) => File.ReadAllText(Repository.Find("samples/" + name));

    // The sample is one page: here it is two.
    private string Page(int number)
    {
        var page = JsonNode.Parse(Read("afghanistan-2020-flows.json"))!;
        var flows = page["data"]!["flows"]!.AsArray();
        var half = flows.Count / 2;
        for (var index = flows.Count - 1; index >= 0; index--)
        {
            if (index < half != (number == 1)) flows.RemoveAt(index);
        }
        if (number == 1) page["meta"]!["nextLink"] = _server.Address.AbsoluteUri + Second[1..];
        return page.ToJsonString();
    }
}
