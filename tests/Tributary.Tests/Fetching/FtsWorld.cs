using Tributary.Fetching;
using Tributary.Ledgers;
using Tributary.Tests.Questions;
using Tributary.Tests.Sources.Fts;

namespace Tributary.Tests.Fetching;

/// <summary>A small FTS of our own making behind a server, and a ledger to fetch it into.</summary>
/// <remarks>Afghanistan's 2020 has five flows of 100 US dollars on three pages, one plan, and that plan's totals.</remarks>
internal sealed class FtsWorld : IDisposable
{
    public const string Flows = "/v1/fts/flow/custom-search?locationid=1&year=2020";

    /// <summary>All that is asked when nothing is known, in order.</summary>
    public static readonly string[] Everything =
    [
        "/v1/public/location", Flows, Flows + "&page=2", Flows + "&page=3", "/v2/fts/flow/plan/overview/progress/2020",
        "/v1/fts/flow/custom-search?planid=900&groupby=cluster", "/v1/fts/flow/custom-search?planid=900&groupby=globalcluster",
    ];

    public static readonly FtsFetch Request = new() { Country = "AFG", Years = [2020] };

    public FtsWorld()
    {
        Server = new StubServer(Clock) { Answer = (target, _) => Page(target) };
        // A loaded machine must not look like a source that stalls.
        Options = new FetchOptions { Who = "test", BaseAddress = Server.Address, StallMax = TimeSpan.FromHours(2), RequestMax = TimeSpan.FromHours(4) };
    }

    public FastClock Clock { get; } = new();

    public StubServer Server { get; }

    public TempLedger Ledger { get; } = new();

    public FetchOptions Options { get; init; }

    /// <summary>The flows' ids, page by page.</summary>
    public long[][] Ids { get; set; } = [[1, 2], [3, 4], [5]];

    /// <summary>Fetches, and gives what is reported.</summary>
    public Task<FetchReport> FetchAsync(FetchRequest? request = null, FetchOptions? options = null, IFetchProgress? progress = null)
    {
        Ledger.Close();
        return new Fetcher(Ledger.Folder, Clock).FetchAsync(request ?? Request, options ?? Options, progress, TestContext.Current.CancellationToken);
    }

    /// <summary>Fetches, and expects the message of a failure.</summary>
    public async Task<string> FailAsync(FetchRequest? request = null, FetchOptions? options = null) =>
        (await Assert.ThrowsAsync<FetchException>(() => FetchAsync(request, options))).Message;

    /// <summary>Says a fault in place of some answers.</summary>
    /// <param name="target">The address that it befalls.</param>
    /// <param name="times">How many requests for it.</param>
    /// <param name="fault">What is answered.</param>
    public void Fault(string target, int times, Func<Reply> fault) => Server.Answer = (asked, before) => asked == target && before < times ? fault() : Page(asked);

    /// <summary>What is answered when nothing is wrong.</summary>
    public Reply Page(string target) => Body(target) is { } body ? Reply.Ok(body) : Reply.Status(404);

    public string? Body(string target) => target switch
    {
        "/v1/public/location" => SmallAnswers.Locations,
        "/v2/fts/flow/plan/overview/progress/2020" => SmallAnswers.PlanOverview.Replace("{\"id\": 251, \"iso3\": null, \"name\": \"Global\"}", "{\"id\": 1, \"iso3\": \"AFG\", \"name\": \"North\"}", StringComparison.Ordinal),
        Flows => FlowsPage(1),
        Flows + "&page=2" => FlowsPage(2),
        Flows + "&page=3" => FlowsPage(3),
        _ when target.Contains("groupby=", StringComparison.Ordinal) => SmallAnswers.GroupBy,
        _ => null,
    };

    /// <summary>A page of flows, with the count of all and the link to the next.</summary>
    public string FlowsPage(int number, int? count = null, string? next = null)
    {
        var ids = Ids[number - 1];
        next ??= number < Ids.Length ? $"{Server.Address}{Flows[1..]}&page={number + 1}" : null;
        return FlowBuilder.Page(ids.Select(id => new FlowBuilder { Id = id }))
            .Replace($"\"count\":{ids.Length}", $"\"count\":{count ?? Ids.Sum(page => page.Length)}{(next is null ? "" : $",\"nextLink\":\"{next}\"")}", StringComparison.Ordinal);
    }

    /// <summary>The kinds of the journal's rows, each run of one kind as one.</summary>
    public List<string> Kinds()
    {
        var kinds = new List<string>();
        foreach (var entry in Ledger.Open().Entries())
        {
            if (kinds.LastOrDefault() != entry.Kind) kinds.Add(entry.Kind);
        }
        return kinds;
    }

    /// <summary>How many documents were stored and named as fetched.</summary>
    public int Fetched()
    {
        if (!Ledger.Paths.Exist) return 0;
        using var journal = Journal.Open(Ledger.Paths);
        return journal.Entries(DocumentFetched.Kind).Count();
    }

    /// <summary>Whether the ledger is what it should be, and no download is left over.</summary>
    public void AssertSound()
    {
        Assert.Empty(Directory.Exists(Ledger.Paths.Documents) ? Directory.EnumerateFileSystemEntries(Ledger.Paths.Documents, "downloading-*") : []);
        if (!Ledger.Paths.Exist) Assert.False(Directory.Exists(Ledger.Folder));
        else Assert.All(Tributary.Ledger.Verify(Ledger.Folder, TestContext.Current.CancellationToken).Parts, part => Assert.True(part.Holds, part.Detail));
    }

    public void Dispose()
    {
        Server.Dispose();
        Ledger.Dispose();
    }
}
