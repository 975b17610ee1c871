using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A plan as the latest document describes it.</summary>
internal sealed record PlanDescription(int Id, string Name, string? Code, int? TypeId, string? TypeName, DateOnly? Start, DateOnly? End, IReadOnlyList<int> Years, IReadOnlyList<string> Countries)
{
    /// <summary>Whether the plan is for one country, so that a country's share of it is the whole.</summary>
    public bool IsOneCountry => Countries.Count == 1 && TypeName?.Contains("egional", StringComparison.Ordinal) != true;
}

/// <summary>Describes plans.</summary>
internal static class PlanNames
{
    /// <summary>One plan.</summary>
    public static PlanDescription Describe(Facts facts, int id) => All(facts).GetValueOrDefault(id) ?? FromFlows(facts, id);

    /// <summary>Every plan that a document describes, by id.</summary>
    public static IReadOnlyDictionary<int, PlanDescription> All(Facts facts) => facts.Remember(nameof(PlanNames), () => Load(facts)
        .GroupBy(plan => plan.Id)
        .ToDictionary(plans => plans.Key, plans => Merge([.. plans])));

    /// <summary>What FTS's overviews say of plans, of each plan the latest, with its day.</summary>
    public static IReadOnlyList<(PlanDescription Plan, DateOnly Day)> OfOverviews(Facts facts) =>
        [.. Query(facts, " AND d.format = 'fts-plan-overview-json'", row => (Plan: Read(row), Day: row.GetFieldValue<DateOnly>(9))).DistinctBy(stated => stated.Plan.Id)];

    // The latest document gives name and type; years and countries are what all documents state together.
    private static PlanDescription Merge(List<PlanDescription> stated) => stated[0] with
    {
        Code = stated.Select(plan => plan.Code).FirstOrDefault(code => code is not null),
        TypeId = stated.Select(plan => plan.TypeId).FirstOrDefault(type => type is not null),
        TypeName = stated.Select(plan => plan.TypeName).FirstOrDefault(type => type is not null),
        Years = [.. stated.SelectMany(plan => plan.Years).Distinct().Order()],
        Countries = [.. stated.SelectMany(plan => plan.Countries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static PlanDescription FromFlows(Facts facts, int id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        var member = facts.Sets(ObjectType.Plan).Values.SelectMany(set => set.Members).FirstOrDefault(plan => plan.Id == text);
        return new PlanDescription(id, member?.Name ?? $"plan {text}", member?.Code, null, null, null, null, [], []);
    }

    private static List<PlanDescription> Load(Facts facts) => Query(facts, "", Read);

    private static List<T> Query<T>(Facts facts, string where, Func<DuckDBDataReader, T> make) => facts.Query(
        $"""
        SELECT p.plan_id, p.name, p.plan_code, p.type_id, p.type_name, p.start_date, p.end_date, p.years, p.countries, d.day
        FROM plan p JOIN document d ON d.code = p.document
        WHERE {facts.WasKnown("d")}{where}
        ORDER BY d.day DESC, d.authority DESC, d.sha256, length(p.place), p.place
        """, make);

    private static PlanDescription Read(DuckDBDataReader row) => new(row.GetInt32(0), row.GetString(1), row.GetText(2), row.GetNumber(3), row.GetText(4),
            row.GetDay(5), row.GetDay(6),
            [.. Split(row.GetString(7)).Select(year => int.Parse(year, CultureInfo.InvariantCulture))], Split(row.GetString(8)));

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
