using Tributary.Fetching;
using Tributary.Ledgers;
using Tributary.Tests.Questions;

namespace Tributary.Tests.Fetching;

/// <summary>Only pages of one answer, followed to the last, say which flows there no longer are.</summary>
public sealed class PagingTests : IDisposable
{
    private const string First = FtsWorld.Flows, Second = FtsWorld.Flows + "&page=2", Third = FtsWorld.Flows + "&page=3";

    private readonly FtsWorld _fts = new();

    [Fact]
    public async Task Count_ThatChangesOnce_IsReadAnew()
    {
        _fts.Fault(Second, 1, () => Reply.Ok(_fts.FlowsPage(2, count: 6)));
        var report = await _fts.FetchAsync();
        Assert.Equal(["/v1/public/location", First, Second, First, Second, Third], _fts.Server.Targets.Take(6));
        Assert.True(report.Whole);
        AssertScope(pages: 3);
    }

    /// <summary>Answers whose pages do not fit one another however often they are asked for.</summary>
    public static TheoryData<string, string> Contradictions() => new()
    {
        { "count", "page 2 counts 6 flows, and the pages before it 5" },
        { "no count", "page 1 does not say how many flows there are" },
        { "too few", "6 flows are counted and 5 stand on the pages" },
        { "twice", "flow 2 stands on page 2 and before" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task Pages_ThatNeverFit_AreTakenInWithoutAScope(string what, string why)
    {
        _fts.Server.Answer = (target, before) => what switch
        {
            "count" when target == Second => Reply.Ok(_fts.FlowsPage(2, count: 6)),
            "no count" when target == First => Reply.Ok(_fts.FlowsPage(1).Replace("\"count\":5", "\"total\":5", StringComparison.Ordinal)),
            "too few" when target.StartsWith(First, StringComparison.Ordinal) => Reply.Ok(_fts.FlowsPage(target == First ? 1 : target == Second ? 2 : 3, count: 6)),
            "twice" when target == Second => Reply.Ok(_fts.FlowsPage(2).Replace("\"id\":\"3\"", "\"id\":\"2\"", StringComparison.Ordinal)),
            _ => _fts.Page(target),
        };
        var report = await _fts.FetchAsync();
        Assert.Equal((false, why), (report.Whole, report.WhyNotWhole));
        Assert.Equal(FlowPaging.PagingsMax, _fts.Server.Targets.Count(target => target == First));
        // The last time all pages are read: what there is, is taken in.
        Assert.Equal(3, report.Import!.Documents.Count(document => document.Format == "fts-flows-json"));
        Assert.False(report.Import.Refused);
        Assert.DoesNotContain(_fts.Ledger.Open().Entries(), entry => entry.Kind is FetchCompleted.Kind or FetchCompleted.UnchangedKind);
    }

    [Fact]
    public async Task Pages_ThatDidNotFit_AreNotGoneOnAfter()
    {
        _fts.Fault(Second, FlowPaging.PagingsMax, () => Reply.Ok(_fts.FlowsPage(2, count: 6)));
        Assert.False((await _fts.FetchAsync()).Whole);
        _fts.AssertSound();
        var asked = _fts.Server.Targets.Count;
        Assert.True((await _fts.FetchAsync()).Whole);
        Assert.Equal([First, Second, Third], _fts.Server.Targets.Skip(asked));
        AssertScope(pages: 3);
        _fts.AssertSound();
    }

    [Theory]
    [InlineData("http://127.0.0.2:80/next?key=1", "its next link leads to http://127.0.0.2;")]
    [InlineData("file:///etc/passwd", "its next link leads to file://")]
    [InlineData("http://user:secret@127.0.0.1/", "its next link leads to http://127.0.0.1;")]
    [InlineData("http://[", "its next link is no address")]
    [InlineData(First, "its next link leads back to a page that was read")]
    public async Task NextLink_ThatMayNotBeFollowed_IsOneMessage(string link, string why)
    {
        _fts.Fault(Second, 1, () => Reply.Ok(_fts.FlowsPage(2, next: link)));
        var message = await _fts.FailAsync();
        Assert.StartsWith($"{_fts.Server.Address}{Second[1..]}: {why}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.Equal(3, _fts.Fetched());
        _fts.AssertSound();
    }

    [Fact]
    public async Task Page_OfAFetchThatWasCutOff_ThatLeadsNowhere_IsAskedForAnew()
    {
        _fts.Fault(Second, 1, () => Reply.Ok(_fts.FlowsPage(2, next: First)));
        await _fts.FailAsync();
        Assert.True((await _fts.FetchAsync()).Whole);
        Assert.Equal(2, _fts.Server.Targets.Count(target => target == Second));
        AssertScope(pages: 3);
    }

    [Fact]
    public async Task NextLink_ThatIsRelative_IsFollowed()
    {
        _fts.Fault(First, 1, () => Reply.Ok(_fts.FlowsPage(1, next: "?locationid=1&year=2020&page=2")));
        Assert.True((await _fts.FetchAsync()).Whole);
        AssertScope(pages: 3);
    }

    [Fact]
    public async Task Page_OfAFetchThatWasCutOff_ThatNoLongerFits_IsAskedForAnew()
    {
        _fts.Fault(Third, int.MaxValue, () => Reply.Status(500));
        await _fts.FailAsync(options: _fts.Options with { Retries = 0 });
        _fts.Ids = [[1, 2], [3, 4], [6, 7]];
        _fts.Server.Answer = (target, _) => _fts.Page(target);
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        Assert.Equal([First, Second, Third], _fts.Server.Targets.Where(target => target.StartsWith(First, StringComparison.Ordinal)).TakeLast(3));
        AssertScope(pages: 3);
    }

    [Fact]
    public async Task Pages_ThatAreTooOld_AreAskedForAnew()
    {
        _fts.Fault(Third, int.MaxValue, () => Reply.Status(500));
        await _fts.FailAsync(options: _fts.Options with { Retries = 0 });
        _fts.Server.Answer = (target, _) => _fts.Page(target);
        var later = new FastClock(_fts.Clock.GetUtcNow() + TimeSpan.FromHours(25));
        var report = await new Fetcher(_fts.Ledger.Folder, later).FetchAsync(FtsWorld.Request, _fts.Options, token: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(report.Addresses, address => address.Outcome == FetchOutcome.Kept);
        Assert.True(report.Whole);
    }

    [Fact]
    public async Task Country_WithoutFlows_IsAWholeAnswer()
    {
        _fts.Ids = [[]];
        var report = await _fts.FetchAsync();
        Assert.True(report.Whole);
        Assert.False(report.Import!.Refused);
        AssertScope(pages: 1);
        _fts.AssertSound();
    }

    public void Dispose() => _fts.Dispose();

    private void AssertScope(int pages)
    {
        _fts.Ledger.Close();
        var completed = _fts.Ledger.Open().Entries().Single(entry => entry.Kind == FetchCompleted.Kind);
        Assert.Equal(pages, JournalBody.Read(completed, LedgerJson.Default.FetchCompleted).ScopeDocuments.Count);
    }
}
