using Tributary.Appeals;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Finds what others publish for the very thing a question asks, and says why it differs.</summary>
internal static class PublishedFunding
{
    /// <summary>Published funding for a country and year, or for a plan, when the question asks for just that.</summary>
    public static IReadOnlyList<PublishedComparison> For(Facts facts, FlowFilter filter, decimal ours, FlowBasis basis)
    {
        if (filter is not { Emergencies.Count: 0, Clusters.Count: 0, Donors.Count: 0, Recipients.Count: 0, Statuses.Count: 0, OnPlan: null }) return [];
        if (filter is { Plans.Count: 1, Countries.Count: 0, Years.Count: 0 } && PlanIds.Find(facts, filter.Plans[0]) is [var plan]) return ForPlan(facts, plan, ours, basis);
        if (filter is { Plans.Count: 0, Countries.Count: 1, Years.Count: 1 } && CountryNames.TryFind(facts, filter.Countries[0], out var iso3)) return ForCountry(facts, iso3, filter.Years[0], ours, basis);
        return [];
    }

    /// <summary>One published figure beside ours.</summary>
    public static PublishedComparison Compare(StatedFigure published, decimal ours, FlowBasis basis) => new(
        published.Value, published.Value - ours, published.Sources[0], published.Day, published.Value == ours ? "" : WhyDifferent(published, basis));

    /// <summary>Why a published figure can differ from the flows of this ledger.</summary>
    public static string WhyDifferent(StatedFigure published, FlowBasis basis)
    {
        var reasons = new List<string>();
        if (published.Basis.Length > 0) reasons.Add($"the published figure is {published.Basis}");
        if (basis.LatestDay is not { } latest) reasons.Add("the ledger holds no flows for it");
        else if (published.Day > latest) reasons.Add($"it was published on {published.Day:yyyy-MM-dd}, and the latest of these flows is known from {latest:yyyy-MM-dd}");
        if (basis.IsInferred) reasons.Add("some boundaries are inferred, because HDX's CSV files lack what they need");
        if (reasons.Count == 0) reasons.Add("the ledger may lack flows that the publisher counts, or hold other versions of them");
        return string.Join("; ", reasons);
    }

    private static IReadOnlyList<PublishedComparison> ForPlan(Facts facts, int plan, decimal ours, FlowBasis basis) =>
        Figures.OfPlanTotal(facts, Figures.OfPlan(facts, plan), Measure.Funding, PlanNames.Describe(facts, plan).IsOneCountry) is { } published
            ? [Compare(published, ours, basis)]
            : [];

    // A country's total is the sum of its plans and of what is not on a plan, as one document lists them.
    private static IReadOnlyList<PublishedComparison> ForCountry(Facts facts, string iso3, int year, decimal ours, FlowBasis basis) => [.. Figures.OfCountry(facts, iso3, year)
        .Where(figure => facts.Documents[figure.Document].Format == "hdx-requirements-csv")
        .GroupBy(figure => figure.Document)
        .Select(stated => Compare(new StatedFigure(stated.Sum(figure => figure.Value), "", stated.First().Day, Figures.Sources(facts, stated)), ours, basis))];
}

/// <summary>What the flows behind a figure rest on.</summary>
/// <param name="IsInferred">Whether a boundary among them is inferred.</param>
/// <param name="LatestDay">The day of the latest document that states one of them; null when there are none.</param>
internal readonly record struct FlowBasis(bool IsInferred, DateOnly? LatestDay);
