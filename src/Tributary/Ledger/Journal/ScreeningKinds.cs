using Tributary.Clearing;

namespace Tributary.Ledgers;

/// <summary>The kinds of journal rows about screening.</summary>
public static class ScreeningKinds
{
    /// <summary>The parties of the ledger, or of a chain, were screened.</summary>
    public static readonly DecisionKind<ScreeningRun> Run = new("screening", LedgerJson.Default.ScreeningRun);

    /// <summary>What a person holds of a finding.</summary>
    public static readonly DecisionKind<ScreeningDecision> Decision = new("screening-decision", LedgerJson.Default.ScreeningDecision);

    /// <summary>A second person agrees.</summary>
    public static readonly DecisionKind<ScreeningConfirmation> Confirmation = new("screening-confirmation", LedgerJson.Default.ScreeningConfirmation);

    /// <summary>A decision or an exemption is taken back.</summary>
    public static readonly DecisionKind<ScreeningWithdrawal> Withdrawal = new("screening-withdrawal", LedgerJson.Default.ScreeningWithdrawal);

    /// <summary>Which decisions need a second person.</summary>
    public static readonly DecisionKind<ScreeningRule> Rule = new("screening-rule", LedgerJson.Default.ScreeningRule);

    /// <summary>A basis in law on which money may flow.</summary>
    public static readonly DecisionKind<Exemption> Exemption = new("exemption", LedgerJson.Default.Exemption);

    /// <summary>The information owed for one was given.</summary>
    public static readonly DecisionKind<ExemptionInformed> Informed = new("exemption-informed", LedgerJson.Default.ExemptionInformed);
}
