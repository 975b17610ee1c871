using System.Globalization;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>The query for statements of flows, with the columns of <see cref="FlowColumn.All"/> as they are stored.</summary>
internal static class FlowTableQuery
{
    /// <summary>The query.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="filter">Which flows.</param>
    /// <param name="allStatements">Every statement of them, rather than the latest word.</param>
    public static string Of(Facts facts, FlowFilter filter, bool allStatements)
    {
        var (with, from) = filter.Describe() == FlowFilter.AllFlows
            ? ("", $"(SELECT * FROM flow WHERE {(allStatements ? facts.WasStated : facts.LatestWord)})")
            : ((allStatements ? CountedFlows.OfAllStatements(facts, filter) : CountedFlows.Of(facts, filter)).With(""), "counted");
        return $"{with} SELECT {string.Join(", ", FlowColumn.All.Select(column => $"{Expression(facts, column)} AS {column.Name}"))} FROM {from} AS flow{Joins(facts)}";
    }

    private static string Expression(Facts facts, FlowColumn column) => column.Name switch
    {
        // What ended a statement later was not known on the day asked for.
        "known_to" when facts.Until is { } day => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN flow.known_to <= DATE '{day:yyyy-MM-dd}' THEN flow.known_to END"),
        "child_flow_ids" => Has(facts, "flow_child") ? "children.ids" : "NULL::VARCHAR",
        "reports" => Has(facts, "flow_report") ? "reported.reports" : "NULL::VARCHAR",
        var name => $"flow.{name}",
    };

    private static string Joins(Facts facts) =>
        (Has(facts, "flow_child") ? " LEFT JOIN (SELECT document, place, to_json(list(child_flow_id))::VARCHAR AS ids FROM flow_child GROUP BY ALL) children ON children.document = flow.document AND children.place = flow.place" : "")
        + (Has(facts, "flow_report") ? " LEFT JOIN (SELECT document, place, to_json(list(struct_pack(sourceType := source_type, organization := organization, reportChannel := channel, date := date, refCode := ref_code) ORDER BY ordinal))::VARCHAR AS reports FROM flow_report GROUP BY ALL) reported ON reported.document = flow.document AND reported.place = flow.place" : "");

    // Millions of flows from HDX have neither.
    private static bool Has(Facts facts, string table) => facts.Connection.Scalar($"SELECT count(*) FROM (FROM {table} LIMIT 1)") > 0;
}
