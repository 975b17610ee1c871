using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>The boundary that HDX's flow files are about: a country and a year together.</summary>
internal sealed class HdxBoundary
{
    private readonly BoundaryEdge _country, _year;

    private HdxBoundary(BoundaryEdge country, BoundaryEdge year) => (_country, _year) = (country, year);

    /// <summary>Draws it.</summary>
    public static HdxBoundary Of(Facts facts, string iso3, int year) => new(CountryEdge(facts, iso3), BoundaryEdge.Draw(facts, ObjectType.UsageYear, ObjectMatcher.ForYears(facts, [year])));

    /// <summary>The country alone.</summary>
    public static BoundaryEdge CountryEdge(Facts facts, string iso3) => BoundaryEdge.Draw(facts, ObjectType.Location, ObjectMatcher.ForCountries(facts, [iso3]));

    /// <summary>A query's beginning: defines <c>hdx_flow</c>, the flows inside or leaving, with <c>boundary</c> and <c>on_boundary</c>.</summary>
    public string With(Facts facts, string rest) => FactDatabase.Sql("Exporting/Hdx/hdx-flows.sql")
        .Replace("$destination_inside", Both(Side.Destination, edge => edge.DestinationInside), StringComparison.Ordinal)
        .Replace("$source_inside", Both(Side.Source, edge => edge.SourceInside), StringComparison.Ordinal)
        .Replace("$destination_shared", Either(facts, Side.Destination), StringComparison.Ordinal)
        .Replace("$source_shared", Either(facts, Side.Source), StringComparison.Ordinal)
        .Replace("$latest_word", $"({facts.LatestWord})", StringComparison.Ordinal) + rest;

    private string Both(Side side, Func<BoundaryEdge, IReadOnlyList<int>> sets) => $"{In(side, _country.Type, sets(_country))} AND {In(side, _year.Type, sets(_year))}";

    // A side that is not inside is shared as well when its countries or years share the amount.
    private string Either(Facts facts, Side side) => $"{In(side, _country.Type, Shared(facts, _country))} OR {In(side, _year.Type, Shared(facts, _year))}";

    private static List<int> Shared(Facts facts, BoundaryEdge edge)
    {
        var inside = edge.DestinationInside.ToHashSet();
        return [.. facts.Sets(edge.Type).Where(set => inside.Contains(set.Key) ? edge.Shared.Contains(set.Key) : set.Value.Members.Any(member => member.Behaviour == Behaviour.Shared)).Select(set => set.Key)];
    }

    private static string In(Side side, ObjectType type, IReadOnlyList<int> codes) => codes.Count == 0
        ? "false"
        : string.Create(CultureInfo.InvariantCulture, $"{FlowColumns.Of(side, type)} IN ({string.Join(',', codes)})");
}
