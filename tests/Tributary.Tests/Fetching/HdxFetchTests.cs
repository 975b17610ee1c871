using Tributary.Fetching;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Fetching;

/// <summary>What a fetch from HDX asks, keeps and makes of it.</summary>
public sealed class HdxFetchTests : IDisposable
{
    private const string Dataset = "/api/3/action/package_show?id=fts-afg";
    private const string Plans = "/dataset/1/download/fts_requirements_funding_afg.csv";

    private static readonly HdxFetch Request = new() { Dataset = "fts-afg" };

    private readonly FastClock _clock = new();
    private readonly StubServer _hdx;
    private readonly TempLedger _ledger = new();
    private readonly FetchOptions _options;
    private readonly string _plans = File.ReadAllText(Repository.Find("samples/afghanistan-plans.csv"));

    public HdxFetchTests()
    {
        _hdx = new StubServer(_clock) { Answer = (target, _) => Answer(target) };
        _options = new FetchOptions { Who = "test", BaseAddress = _hdx.Address, StallMax = TimeSpan.FromHours(2), RequestMax = TimeSpan.FromHours(4) };
    }

    [Fact]
    public async Task Fetch_OfADataset_TakesInTheTablesThatAreKnown()
    {
        var report = await FetchAsync();
        Assert.Equal([Dataset, Plans, "/dataset/1/download/contacts.csv"], _hdx.Targets);
        Assert.Equal([FetchOutcome.Arrived, FetchOutcome.Arrived, FetchOutcome.Arrived, FetchOutcome.Skipped, FetchOutcome.Skipped, FetchOutcome.Skipped], report.Addresses.Select(address => address.Outcome));
        Assert.Equal(["plans.xlsx: XLSX, not CSV", "elsewhere.csv: on another host; if you trust that host, allow it with --allow-host files.example.org", "nowhere.csv: no address"], report.Addresses.Skip(3).Select(address => address.Detail));
        Assert.Equal([DocumentOutcome.Imported, DocumentOutcome.Skipped], report.Import!.Documents.Select(document => document.Outcome));
        var document = Assert.Single(_ledger.Ask(new DocumentsQuestion()).Documents);
        Assert.Equal((new DateOnly(2021, 10, 1), "last change, stated by the publisher", "hdx-requirements-csv"), (document.Day, document.DayBasis, document.Format));
        AssertSound();
    }

    // A dataset holds years that it does not name: nothing follows from what it lacks.
    [Fact]
    public async Task Fetch_OfADataset_HasNoScope()
    {
        await FetchAsync();
        var completed = JournalBody.Read(_ledger.Open().Entries().Single(entry => entry.Kind == FetchCompleted.Kind), LedgerJson.Default.FetchCompleted);
        Assert.Null(completed.Scope);
        Assert.Empty(completed.ScopeDocuments);
        Assert.Equal(3, completed.Documents.Count);
    }

