using System.Globalization;
using Tributary.Appeals;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A published figure with the document that states it.</summary>
internal sealed record Figure(
    Measure Measure, decimal Value, int? PlanId, string? Country, int? Year, Grouping Grouping, string? GroupId, string? GroupName,
    int Document, string Place, DateOnly Day, int Authority, string ScopeBasis);

/// <summary>A figure chosen, or added up, from what documents state.</summary>
/// <param name="Value">US dollars.</param>
/// <param name="Basis">How it was chosen; empty when one document states just this.</param>
/// <param name="Day">The day of the document.</param>
/// <param name="Sources">Where it stands.</param>
public sealed record StatedFigure(decimal Value, string Basis, DateOnly Day, IReadOnlyList<SourceLocation> Sources);

/// <summary>Reads published figures from the facts.</summary>
internal static class Figures
{
    private static readonly string[] Measures = ["original_requirement", "requirement", "funding", "shared_funding", "overlap_funding", "on_boundary_funding", "covid_funding", "pledges", "flow_count"];
    private static readonly string[] Groupings = ["total", "cluster", "global_cluster", "location", "other"];

    /// <summary>All figures about a plan.</summary>
    public static List<Figure> OfPlan(Facts facts, int planId) => Load(facts, string.Create(CultureInfo.InvariantCulture, $"coalesce(f.plan_id, s.plan_id) = {planId}"));

    /// <summary>All figures about plans, by plan, read once: for questions about many plans.</summary>
    public static ILookup<int, Figure> ByPlan(Facts facts) => facts.Remember(nameof(ByPlan), () => Load(facts, "coalesce(f.plan_id, s.plan_id) IS NOT NULL").ToLookup(figure => figure.PlanId!.Value));

    /// <summary>What is published as a country's funding in one year, by plan, and what is not on a plan.</summary>
    public static List<Figure> OfCountry(Facts facts, string iso3, int year) =>
        Load(facts, string.Create(CultureInfo.InvariantCulture, $"f.year = {year} AND f.grouping IN ('total', 'other') AND f.measure = 'funding' AND f.country IS NOT NULL")).FindAll(figure => figure.Country == iso3);

    /// <summary>What is published about a country by plan and cluster, in all years.</summary>
    public static List<Figure> OfCountry(Facts facts, string iso3) => [.. facts.Remember(nameof(OfCountry), () => Load(facts, "f.country IS NOT NULL").ToLookup(figure => figure.Country!, StringComparer.Ordinal))[iso3]];

    /// <summary>Requirement and funding totals of all plans.</summary>
    public static List<Figure> OfAllPlans(Facts facts) =>
        Load(facts, "f.plan_id IS NOT NULL AND f.grouping = 'total' AND f.measure IN ('requirement', 'original_requirement', 'funding')");

    /// <summary>The best statement of one measure of a plan as a whole.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="figures">Figures about the plan.</param>
    /// <param name="measure">What it measures.</param>
    /// <param name="oneCountry">Whether the plan is for one country alone, so that a country's share is the whole.</param>
    public static StatedFigure? OfPlanTotal(Facts facts, IEnumerable<Figure> figures, Measure measure, bool oneCountry) => figures
        .Where(figure => figure.Measure == measure && figure.Grouping == Grouping.Total && figure.GroupName is null)
        .GroupBy(figure => figure.Document)
        .Select(stated => WholePlan(facts, [.. stated], oneCountry))
        .OrderByDescending(choice => choice.Whole).ThenBy(choice => choice.Figure.Basis.Length > 0).ThenByDescending(choice => choice.Figure.Day).ThenByDescending(choice => choice.Authority)
        .ThenBy(choice => choice.Figure.Sources[0].Document.Hex, StringComparer.Ordinal)
        .Select(choice => choice.Figure)
        .FirstOrDefault();

    /// <summary>Where figures stand.</summary>
    public static IReadOnlyList<SourceLocation> Sources(Facts facts, IEnumerable<Figure> figures) => [.. figures.Select(figure => facts.Locate(figure.Document, figure.Place))];

    // A document may state the plan as a whole, or only a country's share of it.
    private static (StatedFigure Figure, bool Whole, int Authority) WholePlan(Facts facts, List<Figure> stated, bool oneCountry)
    {
        var whole = stated.FindAll(figure => figure.Country is null);
        if (whole.Count > 0) return (new StatedFigure(whole[0].Value, whole[0].ScopeBasis, whole[0].Day, Sources(facts, whole.Take(1))), true, whole[0].Authority);
        var countries = stated.DistinctBy(figure => figure.Country).ToList();
        var basis = countries.Count > 1 ? $"sum of the shares of {countries.Count} countries; shares of other countries may be missing"
            : oneCountry ? "" : $"the share of {countries[0].Country} alone";
        return (new StatedFigure(countries.Sum(figure => figure.Value), basis, stated[0].Day, Sources(facts, countries)), oneCountry, stated[0].Authority);
    }

    private static List<Figure> Load(Facts facts, string where) => facts.Query(
        $"""
         SELECT f.measure::VARCHAR, f.value, coalesce(f.plan_id, s.plan_id), f.country, f.year, f.grouping::VARCHAR, f.group_id, f.group_name,
                f.document, f.place, d.day, d.authority, coalesce(s.basis, '')
         FROM figure f JOIN document d ON d.code = f.document
         LEFT JOIN (SELECT document, plan_id, basis FROM figure_scope WHERE {facts.LatestWord}) s ON s.document = f.document
         WHERE {where} AND {facts.WasKnown("d")}
         ORDER BY d.day DESC, d.authority DESC, d.sha256, length(f.place), f.place
         """,
        row => new Figure(
            (Measure)Array.IndexOf(Measures, row.GetString(0)), row.GetAmount(1), row.GetNumber(2), row.GetText(3),
            row.GetNumber(4), (Grouping)Array.IndexOf(Groupings, row.GetString(5)), row.GetText(6),
            row.GetText(7), row.GetInt32(8), row.GetString(9), row.GetFieldValue<DateOnly>(10), row.GetInt32(11), row.GetString(12)));
}
