using Tributary.Ledgers;
using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>Chooses activities by plan and country.</summary>
internal static class ActivityChoice
{
    /// <summary>The identifiers of the activities that name a plan as their appeal, or have a country, on either level.</summary>
    /// <exception cref="UnknownValueException">The country is none.</exception>
    public static HashSet<string> Of(Facts facts, string? plan, string? country, CancellationToken token)
    {
        var sql = $"SELECT DISTINCT activity_id FROM activity a WHERE ({facts.LatestWord}) AND activity_id IS NOT NULL";
        if (plan is not null) sql += $" AND EXISTS (FROM activity_scope s JOIN term code ON code.code = s.code WHERE s.document = a.document AND s.record = a.record AND upper(code.text) IN ({Literals(PlanCodes(facts, plan))}))";
        if (country is not null) sql += $" AND EXISTS (FROM activity_share s JOIN term code ON code.code = s.code WHERE s.document = a.document AND s.record = a.record AND s.kind = 'country' AND upper(code.text) = {FactDatabase.Literal(Iso2(country))})";
        return [.. facts.Query(sql, row => row.GetString(0), token)];
    }

    // Activities name a plan by its code; people also by FTS's id.
    private static IEnumerable<string> PlanCodes(Facts facts, string plan) =>
        PlanNames.All(facts).Values.Where(known => known.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == plan).Select(known => known.Code).OfType<string>().Append(plan).Select(code => code.ToUpperInvariant());

    private static string Iso2(string country) => Countries.Find(country, out var found) ? found.Iso2 : throw new UnknownValueException("country", country, "expected a code of ISO 3166-1, such as AFG, or a name");

    private static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Distinct(StringComparer.Ordinal).Select(FactDatabase.Literal));
}
