using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>What people enter and decide. A new kind is one line here and one in the list of JSON forms.</summary>
public static class DecisionKinds
{
    /// <summary>Whether flows that look like one flow reported twice are one.</summary>
    public static DecisionKind<DuplicateSettlement> Duplicate { get; } = new("duplicate", LedgerJson.Default.DuplicateSettlement);
}
