using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>The usage years for which the ledger has flows to a country.</summary>
internal static class HdxYears
{
    /// <summary>Years that a flow to the country alone names alone: only such flows have funding of a country and year.</summary>
    public static IReadOnlyList<int> WithFlows(Facts facts, string iso3, CancellationToken token)
    {
        var country = HdxBoundary.CountryEdge(facts, iso3);
        var sets = country.DestinationInside.Except(country.Shared).ToList();
        if (sets.Count == 0) return [];
        var years = facts.Query(string.Create(CultureInfo.InvariantCulture,
            $"SELECT DISTINCT dst_usage_year FROM flow WHERE ({facts.LatestWord}) AND dst_location IN ({string.Join(',', sets)}) AND dst_usage_year IS NOT NULL"), row => row.GetInt32(0), token);
        return [.. years.Select(set => facts.Sets(ObjectType.UsageYear)[set].Members).Where(members => members.Count == 1).Select(members => Number(members[0].Name)).OfType<int>().Distinct().OrderDescending()];
    }

    /// <summary>The year of HDX's flow files: the latest that has flows and is not later than the day of the answer, else the next after it.</summary>
    public static int? LatestWithFlows(Facts facts, string iso3, CancellationToken token)
    {
        var years = WithFlows(facts, iso3, token);
        var present = years.Where(year => year <= facts.AsOf?.Year).ToList();
        return present.Count > 0 ? present[0] : years.Count > 0 ? years[^1] : null;
    }

    /// <summary>A usage year's name as a number of four digits; null where it is none.</summary>
    public static int? Number(string? name) =>
        name is { Length: 4 } && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
