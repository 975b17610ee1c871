using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>How much of each flow fulfils which pledge, as people confirmed it. No flow is ever counted for more than it is.</summary>
internal sealed class FlowShares
{
    private const int PlacesKept = 2;

    private readonly ILookup<long, FlowShare> _ofPledge;
    private readonly ILookup<long, FlowShare> _ofFlow;

    private FlowShares(IReadOnlyList<Decided<PledgeMatch>> verdicts, IReadOnlyCollection<FlowShare> shares) =>
        (Verdicts, _ofPledge, _ofFlow) = (verdicts, shares.ToLookup(share => share.Pledge), shares.ToLookup(share => share.Flow));

    /// <summary>What people hold of flows and pledges that stand, the latest word on each two.</summary>
    public IReadOnlyList<Decided<PledgeMatch>> Verdicts { get; }

    /// <summary>The shares of a pledge, in the order in which they were confirmed.</summary>
    public IEnumerable<FlowShare> OfPledge(long pledge) => _ofPledge[pledge];

    /// <summary>The shares of a flow, in the order in which they were confirmed.</summary>
    public IEnumerable<FlowShare> OfFlow(long flow) => _ofFlow[flow];

    /// <summary>All shares of flows in pledges that stand.</summary>
    public static FlowShares Of(Facts facts, CancellationToken token)
    {
        var standing = KnownEntries.Standing(facts, ConferenceKinds.Pledge).Select(entry => entry.Id).ToHashSet();
        var verdicts = facts.Decisions.Of(ConferenceKinds.PledgeMatch).Where(verdict => standing.Contains(verdict.What.Pledge))
            .GroupBy(verdict => (verdict.What.Pledge, verdict.What.Flow)).Select(same => same.Last()).OrderBy(verdict => verdict.Position).ToList();
        var confirmed = verdicts.Where(verdict => verdict.What.Verdict == MatchVerdict.Confirmed).ToList();
        var flows = FlowStates.Of(facts, confirmed.Select(verdict => verdict.What.Flow), token);
        return new FlowShares(verdicts, [.. confirmed.GroupBy(verdict => verdict.What.Flow).SelectMany(ofOne => Divide(flows.GetValueOrDefault(ofOne.Key), ofOne))]);
    }

    // In the order of confirmation, each takes its part of what is left: a flow that became smaller is not counted twice.
    private static IEnumerable<FlowShare> Divide(FlowState? flow, IEnumerable<Decided<PledgeMatch>> verdicts)
    {
        var (leftUsd, left) = (flow?.AmountUsd ?? 0, flow?.OriginalAmount);
        foreach (var verdict in verdicts)
        {
            var share = flow is null ? FlowShare.Unknown(verdict) : Take(flow, verdict, leftUsd, left);
            leftUsd -= share.Usd;
            left -= share.Original ?? 0;
            yield return share;
        }
    }

    private static FlowShare Take(FlowState flow, Decided<PledgeMatch> verdict, decimal leftUsd, decimal? left)
    {
        if (verdict.What.Part is not { } part) return new FlowShare(flow, verdict, leftUsd, left, leftUsd < flow.AmountUsd ? "what other pledges leave of it" : "");
        if (part.Currency == Currency.Usd) return TakeUsd(flow, verdict, part.Value, leftUsd);
        if (flow.OriginalCurrency != part.Currency.Code || flow.OriginalAmount is not > 0) return new FlowShare(flow, verdict, 0, null, $"the flow no longer states an amount in {part.Currency}: its part is not known");
        var taken = Math.Max(0, Math.Min(part.Value, left ?? 0));
        var usd = taken == flow.OriginalAmount ? flow.AmountUsd : Math.Round(flow.AmountUsd * taken / flow.OriginalAmount.Value, PlacesKept, MidpointRounding.AwayFromZero);
        return new FlowShare(flow, verdict, Math.Min(usd, leftUsd), taken, Cut(part.Value, taken, "in US dollars at the flow's own rate"));
    }

    private static FlowShare TakeUsd(FlowState flow, Decided<PledgeMatch> verdict, decimal part, decimal leftUsd)
    {
        var taken = Math.Max(0, Math.Min(part, leftUsd));
        return new FlowShare(flow, verdict, taken, taken == flow.AmountUsd ? flow.OriginalAmount : null, Cut(part, taken, ""));
    }

    private static string Cut(decimal part, decimal taken, string basis) => taken < part ? "less than the part confirmed: the flow has become smaller" : basis;
}

/// <summary>A flow's share in a pledge.</summary>
/// <param name="State">The flow as it is known now; null when it is not, or no longer.</param>
/// <param name="Verdict">The row that confirms it.</param>
/// <param name="Usd">US dollars.</param>
/// <param name="Original">The same in the flow's original currency; null where it is not stated.</param>
/// <param name="Basis">How the share was found; empty when it is all of the flow, or just the part confirmed.</param>
internal sealed record FlowShare(FlowState? State, Decided<PledgeMatch> Verdict, decimal Usd, decimal? Original, string Basis)
{
    public long Pledge => Verdict.What.Pledge;

    public long Flow => Verdict.What.Flow;

    /// <summary>A share of a flow that is not known.</summary>
    public static FlowShare Unknown(Decided<PledgeMatch> verdict) => new(null, verdict, 0, 0, "the flow is not known, or no longer");

    /// <summary>The share in a currency, where the flow states it; null elsewhere.</summary>
    public decimal? In(string currency) => State is null ? 0 : currency == Currency.Usd.Code ? Usd : State.OriginalCurrency == currency ? Original : null;
}
