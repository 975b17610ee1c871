using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which flows were added, changed or closed between two days?</summary>
/// <remarks>A flow that two documents state alike has not changed. What a document does not state (HDX's files lack a third of the API's fields) is not compared.</remarks>
public sealed record DiffQuestion : FlowFilter, IQuestion<DiffAnswer>
{
    /// <summary>The earlier day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The later day; null for that of the latest document.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many flows of each kind to list at most, those that moved most money first. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The days are not in order, or a value names nothing that the ledger knows.</exception>
    public DiffAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var to = To is { } given && !(given > facts.AsOf) ? given : facts.AsOf ?? From;
        if (From > to) throw new UnknownValueException($"days {From:yyyy-MM-dd} to {to:yyyy-MM-dd}: the first is after the second; expected the earlier day first; give another --from or --to");
        var (then, now) = (facts.AsKnownOn(From), facts.AsKnownOn(to));
        // What nobody knew of on a day had no flows then; what nobody knows of at all is a mistake.
        var none = CountedFlows.Of(facts, this).With("SELECT * FROM counted WHERE false");
        var differences = DifferentFlows.Between(then, CountedFlows.OfKnown(then, this), now, CountedFlows.OfKnown(now, this), none, token);
        var (before, after) = (FundingQuestion.Known(then, this, token).AmountUsd, FundingQuestion.Known(now, this, token).AmountUsd);
        var (added, changed, closed) = (differences.FindAll(flow => flow.IsAdded), differences.FindAll(flow => flow.IsChanged), differences.FindAll(flow => flow.IsClosed));
        return new DiffAnswer
        {
            From = From,
            To = to,
            FundingFromUsd = before,
            FundingToUsd = after,
            AddedCount = added.Count,
            ChangedCount = changed.Count,
            ClosedCount = closed.Count,
            AddedUsd = added.Sum(flow => flow.FundingUsd),
            ChangedUsd = changed.Sum(flow => flow.FundingUsd),
            ClosedUsd = closed.Sum(flow => flow.FundingUsd),
            NamesUsd = after - before - differences.Sum(flow => flow.FundingUsd),
            Added = DifferentFlows.Lines(facts, added.Take(Limit), token),
            Changed = DifferentFlows.Lines(facts, changed.Take(Limit), token),
            Closed = DifferentFlows.Lines(facts, closed.Take(Limit), token),
            Snapshot = facts.Name,
            AsOf = to,
        };
    }
}

/// <summary>What changed between two days. All amounts are US dollars.</summary>
public sealed record DiffAnswer
{
    /// <summary>The earlier day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The later day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Funding as known on the earlier day.</summary>
    public required decimal FundingFromUsd { get; init; }

    /// <summary>Funding as known on the later day: the earlier one, and what was added, changed and closed.</summary>
    public required decimal FundingToUsd { get; init; }

    /// <summary>How many flows came in.</summary>
    public required long AddedCount { get; init; }

    /// <summary>How many say something else.</summary>
    public required long ChangedCount { get; init; }

    /// <summary>How many are no longer there.</summary>
    public required long ClosedCount { get; init; }

    /// <summary>What the flows added did to funding.</summary>
    public required decimal AddedUsd { get; init; }

    /// <summary>What the flows changed did to funding.</summary>
    public required decimal ChangedUsd { get; init; }

    /// <summary>What the flows closed did to funding: 0 or less.</summary>
    public required decimal ClosedUsd { get; init; }

    /// <summary>What was known before and is counted otherwise because of names that a document between the days gave; mostly 0.</summary>
    public required decimal NamesUsd { get; init; }

    /// <summary>Flows inside on the later day and not on the earlier one.</summary>
    public required IReadOnlyList<FlowDifference> Added { get; init; }

    /// <summary>Flows inside on both days of which a field changed.</summary>
    public required IReadOnlyList<FlowDifference> Changed { get; init; }

    /// <summary>Flows inside on the earlier day and not on the later one.</summary>
    public required IReadOnlyList<FlowDifference> Closed { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The later day.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A flow on two days.</summary>
/// <param name="Flow">The flow as it is, or as it last was.</param>
/// <param name="FundingUsd">What the difference did to funding.</param>
/// <param name="How">new, moved in, changed, gone, or moved out: one that moved is stated elsewhere on the other day.</param>
/// <param name="Fields">The fields that changed; empty for flows added or closed.</param>
public sealed record FlowDifference(FlowLine Flow, decimal FundingUsd, string How, IReadOnlyList<FieldChange> Fields);

/// <summary>A field of a flow that changed, by FTS's name for it.</summary>
/// <param name="Field">amountUSD, status, destinationPlan …; boundary and onBoundary are those of the question.</param>
/// <param name="Before">Its value on the earlier day; null where there was none.</param>
/// <param name="After">Its value on the later day; null where there is none.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
