using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Reads flows as lines for people.</summary>
internal static class FlowLines
{
    /// <param name="facts">The snapshot.</param>
    /// <param name="flows">The flows counted.</param>
    /// <param name="choice">A condition on the columns of <c>counted</c>.</param>
    /// <param name="limit">How many at most, largest first.</param>
    /// <param name="token">Stops the reading.</param>
    public static List<FlowLine> Read(Facts facts, CountedFlows flows, string choice, int limit, CancellationToken token)
    {
        var sql = FactDatabase.Sql("Questions/Flows/flows.sql")
            .Replace("$choice", choice, StringComparison.Ordinal)
            .Replace("$limit", limit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return facts.Query(flows.With(sql), row => Line(facts, row), token);
    }

    private static FlowLine Line(Facts facts, DuckDBDataReader row) => new(
        new FlowId(row.GetInt64(0)),
        row.GetAmount(1),
        row.IsDBNull(2) ? null : row.GetAmount(2),
        Term(facts, row, 3),
        row.GetString(4),
        row.GetString(5),
        row.GetBoolean(6),
        row.GetBoolean(7),
        Term(facts, row, 8),
        row.GetDay(9),
        PartyNames.Of(facts, Code(row, 10)).Name,
        PartyNames.Of(facts, Code(row, 11)).Name,
        Names(facts, ObjectType.Location, Code(row, 12)),
        Names(facts, ObjectType.Plan, Code(row, 13)),
        Names(facts, ObjectType.UsageYear, Code(row, 14)),
        Names(facts, ObjectType.Cluster, Code(row, 15)) ?? Names(facts, ObjectType.GlobalCluster, Code(row, 15)),
        row.GetText(16),
        facts.Locate(row.GetInt32(17), row.GetInt32(18)));

    private static int Code(DuckDBDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt32(column);

    private static string? Term(Facts facts, DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : facts.Terms[row.GetInt32(column)];

    private static string? Names(Facts facts, ObjectType type, int set)
    {
        if (set == 0 || !facts.Sets(type).TryGetValue(set, out var objects)) return null;
        return string.Join(", ", objects.Members.Select(member => type == ObjectType.Location ? CountryNames.Iso3Of(facts, member) ?? member.Name : member.Name ?? member.Code ?? member.Id));
    }
}
