using Tributary.Clearing;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The journal's rows about screening, up to a day.</summary>
internal sealed class ScreeningHistory
{
    private readonly Dictionary<long, long> _withdrawn;
    private readonly ILookup<(string, Listings.SanctionsList, string), Decided<ScreeningDecision>> _ofPairs;
    private readonly ILookup<long, Decided<ScreeningConfirmation>> _confirmations;
    // From after which row which rule holds.
    private readonly List<(long After, ScreeningRule Rule)> _rules = [(0, ScreeningRule.Default)];

    private ScreeningHistory(Facts facts)
    {
        Runs = Until(facts, ScreeningKinds.Run);
        Decisions = Until(facts, ScreeningKinds.Decision);
        Confirmations = Until(facts, ScreeningKinds.Confirmation);
        Exemptions = Until(facts, ScreeningKinds.Exemption);
        Informed = Until(facts, ScreeningKinds.Informed);
        Rules = Until(facts, ScreeningKinds.Rule);
        Withdrawals = Until(facts, ScreeningKinds.Withdrawal);
        _confirmations = Confirmations.ToLookup(confirmation => confirmation.What.Row);
        foreach (var rule in Rules)
        {
            if (Begins(rule) is { } after) _rules.Add((after, rule.What));
        }
        _withdrawn = Withdrawals.Where(Holds).GroupBy(withdrawal => withdrawal.What.Row).ToDictionary(same => same.Key, same => same.First().Position);
        _ofPairs = Decisions.Where(decision => !IsWithdrawn(decision.Position)).ToLookup(decision => PairOf(decision.What.Hit));
    }

    /// <summary>The runs, in order.</summary>
    public IReadOnlyList<Decided<ScreeningRun>> Runs { get; }

    /// <summary>The decisions, withdrawn ones too.</summary>
    public IReadOnlyList<Decided<ScreeningDecision>> Decisions { get; }

    /// <summary>The confirmations.</summary>
    public IReadOnlyList<Decided<ScreeningConfirmation>> Confirmations { get; }

    /// <summary>The rules that were set, also those that wait for a second person.</summary>
    public IReadOnlyList<Decided<ScreeningRule>> Rules { get; }

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
    public bool IsWithdrawn(long row) => _withdrawn.ContainsKey(row);

    /// <summary>The row that took a decision or an exemption back; null when none did.</summary>
    public long? WithdrawnIn(long row) => _withdrawn.TryGetValue(row, out var withdrawal) ? withdrawal : null;

    /// <summary>Who confirmed a row; null when nobody did.</summary>
    public Decided<ScreeningConfirmation>? ConfirmationOf(long row) => _confirmations[row].FirstOrDefault();

    /// <summary>Whether a withdrawal holds. One of a decision that stops money needs a second person, as letting it flow does.</summary>
    public bool Holds(Decided<ScreeningWithdrawal> withdrawal) =>
        RuleAt(withdrawal.Position).Confirmed.Count == 0 || ConfirmationOf(withdrawal.Position) is not null
        || Decisions.FirstOrDefault(decision => decision.Position == withdrawal.What.Row) is not { What.Outcome: ScreeningOutcome.TrueMatch or ScreeningOutcome.NeedsMore };

    /// <summary>Whether a rule holds, or held. One that asks less than the one before it needs a second person, once anything was decided.</summary>
    public bool Holds(Decided<ScreeningRule> rule) => Begins(rule) is not null;

    /// <summary>Whether a decision holds: the rule of its time asked for no second person, or one agreed.</summary>
    public bool Holds(Decided<ScreeningDecision> decision) => !RuleAt(decision.Position).Confirmed.Contains(decision.What.Outcome) || ConfirmationOf(decision.Position) is not null;

    /// <summary>An exemption by its row; null when there is none, or it was withdrawn.</summary>
    public Decided<Exemption>? Exemption(long row) => IsWithdrawn(row) ? null : Exemptions.FirstOrDefault(exemption => exemption.Position == row);

    /// <summary>The day on which information was given for an exemption; null when it was not.</summary>
    public DateOnly? InformedOn(long exemption) => Informed.LastOrDefault(informed => informed.What.Exemption == exemption)?.What.On;

    /// <summary>What waits for a second person beside decisions on findings, in sentences.</summary>
    public IEnumerable<string> Waiting() =>
    [
        .. Withdrawals.Where(withdrawal => !Holds(withdrawal) && !IsWithdrawn(withdrawal.What.Row)).Select(withdrawal => $"{withdrawal.Who} takes row {withdrawal.What.Row} back; that waits for a second person: `tributary screening confirm {withdrawal.Position}`."),
        .. Rules.Where(rule => !Holds(rule)).Select(rule => $"{rule.Who} sets a rule that asks less; it waits for a second person: `tributary screening confirm {rule.Position}`."),
    ];

    private ScreeningRule RuleAt(long row) => _rules.Where(rule => rule.After < row).MaxBy(rule => rule.After).Rule;

    // The row after which a rule holds; null as long as it waits.
    private long? Begins(Decided<ScreeningRule> rule)
    {
        var asksLess = RuleAt(rule.Position).Confirmed.Except(rule.What.Confirmed).Any() && Decisions.Any(decision => decision.Position < rule.Position);
        return asksLess ? ConfirmationOf(rule.Position)?.Position : rule.Position;
    }

    private static (string, Listings.SanctionsList, string) PairOf(ScreeningHit hit) => (hit.Party, hit.List, hit.Entry);

    // What people did counts from the day on which they did it.
    private static List<Decided<T>> Until<T>(Facts facts, DecisionKind<T> kind) =>
        [.. facts.Decisions.Of(kind).Where(decided => facts.Until is not { } day || DateOnly.FromDateTime(decided.At.UtcDateTime) <= day)];
}
