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
            Findings = [.. findings.All.Where(finding => WithDecided || finding.State.IsQueued()).Select(finding => FindingLine.Of(finding, findings.Day))],
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
