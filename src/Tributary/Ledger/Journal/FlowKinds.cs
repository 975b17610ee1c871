using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>The kinds of journal rows about flows.</summary>
public static class FlowKinds
{
    /// <summary>Whether flows that look like one flow reported twice are one.</summary>
    public static readonly DecisionKind<DuplicateSettlement> Duplicate = new("duplicate", LedgerJson.Default.DuplicateSettlement);

    /// <summary>Whether transactions of IATI and flows of FTS are one movement of money.</summary>
    public static readonly DecisionKind<MovementDecision> Movement = new("movement", LedgerJson.Default.MovementDecision);
}
