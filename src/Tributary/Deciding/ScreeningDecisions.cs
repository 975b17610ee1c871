using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Deciding;

/// <summary>Keeps what people decide about parties that may be on a list. Everything is a row of the journal; nothing is overwritten.</summary>
public static class ScreeningDecisions
{
    /// <summary>Decides on a finding. A later decision takes the place of an earlier one.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="finding">The finding's id, or its first digits.</param>
    /// <param name="outcome">What it is.</param>
    /// <param name="validUntil">The last day on which it holds; null when it holds until something changes.</param>
    /// <param name="exemption">The row of the exemption; needed for <see cref="ScreeningOutcome.Cleared"/>, and for nothing else.</param>
    /// <param name="options">Who, and why: a reason is needed, for it is what an auditor reads.</param>
    /// <returns>The finding as it now stands.</returns>
    /// <exception cref="UnknownValueException">There is no such finding.</exception>
    /// <exception cref="DecisionRefusedException">It does not hold. Nothing was kept.</exception>
    public static Finding Decide(this Ledger ledger, string finding, ScreeningOutcome outcome, DateOnly? validUntil, long? exemption, DecideOptions options)
    {
        var id = finding;
        CheckedDecision.Keep(ledger, options, facts =>
        {
            var found = ScreeningFindings.Of(facts, Today(options));
            var hit = found.Find(finding).Hit;
            id = hit.Id;
            var decision = new ScreeningDecision { Hit = hit, Outcome = outcome, Version = VersionOf(found.History, hit), ValidUntil = validUntil, Exemption = exemption };
            new DecisionCheck(facts, found, options).Check(decision);
            return [CheckedDecision.Row(ScreeningKinds.Decision, decision)];
        });
        return Now(ledger, options, id);
    }

    /// <summary>Confirms what another person decided, took back, or set as a rule.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="row">The row of the decision, the withdrawal or the rule.</param>
    /// <param name="options">Who, and why.</param>
    /// <exception cref="DecisionRefusedException">There is no such row, it does not wait for anybody, or it is one's own. Nothing was kept.</exception>
    public static ConfirmedRow Confirm(this Ledger ledger, long row, DecideOptions options)
    {
        string? id = null;
        var kept = CheckedDecision.Keep(ledger, options, facts =>
        {
            id = new ConfirmationCheck(ScreeningFindings.Of(facts, Today(options)), options).Check(row);
            return [CheckedDecision.Row(ScreeningKinds.Confirmation, new ScreeningConfirmation(row))];
        }).First;
        return new ConfirmedRow(kept, id is null ? null : ScreeningFindings.Of(ledger.CurrentFacts(), Today(options)).All.FirstOrDefault(finding => finding.Hit.Id == id));
    }

    /// <summary>Takes a decision or an exemption back: it should not have been made. What was decided before it stands again.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="row">The row of the decision or the exemption.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <returns>The row of the journal that says so, and whether it holds or waits for a second person.</returns>
    /// <remarks>To take back what stops money needs a second person where letting money flow does.</remarks>
    /// <exception cref="DecisionRefusedException">There is no such row, it was taken back before, or no reason. Nothing was kept.</exception>
    public static KeptRow WithdrawScreening(this Ledger ledger, long row, DecideOptions options)
    {
        var kept = CheckedDecision.Keep(ledger, options, facts => Withdrawal(facts, row, options)).First;
        return ScreeningHistory.Of(ledger.CurrentFacts()).IsWithdrawn(row)
            ? new KeptRow(kept, $"row {row} is taken back")
            : new KeptRow(kept, $"row {row} is taken back once a second person confirms it: `tributary screening confirm {kept}`");
    }

    /// <summary>Says which decisions hold only once a second person has confirmed them, from now on.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <exception cref="DecisionRefusedException">No reason. Nothing was kept.</exception>
    /// <returns>The row of the journal that says so, and whether it holds or waits for a second person.</returns>
    /// <remarks>Once anything was decided, a rule that asks less than the one before it needs a second person itself.</remarks>
    public static KeptRow SetRule(this Ledger ledger, ScreeningRule rule, DecideOptions options)
    {
        var row = CheckedDecision.Keep(ledger, options, _ =>
        {
            var mistakes = new Mistakes();
            NeedReason(mistakes, options);
            mistakes.ThrowIfAny();
            return [CheckedDecision.Row(ScreeningKinds.Rule, rule)];
        }).First;
        var says = $"a second person confirms: {(rule.Confirmed.Count == 0 ? "nothing" : string.Join(", ", rule.Confirmed.Select(outcome => outcome.Word())))}";
        var history = ScreeningHistory.Of(ledger.CurrentFacts());
        return new KeptRow(row, history.Holds(history.Rules.First(kept => kept.Position == row)) ? says : $"{says}, once a second person confirms this: `tributary screening confirm {row}`");
    }

