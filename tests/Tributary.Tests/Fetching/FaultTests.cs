using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Tributary.Fetching;

namespace Tributary.Tests.Fetching;

/// <summary>A source that fails, in every way there is: nothing that came whole is lost, nothing else is kept, and the next fetch goes on.</summary>
public sealed class FaultTests : IDisposable
{
    private const string Second = FtsWorld.Flows + "&page=2";

    private readonly FtsWorld _fts = new();

    /// <summary>What is said in place of the second page for ever, and what the message must say of it.</summary>
    public static TheoryData<string, string> LastingFaults() => new()
    {
        { "500", "status 500 InternalServerError, the last of 3 times; expected 200; run it again later: the 2 documents that came are kept, and not asked for again" },
        { "404", "status 404 NotFound; expected 200; check what you asked for, and --base-address" },
        { "204", "status 204 NoContent; expected 200" },
        { "long wait", "status 429 TooManyRequests, and to come back in 86400 s; expected to wait at most 600 s" },
        { "cut short", "an answer that was cut off" },
        { "aborted", "an answer that was cut off" },
        { "truncated", "no whole document (line 1, byte " },
        { "empty", "an empty body with status 200" },
        { "html", "a page of HTML or XML with status 200, the last of 3 times; expected data" },
        { "not ok", "no whole document (/status: \"error\")" },
        { "no answer", "no whole document (/: an answer without status)" },
        { "no http", "what is no HTTP" },
        { "stalled", "nothing came for 100 s (after 10 bytes)" },
        { "dripping", "no whole answer within 100 s" },
        { "endless", "bytes and more; expected at most 10,000" },
        { "promised endless", "20,000 bytes and more; expected at most 10,000" },
        { "bomb", "a body that swells to more than 10,000 bytes" },
        { "broken gzip", "no whole document (compressed byte" },
        { "brotli", "a body coded as br; expected gzip or none" },
        { "elsewhere", "it redirects to http://127.0.0.2; expected an answer from 127.0.0.1:" },
        { "nowhere", "status 302 Found without an address to go to" },
        { "in circles", "more than 5 redirects, one after the other" },
        { "hung up", "a" },
    };

    [Theory]
    [MemberData(nameof(LastingFaults))]
    public async Task Fault_ThatLasts_IsOneMessageAndTheNextFetchGoesOn(string fault, string message)
    {
        _fts.Fault(Second, int.MaxValue, () => Say(fault));
        var options = _fts.Options with { Retries = 2, BytesMax = 10_000 };
        if (fault == "stalled") options = options with { StallMax = TimeSpan.FromSeconds(100), Retries = 0 };
        if (fault == "dripping") options = options with { RequestMax = TimeSpan.FromSeconds(100), Retries = 0 };
        var told = await _fts.FailAsync(options: options);
        Assert.StartsWith($"{_fts.Server.Address}v1/fts/flow/custom-search?locationid=1&year=2020&page=2: ", told, StringComparison.Ordinal);
        Assert.True(told.Contains(message, StringComparison.Ordinal), told);
        Assert.DoesNotContain('\n', told);
        Assert.Equal(2, _fts.Fetched());
        _fts.AssertSound();

        var left = await _fts.FetchAsync(options: options with { DryRun = true });
        Assert.Equal([FetchOutcome.Kept, FetchOutcome.Kept, FetchOutcome.Planned], left.Addresses.Take(3).Select(address => address.Outcome));
    }

    [Fact]
    public async Task Fetch_AfterOneThatFailed_GoesOn()
    {
        _fts.Fault(Second, int.MaxValue, () => Say("500"));
        await _fts.FailAsync(options: _fts.Options with { Retries = 0 });
        _fts.Server.Answer = (target, _) => _fts.Page(target);
        var asked = _fts.Server.Targets.Count;
        var report = await _fts.FetchAsync();
        Assert.Equal(FtsWorld.Everything[2..], _fts.Server.Targets.Skip(asked));
        Assert.Equal([FetchOutcome.Kept, FetchOutcome.Kept, FetchOutcome.Arrived], report.Addresses.Take(3).Select(address => address.Outcome));
        Assert.True(report.Whole);
        Assert.Equal(500m, _fts.Ledger.Ask(new Tributary.Questions.FundingQuestion { Years = [2020] }).FundingUsd);
        _fts.AssertSound();
    }

