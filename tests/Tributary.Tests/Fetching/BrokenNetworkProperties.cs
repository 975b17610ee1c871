using CsCheck;
using Tributary.Fetching;
using Tributary.Questions;

namespace Tributary.Tests.Fetching;

/// <summary>Whatever breaks and however often: fetching again until it is done gives the same, and asks for no answer twice that came whole.</summary>
public sealed class BrokenNetworkProperties
{
    // Not among them is a connection that ends without a word: HttpClient may make such a request again by itself.
    private static readonly string[] Faults = ["500", "403", "cut short", "aborted", "truncated", "html"];

    private static readonly Gen<(int Address, int Fault)[]> Breaks = Gen.Select(Gen.Int[0, FtsWorld.Everything.Length - 1], Gen.Int[0, Faults.Length - 1]).Array[1, 8];

    [Fact]
    public void Fetch_RepeatedUntilItIsDone_GivesTheSame() => Breaks.Sample(breaks =>
    {
        using var fts = new FtsWorld();
        var left = breaks.GroupBy(fault => FtsWorld.Everything[fault.Address]).ToDictionary(group => group.Key, group => new Queue<int>(group.Select(fault => fault.Fault)));
        fts.Server.Answer = (target, _) =>
        {
            lock (left) return left.TryGetValue(target, out var faults) && faults.TryDequeue(out var fault) ? Say(fts, target, Faults[fault]) : fts.Page(target);
        };
        var tries = 0;
        FetchReport? report;
        for (report = null; report is null && tries <= breaks.Length; tries++)
        {
            report = Try(fts);
            if (report is null) fts.AssertSound();
        }
        Assert.True(report!.Whole);
        // Each fault cost one fetch and one request, and nothing else.
        Assert.Equal((breaks.Length + 1, breaks.Length + FtsWorld.Everything.Length), (tries, fts.Server.Targets.Count));
        Assert.Equal(500m, fts.Ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] }).FundingUsd);
        fts.AssertSound();
    }, iter: 4, threads: 1);

    private static FetchReport? Try(FtsWorld fts)
    {
        try
        {
            return fts.FetchAsync(options: fts.Options with { Retries = 0 }).GetAwaiter().GetResult();
        }
        catch (FetchException)
        {
            return null;
        }
    }

    private static Reply Say(FtsWorld fts, string target, string fault) => fault switch
    {
        "500" or "403" => Reply.Status(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        "cut short" => Reply.CutShort(fts.Body(target)!),
        "aborted" => Reply.Aborted(fts.Body(target)!),
        "truncated" => Reply.Ok(fts.Body(target)![..^1]),
        _ => Reply.Ok("<html>"),
    };
}
