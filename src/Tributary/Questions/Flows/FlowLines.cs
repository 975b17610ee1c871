using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Reads flows as lines for people.</summary>
internal static class FlowLines
{
    private const int FirstFurther = 20;

    /// <summary>Flows of a question, largest first.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="flows">The flows counted.</param>
    /// <param name="choice">A condition on the columns of <c>counted</c>.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="token">Stops the reading.</param>
    public static List<FlowLine> Read(Facts facts, CountedFlows flows, string choice, int limit, CancellationToken token) =>
        facts.Query(Whole(Listed(flows, choice, limit), ""), row => Line(facts, row), token);

    /// <summary>The same, each with further columns of the flow.</summary>
    public static List<(FlowLine Flow, T Further)> Read<T>(Facts facts, CountedFlows flows, string choice, int limit, IEnumerable<string> further, Func<DuckDBDataReader, int, T> make, CancellationToken token) =>
        facts.Query(Whole(Listed(flows, choice, limit), string.Concat(further.Select(column => $", f.{column}"))), row => (Line(facts, row), make(row, FirstFurther)), token);

    /// <summary>Statements by their rows in the snapshot. They are asked about by themselves, so they have no boundary.</summary>
    public static Dictionary<long, FlowLine> ReadRows(Facts facts, IReadOnlyCollection<long> rows, CancellationToken token)
    {
        if (rows.Count == 0) return [];
        var wanted = string.Join("), (", rows.Distinct());
        return facts.Query(Whole($"SELECT flow_row, NULL::VARCHAR AS boundary, false AS is_shared, false AS is_inferred FROM (VALUES ({wanted})) AS wanted(flow_row)", ", listed.flow_row"),
            row => KeyValuePair.Create(row.GetInt64(FirstFurther), Line(facts, row)), token).ToDictionary();
    }

    /// <summary>The latest word on flows, by their ids. Those of which there is none are left out.</summary>
    public static Dictionary<long, FlowLine> ReadFlows(Facts facts, IReadOnlyCollection<long> ids, CancellationToken token)
    {
        if (ids.Count == 0) return [];
        var listed = $"SELECT rowid AS flow_row, NULL::VARCHAR AS boundary, false AS is_shared, false AS is_inferred FROM flow WHERE ({facts.LatestWord}) AND flow_id IN ({string.Join(',', ids)})";
        return facts.Query(Whole(listed, ""), row => KeyValuePair.Create(row.GetInt64(0), Line(facts, row)), token).ToDictionary();
    }

    private static string Listed(CountedFlows flows, string choice, int limit) => flows.With(
        $"SELECT flow_row, boundary, is_shared, is_inferred FROM counted WHERE {choice}{(limit == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" ORDER BY amount_usd DESC, flow_id LIMIT {limit}"))}");

    private static string Whole(string listed, string further) => FactDatabase.Sql("Questions/Flows/flows.sql").Replace("$further", further, StringComparison.Ordinal).Replace("$listed", listed, StringComparison.Ordinal);

    private static FlowLine Line(Facts facts, DuckDBDataReader row) => new(
        new FlowId(row.GetInt64(0)),
        row.GetAmount(1),
        row.IsDBNull(2) ? null : row.GetAmount(2),
        Term(facts, row, 3),
        row.GetString(4),
        row.GetText(5),
        row.GetBoolean(6),
        row.GetBoolean(7),
        Term(facts, row, 8),
        row.GetDay(9),
        PartyNames.Of(facts, Code(row, 10)).Name,
        PartyNames.Of(facts, Code(row, 11)).Name,
        ObjectNames.Of(facts, ObjectType.Location, Code(row, 12)),
        ObjectNames.Of(facts, ObjectType.Plan, Code(row, 13)),
        ObjectNames.Of(facts, ObjectType.UsageYear, Code(row, 14)),
        ObjectNames.Of(facts, ObjectType.Cluster, Code(row, 15)) ?? ObjectNames.Of(facts, ObjectType.GlobalCluster, Code(row, 15)),
        row.GetText(16),
        row.IsDBNull(19) ? null : new FlowId(row.GetInt64(19)),
        facts.Locate(row.GetInt32(17), row.GetInt32(18)));

    private static int Code(DuckDBDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt32(column);

    private static string? Term(Facts facts, DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : facts.Terms[row.GetInt32(column)];
}
