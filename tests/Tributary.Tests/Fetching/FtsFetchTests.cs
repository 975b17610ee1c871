using Tributary.Fetching;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Fetching;

/// <summary>What a fetch from the FTS API asks, keeps and makes of it.</summary>
public sealed class FtsFetchTests : IDisposable
{
    private static readonly FundingQuestion Question = new() { Countries = ["AFG"], Years = [2020] };

    private readonly FtsWorld _fts = new();

    [Fact]
    public async Task Fetch_OfACountrysYear_TakesAllOfIt()
    {
        var report = await _fts.FetchAsync();
        Assert.Equal(FtsWorld.Everything, _fts.Server.Targets);
        Assert.Equal(FtsWorld.Everything.Select(target => _fts.Server.Address.AbsoluteUri + target[1..]), report.Addresses.Select(address => address.Address));
        // The two group-bys are one document here.
        Assert.Equal([.. Enumerable.Repeat(FetchOutcome.Arrived, 6), FetchOutcome.Unchanged], report.Addresses.Select(address => address.Outcome));
        Assert.Equal(("fts country=AFG year=2020", true, 7), (report.Query, report.Whole, report.Requests));
        Assert.Equal([.. Enumerable.Repeat(DocumentOutcome.Imported, 6), DocumentOutcome.AlreadyKnown], report.Import!.Documents.Select(document => document.Outcome));
        Assert.Equal((500m, 5L), (_fts.Ledger.Ask(Question).FundingUsd, _fts.Ledger.Ask(Question).FlowCount));
        Assert.Equal([DocumentFetched.Kind, DocumentReceived.Kind, FetchCompleted.Kind, ImportReport.Kind], _fts.Kinds());
        Assert.All(_fts.Ledger.Ask(new DocumentsQuestion()).Documents, document => Assert.Equal((new DateOnly(2021, 10, 20), "day of the fetch"), (document.Day, document.DayBasis)));
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_SaysWhoAsks()
    {
        await _fts.FetchAsync(options: _fts.Options with { Contact = "aid@example.org" });
        Assert.All(_fts.Server.Asked, asked => Assert.Contains("\r\nUser-Agent: tributary/0.1.0 (contact: aid@example.org)\r\n", asked.Head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetch_KeepsItsPause()
    {
        await _fts.FetchAsync(options: _fts.Options with { Pause = TimeSpan.FromSeconds(20) });
        var times = _fts.Server.Asked.Select(asked => asked.At).ToList();
        // The server hears of a request a little after it started.
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 12, double.MaxValue));
    }

    [Fact]
    public async Task Fetch_Again_AsksAgainAndChangesNothing()
    {
        await _fts.FetchAsync();
        var snapshot = _fts.Ledger.Print();
        var report = await _fts.FetchAsync();
        // The ledger knows the country's id by now.
        Assert.Equal(FtsWorld.Everything[1..], _fts.Server.Targets.Skip(7));
        Assert.All(report.Addresses, address => Assert.Equal(FetchOutcome.Unchanged, address.Outcome));
        Assert.All(report.Import!.Documents, document => Assert.Equal(DocumentOutcome.AlreadyKnown, document.Outcome));
        Assert.Equal("snap-000001", report.Import.Snapshot);
        Assert.Equal(snapshot, _fts.Ledger.Print());
        Assert.Equal(FetchCompleted.UnchangedKind, _fts.Kinds()[^1]);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_OfAWholeAnswerWithoutAFlow_EndsIt()
    {
        await _fts.FetchAsync();
        _fts.Ids = [[1, 2], [3], [5]];
        using var later = new FtsWorld { Ids = _fts.Ids };
        var report = await new Fetcher(_fts.Ledger.Folder, new FastClock(new DateTimeOffset(2021, 11, 1, 0, 0, 0, TimeSpan.Zero)))
            .FetchAsync(FtsWorld.Request, later.Options, token: TestContext.Current.CancellationToken);
        Assert.True(report.Whole);
        Assert.Equal(400m, _fts.Ledger.Ask(Question).FundingUsd);
        Assert.Equal(500m, _fts.Ledger.Open().Ask(Question, new DateOnly(2021, 10, 31), TestContext.Current.CancellationToken).FundingUsd);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_OfAPlan_AsksForItsFlowsAndTotals()
    {
        _fts.Server.Answer = (target, _) => target.EndsWith("?planid=900", StringComparison.Ordinal) ? Reply.Ok(FlowBuilder.Page(new FlowBuilder { Id = 7 })) : _fts.Page(target);
        var report = await _fts.FetchAsync(new FtsFetch { Plans = [900] });
        Assert.Equal(["?planid=900", "?planid=900&groupby=cluster", "?planid=900&groupby=globalcluster", "?planid=900&groupby=location"], _fts.Server.Targets.Select(target => target[target.IndexOf('?', StringComparison.Ordinal)..]));
        Assert.Equal(("fts plan=900", true), (report.Query, report.Whole));
        Assert.Equal(100m, _fts.Ledger.Ask(new FundingQuestion { Plans = ["900"] }).FundingUsd);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_OfSeveralYears_IsOneAnswer()
    {
        _fts.Server.Answer = (target, _) => target.Contains("2021", StringComparison.Ordinal) ? _fts.Page(target.Replace("2021", "2020", StringComparison.Ordinal)) : _fts.Page(target);
        _fts.Ids = [[1, 2, 3]];
        var report = await _fts.FetchAsync(new FtsFetch { Country = "Afghanistan", Years = [2021, 2020, 2021] });
        Assert.Equal(("fts country=AFG year=2020,2021", true), (report.Query, report.Whole));
        Assert.Equal(["/v1/public/location", FtsWorld.Flows, FtsWorld.Flows.Replace("2020", "2021", StringComparison.Ordinal)], _fts.Server.Targets.Take(3));
        var completed = _fts.Ledger.Open().Entries().Single(entry => entry.Kind == FetchCompleted.Kind).Body;
        Assert.Contains("""{"objects":[{"type":"Location","id":"1","code":"AFG"},{"type":"UsageYear","name":"2020"},{"type":"UsageYear","name":"2021"}]}""", completed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfACountryThatFtsDoesNotList_SaysSo()
    {
        var message = await _fts.FailAsync(FtsWorld.Request with { Country = "Aruba" });
        Assert.Equal($"{_fts.Server.Address}v1/public/location: no place, or several, with the code ABW; expected the country; FTS has no flows for it", message);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_ThatAReaderRefuses_KeepsTheDocumentsAndRefusesTheImport()
    {
        var page = _fts.FlowsPage(3).Replace("\"amountUSD\":100,", "", StringComparison.Ordinal);
        _fts.Fault(FtsWorld.Flows + "&page=3", 1, () => Reply.Ok(page));
        var report = await _fts.FetchAsync();
        Assert.True(report.Import!.Refused);
        Assert.Equal(7, _fts.Fetched());
        Assert.Equal([DocumentFetched.Kind], _fts.Kinds());
        _fts.AssertSound();
        // The very documents, without that record, and nothing is asked again.
        var taken = await _fts.FetchAsync(options: _fts.Options with { LeaveOutErrors = true });
        Assert.Equal(7, _fts.Server.Targets.Count);
        Assert.All(taken.Addresses, address => Assert.Equal(FetchOutcome.Kept, address.Outcome));
        Assert.Equal(400m, _fts.Ledger.Ask(Question).FundingUsd);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_OfGroupsThatNoReaderKnows_PassesThemOver()
    {
        _fts.Fault("/v1/fts/flow/custom-search?planid=900&groupby=cluster", 1, () => Reply.Ok("""{"status": "ok", "data": {}}"""));
        var report = await _fts.FetchAsync();
        Assert.Equal(DocumentOutcome.Skipped, report.Import!.Documents[5].Outcome);
        Assert.True(report.Whole);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_OfGroupsThatAreNotThere_PassesThemOver()
    {
        _fts.Fault("/v1/fts/flow/custom-search?planid=900&groupby=cluster", 1, () => Reply.Status(404));
        var report = await _fts.FetchAsync();
        Assert.Equal((FetchOutcome.Skipped, "the source has nothing there"), (report.Addresses[5].Outcome, report.Addresses[5].Detail));
        Assert.True(report.Whole);
        _fts.AssertSound();
    }

    [Fact]
    public async Task DryRun_SaysWhatWouldBeAskedAndAsksNothing()
    {
        var report = await _fts.FetchAsync(options: _fts.Options with { DryRun = true });
        Assert.Empty(_fts.Server.Asked);
        Assert.False(Directory.Exists(_fts.Ledger.Folder));
        Assert.Equal(["v1/public/location", "v1/fts/flow/custom-search?locationid=ID-OF-AFG&year=2020", "v2/fts/flow/plan/overview/progress/2020", "v1/fts/flow/custom-search?planid=ID-OF-PLAN&groupby=cluster",
            "v1/fts/flow/custom-search?planid=ID-OF-PLAN&groupby=globalcluster", "v1/fts/flow/custom-search?planid=ID-OF-PLAN&groupby=location"], report.Addresses.Select(address => address.Address[_fts.Server.Address.AbsoluteUri.Length..]));
        Assert.All(report.Addresses, address => Assert.Equal(FetchOutcome.Planned, address.Outcome));
        Assert.Null(report.Import);
    }

    [Fact]
    public async Task DryRun_OfAFetchThatWasCutOff_SaysWhatIsLeft()
    {
        _fts.Fault(FtsWorld.Flows + "&page=2", int.MaxValue, () => Reply.Status(500));
        await _fts.FailAsync(options: _fts.Options with { Retries = 0 });
        var asked = _fts.Server.Targets.Count;
        var report = await _fts.FetchAsync(options: _fts.Options with { DryRun = true });
        Assert.Equal(asked, _fts.Server.Targets.Count);
        Assert.Equal([FetchOutcome.Kept, FetchOutcome.Kept, FetchOutcome.Planned, FetchOutcome.Planned], report.Addresses.Take(4).Select(address => address.Outcome));
        Assert.EndsWith("locationid=1&year=2020&page=2", report.Addresses[2].Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("AFG", null, null)]
    [InlineData("Atlantis", 2020, null)]
    public async Task Fetch_OfNothingThatCanBeFetched_IsTheCallersMistake(string? country, int? year, int? plan)
    {
        var request = new FtsFetch { Country = country, Years = year is { } one ? [one] : [], Plans = plan is { } id ? [id] : [] };
        await Assert.ThrowsAsync<ArgumentException>(() => _fts.FetchAsync(request));
        Assert.False(Directory.Exists(_fts.Ledger.Folder));
    }

    [Fact]
    public async Task Fetch_OfAfghanistan2020_GivesThePublishedFigures()
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "the published answers of FTS are not to hand");
        _fts.Server.Answer = (target, _) => new RecordedFts(folder, _fts.Server.Address).Answer(target);
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        Assert.False(report.Import!.Refused);
        Assert.Equal(725_591_299m, _fts.Ledger.Ask(Question).FundingUsd);
        var coverage = _fts.Ledger.Ask(new CoverageQuestion { Plan = "929" });
        Assert.Equal((564_467_765m, 564_467_765m), (coverage.FundingUsd, coverage.Published!.ValueUsd));
        Assert.Equal(1 + 3 + 1 + 2 + 3 + 3, report.Addresses.Count);
        _fts.AssertSound();
    }

    public void Dispose() => _fts.Dispose();
}
