using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What did a screening of the ledger find, and how do its findings stand now?</summary>
public sealed record ScreeningRunQuestion : IQuestion<ScreeningRunAnswer>
{
    /// <summary>The run's row of the journal.</summary>
    public required long Row { get; init; }

    /// <summary>How many parties were compared with all entries.</summary>
    public required int Compared { get; init; }

    /// <summary>Today: what holds until a day is held against it, unless the answer is as of a day.</summary>
    public required DateOnly Today { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">There is no such run.</exception>
    public ScreeningRunAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var findings = ScreeningFindings.Of(facts, Today);
        var run = findings.History.Runs.FirstOrDefault(run => run.Position == Row) ?? throw new UnknownValueException("screening", $"row {Row}", "`tributary screening report` lists them with their rows");
        var hits = run.What.Hits.Select(hit => hit.Id).ToHashSet(StringComparer.Ordinal);
        return new ScreeningRunAnswer
        {
            Run = RunLine.Of(run), Compared = Compared, Findings = [.. findings.All.Where(finding => hits.Contains(finding.Hit.Id)).Select(finding => FindingLine.Of(finding, findings.Day)).OrderBy(line => line.State).ThenByDescending(line => line.Score).ThenBy(line => line.Id, StringComparer.Ordinal)],
            Snapshot = facts.Name, AsOf = facts.AsOf,
        };
    }
}

/// <summary>A screening of the ledger.</summary>
public sealed record ScreeningRunAnswer
{
    /// <summary>The run.</summary>
    public required RunLine Run { get; init; }

    /// <summary>How many parties were compared with all entries; the others only with entries that are new or have changed.</summary>
    public required int Compared { get; init; }

    /// <summary>Its findings, those that wait first, then the likeliest.</summary>
    public required IReadOnlyList<FindingLine> Findings { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}
