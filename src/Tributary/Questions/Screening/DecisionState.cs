using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Says how a finding stands, from what people decided about it.</summary>
/// <remarks>
/// What lets money flow is given up as soon as anything is in doubt: the party or the entry changed, a term ran out, an exemption was withdrawn.
/// What stops it stays until a person says otherwise.
/// </remarks>
internal static class DecisionState
{
    public static Finding Of(ScreeningHit hit, Decided<ScreeningRun> first, ScreeningHistory history, DateOnly day)
    {
        List<Decided<ScreeningDecision>> decisions = [.. history.On(hit)];
        var holding = decisions.FindLast(history.Holds);
        var (state, note) = Held(hit, holding, history, day);
        // A decision that waits for a second person frees nothing, and does not undo what holds.
        if (decisions is [.., { } last] && !history.Holds(last))
        {
            var waits = $"{last.What.Outcome.Word()} by {last.Who}, row {last.Position}, waits for a second person";
            return state is FindingState.Open or FindingState.NeedsMore
                ? new Finding(hit, first.At, FindingState.AwaitsConfirmation, last, waits)
                : new Finding(hit, first.At, state, holding, note.Length == 0 ? waits : $"{note}; {waits}");
        }
        return new Finding(hit, first.At, state, holding, note);
    }

    private static (FindingState State, string Note) Held(ScreeningHit hit, Decided<ScreeningDecision>? decision, ScreeningHistory history, DateOnly day)
    {
        if (decision is null) return (FindingState.Open, "");
        var changed = Changed(hit, decision.What.Hit);
        var outOfTerm = decision.What.ValidUntil is { } until && until < day ? $"it held until {CellText.Day(until)}" : null;
        switch (decision.What.Outcome)
        {
            case ScreeningOutcome.TrueMatch:
                return (FindingState.TrueMatch, (outOfTerm ?? changed) is { } look ? $"{look} since row {decision.Position}: look again" : "");
            case ScreeningOutcome.NeedsMore:
                return (FindingState.NeedsMore, outOfTerm is null ? decision.Why : $"{decision.Why}; it was to be known by {CellText.Day(decision.What.ValidUntil!.Value)}");
            case ScreeningOutcome.FalsePositive:
                return (outOfTerm ?? changed) is { } lapsed ? (FindingState.Open, Lapsed(decision, lapsed)) : (FindingState.FalsePositive, "");
            default:
                return (outOfTerm ?? changed ?? Exempted(decision.What.Exemption, history, day)) is { } lost ? (FindingState.Open, Lapsed(decision, lost)) : (FindingState.Cleared, "");
        }
    }

    private static string Lapsed(Decided<ScreeningDecision> decision, string why) => $"{decision.What.Outcome.Word()} by {decision.Who}, row {decision.Position}, no longer holds: {why}";

    private static string? Changed(ScreeningHit now, ScreeningHit then) =>
        now.PartyState != then.PartyState ? now.EntryState != then.EntryState ? "party and entry changed" : "the party changed"
        : now.EntryState != then.EntryState ? "the entry changed" : null;

    private static string? Exempted(long? row, ScreeningHistory history, DateOnly day)
    {
        if (row is not { } position || history.Exemption(position) is not { } exemption) return "its exemption was withdrawn";
        return exemption.What.Until is { } until && until < day ? $"its exemption ended on {CellText.Day(until)}" : null;
    }
}
