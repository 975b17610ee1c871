using System.Globalization;
using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Keeps what a person holds of the flows that may fulfil a pledge.</summary>
public static class PledgeDecisions
{
    /// <summary>Confirms that flows fulfil a pledge. From then on they count towards it, and never towards another one as well.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="pledge">The pledge, by any row of its entry.</param>
    /// <param name="flows">Flows of the ledger. One that is not proposed for the pledge needs a reason.</param>
    /// <param name="part">The part of a flow that fulfils it, in US dollars or the flow's own currency, for one flow alone; null for all of it.</param>
    /// <param name="options">Who, and why.</param>
    /// <exception cref="DecisionRefusedException">It does not hold, or a flow would be counted twice. Nothing was kept.</exception>
    /// <exception cref="UnknownValueException">There is no such pledge.</exception>
    public static IReadOnlyList<Decided<PledgeMatch>> Confirm(this Ledger ledger, long pledge, IReadOnlyList<FlowId> flows, Amount? part, DecideOptions options) =>
        Decide(ledger, pledge, flows, MatchVerdict.Confirmed, part, options);

    /// <summary>Says that flows do not fulfil a pledge: they no longer count towards it, and are proposed last.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="pledge">The pledge, by any row of its entry.</param>
    /// <param name="flows">Flows of the ledger.</param>
    /// <param name="options">Who, and why.</param>
    /// <exception cref="DecisionRefusedException">It does not hold. Nothing was kept.</exception>
    /// <exception cref="UnknownValueException">There is no such pledge.</exception>
    public static IReadOnlyList<Decided<PledgeMatch>> Reject(this Ledger ledger, long pledge, IReadOnlyList<FlowId> flows, DecideOptions options) =>
        Decide(ledger, pledge, flows, MatchVerdict.Rejected, part: null, options);

    private static List<Decided<PledgeMatch>> Decide(Ledger ledger, long pledge, IReadOnlyList<FlowId> flows, MatchVerdict verdict, Amount? part, DecideOptions options)
    {
        List<PledgeMatch> matches = [];
        var (at, first) = CheckedDecision.Keep(ledger, options, facts =>
        {
            var check = new MatchCheck(facts, PledgeMatchQuestion.Find(facts, pledge), verdict, part, options.Why);
            matches = check.Check(flows);
            return [.. matches.Select(match => CheckedDecision.Row(ConferenceKinds.PledgeMatch, match))];
        });
        return matches.ConvertAll(match => new Decided<PledgeMatch>(first++, at, options.Who, options.Why, match));
    }
}

/// <summary>Holds a person's word on flows against the ledger.</summary>
internal sealed class MatchCheck(Facts facts, (long Id, Pledge Pledge) pledge, MatchVerdict verdict, Amount? part, string why)
{
    private readonly Mistakes _mistakes = new();

    /// <summary>The words to be kept, one for each flow.</summary>
    /// <exception cref="DecisionRefusedException">Something does not hold.</exception>
    public List<PledgeMatch> Check(IReadOnlyList<FlowId> flows)
    {
        if (flows.Count == 0) Wrong("flow", "none", "expected at least one", $"`tributary pledge match {pledge.Id}` proposes some");
        if (part is not null && flows.Count > 1) Wrong("--amount", $"a part of {flows.Count} flows", "expected one flow", "confirm them one by one");
        if (part is { Value: <= 0 }) Wrong("--amount", part.ToString()!, "expected an amount above 0", "leave it out for the whole flow");
        var known = FlowStates.Of(facts, flows.Select(flow => flow.Value), CancellationToken.None);
        var shares = FlowShares.Of(facts, CancellationToken.None);
        var candidates = new PledgeCandidates(facts, pledge.Pledge);
        var proposed = verdict == MatchVerdict.Confirmed ? candidates.Find(CancellationToken.None).Select(candidate => candidate.Flow.Id.Value).ToHashSet() : [];
        foreach (var flow in flows.Distinct())
        {
            if (!known.TryGetValue(flow.Value, out var state)) Wrong(flow, "the ledger has no such flow", "expected one of the ledger", $"`tributary pledge match {pledge.Id}` proposes some");
            else if (IsSaid(shares, flow)) Wrong(flow, $"it is {verdict.ToString().ToLowerInvariant()} for pledge {pledge.Id} already", "expected something new", "leave it out");
            else if (verdict == MatchVerdict.Confirmed) CheckConfirmed(state, shares, candidates.IsShared(state), proposed.Contains(flow.Value));
        }
        _mistakes.ThrowIfAny();
        return [.. flows.Distinct().Select(flow => new PledgeMatch(pledge.Id, flow.Value, verdict, part))];
    }