    [Theory]
    [InlineData("500")]
    [InlineData("truncated")]
    [InlineData("cut short")]
    [InlineData("html")]
    public async Task Fault_ThatPasses_IsAskedAgain(string fault)
    {
        _fts.Fault(Second, 3, () => Say(fault));
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        Assert.Equal(4, report.Addresses[2].Requests);
        Assert.Equal(4, _fts.Server.Targets.Count(target => target == Second));
        Assert.Equal(7, _fts.Fetched());
        // The waits grow: about 1, 2 and 4 seconds, by chance shorter or longer.
        var times = _fts.Server.Asked.Where(asked => asked.Target == Second).Select(asked => asked.At).ToList();
        Assert.InRange((times[3] - times[0]).TotalSeconds, 2, double.MaxValue);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    public async Task RetryAfter_IsHonoured(int status, bool asDate)
    {
        _fts.Fault(Second, 1, () => Reply.Status(status, ("Retry-After", asDate ? (_fts.Clock.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "90")));
        Assert.True((await _fts.FetchAsync()).Whole);
        var times = _fts.Server.Asked.Where(asked => asked.Target == Second).Select(asked => asked.At).ToList();
        // A date has no parts of seconds.
        Assert.InRange((times[1] - times[0]).TotalSeconds, 88, 400);
    }

    [Fact]
    public async Task Redirect_ToTheSameHost_IsFollowed()
    {
        _fts.Server.Answer = (target, _) => target.StartsWith("/moved", StringComparison.Ordinal) ? _fts.Page(target["/moved".Length..])
            : target == Second ? Reply.Status(307, ("Location", "/moved" + Second)) : _fts.Page(target);
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        // The document is known by the address that was asked for.
        Assert.EndsWith(Second, report.Addresses[2].Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatIsCompressed_IsTheSameDocument()
    {
        _fts.Server.Answer = (target, _) => Reply.Ok(Gzip(Encoding.UTF8.GetBytes(_fts.Body(target)!)), ("Content-Encoding", "gzip"));
        var report = await _fts.FetchAsync();
        Assert.All(_fts.Server.Asked, asked => Assert.Contains("Accept-Encoding: gzip\r\n", asked.Head, StringComparison.Ordinal));
        var plain = Encoding.UTF8.GetBytes(_fts.FlowsPage(2));
        Assert.Equal((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain)), plain.Length), (report.Addresses[2].Sha256, report.Addresses[2].Bytes));
        _fts.AssertSound();
    }

    // Within the bound on bytes, but swelling as no honest answer does.
    [Fact]
    public async Task Body_ThatSwellsTooMuch_IsNotAskedForAgain()
    {
        var bomb = Gzip(Encoding.UTF8.GetBytes("[" + string.Concat(Enumerable.Repeat($"\"{new string(' ', 1 << 20)}\",", 70))));
        _fts.Fault(Second, int.MaxValue, () => Reply.Ok(bomb, ("Content-Encoding", "gzip")));
        Assert.Contains("bytes swelled to ", await _fts.FailAsync(), StringComparison.Ordinal);
        Assert.Equal(1, _fts.Server.Targets.Count(target => target == Second));
        _fts.AssertSound();
    }

    [Fact]
    public async Task Connection_Refused_IsOneMessageAndLeavesNoLedger()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/");
        closed.Stop();
        var message = await _fts.FailAsync(options: _fts.Options with { BaseAddress = address, Retries = 2 });
        Assert.Equal($"{address}v1/public/location: no connection to 127.0.0.1 (ConnectionRefused), the last of 3 times; expected a whole answer; check the network and --base-address, and run it again", message);
        _fts.AssertSound();
        Assert.False(Directory.Exists(_fts.Ledger.Folder));
    }

    [Fact]
    public async Task Host_ThatDoesNotExist_IsOneMessage()
    {
        var message = await _fts.FailAsync(options: _fts.Options with { BaseAddress = new Uri("https://no-such-host.invalid/api"), Retries = 1 });
        Assert.StartsWith("https://no-such-host.invalid/api/v1/public/location: no such host as no-such-host.invalid, the last of 2 times; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Stopped_KeepsWhatCame()
    {
        using var stop = new CancellationTokenSource();
        _fts.Fault(Second, 1, () =>
        {
            stop.Cancel();
            return Reply.Stalled("{");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Fetcher(_fts.Ledger.Folder, _fts.Clock).FetchAsync(FtsWorld.Request, _fts.Options, token: stop.Token));
        Assert.Equal(2, _fts.Fetched());
        _fts.AssertSound();
        Assert.True((await _fts.FetchAsync()).Whole);
        Assert.Equal(8, _fts.Server.Targets.Count);
    }

    public void Dispose() => _fts.Dispose();

    private Reply Say(string fault) => fault switch
    {
        "500" or "404" or "204" => Reply.Status(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        "long wait" => Reply.Status(429, ("Retry-After", "86400")),
        "cut short" => Reply.CutShort(_fts.FlowsPage(2)),
        "aborted" => Reply.Aborted(_fts.FlowsPage(2)),
        "truncated" => Reply.Ok(_fts.FlowsPage(2)[..^20]),
        "empty" => Reply.Ok(""),
        "html" => Reply.Ok("\n<!DOCTYPE html><title>Down for maintenance</title>"),
        "not ok" => Reply.Ok("""{"status": "error", "data": {"flows": []}}"""),
        "no answer" => Reply.Ok("{}"),
        "no http" => Reply.Bytes("220 mail.example.org ESMTP\r\n\r\n"u8.ToArray()),
        "stalled" => Reply.Stalled("0123456789"),
        "dripping" => Reply.Dripping(),
        "endless" => Reply.Endless(),
        "promised endless" => Reply.Ok(new byte[20_000]),
        "bomb" => Reply.Ok(Gzip(new byte[1 << 20]), ("Content-Encoding", "gzip")),
        "broken gzip" => Reply.Ok(Gzip(Encoding.UTF8.GetBytes(_fts.FlowsPage(2)))[..^9], ("Content-Encoding", "gzip")),
        "brotli" => Reply.Ok("no matter", ("Content-Encoding", "br")),
        "elsewhere" => Reply.Status(302, ("Location", "http://127.0.0.2:80/secret?key=1")),
        "nowhere" => Reply.Status(302),
        "in circles" => Reply.Status(301, ("Location", Second)),
        "hung up" => Reply.Bytes([]),
        _ => throw new ArgumentException(fault, nameof(fault)),
    };

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return compressed.ToArray();
    }
}
