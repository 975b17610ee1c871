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
    /// <exception cref="DecisionRefusedException">Fewer than two flows, one that the ledger does not hold, or no reason. Nothing was kept.</exception>
    public static Decided<DuplicateSettlement> Settle(this Ledger ledger, DuplicateSettlement settlement, DecideOptions options)
    {
        var (at, position) = CheckedDecision.Keep(ledger, options, facts =>
        {
            Check(facts, settlement, options.Why);
            return [CheckedDecision.Row(FlowKinds.Duplicate, settlement)];
        });
        return new Decided<DuplicateSettlement>(position, at, options.Who, options.Why, settlement);
    }

    private static void Check(Facts facts, DuplicateSettlement settlement, string why)
    {
        var mistakes = new Mistakes();
        var flows = settlement.Flows().ToList();
        if (flows.Count < 2 || flows.Distinct().Count() < flows.Count) mistakes.Add($"flows {string.Join(", ", flows)}", "fewer than two different flows", "expected two or more that look alike", "`tributary duplicates list` shows some");
        if (string.IsNullOrWhiteSpace(why)) mistakes.Add("the reason", "none was given", "expected how it is known", "say it with --why");
        var known = new KnownFlowsQuestion(flows).AnswerFrom(facts, CancellationToken.None);
        foreach (var flow in flows.Distinct().Where(flow => !known.Contains(flow))) mistakes.Add($"flow {flow}", "the ledger has no such flow", "expected one of the ledger", "`tributary flows` lists flows with their ids");
        mistakes.ThrowIfAny();
    }
}
