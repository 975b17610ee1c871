using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>How much of a plan's requirement is met. All amounts are US dollars.</summary>
public sealed record CoverageAnswer
{
    /// <summary>FTS's id of the plan.</summary>
    public required int PlanId { get; init; }

    /// <summary>The plan's code, such as HAFG20; null where no document states it.</summary>
    public required string? Code { get; init; }

    /// <summary>The plan's name.</summary>
    public required string Name { get; init; }

    /// <summary>Humanitarian response plan, Flash appeal …</summary>
    public required string? TypeName { get; init; }

    /// <summary>Usage years.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>ISO 3166 codes of the countries it is for, as far as documents state them.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>What was asked for at launch; null where no document states it.</summary>
    public required decimal? OriginalRequirementUsd { get; init; }

    /// <summary>What is asked for now; null where no document states it.</summary>
    public required decimal? RequirementUsd { get; init; }

    /// <summary>How the requirement was found; empty when one document states just this.</summary>
    public required string RequirementBasis { get; init; }

    /// <summary>Where the requirement stands.</summary>
    public required IReadOnlyList<SourceLocation> RequirementSources { get; init; }

    /// <summary>Commitments and payments to the plan from outside it.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Pledged to the plan. Never part of funding.</summary>
    public required decimal PledgedUsd { get; init; }

    /// <summary>Given to this plan and others together. Never part of funding.</summary>
    public required decimal SharedUsd { get; init; }

    /// <summary>Requirement less funding; negative when more came than was asked for.</summary>
    public required decimal? UnmetUsd { get; init; }

    /// <summary>Funding in percent of the requirement, two decimals.</summary>
    public required decimal? PercentFunded { get; init; }

    /// <summary>Flows behind the funding.</summary>
    public required long FlowCount { get; init; }

    /// <summary>The part whose boundary is inferred; null when all is stated.</summary>
    public Inference? Inferred { get; init; }

    /// <summary>What is published as the plan's funding, and why it differs; null where nothing is.</summary>
    public required PublishedComparison? Published { get; init; }

    /// <summary><c>plan</c> for the plan's own clusters, <c>global</c> for those that are the same across plans.</summary>
    public required string ClusterKind { get; init; }

    /// <summary>The same by cluster. The funding column adds up to <see cref="FundingUsd"/>.</summary>
    public required IReadOnlyList<ClusterCoverage> Clusters { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One line of a plan's breakdown.</summary>
/// <param name="Id">The cluster's id; null for lines that are no cluster.</param>
/// <param name="Name">The cluster, <c>Not specified</c>, <c>Multiple clusters/sectors (shared)</c>, or <see cref="NotStated"/>.</param>
/// <param name="RequirementUsd">What is asked for; null where nothing is.</param>
/// <param name="FundingUsd">Money that names this cluster alone.</param>
/// <param name="PercentFunded">Funding in percent of the requirement.</param>
/// <param name="SharedUsd">Money that names this cluster among others: part of the shared line, so never to be added up.</param>
/// <param name="PublishedFundingUsd">What is published for it; null where nothing is.</param>
/// <param name="PublishedSharedUsd">What is published as shared by it; null where nothing is.</param>
/// <param name="Why">Why published figures differ from ours; empty when they agree.</param>
public sealed record ClusterCoverage(
    string? Id, string Name, decimal? RequirementUsd, decimal FundingUsd, decimal? PercentFunded, decimal SharedUsd,
    decimal? PublishedFundingUsd, decimal? PublishedSharedUsd, string Why)
{
    /// <summary>Money that names no cluster.</summary>
    public const string NotSpecified = "Not specified";

    /// <summary>Money that names several clusters.</summary>
    public const string Multiple = "Multiple clusters/sectors (shared)";

    /// <summary>Money of which the document does not say whether it names a cluster of the plan.</summary>
    public const string NotStated = "Not stated by the source";
}
