using Tributary.Fetching;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Questions;
using Tributary.Tests.Sources.Sanctions;

namespace Tributary.Tests.Fetching;

/// <summary>Fetching sanctions lists: what comes whole is taken in, what is no list or another one is not, and a token is kept nowhere.</summary>
public sealed class ListFetchTests : IDisposable
{
    private const string Un = "/resources/xml/en/consolidated.xml";
    private const string Eu = "/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content";
    private const string Token = "s3cret-token";

    private readonly FastClock _clock = new();
    private readonly StubServer _server;
    private readonly TempLedger _ledger = new();
    private readonly Heard _heard = new();
    private readonly FetchOptions _options;

    private string _list = Version("2020-01-10", 1..20);

    public ListFetchTests()
    {
        _server = new StubServer(_clock) { Answer = (target, _) => target == Un ? Reply.Ok(_list) : Reply.Status(404) };
        _options = new FetchOptions { Who = "test", BaseAddress = _server.Address, StallMax = TimeSpan.FromHours(2), RequestMax = TimeSpan.FromHours(4), Retries = 1 };
    }

    [Fact]
    public async Task Fetch_OfAList_IsTakenInWithItsDayAndAddress()
    {
        var report = await FetchAsync();
        Assert.Equal((true, FetchOutcome.Arrived), (report.Whole, Assert.Single(report.Addresses).Outcome));
        var document = Assert.Single(report.Import!.Documents);
        Assert.Equal((SanctionsList.Un, 20, new DateOnly(2020, 1, 10)), (document.List!.List, document.List.Entries, document.Day!.Value));
        Assert.Equal($"{_server.Address}{Un[1..]}", Assert.Single(_ledger.Ask(new DocumentsQuestion()).Documents).Name);
        Assert.Equal(["fetched", "document", "fetch", "import"], _ledger.Open().Entries().Select(entry => entry.Kind));
        AssertSound();
    }

    [Fact]
    public async Task Fetch_OfTheSameVersion_BringsNothingNew()
    {
        await FetchAsync();
        var facts = _ledger.Print();
        var again = await FetchAsync();
        Assert.Equal((FetchOutcome.Unchanged, DocumentOutcome.AlreadyKnown), (again.Addresses[0].Outcome, again.Import!.Documents[0].Outcome));
        Assert.EndsWith("; nothing in it is new.", FetchTables.Of(again).Notes[0], StringComparison.Ordinal);
        Assert.Equal(facts, _ledger.Print());
        Assert.Equal(2, _server.Targets.Count);
        AssertSound();
    }

