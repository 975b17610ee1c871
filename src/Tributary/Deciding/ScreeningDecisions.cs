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

    /// <summary>Confirms a decision that another person made.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="decision">The decision's row.</param>
    /// <param name="options">Who, and why.</param>
    /// <returns>The finding as it now stands.</returns>
    /// <exception cref="DecisionRefusedException">There is no such decision, it does not wait for anybody, or it is one's own. Nothing was kept.</exception>
    public static Finding Confirm(this Ledger ledger, long decision, DecideOptions options)
    {
        var id = "";
        CheckedDecision.Keep(ledger, options, facts =>
        {
            var found = ScreeningFindings.Of(facts, Today(options));
            id = found.Find(new DecisionCheck(facts, found, options).CheckConfirmation(decision)).Hit.Id;
            return [CheckedDecision.Row(ScreeningKinds.Confirmation, new ScreeningConfirmation(decision))];
        });
        return Now(ledger, options, id);
    }

    /// <summary>Takes a decision or an exemption back: it should not have been made. What was decided before it stands again.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="row">The row of the decision or the exemption.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <returns>The row of the journal that says so.</returns>
    /// <exception cref="DecisionRefusedException">There is no such row, it was taken back before, or no reason. Nothing was kept.</exception>
    public static long WithdrawScreening(this Ledger ledger, long row, DecideOptions options) => CheckedDecision.Keep(ledger, options, facts =>
    {
        var history = ScreeningHistory.Of(facts);
        var mistakes = new Mistakes();
        NeedReason(mistakes, options);
        if (!history.Decisions.Any(decision => decision.Position == row) && !history.Exemptions.Any(exemption => exemption.Position == row)) mistakes.Add($"row {row}", "neither a decision nor an exemption", "expected the row of one", "`tributary screening report` has them with their rows");
        else if (history.IsWithdrawn(row)) mistakes.Add($"row {row}", "it was taken back before", "expected one that stands", "leave it");
        mistakes.ThrowIfAny();
        return [CheckedDecision.Row(ScreeningKinds.Withdrawal, new ScreeningWithdrawal(row))];
    }).First;

    /// <summary>Says which decisions hold only once a second person has confirmed them, from now on.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <exception cref="DecisionRefusedException">No reason. Nothing was kept.</exception>
    public static Decided<ScreeningRule> SetRule(this Ledger ledger, ScreeningRule rule, DecideOptions options)
    {
        var (at, row) = CheckedDecision.Keep(ledger, options, _ =>
        {
            var mistakes = new Mistakes();
            NeedReason(mistakes, options);
            mistakes.ThrowIfAny();
            return [CheckedDecision.Row(ScreeningKinds.Rule, rule)];
        });
        return new Decided<ScreeningRule>(row, at, options.Who, options.Why, rule);
    }

    /// <summary>Who decides must say why.</summary>
    internal static void NeedReason(Mistakes mistakes, DecideOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Why)) mistakes.Add("--why", "no reason", "expected what an auditor can follow", "give it");
    }

    /// <summary>The day on which it is decided.</summary>
    internal static DateOnly Today(DecideOptions options) => DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);

    private static ScreenedVersion VersionOf(ScreeningHistory history, ScreeningHit hit) =>
        history.Runs.Last(run => run.What.Hits.Any(hit.IsSamePair)).What.Lists.First(version => version.List == hit.List);

    private static Finding Now(Ledger ledger, DecideOptions options, string id) => ScreeningFindings.Of(ledger.CurrentFacts(), Today(options)).Find(id);
}

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

    /// <returns>The id of the finding that the decision is about.</returns>
    public string CheckConfirmation(long row)
    {
        if (found.History.Decisions.FirstOrDefault(made => made.Position == row) is not { } decision)
        {
            _mistakes.Add($"row {row}", "no decision on a finding", "expected the row of one", "`tributary screening queue` says which wait");
            _mistakes.ThrowIfAny();
            return "";
        }
        if (found.History.IsWithdrawn(row)) _mistakes.Add($"row {row}", "the decision was taken back", "expected one that stands", "decide anew");
        else if (found.History.On(decision.What.Hit).Last().Position != row) _mistakes.Add($"row {row}", "a later decision took its place", "expected the latest on that finding", "confirm that one");
        else if (found.History.ConfirmationOf(row) is { } confirmed) _mistakes.Add($"row {row}", $"{confirmed.Who} has confirmed it, in row {confirmed.Position}", "expected one that waits", "leave it");
        else if (found.History.Holds(decision)) _mistakes.Add($"row {row}", $"{decision.What.Outcome.Word()} holds without a second person", "expected a decision that waits for one", "see `tributary screening rule`");
        // Whoever decides with another hand than confirms must also be another person: nobody else can tell here than by the name.
        if (string.Equals(decision.Who.Trim(), options.Who.Trim(), StringComparison.OrdinalIgnoreCase)) _mistakes.Add("--by", $"{options.Who} made the decision", "expected a second person: nobody confirms a decision of their own", "ask somebody else");
        _mistakes.ThrowIfAny();
        return decision.What.Hit.Id;
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
        if (ExemptionBasis.Find(exemption.What.Instrument) is { } basis && !Covers(basis, decision.Hit))
        {
            _mistakes.Add($"--exemption {row}", $"{basis.Instrument} is about {basis.Regime}, not about {decision.Hit.Entry} of the list {decision.Hit.List.Word()}", "expected a basis that covers the entry", "enter a licence or an exception of the law behind that list");
        }
    }

    private bool Covers(ExemptionBasis basis, ScreeningHit hit) =>
        basis.Covers(hit.List, ListedEntries.Of(facts).Where(entry => entry.List == hit.List && entry.Id == hit.Entry).SelectMany(entry => entry.Programmes));
}
