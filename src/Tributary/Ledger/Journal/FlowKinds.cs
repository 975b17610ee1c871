using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>The kinds of journal rows about flows.</summary>
public static class FlowKinds
{
    /// <summary>Whether flows that look like one flow reported twice are one.</summary>
    public static readonly DecisionKind<DuplicateSettlement> Duplicate = new("duplicate", LedgerJson.Default.DuplicateSettlement);
}
