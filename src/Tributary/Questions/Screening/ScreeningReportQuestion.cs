using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Listings;

namespace Tributary.Questions;

/// <summary>What was screened against which lists, when and by whom, with which result, and what was decided? For a donor or an auditor.</summary>
public sealed record ScreeningReportQuestion : IQuestion<ScreeningReport>
{
    /// <summary>Today: what holds until a day is held against it, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Only runs and decisions of this day and later; null for all. Findings are those that stand.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public ScreeningReport AnswerFrom(Facts facts, CancellationToken token)
    {
        var findings = ScreeningFindings.Of(facts, Today);
        var history = findings.History;
        return new ScreeningReport
        {
            Runs = [.. history.Runs.Where(run => IsWanted(run.At)).Select(RunLine.Of)],
            Findings = [.. findings.All.Select(finding => FindingLine.Of(finding, findings.Day))],
            Decisions = [.. history.Decisions.Where(decision => IsWanted(decision.At)).Select(decision => DecisionLine.Of(decision, history))],
            Exemptions = [.. ExemptionLine.Of(history, facts)],
            SecondPersonFor = [.. history.Rule.Confirmed.Select(outcome => outcome.Word())],
            Stale = findings.Stale(facts),
            JournalRow = facts.Decisions.Position,
            JournalSeal = facts.Decisions.Seal,
            Day = findings.Day,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private bool IsWanted(DateTimeOffset at) => From is not { } from || DateOnly.FromDateTime(at.UtcDateTime) >= from;
}

/// <summary>What an auditor reads.</summary>
public sealed record ScreeningReport
{
    /// <summary>The runs, the first one first.</summary>
    public required IReadOnlyList<RunLine> Runs { get; init; }

    /// <summary>All findings that stand, decided ones too.</summary>
    public required IReadOnlyList<FindingLine> Findings { get; init; }

    /// <summary>The decisions, in order, also those that no longer hold.</summary>
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    /// <summary>The exemptions.</summary>
    public required IReadOnlyList<ExemptionLine> Exemptions { get; init; }

    /// <summary>Which decisions need a second person, by the rule that is in force.</summary>
    public required IReadOnlyList<string> SecondPersonFor { get; init; }

    /// <summary>What has changed since the last run over the ledger, in sentences.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>The last row of the journal when the report was made.</summary>
    public required long JournalRow { get; init; }

    /// <summary>The seal over that row and all before it. A journal that was cut off or changed since does not have it.</summary>
    public required string JournalSeal { get; init; }

    /// <summary>The day on which all this stands so.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A decision.</summary>
/// <param name="Row">Its row of the journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="Finding">The finding's id.</param>
/// <param name="Party">The party's key.</param>
/// <param name="PartyName">Its name then.</param>
/// <param name="List">The list.</param>
/// <param name="Entry">The list's reference.</param>
/// <param name="EntryName">The entry's first name then.</param>
/// <param name="Score">The score then.</param>
/// <param name="Outcome">true-match, false-positive, needs-more or cleared.</param>
/// <param name="Reason">Why.</param>
/// <param name="ListVersion">The day of the list's version that was looked at.</param>
/// <param name="ListDocument">SHA-256 of its document.</param>
/// <param name="ValidUntil">The last day on which it holds; null when it does not end.</param>
/// <param name="Exemption">The row of its exemption.</param>
/// <param name="ConfirmedBy">The second person; null when there was none.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
/// <param name="WithdrawnIn">The row that took it back; null when none did.</param>
public sealed record DecisionLine(
    long Row, DateTimeOffset At, string By, string Finding, string Party, string PartyName, string List, string Entry, string EntryName, double Score, string Outcome, string Reason, DateOnly ListVersion, string ListDocument,
    DateOnly? ValidUntil, long? Exemption, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, long? WithdrawnIn)
{
    internal static DecisionLine Of(Decided<ScreeningDecision> made, ScreeningHistory history)
    {
        var (what, hit) = (made.What, made.What.Hit);
        var confirmed = history.ConfirmationOf(made.Position);
        return new DecisionLine(
            made.Position, made.At, made.Who, hit.Id, hit.Party, hit.PartyName, hit.List.Word(), hit.Entry, hit.EntryName, hit.Score, what.Outcome.Word(), made.Why, what.Version.Day, what.Version.Document,
            what.ValidUntil, what.Exemption, confirmed?.Who, confirmed?.At, history.WithdrawnIn(made.Position));
    }
}
