using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>The files of requirement and funding: by plan, against COVID-19, by cluster and by global cluster.</summary>
internal static class HdxRequirementFiles
{
    private static readonly string[] Plan = ["countryCode", "id", "name", "code", "typeId", "typeName", "startDate", "endDate", "year"];
    private static readonly string[] Cluster = ["countryCode", "id", "name", "code", "startDate", "endDate", "year", "clusterCode", "cluster", "requirements", "funding", "percentFunded"];

    /// <summary>Makes those that have rows.</summary>
    public static IEnumerable<HdxFile> Of(Facts facts, string iso3, IReadOnlyList<HdxLine> lines, HdxNotes notes, CancellationToken token)
    {
        var code = iso3.ToLowerInvariant();
        List<HdxFile> files =
        [
            File($"fts_requirements_funding_{code}.csv", [.. Plan, "requirements", "funding", "percentFunded"], [.. lines.Select(line => Funding(iso3, line))]),
            File($"fts_requirements_funding_covid_{code}.csv", [.. Plan, "requirements", "funding", "covidFunding", "covidPercentageOfFunding"], [.. lines.Where(line => line.Covid is not null).Select(line => Covid(iso3, line))]),
            File($"fts_requirements_funding_cluster_{code}.csv", Cluster, Clusters(facts, iso3, lines, global: false, notes, token)),
            File($"fts_requirements_funding_globalcluster_{code}.csv", Cluster, Clusters(facts, iso3, lines, global: true, notes, token)),
        ];
        return files.Where(file => file.RowCount > 0);
    }

    private static HdxFile File(string name, string[] columns, List<string[]> rows) => new(name, rows.Count, columns, _ => rows);

    private static string[] Funding(string iso3, HdxLine line) =>
    [
        .. PlanCells(iso3, line), HdxText.Of(line.Requirement), HdxText.Of(line.Funding),
        line.IsOneCountry ? HdxText.PlanPercent(line.Funding, line.Requirement) : HdxText.Percent(line.Funding, line.Requirement),
    ];

    private static string[] Covid(string iso3, HdxLine line) =>
        [.. PlanCells(iso3, line), HdxText.Of(line.Requirement), HdxText.Of(line.Funding), HdxText.Of(line.Covid), HdxText.Percent(line.Covid, line.Funding)];

    private static string[] PlanCells(string iso3, HdxLine line) =>
    [
        iso3, HdxText.Of(line.Plan?.Id), line.Plan is null ? HdxLine.NotSpecified : HdxText.Of(line.Plan.Name), HdxText.Of(line.Plan?.Code), HdxText.Of(line.Plan?.TypeId),
        HdxText.Of(line.Plan?.TypeName), HdxText.Of(line.Plan?.Start), HdxText.Of(line.Plan?.End), HdxText.Of(line.Year),
    ];

    private static List<string[]> Clusters(Facts facts, string iso3, IReadOnlyList<HdxLine> lines, bool global, HdxNotes notes, CancellationToken token) =>
    [
        .. from line in lines
           let plan = line.Plan
           where plan is not null && line.IsOneCountry
           from cluster in HdxClusters.Of(facts, plan, iso3, global, notes, token)
           select (string[])
           [
               iso3, HdxText.Of(plan.Id), HdxText.Of(plan.Name), HdxText.Of(plan.Code), HdxText.Of(plan.Start), HdxText.Of(plan.End), HdxText.Of(line.Year),
               cluster.Id ?? "", HdxText.Of(cluster.Name), HdxText.Of(cluster.Requirement), HdxText.Of(cluster.Funding), HdxText.Percent(cluster.Funding, cluster.Requirement),
           ],
    ];
}
