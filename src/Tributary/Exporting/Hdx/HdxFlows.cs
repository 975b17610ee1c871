using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>The flow files of a country: incoming, internal and outgoing funding of one year.</summary>
internal sealed class HdxFlows
{
    private static readonly string[] Boundaries = ["incoming", "internal", "outgoing"];

    private readonly Facts _facts;
    private readonly HdxBoundary? _boundary;
    private readonly HdxObjectCells _objects;

    private HdxFlows(Facts facts, string iso3, int? year)
    {
        (_facts, Year) = (facts, year);
        _boundary = year is { } known ? HdxBoundary.Of(facts, iso3, known) : null;
        _objects = new HdxObjectCells(facts, iso3);
    }

    /// <summary>The usage year; null when the ledger has no flow to the country.</summary>
    public int? Year { get; }

    /// <summary>The files that have rows.</summary>
    public IReadOnlyList<HdxFile> Files { get; private set; } = [];

    /// <summary>Finds the flows.</summary>
    public static HdxFlows Of(Facts facts, string iso3, int? year, HdxNotes notes, CancellationToken token)
    {
        var flows = new HdxFlows(facts, iso3, year ?? HdxYears.LatestWithFlows(facts, iso3, token));
        flows.Files = flows.FilesOf(iso3, token);
        if (flows.Files.Count == 0) notes.Add($"No flow files: the ledger has no flow to or from {iso3}{(flows.Year is { } none ? $" in {none}" : "")}.");
        if (flows._objects.UnlistedPlaces is { Count: > 0 } places)
            notes.Add($"Left out of srcLocations and destLocations, because the ledger's list of places has no ISO 3166 code for them: {Few(places)}.");
        return flows;
    }

    private static string Few(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(5)) + (names.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - 5} more") : "");

    private List<HdxFile> FilesOf(string iso3, CancellationToken token)
    {
        if (_boundary is null) return [];
        var counts = _facts.Query(_boundary.With(_facts, "SELECT boundary, count(*) FROM hdx_flow GROUP BY boundary"), row => (Boundary: row.GetString(0), Count: row.GetInt64(1)), token)
            .ToDictionary(found => found.Boundary, found => found.Count, StringComparer.Ordinal);
        _ = _facts.Terms;
        foreach (var set in _facts.Query(_boundary.With(_facts, "SELECT DISTINCT unnest([src_location, dst_location]) FROM hdx_flow"), row => row.GetNumber(0), token)) _objects.Of(ObjectType.Location, set, asStated: false);
        return [.. Boundaries.Where(counts.ContainsKey).Select(boundary => new HdxFile($"fts_{boundary}_funding_{iso3.ToLowerInvariant()}.csv", counts[boundary], HdxFlowColumns.Names, stop => Rows(boundary, stop)))];
    }

    // Newest first, as HDX has them. Of a day, in the order of their ids.
    private IEnumerable<string[]> Rows(string boundary, CancellationToken token) => _facts.Stream(
        _boundary!.With(_facts, $"SELECT {HdxFlowColumns.Sql} FROM hdx_flow WHERE boundary = '{boundary}' ORDER BY date DESC NULLS LAST, flow_id"), Row, token);

    private string[] Row(DuckDBDataReader row)
    {
        var partial = row.GetBoolean(0);
        var source = new HdxSide(row, HdxFlowColumns.FirstSet, partial, _objects);
        var destination = new HdxSide(row, HdxFlowColumns.FirstSet + ObjectTypes.Count, partial, _objects);
        return
        [
            HdxText.Of(row.GetDay(1)), Term(row, 2), HdxText.Of(row.GetText(3)), HdxText.Of(row.GetDecimal(4)),
            source.Names(ObjectType.Organization), source.Kinds, source.Countries, source.FirstYear, source.LastYear,
            destination.Names(ObjectType.Plan), destination.PlanCodes, destination.PlanIds,
            destination.Names(ObjectType.Organization), destination.Kinds, destination.Names(ObjectType.GlobalCluster), destination.Countries,
            destination.Names(ObjectType.Project), destination.ProjectCodes, destination.Names(ObjectType.Emergency), destination.FirstYear, destination.LastYear,
            Term(row, 5), Term(row, 6), Term(row, 7), row.GetString(8), row.GetString(9), row.GetString(10),
            HdxText.Of(row.GetDay(11)), HdxText.Of(row.GetDay(12)), Terms(row, 13),
            HdxText.Of(row.IsDBNull(14) ? null : row.GetDecimal(14)), Term(row, 15), HdxText.Of(row.IsDBNull(16) ? null : row.GetDecimal(16)),
            row.GetInt64(17).ToString(CultureInfo.InvariantCulture), HdxText.Of(row.GetText(18)), HdxText.Of(row.GetDay(19)), HdxText.Of(row.GetDay(20)),
        ];
    }

    // Whether a cell begins like a formula shows in the form in which it is written.
    private string Terms(DuckDBDataReader row, int column) => row.GetNumber(column) is { } code ? HdxText.Of(_facts.Terms[code].Replace("; ", ",", StringComparison.Ordinal)) : "";

    private string Term(DuckDBDataReader row, int column) => row.GetNumber(column) is { } code ? HdxText.Of(_facts.Terms[code]) : "";
}

/// <summary>The columns of the flow files, and what they are made of.</summary>
internal static class HdxFlowColumns
{
    /// <summary>The header.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "date", "budgetYear", "description", "amountUSD", "srcOrganization", "srcOrganizationTypes", "srcLocations", "srcUsageYearStart", "srcUsageYearEnd",
        "destPlan", "destPlanCode", "destPlanId", "destOrganization", "destOrganizationTypes", "destGlobalClusters", "destLocations", "destProject", "destProjectCode",
        "destEmergency", "destUsageYearStart", "destUsageYearEnd", "contributionType", "flowType", "method", "boundary", "onBoundary", "status", "firstReportedDate",
        "decisionDate", "keywords", "originalAmount", "originalCurrency", "exchangeRate", "id", "refCode", "createdAt", "updatedAt",
    ];

    /// <summary>Where the numbers of the sets begin in the query: the source's by type, then the destination's.</summary>
    public const int FirstSet = 21;

    /// <summary>What is asked of the facts.</summary>
    public static readonly string Sql =
        "source_partial, date, budget_year, description, amount_usd, contribution_type, flow_type, method, boundary, on_boundary, status::VARCHAR, first_reported, decision_date, keywords, "
        + "original_amount, original_currency, exchange_rate, flow_id, ref_code, created_at::DATE, updated_at::DATE, "
        + string.Join(", ", ObjectTypes.All.Select(type => FlowColumns.Of(Side.Source, type)).Concat(ObjectTypes.All.Select(type => FlowColumns.Of(Side.Destination, type))));
}
