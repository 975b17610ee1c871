using Tributary.Clearing;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which parties of the ledger may be on a list, and wait for a person?</summary>
public sealed record ScreeningQueueQuestion : IQuestion<ScreeningQueueAnswer>
{
    /// <summary>Today: what holds until a day is held against it, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Also findings that were decided.</summary>
    public bool WithDecided { get; init; }

    /// <inheritdoc/>
    public ScreeningQueueAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var findings = ScreeningFindings.Of(facts, Today);
        return new ScreeningQueueAnswer
        {
            Findings = [.. findings.All.Where(finding => WithDecided || finding.IsQueued).Select(finding => FindingLine.Of(finding, findings.Day))],
            Counts = Enum.GetValues<FindingState>().ToDictionary(state => state, state => findings.All.Count(finding => finding.State == state)),
            LastRun = findings.History.Runs.LastOrDefault() is { } last ? RunLine.Of(last) : null,
            Stale = findings.Stale(facts),
            InformationOwed = [.. ExemptionLine.Of(findings.History, facts).Where(exemption => exemption is { InformBy: not null, InformedOn: null, WithdrawnIn: null })],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>What waits, the oldest first, then the likeliest.</summary>
public sealed record ScreeningQueueAnswer
{
    /// <summary>The findings.</summary>
    public required IReadOnlyList<FindingLine> Findings { get; init; }

    /// <summary>How many there are of each state, decided ones too.</summary>
    public required IReadOnlyDictionary<FindingState, int> Counts { get; init; }

    /// <summary>The last run; null when nothing was screened yet.</summary>
    public required RunLine? LastRun { get; init; }

    /// <summary>What has changed since the last run over the ledger, in sentences; empty when nothing has.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>Exemptions for which information is owed.</summary>
    public required IReadOnlyList<ExemptionLine> InformationOwed { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A finding.</summary>
/// <param name="Id">Ten digits that stand for the party and the entry.</param>
/// <param name="State">How it stands.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="AgeDays">For how many days it has been known.</param>
/// <param name="Since">When it was first found, UTC.</param>
/// <param name="Party">The party's key.</param>
/// <param name="PartyName">Its name that is most alike.</param>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Entry">The list's reference.</param>
/// <param name="EntryName">The entry's first name.</param>
/// <param name="MatchedName">Its name that is most alike.</param>
/// <param name="Why">Which word met which, and what else counted.</param>
/// <param name="Decision">The row of the decision that it rests on; null when there is none.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What else is to be known of how it stands.</param>
/// <param name="Frees">What would let the money flow; empty where it may.</param>
public sealed record FindingLine(
    string Id, FindingState State, double Score, int AgeDays, DateTimeOffset Since, string Party, string PartyName, string List, string Entry, string EntryName, string MatchedName, string Why,
    long? Decision, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, string Note, string Frees)
{
    /// <summary>A finding as a line.</summary>
    public static FindingLine Of(Finding finding, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var (hit, decision) = (finding.Hit, finding.Decision);
        return new FindingLine(
            hit.Id, finding.State, hit.Score, Math.Max(day.DayNumber - DateOnly.FromDateTime(finding.Since.UtcDateTime).DayNumber, 0), finding.Since, hit.Party, hit.PartyName,
            Listings.SanctionsLists.Word(hit.List), hit.Entry, hit.EntryName, hit.MatchedName, hit.Why, decision?.Position, decision?.Who, decision?.At, decision?.Why, finding.Note, finding.WhatFrees);
    }
}

/// <summary>A run.</summary>
/// <param name="Row">Its row of the journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">By whom.</param>
/// <param name="Why">Why, where a reason was given.</param>
/// <param name="Flow">The flow whose chain was screened; null for the whole ledger.</param>
/// <param name="Parties">How many parties were screened.</param>
/// <param name="Findings">How many findings there were.</param>
/// <param name="Threshold">From which score on.</param>
/// <param name="Weights">The weights that were not the defaults; empty where all were.</param>
/// <param name="Since">The row of the run that it goes on from; null where everything was compared.</param>
/// <param name="Snapshot">The snapshot whose parties were screened.</param>
/// <param name="Program">The build that compared.</param>
/// <param name="Lists">The versions of lists screened against.</param>
public sealed record RunLine(
    long Row, DateTimeOffset At, string By, string Why, long? Flow, int Parties, int Findings, double Threshold, string Weights, long? Since, string Snapshot, string Program, IReadOnlyList<RunList> Lists)
{
    /// <summary>A run as a line.</summary>
    public static RunLine Of(Decided<ScreeningRun> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunLine(run.Position, run.At, run.Who, run.Why, run.What.Flow, run.What.PartyCount, run.What.Hits.Count, run.What.Threshold, run.What.Weights, run.What.Since, run.What.Snapshot, run.What.Program, [.. run.What.Lists.Select(list => new RunList(Listings.SanctionsLists.Word(list.List), list.Day, list.Entries, list.Document))]);
    }
}

/// <summary>A version of a list that was screened against.</summary>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Day">The version's day.</param>
/// <param name="Entries">How many entries it had.</param>
/// <param name="Document">SHA-256 of its document.</param>
public sealed record RunList(string List, DateOnly Day, int Entries, string Document);
