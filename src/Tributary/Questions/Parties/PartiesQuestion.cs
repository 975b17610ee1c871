using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Who gave?</summary>
public sealed record DonorsQuestion : FlowFilter, IQuestion<PartiesAnswer>
{
    /// <inheritdoc/>
    public PartiesAnswer AnswerFrom(Facts facts, CancellationToken token) => PartyRanking.Rank(facts, this, Side.Source, token);
}

/// <summary>Who received?</summary>
public sealed record RecipientsQuestion : FlowFilter, IQuestion<PartiesAnswer>
{
    /// <inheritdoc/>
    public PartiesAnswer AnswerFrom(Facts facts, CancellationToken token) => PartyRanking.Rank(facts, this, Side.Destination, token);
}

/// <summary>Organisations by what they gave or received. All amounts are US dollars.</summary>
public sealed record PartiesAnswer
{
    /// <summary>The organisations, most funding first. Their funding adds up to <see cref="FundingUsd"/>.</summary>
    public required IReadOnlyList<PartyFunding> Parties { get; init; }

    /// <summary>Funding in all, as the funding question counts it.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One organisation's line.</summary>
/// <param name="Id">FTS's id; null where no document states one.</param>
/// <param name="Name">Its name, or <c>Not specified</c>.</param>
/// <param name="Kinds">Its types as stated.</param>
/// <param name="FundingUsd">Committed plus paid, from outside, wholly inside the boundary.</param>
/// <param name="PercentOfTotal">Its part of all funding, two decimals; null when there is none.</param>
/// <param name="CommittedUsd">Of it, promised in law.</param>
/// <param name="PaidUsd">Of it, paid.</param>
/// <param name="PledgedUsd">Pledged; never part of funding.</param>
/// <param name="SharedUsd">Given for more than the boundary; never part of funding.</param>
/// <param name="InternalUsd">Moved inside the boundary; never part of funding.</param>
/// <param name="FlowCount">Flows behind the funding.</param>
public sealed record PartyFunding(
    string? Id, string Name, string? Kinds, decimal FundingUsd, decimal? PercentOfTotal, decimal CommittedUsd, decimal PaidUsd,
    decimal PledgedUsd, decimal SharedUsd, decimal InternalUsd, long FlowCount)
{
    /// <summary>Flows that name no organisation.</summary>
    public const string NotSpecified = "Not specified";
}
