using Tributary.Clearing;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Names;
using Tributary.Questions;
using Tributary.Screening;

namespace Tributary.Deciding;

/// <summary>What of a ledger is screened, and how.</summary>
public sealed record ScreenPartiesOptions
{
    /// <summary>Only the parties on the chain of this flow. Default: all parties of the ledger.</summary>
    public FlowId? Flow { get; init; }

    /// <summary>Compare only what the last run over the ledger did not: parties and entries that are new or have changed. The findings are those of comparing everything.</summary>
    public bool SinceLast { get; init; }

    /// <summary>The least score of a finding, from <see cref="NameMatcher.DefaultThreshold"/> to 1.</summary>
    public double Threshold { get; init; } = ScreeningWeights.DefaultThreshold;

    /// <summary>What raises and lowers scores.</summary>
    public ScreeningWeights Weights { get; init; } = ScreeningWeights.Default;
}

/// <summary>Screens the parties of a ledger against its sanctions lists, and keeps what was found as a row of the journal.</summary>
public static class LedgerScreening
{
    // Each finding is for a person to look at: more than these are a threshold that is too low.
    private const int HitsMax = 50_000;

    /// <summary>Screens, and keeps the run.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="what">What is screened.</param>
    /// <param name="options">Who, and why.</param>
    /// <param name="token">Stops it; nothing is kept then.</param>
    /// <exception cref="UnknownValueException">The ledger has no sanctions list, or no such flow.</exception>
    /// <exception cref="DecisionRefusedException">There are too many findings. Nothing was kept.</exception>
    public static ScreenedParties Screen(this Ledger ledger, ScreenPartiesOptions what, DecideOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (what.Threshold is not (>= NameMatcher.DefaultThreshold and <= 1)) throw new ArgumentException($"a threshold from {NameMatcher.DefaultThreshold} to 1 is expected, not {what.Threshold}", nameof(what));
        ScreeningWork? work = null;
        var (at, row) = CheckedDecision.Keep(ledger, options, facts =>
        {
            work = ScreeningWork.Do(ledger, facts, what, token);
            if (work.Run.Hits.Count > HitsMax) throw new DecisionRefusedException([new Mistake("--threshold", $"{work.Run.Hits.Count} findings from {what.Threshold} on", $"expected at most {HitsMax}", "raise it")]);
            return [CheckedDecision.Row(ScreeningKinds.Run, work.Run)];
        });
        work!.States?.Write(ledger.Paths, row);
        return new ScreenedParties(new Decided<ScreeningRun>(row, at, options.Who, options.Why, work.Run), work.Compared);
    }
}

/// <summary>A run that was kept.</summary>
/// <param name="Run">What it found.</param>
/// <param name="Compared">How many parties were compared with all entries; the others only with entries that changed.</param>
public sealed record ScreenedParties(Decided<ScreeningRun> Run, int Compared);

/// <summary>One run.</summary>
/// <param name="Run">What is kept of it.</param>
/// <param name="Compared">How many parties were compared with all entries.</param>
/// <param name="States">What was compared, for the next run; null for a chain.</param>
internal sealed record ScreeningWork(ScreeningRun Run, int Compared, ScreenedStates? States)
{
    // Two runs of one build compare alike; of another build, nobody knows.
    private static readonly string Program = typeof(NameMatcher).Module.ModuleVersionId.ToString("N");

    public static ScreeningWork Do(Ledger ledger, Facts facts, ScreenPartiesOptions what, CancellationToken token)
    {
        var versions = ScreeningLists.InForce(facts);
        var parties = Parties(facts, what.Flow, token);
        // What was compared is left for the next run over the ledger; a chain is compared whole, and leaves nothing.
        var states = what.Flow is null ? ScreenedNow.Of(parties, ListedEntries.Of(facts)) : null;
        var last = what.SinceLast && states is not null ? Last(ledger, facts, what) : null;
        var (hits, compared) = last is { } before && states is not null
            ? SinceLast(before.Run.What, before.States, parties, states, facts, what, token)
            : (PartyScreening.Hits(parties, ScreeningLists.IndexOf(facts), what.Threshold, what.Weights, token), parties.Count);
        var run = new ScreeningRun
        {
            Flow = what.Flow?.Value, Lists = versions, Threshold = what.Threshold, Weights = what.Weights.Changed(), Program = Program, Snapshot = facts.Name, PartyCount = parties.Count,
            Parties = what.Flow is null ? null : [.. parties.Select(party => party.Key)], Since = last?.Run.Position, Hits = hits,
        };
        return new ScreeningWork(run, compared, states?.ToKeep());
    }

