using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Adds pledges up. Currencies stay apart; US dollars are a sum of their own.</summary>
internal static class PledgeTotals
{
    /// <summary>The whole promise by currency, the largest in US dollars first.</summary>
    public static IReadOnlyList<PledgeTotal> ByCurrency(IReadOnlyList<FollowedPledge> pledges) =>
        [.. pledges.GroupBy(pledge => pledge.Currency, StringComparer.Ordinal).OrderByDescending(same => same.Sum(pledge => pledge.PledgedUsd ?? 0)).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => Of(same.Key, [.. same]))];

    /// <summary>Pledges of one currency.</summary>
    public static PledgeTotal Of(string currency, IReadOnlyList<FollowedPledge> pledges)
    {
        var (pledged, paid) = (pledges.Sum(pledge => pledge.Pledged), Sum(pledges, pledge => pledge.Paid));
        return new PledgeTotal(currency, pledges.Count, pledged, Sum(pledges, pledge => pledge.Committed), paid, Sum(pledges, pledge => pledge.Outstanding), paid is { } known ? Percent.Of(known, pledged) : null);
    }

    /// <summary>The whole promise in US dollars; null when there is none.</summary>
    public static PledgeTotalUsd? InUsd(IReadOnlyList<FollowedPledge> pledges)
    {
        if (pledges.Count == 0) return null;
        var valued = pledges.Where(pledge => pledge.PledgedUsd is not null).ToList();
        var (pledged, paid) = (valued.Sum(pledge => pledge.PledgedUsd!.Value), valued.Sum(pledge => pledge.PaidUsd));
        return new PledgeTotalUsd(
            valued.Count, pledges.Count - valued.Count, pledged, valued.Sum(pledge => pledge.CommittedUsd), paid, valued.Sum(pledge => pledge.OutstandingUsd!.Value), Percent.Of(paid, pledged),
            [.. valued.Where(pledge => pledge.UsdBasis.Length > 0).GroupBy(pledge => pledge.UsdBasis, StringComparer.Ordinal).Select(same => $"{same.Key}: {string.Join("; ", same.Select(Equation))}")]);
    }

    /// <summary>A sum; null when one of its parts is not known.</summary>
    public static decimal? Sum(IReadOnlyList<FollowedPledge> pledges, Func<FollowedPledge, decimal?> amount)
    {
        var amounts = pledges.Select(amount).ToList();
        return amounts.Contains(null) ? null : amounts.Sum();
    }

    private static string Equation(FollowedPledge pledge) => $"{pledge.Party}'s {pledge.Currency} {CellText.Money(pledge.Pledged)} = {CellText.Money(pledge.PledgedUsd!.Value)}";
}

/// <summary>Says what is odd about pledges, or was inferred.</summary>
internal static class PledgeOddities
{
    public static IEnumerable<string> Of(IReadOnlyList<FollowedPledge> pledges, int inEntered, bool yearsInferred)
    {
        if (yearsInferred) yield return $"Inferred: {PledgeScope.YearBasis}.";
        if (inEntered > 0) yield return $"Confirmed to be entered pledges: {inEntered} of FTS's. What was confirmed is counted once, with the entry.";
        foreach (var sentence in Gone(pledges, FtsPledges.NoLongerListed, "No longer listed by FTS")) yield return sentence;
        foreach (var sentence in Gone(pledges, FtsPledges.Elsewhere, "Listed by FTS for something else now")) yield return sentence;
        foreach (var pledge in pledges.Where(pledge => pledge.Committed is null || pledge.Paid is null))
        {
            yield return $"Pledge {pledge.Entry} of {pledge.Party}: a flow confirmed for it does not state an amount in {pledge.Currency}; it is followed in US dollars.";
        }
        foreach (var (pledge, flow) in pledges.SelectMany(pledge => pledge.Flows.Where(flow => flow.Basis.Length > 0).Select(flow => (pledge, flow)))) yield return $"Flow {flow.Id} in pledge {pledge.Entry}: {flow.Basis}.";
    }

    private static IEnumerable<string> Gone(IReadOnlyList<FollowedPledge> pledges, string status, string words)
    {
        var gone = pledges.Where(pledge => pledge.FtsStatus == status).ToList();
        if (gone.Count > 0) yield return $"{words}: {gone.Count} of these pledges, {CellText.Money(gone.Sum(pledge => pledge.Pledged))} US dollars. That counts as outstanding.";
    }
}
