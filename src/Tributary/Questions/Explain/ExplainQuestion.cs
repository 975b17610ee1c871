using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A figure that can be explained.</summary>
public enum ExplainedFigure
{
    /// <summary>Committed plus paid, from outside, wholly inside.</summary>
    Funding,

    /// <summary>Of it, committed.</summary>
    Committed,

    /// <summary>Of it, paid.</summary>
    Paid,

    /// <summary>Pledged.</summary>
    Pledged,

    /// <summary>Only partly inside.</summary>
    Shared,

    /// <summary>Moved inside.</summary>
    Internal,

    /// <summary>What a plan asks for: explained by documents, not by flows.</summary>
    Requirement,

    /// <summary>What a plan asked for at launch.</summary>
    OriginalRequirement,
}

/// <summary>What is a figure made of?</summary>
/// <remarks>The filter is that of the question which gave the figure. A donor's or recipient's line is explained by naming it in the filter, a line of a plan's breakdown by <see cref="ClusterLine"/>.</remarks>
public sealed record ExplainQuestion : FlowFilter, IQuestion<Explanation>
{
    /// <summary>Which figure.</summary>
    public ExplainedFigure Figure { get; init; }

    /// <summary>A line of the breakdown by cluster of the one plan in <see cref="FlowFilter.Plans"/>: its id or name, as coverage shows it.</summary>
    public string? ClusterLine { get; init; }

    /// <summary>Whether that line is of the breakdown by global cluster.</summary>
    public bool ByGlobalCluster { get; init; }

    /// <inheritdoc/>
    public Explanation AnswerFrom(Facts facts, CancellationToken token)
    {
        if (Figure is ExplainedFigure.Requirement or ExplainedFigure.OriginalRequirement) return new RequirementExplanation(facts, this).Explain();
        if (ClusterLine is not null) return new ClusterExplanation(facts, this).Explain(token);
        var flows = CountedFlows.Of(facts, this);
        var lines = FlowLines.Read(facts, flows, Choice(Figure), int.MaxValue, token).ConvertAll(line => new ExplainedFlow(1, line));
        return Explanation.Of(facts, Figure.ToString(), ValueOf(FundingQuestion.Of(this).AnswerFrom(facts, token)), lines);
    }

    internal static string Choice(ExplainedFigure figure) => figure switch
    {
        ExplainedFigure.Funding => "boundary = 'incoming' AND NOT is_shared AND status <> 'pledge'",
        ExplainedFigure.Committed => "boundary = 'incoming' AND NOT is_shared AND status = 'commitment'",
        ExplainedFigure.Paid => "boundary = 'incoming' AND NOT is_shared AND status = 'paid'",
        ExplainedFigure.Pledged => "boundary = 'incoming' AND NOT is_shared AND status = 'pledge'",
        ExplainedFigure.Shared => "boundary = 'incoming' AND is_shared AND status <> 'pledge'",
        ExplainedFigure.Internal => "boundary = 'internal' AND NOT is_shared AND status <> 'pledge'",
        _ => throw new System.Diagnostics.UnreachableException($"{figure} is not made of flows"),
    };

    private decimal ValueOf(FundingAnswer answer) => Figure switch
    {
        ExplainedFigure.Funding => answer.FundingUsd,
        ExplainedFigure.Committed => answer.CommittedUsd,
        ExplainedFigure.Paid => answer.PaidUsd,
        ExplainedFigure.Pledged => answer.PledgedUsd,
        ExplainedFigure.Shared => answer.SharedUsd,
        ExplainedFigure.Internal => answer.InternalUsd,
        _ => throw new System.Diagnostics.UnreachableException($"{Figure} is not made of flows"),
    };
}

/// <summary>A figure and what it is made of.</summary>
public sealed record Explanation
{
    /// <summary>Which figure.</summary>
    public required string Figure { get; init; }

    /// <summary>The figure as its question answers it, US dollars.</summary>
    public required decimal ValueUsd { get; init; }

    /// <summary>The flows behind it, largest first.</summary>
    public required IReadOnlyList<ExplainedFlow> Flows { get; init; }

    /// <summary>Or the documents that state it.</summary>
    public required IReadOnlyList<SourceLocation> Documents { get; init; }

    /// <summary>How it was found; empty when nothing was inferred.</summary>
    public required string Basis { get; init; }

    /// <summary>The sum of the flows, each with its sign, added up anew.</summary>
    public required decimal SumUsd { get; init; }

    /// <summary>Whether the sum is the figure.</summary>
    public bool Agrees => SumUsd == ValueUsd;

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }

    internal static Explanation Of(Facts facts, string figure, decimal value, IReadOnlyList<ExplainedFlow> flows) => new()
    {
        Figure = figure,
        ValueUsd = value,
        Flows = flows,
        Documents = [],
        Basis = flows.Any(flow => flow.Flow.BoundaryInferred) ? CountedFlows.InferredBasis : "",
        SumUsd = flows.Sum(flow => flow.Sign * flow.Flow.AmountUsd),
        Snapshot = facts.Name,
        AsOf = facts.AsOf,
    };
}

/// <summary>A flow behind a figure.</summary>
/// <param name="Sign">+1 where it adds to the figure, −1 where it takes away (internal money that left the line).</param>
/// <param name="Flow">The flow.</param>
public sealed record ExplainedFlow(int Sign, FlowLine Flow);