    private static IReadOnlyList<LedgerParty> Parties(Facts facts, FlowId? flow, CancellationToken token)
    {
        var parties = LedgerParties.Of(facts, token);
        if (flow is not { } only) return parties.All;
        var keys = parties.KeysOfFlows(facts, FlowChain.Of(facts, only.Value, token), token);
        return [.. parties.All.Where(party => keys.Contains(party.Key))];
    }

    // Only a run of the same build, threshold and weights found what this one would.
    private static (Decided<ScreeningRun> Run, ScreenedStates States)? Last(Ledger ledger, Facts facts, ScreenPartiesOptions what) =>
        ScreeningHistory.Of(facts).LastWhole is { } last && last.What.Program == Program && last.What.Threshold.Equals(what.Threshold) && last.What.Weights == what.Weights.Changed() && ScreenedStates.TryRead(ledger.Paths, last.Position) is { } states
            ? (last, states) : null;

    // A finding depends on its party and its entry alone: where neither changed, it is what it was.
    private static (List<ScreeningHit> Hits, int Compared) SinceLast(ScreeningRun last, ScreenedStates seen, IReadOnlyList<LedgerParty> parties, ScreenedNow now, Facts facts, ScreenPartiesOptions what, CancellationToken token)
    {
        var same = parties.Where(party => seen.HasParty(now.Parties[party.Key])).ToList();
        var other = parties.Where(party => !seen.HasParty(now.Parties[party.Key])).ToList();
        var sameParties = same.Select(party => party.Key).ToHashSet(StringComparer.Ordinal);
        var sameEntries = now.Entries.Where(entry => seen.HasEntry(entry.Value)).Select(entry => entry.Key).ToHashSet();
        List<ListedEntry> changed = [.. ListedEntries.Of(facts).Where(entry => !sameEntries.Contains((entry.List, entry.Id)))];
        List<ScreeningHit> hits =
        [
            .. last.Hits.Where(hit => sameParties.Contains(hit.Party) && sameEntries.Contains((hit.List, hit.Entry))),
            .. other.Count == 0 ? [] : PartyScreening.Hits(other, ScreeningLists.IndexOf(facts), what.Threshold, what.Weights, token),
            .. changed.Count == 0 ? [] : PartyScreening.Hits(same, ListIndex.Of(changed), what.Threshold, what.Weights, token),
        ];
        return ([.. PartyScreening.InOrder(hits)], other.Count);
    }
}

/// <summary>The states of all parties and entries, by what tells each from others.</summary>
/// <param name="Parties">By key.</param>
/// <param name="Entries">By list and reference. A list may have a reference twice: what is stated under it is one state.</param>
internal sealed record ScreenedNow(IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<(SanctionsList List, string Id), string> Entries)
{
    public static ScreenedNow Of(IEnumerable<LedgerParty> parties, IEnumerable<ListedEntry> entries) => new(
        parties.ToDictionary(party => party.Key, party => party.State(), StringComparer.Ordinal),
        entries.GroupBy(entry => (entry.List, entry.Id)).ToDictionary(entry => entry.Key, entry => string.Join('\n', entry.Select(one => one.State()).Order(StringComparer.Ordinal).Prepend($"{entry.Key.List.Word()}\n{entry.Key.Id}"))));

    /// <summary>What is left for the next run.</summary>
    public ScreenedStates ToKeep() => new(Parties.Values, Entries.Values);
}
