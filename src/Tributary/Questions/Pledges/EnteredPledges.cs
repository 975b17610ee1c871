using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Follows pledges that people entered, through the flows that people confirmed.</summary>
internal sealed class EnteredPledges(Facts facts, FlowShares shares, CancellationToken token)
{
    private readonly FtsRates _rates = new(facts, token);

    /// <summary>One pledge, and what became of it.</summary>
    public FollowedPledge Follow(long id, Pledge pledge)
    {
        var flows = shares.OfPledge(id).ToList();
        var (usd, basis) = _rates.InUsd(pledge);
        var currency = pledge.Amount.Currency.Code;
        return new FollowedPledge
        {
            Entry = id,
            Party = pledge.Party,
            Iso3 = PartyKeys.CountryOf(pledge.Party, pledge.Iso3),
            Conference = pledge.Conference,
            Purpose = pledge.Purpose,
            MadeOn = pledge.MadeOn,
            DaysSince = DaysSince(facts, pledge.MadeOn),
            Currency = currency,
            Pledged = pledge.Amount.Value,
            Committed = Sum(flows, FlowStatus.Commitment, currency),
            Paid = Sum(flows, FlowStatus.Paid, currency),
            PledgedUsd = usd,
            UsdBasis = basis,
            CommittedUsd = Sum(flows, FlowStatus.Commitment, Money.Currency.Usd.Code)!.Value,
            PaidUsd = Sum(flows, FlowStatus.Paid, Money.Currency.Usd.Code)!.Value,
            Flows = [.. flows.Select(flow => Line(flow, currency))],
            Source = KnownEntries.Locate(facts, pledge.Evidence),
            Quotation = pledge.Evidence.Quotation,
        };
    }

    /// <summary>Days from a promise to the day of the answer.</summary>
    public static int? DaysSince(Facts facts, DateOnly? madeOn) => facts.AsOf is { } day && madeOn is { } made ? day.DayNumber - made.DayNumber : null;

    // One flow that does not state the currency leaves the sum in it unknown.
    private static decimal? Sum(List<FlowShare> flows, FlowStatus status, string currency)
    {
        var amounts = flows.Where(flow => flow.State?.Status == status).Select(flow => flow.In(currency)).ToList();
        return amounts.Contains(null) ? null : amounts.Sum();
    }

    private FulfillingFlow Line(FlowShare share, string currency) => new(
        new FlowId(share.Flow), share.State?.Status.ToString().ToLowerInvariant(), share.Usd, share.In(currency), share.Basis, share.State?.Day,
        share.State is { } flow ? PartyNames.Of(facts, flow.Recipients).Name : null, share.Verdict.Who, share.Verdict.Position, share.State?.Source);
}
