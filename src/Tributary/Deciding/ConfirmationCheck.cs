using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Holds a confirmation against what waits for one.</summary>
internal sealed class ConfirmationCheck(ScreeningFindings found, DecideOptions options)
{
    private readonly Mistakes _mistakes = new();

    /// <returns>The id of the finding that is concerned; null where none is.</returns>
    public string? Check(long row)
    {
        var history = found.History;
        string? finding = null;
        if (history.Decisions.FirstOrDefault(made => made.Position == row) is { } decision) finding = CheckDecision(decision);
        else if (history.Withdrawals.FirstOrDefault(made => made.Position == row) is { } withdrawal) finding = CheckWithdrawal(withdrawal);
        else if (history.Rules.FirstOrDefault(made => made.Position == row) is { } rule) CheckWaits(row, rule.Who, history.Holds(rule), "the rule");
        else _mistakes.Add($"row {row}", "nothing that a second person confirms", "expected the row of a decision, of taking one back, or of a rule", "`tributary screening queue` and `screening report` say what waits");
        _mistakes.ThrowIfAny();
        return finding;
    }

    private string CheckDecision(Decided<ScreeningDecision> decision)
    {
        var hit = decision.What.Hit;
        if (found.History.IsWithdrawn(decision.Position)) _mistakes.Add($"row {decision.Position}", "the decision was taken back", "expected one that stands", "decide anew");
        else if (found.History.On(hit).Last().Position != decision.Position) _mistakes.Add($"row {decision.Position}", "a later decision took its place", "expected the latest on that finding", "confirm that one");
        else CheckWaits(decision.Position, decision.Who, found.History.Holds(decision), decision.What.Outcome.Word());
        return hit.Id;
    }

    private string? CheckWithdrawal(Decided<ScreeningWithdrawal> withdrawal)
    {
        if (found.History.WithdrawnIn(withdrawal.What.Row) is { } before && before != withdrawal.Position) _mistakes.Add($"row {withdrawal.Position}", $"row {withdrawal.What.Row} was taken back in row {before}", "expected one that waits", "leave it");
        else CheckWaits(withdrawal.Position, withdrawal.Who, found.History.Holds(withdrawal), "taking it back");
        return found.History.Decisions.FirstOrDefault(decision => decision.Position == withdrawal.What.Row)?.What.Hit.Id;
    }

    private void CheckWaits(long row, string who, bool holds, string what)
    {
        if (found.History.ConfirmationOf(row) is { } confirmed) _mistakes.Add($"row {row}", $"{confirmed.Who} has confirmed it, in row {confirmed.Position}", "expected one that waits", "leave it");
        else if (holds) _mistakes.Add($"row {row}", $"{what} holds without a second person", "expected what waits for one", "see `tributary screening rule`");
        if (SamePerson.MayBe(who, options.Who)) _mistakes.Add("--by", $"{options.Who} may be {who}, who made it", "expected a second person: nobody confirms what is their own", "ask somebody else; two people whose names sound alike need names that tell them apart");
    }
}
