using Tributary.Appeals;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How much of a plan's requirement is met, in all and by cluster?</summary>
public sealed record CoverageQuestion : IQuestion<CoverageAnswer>
{
    /// <summary>The plan: its FTS id, or its code.</summary>
    public required string Plan { get; init; }

    /// <summary>Break down by the clusters that are the same across plans instead of the plan's own.</summary>
    public bool ByGlobalCluster { get; init; }

    /// <inheritdoc/>
    public CoverageAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var id = PlanIds.Find(facts, Plan) switch
        {
            [var one] => one,
            [] => throw new UnknownValueException("plan", Plan, "`tributary plans` lists the plans it knows"),
            var several => throw new UnknownValueException("plan", Plan, $"several plans have that code: give one of the ids {string.Join(", ", several)}"),
        };
        var plan = PlanNames.Describe(facts, id);
        var figures = Figures.OfPlan(facts, id);
        var funding = new FundingQuestion { Plans = [id.ToString(System.Globalization.CultureInfo.InvariantCulture)] }.AnswerFrom(facts, token);
        var requirement = Figures.OfPlanTotal(facts, figures, Measure.Requirement, plan.IsOneCountry);
        var original = Figures.OfPlanTotal(facts, figures, Measure.OriginalRequirement, plan.IsOneCountry);
        var published = Figures.OfPlanTotal(facts, figures, Measure.Funding, plan.IsOneCountry);
        return new CoverageAnswer
        {
            PlanId = id,
            Code = plan.Code,
            Name = plan.Name,
            TypeName = plan.TypeName,
            Years = plan.Years,
            Countries = plan.Countries,
            OriginalRequirementUsd = original?.Value,
            RequirementUsd = requirement?.Value,
            RequirementBasis = requirement?.Basis ?? "",
            RequirementSources = requirement?.Sources ?? [],
            FundingUsd = funding.FundingUsd,
            PledgedUsd = funding.PledgedUsd,
            SharedUsd = funding.SharedUsd,
            UnmetUsd = requirement?.Value - funding.FundingUsd,
            PercentFunded = Percent.Of(funding.FundingUsd, requirement?.Value),
            FlowCount = funding.FlowCount,
            Inferred = funding.Inferred,
            Published = published is null ? null : PublishedFunding.Compare(published, funding.FundingUsd, funding.Basis),
            ClusterKind = ByGlobalCluster ? "global" : "plan",
            Clusters = new ClusterBreakdown(facts, id, figures, ByGlobalCluster, funding.Basis).Rows(token),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>Percentages, as people quote them.</summary>
internal static class Percent
{
    /// <summary>A part of a whole in percent with two decimals, halves up; null when there is no whole.</summary>
    public static decimal? Of(decimal part, decimal? whole) => whole is { } given && given != 0 ? Math.Round(part / given * 100, 2, MidpointRounding.AwayFromZero) : null;
}
