using Tributary.Clearing;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The journal's rows about screening, up to a day.</summary>
internal sealed class ScreeningHistory
{
    private readonly HashSet<long> _withdrawn;
    private readonly ILookup<(string, Listings.SanctionsList, string), Decided<ScreeningDecision>> _ofPairs;
    private readonly ILookup<long, Decided<ScreeningConfirmation>> _confirmations;
    private readonly IReadOnlyList<Decided<ScreeningRule>> _rules;

    private ScreeningHistory(Facts facts)
    {
        Withdrawals = Until(facts, ScreeningKinds.Withdrawal);
        _withdrawn = [.. Withdrawals.Select(withdrawal => withdrawal.What.Row)];
        Runs = Until(facts, ScreeningKinds.Run);
        Decisions = Until(facts, ScreeningKinds.Decision);
        Confirmations = Until(facts, ScreeningKinds.Confirmation);
        Exemptions = Until(facts, ScreeningKinds.Exemption);
        Informed = Until(facts, ScreeningKinds.Informed);
        _rules = Until(facts, ScreeningKinds.Rule);
        _ofPairs = Decisions.Where(decision => !IsWithdrawn(decision.Position)).ToLookup(decision => PairOf(decision.What.Hit));
        _confirmations = Confirmations.ToLookup(confirmation => confirmation.What.Decision);
    }

    /// <summary>The runs, in order.</summary>
    public IReadOnlyList<Decided<ScreeningRun>> Runs { get; }

    /// <summary>The decisions, withdrawn ones too.</summary>
    public IReadOnlyList<Decided<ScreeningDecision>> Decisions { get; }

    /// <summary>The confirmations.</summary>
    public IReadOnlyList<Decided<ScreeningConfirmation>> Confirmations { get; }

    /// <summary>The withdrawals.</summary>
    public IReadOnlyList<Decided<ScreeningWithdrawal>> Withdrawals { get; }

    /// <summary>The exemptions, withdrawn ones too.</summary>
    public IReadOnlyList<Decided<Exemption>> Exemptions { get; }

    /// <summary>When information was given for them.</summary>
    public IReadOnlyList<Decided<ExemptionInformed>> Informed { get; }

    /// <summary>The last run over the whole ledger; null when there is none.</summary>
    public Decided<ScreeningRun>? LastWhole => Runs.LastOrDefault(run => run.What.Parties is null);

    /// <summary>The first run that found a party and an entry; null when none did.</summary>
    public Decided<ScreeningRun>? FirstWith(ScreeningHit hit) => Runs.FirstOrDefault(run => run.What.Hits.Any(hit.IsSamePair));

    /// <summary>The rule that is in force after all rows.</summary>
    public ScreeningRule Rule => RuleAt(long.MaxValue);

    /// <summary>The rows up to the facts' day; all of them where they have none.</summary>
    public static ScreeningHistory Of(Facts facts) => new(facts);

    /// <summary>The decisions on a party and an entry that were not withdrawn, in order.</summary>
    public IEnumerable<Decided<ScreeningDecision>> On(ScreeningHit hit) => _ofPairs[PairOf(hit)];

    /// <summary>Whether a decision or an exemption was withdrawn.</summary>
    public bool IsWithdrawn(long row) => _withdrawn.Contains(row);

    /// <summary>Who confirmed a decision; null when nobody did.</summary>
    public Decided<ScreeningConfirmation>? ConfirmationOf(long decision) => _confirmations[decision].FirstOrDefault();

    /// <summary>Whether a decision holds: the rule of its time asked for no second person, or one agreed.</summary>
    public bool Holds(Decided<ScreeningDecision> decision) => !RuleAt(decision.Position).Confirmed.Contains(decision.What.Outcome) || ConfirmationOf(decision.Position) is not null;

    /// <summary>An exemption by its row; null when there is none, or it was withdrawn.</summary>
    public Decided<Exemption>? Exemption(long row) => IsWithdrawn(row) ? null : Exemptions.FirstOrDefault(exemption => exemption.Position == row);

    /// <summary>The day on which information was given for an exemption; null when it was not.</summary>
    public DateOnly? InformedOn(long exemption) => Informed.LastOrDefault(informed => informed.What.Exemption == exemption)?.What.On;

    private ScreeningRule RuleAt(long row) => _rules.LastOrDefault(rule => rule.Position < row)?.What ?? ScreeningRule.Default;

    private static (string, Listings.SanctionsList, string) PairOf(ScreeningHit hit) => (hit.Party, hit.List, hit.Entry);

    // What people did counts from the day on which they did it.
    private static List<Decided<T>> Until<T>(Facts facts, DecisionKind<T> kind) =>
        [.. facts.Decisions.Of(kind).Where(decided => facts.Until is not { } day || DateOnly.FromDateTime(decided.At.UtcDateTime) <= day)];
}
