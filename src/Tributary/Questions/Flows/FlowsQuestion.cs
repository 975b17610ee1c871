using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which flows?</summary>
public sealed record FlowsQuestion : FlowFilter, IQuestion<FlowsAnswer>
{
    /// <summary>How many to list at most, largest first. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <inheritdoc/>
    public FlowsAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var flows = CountedFlows.Of(facts, this);
        var all = facts.Query(flows.With("SELECT count(*), coalesce(sum(amount_usd), 0) FROM counted"), row => (Count: row.GetInt64(0), Sum: row.GetAmount(1)), token)[0];
        return new FlowsAnswer
        {
            Flows = FlowLines.Read(facts, flows, "true", Limit, token),
            FlowCount = all.Count,
            AmountUsd = all.Sum,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>Flows whose destination is inside the boundary.</summary>
public sealed record FlowsAnswer
{
    /// <summary>The flows, largest first.</summary>
    public required IReadOnlyList<FlowLine> Flows { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long FlowCount { get; init; }

    /// <summary>The sum of all of them in US dollars, whatever their status and boundary: not funding.</summary>
    public required decimal AmountUsd { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One flow as the latest word on it states it.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="OriginalAmount">The amount in its original currency; null where none is stated.</param>
/// <param name="OriginalCurrency">ISO 4217.</param>
/// <param name="Status">pledge, commitment or paid.</param>
/// <param name="Boundary">incoming or internal, for the question asked; null where it asks about no boundary.</param>
/// <param name="Shared">Whether only an unknown part is inside.</param>
/// <param name="BoundaryInferred">Whether the boundary rests on an inference.</param>
/// <param name="FlowType">Standard, Parked, Carryover …</param>
/// <param name="Date">The day of the flow.</param>
/// <param name="Donor">The source organisation.</param>
/// <param name="Recipient">The destination organisation.</param>
/// <param name="Countries">Destination countries.</param>
/// <param name="Plans">Destination plans.</param>
/// <param name="Years">Destination usage years.</param>
/// <param name="Clusters">Destination clusters: the plan's own where stated, else global.</param>
/// <param name="Description">The description as stated.</param>
/// <param name="ParentId">The flow that this one is part of; null where none is stated.</param>
/// <param name="Source">The document that states it, and where.</param>
public sealed record FlowLine(
    FlowId Id, decimal AmountUsd, decimal? OriginalAmount, string? OriginalCurrency, string Status, string? Boundary, bool Shared, bool BoundaryInferred,
    string? FlowType, DateOnly? Date, string Donor, string Recipient, string? Countries, string? Plans, string? Years, string? Clusters, string? Description, FlowId? ParentId, SourceLocation Source);