    [Theory]
    [InlineData("2021-10-25T01:00:00.000000")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task Day_ThatCannotBe_IsThatOfTheFetch(string modified)
    {
        _hdx.Answer = (target, _) => target == Dataset ? Reply.Ok(Description(modified)) : Answer(target);
        await FetchAsync();
        var document = Assert.Single(_ledger.Ask(new DocumentsQuestion()).Documents);
        Assert.Equal((new DateOnly(2021, 10, 20), "day of the fetch"), (document.Day, document.DayBasis));
        AssertSound();
    }

    [Fact]
    public async Task Redirect_ToTheFileStore_IsFollowedWhenItIsAllowed()
    {
        using var store = new StubServer { Answer = (_, _) => Reply.Ok(_plans) };
        _hdx.Answer = (target, _) => target == Plans ? Reply.Status(302, ("Location", $"{store.Address}bucket/1?signature=secret")) : Answer(target);
        var message = (await Assert.ThrowsAsync<FetchException>(() => FetchAsync())).Message;
        Assert.Contains($"it redirects to http://{store.Address.Authority}; expected an answer from {_hdx.Address.Authority}; if you trust that host, allow it with --allow-host {store.Address.Authority}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.Empty(store.Asked);
        var report = await FetchAsync(Request with { AllowedHosts = [store.Address.Authority] });
        Assert.Single(store.Asked);
        // What was signed for one use is nobody's address.
        Assert.DoesNotContain(_ledger.Open().Entries(), entry => entry.Body.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(FetchOutcome.Kept, report.Addresses[0].Outcome);
        AssertSound();
    }

    [Theory]
    [InlineData("id,name\n1,\"cut of", "no whole document (line 2")]
    [InlineData("<html>Sign in</html>", "a page of HTML or XML with status 200")]
    [InlineData("", "an empty body with status 200")]
    public async Task File_ThatIsNotWhole_IsNotKept(string body, string message)
    {
        _hdx.Answer = (target, _) => target == Plans ? Reply.Ok(body) : Answer(target);
        Assert.Contains(message, (await Assert.ThrowsAsync<FetchException>(() => FetchAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(DocumentFetched.Kind, Assert.Single(_ledger.Open().Entries()).Kind);
        AssertSound();
    }

    // A table that nobody here reads may be as odd as it likes: it must not stand in the way of the others.
    [Fact]
    public async Task File_ThatIsNoGoodTable_IsPassedOver()
    {
        _hdx.Answer = (target, _) => target.EndsWith("contacts.csv", StringComparison.Ordinal) ? Reply.Ok([.. "name;5\" disk\n"u8, 0xE9, .. ";a"u8]) : Answer(target);
        var report = await FetchAsync();
        Assert.Equal([DocumentOutcome.Imported, DocumentOutcome.Skipped], report.Import!.Documents.Select(document => document.Outcome));
        AssertSound();
    }

    [Fact]
    public async Task File_ThatIsDescribedAndNotThere_LeavesTheOthers()
    {
        _hdx.Answer = (target, _) => target.EndsWith("contacts.csv", StringComparison.Ordinal) ? Reply.Status(404) : Answer(target);
        var report = await FetchAsync();
        Assert.Equal((false, $"{_hdx.Address}dataset/1/download/contacts.csv is described and not there"), (report.Whole, report.WhyNotWhole));
        Assert.Equal(DocumentOutcome.Imported, Assert.Single(report.Import!.Documents).Outcome);
        Assert.DoesNotContain(_ledger.Open().Entries(), entry => entry.Kind == FetchCompleted.Kind);
        AssertSound();
    }

    [Theory]
    [InlineData("""{"success": false, "result": {"resources": []}}""")]
    [InlineData("""{"help": "…", "error": {"message": "Not found"}}""")]
    public async Task Description_OfNoDataset_IsOneMessage(string description)
    {
        _hdx.Answer = (_, _) => Reply.Ok(description);
        Assert.Contains("a description that is no success", (await Assert.ThrowsAsync<FetchException>(() => FetchAsync())).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_ledger.Folder));
    }

    [Fact]
    public async Task DryRun_SaysWhatWouldBeAsked()
    {
        var report = await new Fetcher(_ledger.Folder, _clock).FetchAsync(Request, new FetchOptions { Who = "test", DryRun = true }, token: TestContext.Current.CancellationToken);
        Assert.Equal("https://data.humdata.org/api/3/action/package_show?id=fts-afg", Assert.Single(report.Addresses).Address);
        Assert.False(Directory.Exists(_ledger.Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../etc")]
    [InlineData("Two Words")]
    public async Task Fetch_OfWhatIsNoName_IsTheCallersMistake(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => FetchAsync(new HdxFetch { Dataset = name }));

    public void Dispose()
    {
        _hdx.Dispose();
        _ledger.Dispose();
    }

    private Task<FetchReport> FetchAsync(HdxFetch? request = null)
    {
        _ledger.Close();
        return new Fetcher(_ledger.Folder, _clock).FetchAsync(request ?? Request, _options with { Retries = 1 }, token: TestContext.Current.CancellationToken);
    }

    private void AssertSound() => Assert.All(Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Parts, part => Assert.True(part.Holds, part.Detail));

    private Reply Answer(string target) => target switch
    {
        Dataset => Reply.Ok(Description("2021-10-01T05:12:31.123456")),
        Plans => Reply.Ok(_plans),
        "/dataset/1/download/contacts.csv" => Reply.Ok("name,address\nOffice,Kabul\n"),
        _ => Reply.Status(404),
    };

    private string Description(string modified) => $$"""
        {"help": "…", "success": true, "result": {"name": "fts-afg", "num_resources": 5, "resources": [
          {"name": "fts_requirements_funding_afg.csv", "format": "CSV", "url": "https://ignored.example.org/", "download_url": "{{_hdx.Address}}{{Plans[1..]}}", "last_modified": "{{modified}}", "size": 3},
          {"name": "contacts.csv", "format": "csv", "url": "{{_hdx.Address}}dataset/1/download/contacts.csv", "last_modified": null},
          {"name": "plans.xlsx", "format": "XLSX", "url": "{{_hdx.Address}}plans.xlsx"},
          {"name": "elsewhere.csv", "format": "CSV", "url": "https://files.example.org/elsewhere.csv"},
          {"name": "nowhere.csv", "format": "CSV"} ] } }
        """;
}