    private bool IsSaid(FlowShares shares, FlowId flow) => shares.Verdicts.Any(said => said.What == new PledgeMatch(pledge.Id, flow.Value, verdict, part));

    private void CheckConfirmed(FlowState flow, FlowShares shares, bool isShared, bool isProposed)
    {
        if (!isProposed && string.IsNullOrWhiteSpace(why)) Wrong(flow.Id, $"it is not proposed for pledge {pledge.Id}: another donor, another place, or before the pledge", "expected one that is", "look at the number, or say with --why how it fulfils the pledge");
        if (Settlements.Of(facts).KeptFor(flow.Id.Value) is { } kept) Wrong(flow.Id, $"it was settled as a report of flow {kept}", "expected a flow that stands for itself", $"confirm flow {kept}");
        if (isShared && part is null) Wrong(flow.Id, "it is shared with places or plans that the pledge does not name", "expected how much of it is for the pledge", "say it with --amount");
        if (part is { } given && flow.In(given.Currency.Code) is null) Wrong("--amount", $"{given}, where flow {flow.Id} states {(flow.OriginalAmount is { } original ? $"{flow.OriginalCurrency} {Plain(original)}" : "no other amount than")} US dollars {Plain(flow.AmountUsd)}", "expected a part in one of its currencies", "give the part in US dollars");
        else CheckRest(flow, [.. shares.OfFlow(flow.Id.Value).Where(share => share.Pledge != pledge.Id)]);
    }

    // What a flow is counted for, over all pledges, is never more than it is.
    private void CheckRest(FlowState flow, List<FlowShare> others)
    {
        var currency = part?.Currency ?? Currency.Usd;
        var whole = flow.In(currency.Code) ?? 0;
        if (others.Find(other => other.Verdict.What.Part is null) is { } all) Wrong(flow.Id, $"all of it is confirmed for pledge {all.Pledge}", "expected money that no other pledge has", $"confirm only a part of it there, with --amount, or reject it there");
        else if (others.Count > 0 && part is null) Wrong(flow.Id, $"parts of it are confirmed for pledge {string.Join(", ", others.Select(other => other.Pledge))}", "expected how much is for this one", "say it with --amount");
        else if (others.Find(other => other.Verdict.What.Part!.Value.Currency != currency) is { } apart) Wrong("--amount", $"{part}, where the part for pledge {apart.Pledge} is in {apart.Verdict.What.Part!.Value.Currency}", "expected parts of one flow in one currency", $"give it in {apart.Verdict.What.Part!.Value.Currency}");
        else if (part is { } given && given.Value > whole - others.Sum(other => other.Verdict.What.Part!.Value.Value)) Wrong("--amount", $"{given}, where flow {flow.Id} is {currency} {Plain(whole)}{(others.Count > 0 ? $" and {Plain(others.Sum(other => other.Verdict.What.Part!.Value.Value))} of it is for other pledges" : "")}", "expected no more than is left of it", "give less");
    }

    private static string Plain(decimal amount) => amount.ToString("#,##0.####", CultureInfo.InvariantCulture);

    private void Wrong(FlowId flow, string found, string expected, string advice) => Wrong($"flow {flow}", found, expected, advice);

    private void Wrong(string place, string found, string expected, string advice) => _mistakes.Add(place, found, expected, advice);
}
