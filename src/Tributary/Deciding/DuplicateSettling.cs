using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Takes a person's word on flows that look like one flow reported twice.</summary>
public static class DuplicateSettling
{
    /// <summary>Checks and keeps it. Nothing is kept when it does not hold together.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="settlement">What was settled.</param>
    /// <param name="who">By whom.</param>
    /// <param name="why">The reason: it is what an auditor reads, so it is not empty.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="UnknownValueException">Fewer than two flows, one that the ledger does not hold, or no reason.</exception>
    public static Decided<DuplicateSettlement> Settle(Ledger ledger, DuplicateSettlement settlement, string who, string why, TimeProvider? clock = null)
    {
        var flows = settlement.Flows().ToList();
        if (flows.Distinct().Count() < flows.Count || flows.Count < 2) throw new UnknownValueException($"flows {string.Join(", ", flows)}: fewer than two different flows; expected two or more that look alike; see `tributary duplicates list`");
        if (string.IsNullOrWhiteSpace(why)) throw new UnknownValueException("the reason: none was given; expected a sentence on how it is known; give it with --why");
        var known = ledger.Ask(new KnownFlowsQuestion(flows));
        if (flows.Find(flow => !known.Contains(flow)) is var unknown and not 0) throw new UnknownValueException("flow", unknown.ToString(CultureInfo.InvariantCulture), "`tributary flows` lists flows with their ids");
        return ledger.Decide(DecisionKinds.Duplicate, [settlement], who, why, clock)[0];
    }
}
