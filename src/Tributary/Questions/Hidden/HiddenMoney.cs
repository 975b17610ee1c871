using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Finds money that is on no line.</summary>
/// <remarks>Flows are grouped once by all that can hide them; every reason is then judged over the groups.</remarks>
internal sealed class HiddenMoney
{
    private readonly Facts _facts;
    private readonly CountedFlows _flows;
    private readonly CancellationToken _token;
    private readonly List<Column> _columns;
    private readonly List<Group> _groups;

    /// <param name="facts">The snapshot.</param>
    /// <param name="flows">The flows counted.</param>
    /// <param name="types">The types whose lines are looked at.</param>
    /// <param name="token">Stops it.</param>
    public HiddenMoney(Facts facts, CountedFlows flows, IReadOnlyList<ObjectType> types, CancellationToken token)
    {
        (_facts, _flows, _token) = (facts, flows, token);
        _columns = [.. types.SelectMany(type => new Column[] { new(Side.Destination, type), new(Side.Source, type) })];
        var sql = FactDatabase.Sql("Questions/Hidden/hidden.sql").Replace("$columns", string.Join(", ", Names), StringComparison.Ordinal);
        _groups = facts.Query(flows.WithGroups([.. Names, "source_partial"], sql), row => new Group(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2), Sets(row, 3), row.GetInt64(3 + _columns.Count), row.GetAmount(4 + _columns.Count)), token);
    }

    private IEnumerable<string> Names => _columns.Select(column => FlowColumns.Of(column.Side, column.Type));

    /// <summary>What is hidden for a reason.</summary>
    public HiddenLine Line(HiddenReason reason)
    {
        var hidden = _groups.SelectMany(group => Parts(reason, group.Boundary, group.IsShared, group.IsPartial, group.Sets).Select(part => (part.Set, Flows: group.Flows, Sum: part.Sign * group.AmountUsd))).ToList();
        var groups = hidden.Where(part => part.Set != 0).GroupBy(part => ObjectNames.InOrder(_facts, reason.Type, part.Set)!, StringComparer.Ordinal)
            .Select(same => new HiddenGroup(same.Key, same.Sum(part => part.Sum), same.Sum(part => part.Flows), null, null) { Ids = Ids(reason.Type, same.First().Set) });
        return new HiddenLine(reason.Text, reason.InFunding, hidden.Sum(part => part.Sum), hidden.Sum(part => part.Flows),
            [.. groups.OrderByDescending(group => group.AmountUsd).ThenBy(group => group.Names, StringComparer.Ordinal)]) { Cause = reason };
    }

    /// <summary>The flows behind lines, largest first: one stands there for each of its reasons.</summary>
    public IReadOnlyList<HiddenFlow> Flows(IReadOnlyList<HiddenLine> lines, int limit)
    {
        if (lines.Count == 0) return [];
        var choice = string.Join(" OR ", lines.Select(line => line.Cause.Sql()));
        var found = FlowLines.Read(_facts, _flows, $"({choice})", limit, Names.Append("source_partial"), (row, at) => (Sets: Sets(row, at), IsPartial: row.GetBoolean(at + _columns.Count)), _token);
        var hidden = from flow in found
                     from line in lines
                     from part in Parts(line.Cause, flow.Flow.Boundary!, flow.Flow.Shared, flow.Further.IsPartial, flow.Further.Sets)
                     select new HiddenFlow(line.Reason, part.Sign, flow.Flow);
        return [.. hidden.Take(limit)];
    }

    // Money that came to a group adds to it; money that moved inside also takes away where it left.
    private IEnumerable<(int Set, int Sign)> Parts(HiddenReason reason, string boundary, bool isShared, bool isPartial, int[] sets)
    {
        if (isShared == reason.InFunding || (isShared && boundary != "incoming")) yield break;
        var destination = sets[_columns.IndexOf(new Column(Side.Destination, reason.Type))];
        if (reason.Hides(destination, isPartial)) yield return (destination, 1);
        if (isShared || boundary != "internal") yield break;
        var source = sets[_columns.IndexOf(new Column(Side.Source, reason.Type))];
        if (reason.Hides(source, isPartial)) yield return (source, -1);
    }

    private int[] Sets(DuckDBDataReader row, int at) => [.. _columns.Select((_, index) => row.GetNumber(at + index) ?? 0)];

    private List<string> Ids(ObjectType type, int set) => [.. _facts.Sets(type)[set].Members.Select(member => member.Id ?? member.Name ?? "").Order(StringComparer.Ordinal)];

    private sealed record Column(Side Side, ObjectType Type);

    private sealed record Group(string Boundary, bool IsShared, bool IsPartial, int[] Sets, long Flows, decimal AmountUsd);
}