    [Fact]
    public async Task Version_ThatLosesMuch_IsHeldUntilSomebodyAcceptsIt()
    {
        await FetchAsync();
        _list = Version("2021-01-10", 1..10);
        var held = await FetchAsync();
        Assert.True(held.Import!.Refused);
        Assert.Contains("lacks 10 of the 20 entries", held.Import.Documents[0].Issues[0].First[0].Found, StringComparison.Ordinal);
        Assert.Equal(20, _ledger.Ask(new ListsQuestion { List = SanctionsList.Un, Name = "" }).Entries.Count);
        // It lies in the store: it is not asked for again.
        var taken = await FetchAsync(options: _options with { AcceptListLoss = true, Why = "checked" });
        Assert.Equal((FetchOutcome.Kept, DocumentOutcome.Imported), (taken.Addresses[0].Outcome, taken.Import!.Documents[0].Outcome));
        Assert.Contains(_ledger.Open().Entries(), entry => entry.Kind == "accepted-loss" && entry.Why == "checked");
        Assert.Equal(2, _server.Targets.Count);
        AssertSound();
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "a page of HTML or XML with status 200")]
    [InlineData("<html>", "a page of HTML or XML with status 200")]
    [InlineData("<other/>", "no whole document (the document: no sanctions list)")]
    [InlineData("{\"error\": 1}", "no whole document (the document: no sanctions list)")]
    [InlineData("", "an empty body with status 200")]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2020-01-10T00:00:00Z\"><INDIVIDUALS><INDIVIDUAL>", "no whole document (")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CONSOLIDATED_LIST/>", "no whole document (")]
    public async Task Answer_ThatIsNoWholeList_IsNotKept(string body, string message)
    {
        _list = body;
        Assert.Contains(message, await FailAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_ledger.Folder));
        Assert.Equal(2, _server.Targets.Count);
    }

    [Fact]
    public async Task Answer_ThatIsAnotherList_IsNotKept()
    {
        _list = ListSamples.OfacXml;
        Assert.Contains("no whole document (the document: the list ofac)", await FailAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_ledger.Folder));
    }

    [Fact]
    public async Task Source_ThatIsBusyOrBreaksOff_IsAskedAgain()
    {
        _server.Answer = (_, before) => before switch { 0 => Reply.Status(503, ("Retry-After", "30")), 1 => Reply.CutShort(_list), _ => Reply.Ok(_list) };
        var start = _clock.GetUtcNow();
        var report = await FetchAsync(options: _options with { Retries = 3 });
        Assert.Equal(3, report.Requests);
        Assert.True(_clock.GetUtcNow() - start >= TimeSpan.FromSeconds(30));
        Assert.Equal(20, report.Import!.Documents[0].List!.Entries);
        AssertSound();
    }

    [Fact]
    public async Task Answer_ThatIsTooLong_IsNotReadToItsEnd()
    {
        _server.Answer = (_, _) => Reply.Endless();
        Assert.Contains("expected at most 100,000", await FailAsync(_options with { BytesMax = 100_000 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_IsSentAndKeptNowhere()
    {
        var eu = new ListFetch { List = SanctionsList.Eu, Token = Token };
        _server.Answer = (target, before) => before == 0 ? Reply.Status(500) : target == $"{Eu}?token={Token}" ? Reply.Ok(ListSamples.EuXml) : Reply.Status(404);
        var report = await FetchAsync(eu);
        Assert.Equal(SanctionsList.Eu, report.Import!.Documents[0].List!.List);
        Assert.All(_server.Targets, target => Assert.EndsWith(Token, target, StringComparison.Ordinal));
        AssertNowhere(report.ToString());
        AssertNowhere(string.Join('\n', report.Addresses));
    }

    [Fact]
    public async Task Token_OfAFetchThatFails_IsInNoMessage()
    {
        _server.Answer = (_, _) => Reply.Status(403);
        AssertNowhere(await FailAsync(request: new ListFetch { List = SanctionsList.Eu, Token = Token }));
        AssertNowhere(await FailAsync(_options with { BaseAddress = null }, new ListFetch { List = SanctionsList.Eu, Address = new Uri(_server.Address, $"x?key={Token}") }));
        Assert.Equal([$"{Eu}?token={Token}", $"/x?key={Token}"], _server.Targets);
    }

    // The token is the publisher's business, not that of whom it sends us to.
    [Fact]
    public async Task Token_IsNotSentOnByARedirect()
    {
        using var store = new StubServer { Answer = (_, _) => Reply.Ok(ListSamples.EuXml) };
        _server.Answer = (_, _) => Reply.Status(302, ("Location", $"{store.Address}files/1?signature=other"));
        var eu = new ListFetch { List = SanctionsList.Eu, Token = Token };
        Assert.Contains($"it redirects to http://{store.Address.Authority}", await FailAsync(request: eu), StringComparison.Ordinal);
        await FetchAsync(eu with { AllowedHosts = [store.Address.Authority] });
        Assert.Equal(["/files/1?signature=other"], store.Targets);
        Assert.DoesNotContain(store.Asked, asked => asked.Head.Contains(Token, StringComparison.Ordinal));
        AssertNowhere("");
    }

    [Fact]
    public async Task Address_OfAnIntranet_IsAsked()
    {
        _server.Answer = (target, _) => target == "/mirror/un.xml" ? Reply.Ok(_list) : Reply.Status(404);
        var report = await FetchAsync(new ListFetch { List = SanctionsList.Un, Address = new Uri(_server.Address, "mirror/un.xml") }, _options with { BaseAddress = null });
        Assert.Equal(20, report.Import!.Documents[0].List!.Entries);
    }

    [Theory]
    [InlineData("http://lists.example.org/un.xml")]
    [InlineData("ftp://lists.example.org/un.xml")]
    [InlineData("https://user:pass@lists.example.org/un.xml")]
    public void Address_ThatCannotBeTrusted_IsTheCallersMistake(string address)
    {
        var problem = new ListFetch { List = SanctionsList.Un, Address = new Uri(address) }.Problem;
        Assert.Contains("not to be trusted with a list; expected an https address", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_OfAListWithoutAnAddressOrAToken_SaysWhatIsMissing()
    {
        Assert.Contains("--address", new ListFetch { List = SanctionsList.Uk }.Problem, StringComparison.Ordinal);
        Assert.Contains("TRIBUTARY_EU_TOKEN", new ListFetch { List = SanctionsList.Eu }.ProblemWith(new FetchOptions { Who = "test" }), StringComparison.Ordinal);
        Assert.Contains("https", new ListFetch { List = SanctionsList.Un }.ProblemWith(new FetchOptions { Who = "test", BaseAddress = new Uri("http://lists.example.org/") }), StringComparison.Ordinal);
        Assert.All(SanctionsLists.All.Except([SanctionsList.Uk]), list => Assert.Null(new ListFetch { List = list, Token = Token }.ProblemWith(new FetchOptions { Who = "test" })));
    }

    [Fact]
    public async Task DryRun_OfEachList_AsksNobody()
    {
        foreach (var list in FetchableList.All.Where(list => list.Address is not null))
        {
            Assert.True(SanctionsLists.TryParse(list.List, out var wanted));
            var report = await new Fetcher(_ledger.Folder, _clock).FetchAsync(new ListFetch { List = wanted, Token = Token }, new FetchOptions { Who = "test", DryRun = true }, token: TestContext.Current.CancellationToken);
            Assert.Equal((list.Address!.AbsoluteUri, FetchOutcome.Planned), (report.Addresses[0].Address, report.Addresses[0].Outcome));
            Assert.Equal("https", list.Address.Scheme);
        }
        Assert.False(Directory.Exists(_ledger.Folder));
    }

    public void Dispose()
    {
        _server.Dispose();
        _ledger.Dispose();
    }

    private static string Version(string day, Range ids) => ListSamples.Un(day, Enumerable.Range(ids.Start.Value, ids.End.Value - ids.Start.Value + 1).Select(id => ListSamples.UnIndividual($"ZZi.{id:000}", $"PERSON {id}")));

    private Task<FetchReport> FetchAsync(ListFetch? request = null, FetchOptions? options = null)
    {
        _ledger.Close();
        return new Fetcher(_ledger.Folder, _clock).FetchAsync(request ?? new ListFetch { List = SanctionsList.Un }, options ?? _options, _heard, TestContext.Current.CancellationToken);
    }

    private async Task<string> FailAsync(FetchOptions? options = null, ListFetch? request = null) => (await Assert.ThrowsAsync<FetchException>(() => FetchAsync(request, options))).Message;

    private void AssertNowhere(string told)
    {
        Assert.DoesNotContain(Token, told, StringComparison.Ordinal);
        Assert.DoesNotContain(_heard.All, word => word.Contains(Token, StringComparison.Ordinal));
        if (!_ledger.Paths.Exist) return;
        Assert.DoesNotContain(_ledger.Open().Entries(), entry => entry.Body.Contains(Token, StringComparison.Ordinal));
        _ledger.Close();
        Assert.DoesNotContain(Directory.EnumerateFiles(_ledger.Folder, "*", SearchOption.AllDirectories), file => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Token)) >= 0);
    }

    private void AssertSound()
    {
        _ledger.Close();
        Assert.All(Tributary.Ledger.Verify(_ledger.Folder, TestContext.Current.CancellationToken).Parts, part => Assert.True(part.Holds, part.Detail));
    }

    /// <summary>All that progress is told.</summary>
    private sealed class Heard : IFetchProgress
    {
        public List<string> All { get; } = [];

        public IImportProgress? Importing => null;

        public void Asking(string address) => All.Add(address);

        public void Arriving(long bytes, long? length)
        {
        }

        public void Failed(string address, string found, TimeSpan after) => All.Add($"{address} {found}");

        public void Done(FetchedAddress address) => All.Add(address.ToString());

        public void Anew(string why) => All.Add(why);
    }
}