    /// <summary>Who decides must say why.</summary>
    internal static void NeedReason(Mistakes mistakes, DecideOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Why)) mistakes.Add("--why", "no reason", "expected what an auditor can follow", "give it");
    }

    /// <summary>The day on which it is decided.</summary>
    internal static DateOnly Today(DecideOptions options) => DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);

    private static JournalDraft[] Withdrawal(Facts facts, long row, DecideOptions options)
    {
        var history = ScreeningHistory.Of(facts);
        var mistakes = new Mistakes();
        NeedReason(mistakes, options);
        if (!history.Decisions.Any(decision => decision.Position == row) && !history.Exemptions.Any(exemption => exemption.Position == row)) mistakes.Add($"row {row}", "neither a decision nor an exemption", "expected the row of one", "`tributary screening report` has them with their rows");
        else if (history.IsWithdrawn(row)) mistakes.Add($"row {row}", "it was taken back before", "expected one that stands", "leave it");
        mistakes.ThrowIfAny();
        return [CheckedDecision.Row(ScreeningKinds.Withdrawal, new ScreeningWithdrawal(row))];
    }

    private static ScreenedVersion VersionOf(ScreeningHistory history, ScreeningHit hit) =>
        history.Runs.Last(run => run.What.Hits.Any(hit.IsSamePair)).What.Lists.First(version => version.List == hit.List);

    private static Finding Now(Ledger ledger, DecideOptions options, string id) => ScreeningFindings.Of(ledger.CurrentFacts(), Today(options)).Find(id);
}

/// <summary>What a second person confirmed.</summary>
/// <param name="Row">The row of the journal that says so.</param>
/// <param name="Finding">The finding as it now stands; null where none is concerned.</param>
public sealed record ConfirmedRow(long Row, Finding? Finding);

/// <summary>Holds a decision against what was found and decided before.</summary>
internal sealed class DecisionCheck(Facts facts, ScreeningFindings found, DecideOptions options)
{
    private readonly Mistakes _mistakes = new();

    public void Check(ScreeningDecision decision)
    {
        ScreeningDecisions.NeedReason(_mistakes, options);
        if (decision.ValidUntil is { } until && until < found.Day) _mistakes.Add($"--until {CellText.Day(until)}", "a day that is over", "expected today or a later day", "leave it out where the decision does not end");
        if (decision.Outcome == ScreeningOutcome.Cleared) CheckExemption(decision);
        else if (decision.Exemption is not null) _mistakes.Add("--exemption", $"given for {decision.Outcome.Word()}", "expected it for cleared alone", "leave it out");
        _mistakes.ThrowIfAny();
    }

    private void CheckExemption(ScreeningDecision decision)
    {
        if (decision.Exemption is not { } row)
        {
            _mistakes.Add("--exemption", "none given", "expected the row of the exemption that lets the money flow", "`tributary screening exempt` enters one, `tributary screening exemptions` lists them");
            return;
        }
        if (found.History.Exemption(row) is not { } exemption)
        {
            _mistakes.Add($"--exemption {row}", "no exemption, or one that was taken back", "expected the row of one that stands", "`tributary screening exemptions` lists them");
            return;
        }
        if (exemption.What.Until is { } end && end < found.Day) _mistakes.Add($"--exemption {row}", $"it ended on {CellText.Day(end)}", "expected one that is in force", "enter the one that is");
        else if (exemption.What.Until is { } last && decision.ValidUntil > last) _mistakes.Add("--until", $"{CellText.Day(decision.ValidUntil.Value)}, after the exemption's end", $"expected at most {CellText.Day(last)}", "give an earlier day");
        if (exemption.What.InformBy < found.Day && found.History.InformedOn(row) is null) _mistakes.Add($"--exemption {row}", $"information was owed for it by {CellText.Day(exemption.What.InformBy.Value)}", "expected that it was given", $"give it, and say so with `tributary screening informed {row}`");
        if (ExemptionBasis.Find(exemption.What.Instrument) is { } basis && !Covers(basis, decision.Hit))
        {
            _mistakes.Add($"--exemption {row}", $"{basis.Instrument} is about {basis.Regime}, not about {decision.Hit.Entry} of the list {decision.Hit.List.Word()}", "expected a basis that covers the entry", "enter a licence or an exception of the law behind that list");
        }
    }

    private bool Covers(ExemptionBasis basis, ScreeningHit hit) =>
        basis.Covers(hit.List, ListedEntries.Of(facts).Where(entry => entry.List == hit.List && entry.Id == hit.Entry).SelectMany(entry => entry.Programmes));
}
