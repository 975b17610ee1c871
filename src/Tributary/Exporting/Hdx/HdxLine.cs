using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>One line of the requirement files: a plan in a country and year, or what is not on a plan.</summary>
/// <param name="Year">The usage year.</param>
/// <param name="Plan">The plan; null for <c>Not specified</c>.</param>
/// <param name="Requirement">What is asked for in the country; null where nothing is stated.</param>
/// <param name="Funding">Funding in the country; null where nothing is known.</param>
/// <param name="Covid">Of it, against COVID-19; null where nothing is known.</param>
internal sealed record HdxLine(int Year, PlanDescription? Plan, decimal? Requirement, decimal? Funding, decimal? Covid = null)
{
    /// <summary>What HDX calls funding on no plan.</summary>
    public const string NotSpecified = "Not specified";

    /// <summary>Whether the plan is for one country alone: only then do its clusters say something about the country.</summary>
    public bool IsOneCountry => Plan is { Countries.Count: <= 1 };
}
