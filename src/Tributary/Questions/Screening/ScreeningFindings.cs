using System.Globalization;
using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Everything that screening has found and people have decided, up to a day.</summary>
internal sealed class ScreeningFindings
{
    private readonly Dictionary<(string Party, SanctionsList List, string Entry), Found> _found = [];

    private ScreeningFindings(Facts facts, DateOnly today)
    {
        Day = facts.Until ?? today;
        History = ScreeningHistory.Of(facts);
        foreach (var run in History.Runs) Take(run);
        All = [.. _found.Values.Select(found => DecisionState.Of(found.Hit, found.First, History, Day)).Concat(Held(facts)).OrderBy(finding => finding.Since).ThenByDescending(finding => finding.Hit.Score).ThenBy(finding => finding.Hit.Id, StringComparer.Ordinal)];
    }

    /// <summary>The day on which they stand so.</summary>
    public DateOnly Day { get; }

    /// <summary>The rows that they rest on.</summary>
    public ScreeningHistory History { get; }

    /// <summary>All of them, the oldest first, then the likeliest.</summary>
    public IReadOnlyList<Finding> All { get; }

    /// <summary>What is to be known beside the findings, in sentences: what has changed since the last run, and what else waits for a second person.</summary>
    public List<string> Stale(Facts facts)
    {
        List<string> stale = [.. ScreeningStaleness.Of(facts, History), .. History.Waiting()];
        if (History.Runs is [.., { } last] && _found.Values.Count(found => !last.What.LooksAsCloselyAs(found.Last.What)) is var kept and > 0)
            stale.Add($"{CellText.Number(kept)} {(kept == 1 ? "finding is" : "findings are")} of an earlier run that looked more closely than the last one (from {last.What.Threshold.ToString(CultureInfo.InvariantCulture)} on{(last.What.Weights.Length > 0 ? $", {last.What.Weights}" : "")}), and stand.");
        return stale;
    }

    /// <summary>Of a day; the facts' own day comes first.</summary>
    public static ScreeningFindings Of(Facts facts, DateOnly today) => new(facts, today);

    /// <summary>The finding with an id, or the first digits of one.</summary>
    /// <exception cref="UnknownValueException">There is none, or there are several.</exception>
    public Finding Find(string id)
    {
        const int digitsMin = 4;
        List<Finding> found = id.Length < digitsMin ? [] : [.. All.Where(finding => finding.Hit.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] => one,
            [] => throw new UnknownValueException("finding", id, "`tributary screening queue --all` lists them with their ids"),
            _ => throw new UnknownValueException("finding", id, "several begin so: give more digits"),
        };
    }

    // A run says what is there now, of all parties or of those on a chain. One that looked less closely than the run that found something does not say that it is gone.
    private void Take(Decided<ScreeningRun> run)
    {
        var parties = run.What.Parties?.ToHashSet(StringComparer.Ordinal);
        foreach (var hit in run.What.Hits)
        {
            var pair = (hit.Party, hit.List, hit.Entry);
            _found[pair] = new Found(hit, _found.TryGetValue(pair, out var found) ? found.First : run, run);
        }
        foreach (var (pair, found) in _found)
        {
            if (!ReferenceEquals(found.Last, run) && (parties is null || parties.Contains(pair.Party)) && run.What.LooksAsCloselyAs(found.Last.What)) _found.Remove(pair);
        }
    }

    // What a person holds does not end with the name by which a party was found, as long as the entry is listed.
    private IEnumerable<Finding> Held(Facts facts)
    {
        foreach (var decision in History.Decisions.DistinctBy(decision => decision.What.Hit.Id))
        {
            var hit = decision.What.Hit;
            if (_found.ContainsKey((hit.Party, hit.List, hit.Entry)) || History.FirstWith(hit) is not { } first) continue;
            if (DecisionState.Of(hit, first, History, Day) is { State: FindingState.TrueMatch or FindingState.NeedsMore } finding && ListedEntries.IsListed(facts, hit.List, hit.Entry))
                yield return finding with { Note = string.Join("; ", ((string[])["its name is no longer found; the decision stands", finding.Note]).Where(note => note.Length > 0)) };
        }
    }

    /// <summary>A finding as the runs have it.</summary>
    /// <param name="Hit">The party and the entry.</param>
    /// <param name="First">The run that first found them.</param>
    /// <param name="Last">The run that last did.</param>
    private sealed record Found(ScreeningHit Hit, Decided<ScreeningRun> First, Decided<ScreeningRun> Last);
}
