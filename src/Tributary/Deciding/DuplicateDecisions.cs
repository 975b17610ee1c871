using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Keeps what a person holds of flows that look like one flow reported twice.</summary>
public static class DuplicateDecisions
{
    /// <summary>Settles whether flows are one. A later word on the same flows takes the place of an earlier one; no total changes unless a question leaves duplicates out.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="settlement">What was settled.</param>
    /// <param name="options">Who, and why: a reason is needed, for it is what an auditor reads.</param>
    /// <param name="evenUnlike">Whether flows may be one that differ in donor, recipient, amount or day. Default: they may not, for most likely one id is wrong.</param>
    /// <exception cref="DecisionRefusedException">Fewer than two flows, one that the ledger does not hold, flows that are not alike, what was settled so already, or no reason. Nothing was kept.</exception>
    public static Decided<DuplicateSettlement> Settle(this Ledger ledger, DuplicateSettlement settlement, DecideOptions options, bool evenUnlike = false)
    {
        var (at, position) = CheckedDecision.Keep(ledger, options, facts =>
        {
            Check(facts, settlement, options.Why, evenUnlike);
            return [CheckedDecision.Row(FlowKinds.Duplicate, settlement)];
        });
        return new Decided<DuplicateSettlement>(position, at, options.Who, options.Why, settlement);
    }

    private static void Check(Facts facts, DuplicateSettlement settlement, string why, bool evenUnlike)
    {
        var mistakes = new Mistakes();
        var flows = settlement.Flows().ToList();
        if (flows.Count < 2 || flows.Distinct().Count() < flows.Count) mistakes.Add($"flows {string.Join(", ", flows)}", "fewer than two different flows", "expected two or more that look alike", "`tributary duplicates list` shows some");
        if (string.IsNullOrWhiteSpace(why)) mistakes.Add("the reason", "none was given", "expected how it is known", "say it with --why");
        var known = new KnownFlowsQuestion(flows).AnswerFrom(facts, CancellationToken.None);
        foreach (var flow in flows.Distinct().Where(flow => !known.Contains(flow))) mistakes.Add($"flow {flow}", "the ledger has no such flow", "expected one of the ledger", "`tributary flows` lists flows with their ids");
        mistakes.ThrowIfAny();
        CheckSaid(facts, settlement, mistakes);
        if (settlement.AreOne && !evenUnlike) CheckAlike(facts, settlement, mistakes);
        mistakes.ThrowIfAny();
    }

    // A later word may say something else; the same word again would only lengthen the journal.
    private static void CheckSaid(Facts facts, DuplicateSettlement settlement, Mistakes mistakes)
    {
        var (said, flows) = (Settlements.Of(facts), settlement.Flows().ToList());
        var words = flows.SelectMany((one, index) => flows.Skip(index + 1).Select(other => said.On(one, other))).Distinct().ToList();
        if (words is not [{ } first]) return;
        if (first.What.AreOne != settlement.AreOne || (settlement.AreOne && first.What.Kept != settlement.Kept) || !first.What.Flows().Order().SequenceEqual(flows.Order())) return;
        mistakes.Add($"flows {string.Join(", ", flows)}", $"settled as {(settlement.AreOne ? "one" : "different")} already, in row {first.Position}", "expected something new", "leave it out");
    }

    private static void CheckAlike(Facts facts, DuplicateSettlement settlement, Mistakes mistakes)
    {
        foreach (var other in settlement.Others)
        {
            if (AlikeFlows.Unlike(facts, settlement.Kept, other, CancellationToken.None) is { Count: > 0 } differ)
                mistakes.Add($"flows {settlement.Kept} and {other}", $"they differ in {string.Join(", ", differ)}", "expected flows that look like one", "look at the ids; if they are one all the same, say it with --even-unlike");
        }
    }
}
