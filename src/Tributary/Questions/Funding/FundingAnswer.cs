using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>How much money came in. All amounts are US dollars.</summary>
public sealed record FundingAnswer
{
    /// <summary>Commitments and payments from outside, wholly inside the boundary: committed plus paid.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Of it, promised in law.</summary>
    public required decimal CommittedUsd { get; init; }

    /// <summary>Of it, paid.</summary>
    public required decimal PaidUsd { get; init; }

    /// <summary>Pledged. Never part of funding.</summary>
    public required decimal PledgedUsd { get; init; }

    /// <summary>Commitments and payments of which only an unknown part is inside. Never part of funding.</summary>
    public required decimal SharedUsd { get; init; }

    /// <summary>Commitments and payments that only moved inside. Counted when they came in, so never added.</summary>
    public required decimal InternalUsd { get; init; }

    /// <summary>What adding up every row would give, which counts money twice: shown so that the difference can be seen.</summary>
    public required decimal AllRowsUsd { get; init; }

    /// <summary>Flows behind <see cref="FundingUsd"/>.</summary>
    public required long FlowCount { get; init; }

    /// <summary>Flows behind the other amounts.</summary>
    public required FundingFlowCounts FlowCounts { get; init; }

    /// <summary>The part whose boundary is inferred; null when all is stated.</summary>
    public Inference? Inferred { get; init; }

    /// <summary>Flows of <see cref="FundingUsd"/> that a person settled as reports of other flows; null when there are none. <see cref="FlowFilter.WithoutDuplicates"/> leaves them out.</summary>
    public RepeatedFunding? SettledDuplicates { get; init; }

    /// <summary>What others publish for the same, and why it differs.</summary>
    public required IReadOnlyList<PublishedComparison> Published { get; init; }

    /// <summary>The day of the ledger's first document, where the answer is as of a day before it, on which nothing was known; null otherwise.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>What the flows rest on, for saying why a published figure differs.</summary>
    internal FlowBasis Basis { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands: that of the latest document; null in an empty ledger.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>How many flows are behind each amount.</summary>
public sealed record FundingFlowCounts(long Committed, long Paid, long Pledged, long Shared, long Internal, long All);

/// <summary>What of an answer is inferred rather than stated, and on what basis.</summary>
/// <param name="FlowCount">Flows concerned.</param>
/// <param name="AmountUsd">Their sum.</param>
/// <param name="Basis">Why and how.</param>
public sealed record Inference(long FlowCount, decimal AmountUsd, string Basis)
{
    internal static Inference? Of(long flows, decimal amountUsd) => flows == 0 ? null : new Inference(flows, amountUsd, CountedFlows.InferredBasis);
}

/// <summary>Funding that was counted again, as a person settled.</summary>
/// <param name="FlowCount">Flows concerned.</param>
/// <param name="AmountUsd">Their sum.</param>
public sealed record RepeatedFunding(long FlowCount, decimal AmountUsd);

/// <summary>A published figure beside ours.</summary>
/// <param name="ValueUsd">What is published.</param>
/// <param name="DifferenceUsd">Published less ours.</param>
/// <param name="Source">The document that says so, and where.</param>
/// <param name="Day">The day of that document.</param>
/// <param name="Why">Why the two differ, as far as is known; empty when they agree.</param>
public sealed record PublishedComparison(decimal ValueUsd, decimal DifferenceUsd, SourceLocation Source, DateOnly Day, string Why);
