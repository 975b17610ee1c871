using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Finds money that is on no line.</summary>
internal sealed class HiddenMoney(Facts facts, CountedFlows flows, CancellationToken token)
{
    private const string Counted = "NOT is_shared AND status <> 'pledge'";

    /// <summary>Of funding: money that names none of a type, or several.</summary>
    public IEnumerable<HiddenLine> Within(ObjectType type)
    {
        var several = facts.Sets(type).Where(set => set.Value.Members.Count > 1).Select(set => set.Key).Order().ToList();
        var codes = several.Count == 0 ? "NULL" : string.Join(',', several);
        var (destination, source) = (FlowColumns.Of(Side.Destination, type), FlowColumns.Of(Side.Source, type));
        var sql = FactDatabase.Sql("Questions/Hidden/hidden.sql")
            .Replace("$destination", destination, StringComparison.Ordinal).Replace("$source", source, StringComparison.Ordinal).Replace("$several", codes, StringComparison.Ordinal);
        var groups = facts.Query(flows.With(sql), row => (Code: row.GetNumber(0) ?? 0, Partial: row.GetBoolean(1), Sum: row.GetAmount(2), Flows: row.GetInt64(3)), token);
        var isStated = type == ObjectType.Cluster ? " AND NOT source_partial" : "";
        yield return Line(type, $"no {Word(type)}", groups.FindAll(group => group.Code == 0 && !(type == ObjectType.Cluster && group.Partial)), $"$side IS NULL{isStated}");
        yield return Line(type, $"{Word(type)} not stated by the source", groups.FindAll(group => group.Code == 0 && type == ObjectType.Cluster && group.Partial), "$side IS NULL AND source_partial");
        yield return Line(type, $"several {Plural(type)}", groups.FindAll(group => group.Code != 0), $"$side IN ({codes})");
    }

    /// <summary>Beside funding: money for some of what was asked about and for others.</summary>
    public IEnumerable<HiddenLine> Beyond(BoundaryEdge edge)
    {
        if (edge.Shared.Count == 0) yield break;
        var column = FlowColumns.Of(Side.Destination, edge.Type);
        var condition = $"{column} IN ({string.Join(',', edge.Shared)})";
        var groups = facts.Query(flows.With($"SELECT {column}, sum(amount_usd), count(*) FROM counted WHERE {ExplainQuestion.Choice(ExplainedFigure.Shared)} AND {condition} GROUP BY ALL"),
            row => (Code: row.GetInt32(0), Partial: false, Sum: row.GetAmount(1), Flows: row.GetInt64(2)), token);
        yield return Line(edge.Type, $"several {Plural(edge.Type)}, not all asked about", groups, condition) with { InFunding = false };
    }

    /// <summary>The flows behind lines, largest first.</summary>
    public IReadOnlyList<HiddenFlow> Flows(IReadOnlyList<HiddenLine> lines, int limit)
    {
        var found = new List<HiddenFlow>();
        foreach (var line in lines)
        {
            if (!line.InFunding)
            {
                found.AddRange(Read(line.Condition, limit, line, 1, ExplainQuestion.Choice(ExplainedFigure.Shared)));
                continue;
            }
            found.AddRange(Read(OnSide(line, Side.Destination), limit, line, 1, Counted));
            found.AddRange(Read(OnSide(line, Side.Source), limit, line, -1, $"{Counted} AND boundary = 'internal'"));
        }
        return [.. found.OrderByDescending(flow => flow.Flow.AmountUsd).ThenBy(flow => flow.Flow.Id.Value).Take(limit)];
    }

    private IEnumerable<HiddenFlow> Read(string condition, int limit, HiddenLine line, int sign, string choice) =>
        FlowLines.Read(facts, flows, $"{choice} AND {condition}", limit, token).Select(flow => new HiddenFlow(line.Reason, sign, flow));

    private static string OnSide(HiddenLine line, Side side) => line.Condition.Replace("$side", FlowColumns.Of(side, line.Type), StringComparison.Ordinal);

    private HiddenLine Line(ObjectType type, string reason, List<(int Code, bool Partial, decimal Sum, long Flows)> groups, string condition) => new(
        reason, InFunding: true, groups.Sum(group => group.Sum), groups.Sum(group => group.Flows),
        [.. groups.Where(group => group.Code != 0).GroupBy(group => ObjectNames.InOrder(facts, type, group.Code)!, StringComparer.Ordinal)
            .Select(same => new HiddenGroup(same.Key, same.Sum(group => group.Sum), same.Sum(group => group.Flows), null, null) { Ids = Ids(type, same.First().Code) })
            .OrderByDescending(group => group.AmountUsd).ThenBy(group => group.Names, StringComparer.Ordinal)])
    {
        Type = type,
        Condition = condition,
    };

    private List<string> Ids(ObjectType type, int code) => [.. facts.Sets(type)[code].Members.Select(member => member.Id ?? member.Name ?? "").Order(StringComparer.Ordinal)];

    private static string Word(ObjectType type) => type switch
    {
        ObjectType.Cluster => "cluster",
        ObjectType.GlobalCluster => "global cluster",
        ObjectType.Location => "country",
        ObjectType.UsageYear => "usage year",
        _ => type.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private static string Plural(ObjectType type) => type == ObjectType.Location ? "countries" : Word(type) + "s";
}
