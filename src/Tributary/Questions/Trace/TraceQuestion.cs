using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Where does a flow's money come from, and where did it go on?</summary>
/// <remarks>The whole tree that the flow is part of: from the topmost flow whose parts lead to it down to the last parts, as far as the ledger has them.</remarks>
public sealed record TraceQuestion : IQuestion<TraceAnswer>
{
    /// <summary>The flow.</summary>
    public required FlowId Flow { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The ledger has no such flow.</exception>
    public TraceAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var family = FlowFamily.Of(facts, Flow.Value, token);
        return new TraceAnswer { Flow = Flow, Root = Node(family, family.Root), Oddities = family.Oddities, Snapshot = facts.Name, AsOf = facts.AsOf };
    }

    private TraceNode Node(FlowFamily family, long id)
    {
        var parts = family.PartsOf(id).Select(part => Node(family, part)).ToList();
        var flow = family.Flows.GetValueOrDefault(id);
        var passedOn = parts.Sum(part => part.LeastUsd);
        // FTS leaves on a parked flow what was not passed on; any other flow states its whole.
        var isRest = flow is { FlowType: FlowRecord.Parked };
        return new TraceNode(new FlowId(id), id == Flow.Value, flow,
            WholeUsd: !isRest ? flow?.AmountUsd : parts.TrueForAll(part => part.WholeUsd is not null) ? flow!.AmountUsd + passedOn : null,
            PassedOnUsd: flow is null && parts.Count == 0 ? null : passedOn,
            KeptUsd: isRest ? flow!.AmountUsd : flow?.AmountUsd - passedOn,
            PartsMissing: parts.Count(part => part.Flow is null), parts);
    }
}

/// <summary>The tree of a flow.</summary>
public sealed record TraceAnswer
{
    /// <summary>The flow asked about.</summary>
    public required FlowId Flow { get; init; }

    /// <summary>The topmost flow.</summary>
    public required TraceNode Root { get; init; }

    /// <summary>What is odd about the tree: flows that are parts of themselves, or more parts than are followed.</summary>
    public required IReadOnlyList<string> Oddities { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A flow in a tree. All amounts are US dollars.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="IsAsked">Whether it is the flow asked about.</param>
/// <param name="Flow">The flow; null when only its parent or a part names it and the ledger does not hold it.</param>
/// <param name="WholeUsd">The money that went through it: of a parked flow what is left on it and all its parts, else its amount; null when it is not known, because the ledger does not hold the flow, or not all parts of a parked one.</param>
/// <param name="PassedOnUsd">What its parts in the ledger add up to; null when nothing is known of it.</param>
/// <param name="KeptUsd">The residual: what was not passed on. FTS states it for parked flows; of others it is the amount less the parts.</param>
/// <param name="PartsMissing">Parts that the ledger does not hold: what was passed on is then more, and the residual of a flow that is not parked less.</param>
/// <param name="Parts">Its parts, by id.</param>
public sealed record TraceNode(
    FlowId Id, bool IsAsked, FlowLine? Flow, decimal? WholeUsd, decimal? PassedOnUsd, decimal? KeptUsd, int PartsMissing, IReadOnlyList<TraceNode> Parts)
{
    /// <summary>The whole, or where it is not known what the ledger has of it.</summary>
    internal decimal LeastUsd => WholeUsd ?? (Flow is null ? 0 : Flow.AmountUsd + PassedOnUsd ?? 0);
}
