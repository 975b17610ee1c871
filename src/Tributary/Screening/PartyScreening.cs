using Tributary.Clearing;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>Screens the parties of a ledger against lists, on all cores. What it finds for a party and an entry depends on these two alone, whatever else is on either side.</summary>
public static class PartyScreening
{
    /// <summary>Who may be on a list, in the order of party, list and entry.</summary>
    /// <param name="parties">The parties.</param>
    /// <param name="index">The lists.</param>
    /// <param name="threshold">The least score, at least <see cref="NameMatcher.DefaultThreshold"/>.</param>
    /// <param name="weights">What raises and lowers scores.</param>
    /// <param name="token">Stops it.</param>
    public static List<ScreeningHit> Hits(IReadOnlyList<LedgerParty> parties, ListIndex index, double threshold, ScreeningWeights weights, CancellationToken token)
    {
        var found = new List<ScreeningHit>[parties.Count];
        Parallel.For(0, parties.Count, new ParallelOptions { CancellationToken = token }, () => new NameSearch(), (at, _, search) =>
        {
            found[at] = HitsOf(parties[at], index, threshold, weights, search);
            return search;
        }, _ => { });
        return [.. InOrder(found.SelectMany(hits => hits))];
    }

    /// <summary>The order in which findings are kept: it depends on nothing but what they are.</summary>
    public static IEnumerable<ScreeningHit> InOrder(IEnumerable<ScreeningHit> hits) =>
        hits.OrderBy(hit => hit.Party, StringComparer.Ordinal).ThenBy(hit => hit.List).ThenBy(hit => hit.Entry, StringComparer.Ordinal);

    // Of several names of a party, and of entries that a list has twice, the most alike counts.
    private static List<ScreeningHit> HitsOf(LedgerParty party, ListIndex index, double threshold, ScreeningWeights weights, NameSearch search)
    {
        List<(string Name, ScreeningCandidate Candidate)> candidates = [.. party.Names.SelectMany(name => index.Screen(party.Under(name), search, threshold, weights).Select(candidate => (name, candidate)))];
        if (candidates.Count == 0) return [];
        var state = party.State();
        return [.. candidates.GroupBy(found => (found.Candidate.Entry.List, found.Candidate.Entry.Id)).Select(same => same.MaxBy(found => found.Candidate.Score)).Select(best => Hit(party, best.Name, state, best.Candidate))];
    }

    private static ScreeningHit Hit(LedgerParty party, string name, string state, ScreeningCandidate candidate) => new(
        party.Key, name, state, candidate.Entry.List, candidate.Entry.Id, candidate.Entry.Names[0].Text, candidate.Entry.State(), candidate.Name.Text, candidate.Score, candidate.Why);
}
