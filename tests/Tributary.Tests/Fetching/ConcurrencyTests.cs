using Tributary.Fetching;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Fetching;

/// <summary>While the source is asked nobody else has to wait, and nobody spoils what is coming.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private readonly FtsWorld _fts = new();
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Fetch_WhileAnotherImports_GoesOn()
    {
        var imported = _folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 99, Destination = ["Organization:2", "Plan:901"] }));
        var asked = 0;
        // An import begins and ends while each answer is on its way: it sweeps, and takes the writer's lock.
        _fts.Server.Answer = (target, _) => new Reply(async (stream, stop) =>
        {
            if (Interlocked.Increment(ref asked) is 1 or 3) new Importer(_fts.Ledger.Folder).Import([imported], new ImportOptions { Who = "other", Wait = TimeSpan.Zero }, token: stop);
            await _fts.Page(target).Write(stream, stop);
        });
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        Assert.Equal(600m, _fts.Ledger.Ask(new FundingQuestion()).FundingUsd);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Fetch_TwiceAtOnce_EndsWellBothTimes()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => new Fetcher(_fts.Ledger.Folder, _fts.Clock).FetchAsync(FtsWorld.Request, _fts.Options, token: TestContext.Current.CancellationToken))));
        Assert.All(reports, report => Assert.True(report.Whole));
        Assert.Equal(500m, _fts.Ledger.Ask(new FundingQuestion()).FundingUsd);
        Assert.Equal(6, _fts.Ledger.Ask(new DocumentsQuestion()).Documents.Count);
        _fts.AssertSound();
    }

    // The bytes are the same, so the store has them once: the import that is refused must not take them away.
    [Fact]
    public async Task Import_ThatIsRefused_LeavesWhatAFetchStored()
    {
        var page = _folder.Write(_fts.FlowsPage(1));
        var bad = _folder.Write("{\"data\": {\"flows\": [");
        await _fts.FetchAsync(options: _fts.Options with { DryRun = true });
        _fts.Fault(FtsWorld.Flows + "&page=2", 1, () => Reply.Status(404));
        await _fts.FailAsync();
        Assert.True(_fts.Ledger.TryImport([page, bad]).Refused);
        Assert.Equal(2, _fts.Fetched());
        _fts.AssertSound();
    }

    // A fetch stores bytes and names them in one step, which no import that takes its own away comes between.
    [Fact]
    public void Journal_WhileNobodyAdds_LetsAFetchStoreNothing()
    {
        using var ledger = TempLedger.Of(_folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1 })));
        using var journal = Journal.Open(ledger.Paths);
        using var other = Journal.Open(ledger.Paths, patienceSeconds: 1);
        var stored = false;
        journal.WhileNobodyAdds(() =>
        {
            Assert.Equal(LedgerProblem.Busy, Assert.Throws<LedgerException>(() => other.AppendAfter(() => stored = true, [new("note", "1")], DateTimeOffset.UnixEpoch, "a", "")).Problem);
            Assert.NotEmpty(journal.Entries());
        });
        Assert.False(stored);
        other.AppendAfter(() => stored = true, [new("note", "1")], DateTimeOffset.UnixEpoch, "a", "");
        Assert.True(stored);
    }

    [Fact]
    public async Task Fetch_OfADocumentWhoseStoredCopyIsDamaged_StoresItAnew()
    {
        await _fts.FetchAsync();
        var again = await _fts.FetchAsync(options: _fts.Options with { AgeMax = TimeSpan.Zero });
        foreach (var asked in again.Addresses.Where(asked => asked.Requests > 0)) File.WriteAllText(Path.Combine(_fts.Ledger.Paths.Documents, asked.Sha256[..2], asked.Sha256 + ".gz"), "no gzip");
        await _fts.FetchAsync(options: _fts.Options with { AgeMax = TimeSpan.Zero });
        _fts.AssertSound();
    }

    [Fact]
    public void Import_SweepsDownloadsOfTheDeadOnly()
    {
        using var ledger = TempLedger.Of(_folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 1 })));
        // No process has a number that high.
        var dead = Path.Combine(ledger.Paths.Documents, "downloading-2147483000-abc");
        var alive = Path.Combine(ledger.Paths.Documents, $"downloading-{Environment.ProcessId}-abc");
        foreach (var folder in (string[])[dead, alive]) File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "part"), "{");
        ledger.Import(_folder.Write(FlowBuilder.Page(new FlowBuilder { Id = 2 })));
        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(Path.Combine(alive, "part")));
        Assert.True(Ledger.Verify(ledger.Folder, TestContext.Current.CancellationToken).Holds);
    }

    [Fact]
    public async Task Verify_WithoutTheBytesOfAFetchedDocument_NamesIt()
    {
        _fts.Fault(FtsWorld.Flows + "&page=2", 1, () => Reply.Status(404));
        await _fts.FailAsync();
        var parts = Ledger.Verify(_fts.Ledger.Folder, TestContext.Current.CancellationToken).Parts;
        Assert.Equal(["0 documents and 2 that were fetched and not taken in, each with the bytes its hash names", "2 rows in an unbroken chain", "none yet: no document was taken in"], parts.Select(part => part.Detail.Split(';')[0]));
        var stored = Directory.EnumerateFiles(_fts.Ledger.Paths.Documents, "*.gz", SearchOption.AllDirectories).First();
        File.Delete(stored);
        var documents = Ledger.Verify(_fts.Ledger.Folder, TestContext.Current.CancellationToken).Parts[0];
        Assert.False(documents.Holds);
        Assert.Contains("or fetch it again", documents.Detail, StringComparison.Ordinal);
        // It is asked for again, and then all is well.
        Assert.True((await _fts.FetchAsync()).Whole);
        _fts.AssertSound();
    }

    [Fact]
    public async Task Ask_OfALedgerOfWhichNothingWasTakenIn_AnswersNothing()
    {
        _fts.Fault(FtsWorld.Flows + "&page=2", 1, () => Reply.Status(404));
        await _fts.FailAsync();
        Assert.Equal(0m, _fts.Ledger.Ask(new FundingQuestion()).FundingUsd);
        _fts.AssertSound();
    }

    public void Dispose()
    {
        _fts.Dispose();
        _folder.Dispose();
    }
}
