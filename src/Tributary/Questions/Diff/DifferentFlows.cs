using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A flow that two days state differently, by the rows of its statements.</summary>
internal sealed record DifferentFlow(long Id, long? Before, long? After, decimal FundingUsd, IReadOnlyList<FieldChange> Fields)
{
    public bool IsAdded => Before is null;

    public bool IsClosed => After is null;

    public bool IsChanged => !IsAdded && !IsClosed;

    /// <summary>Whether the flow is stated on the other day too, outside what was asked about.</summary>
    public bool IsElsewhere { get; init; }

    public string How => (IsAdded, IsClosed, IsElsewhere) switch
    {
        (true, _, false) => "new",
        (true, _, true) => "moved in",
        (_, true, false) => "gone",
        (_, true, true) => "moved out",
        _ => "changed",
    };
}

/// <summary>Finds them.</summary>
internal static class DifferentFlows
{
    private const int FirstField = 6;

    /// <summary>The flows of a filter that differ, those that moved most money first.</summary>
    /// <param name="then">What was known on the earlier day.</param>
    /// <param name="flowsThen">Its flows; null when the filter named nothing then.</param>
    /// <param name="now">What was known on the later day.</param>
    /// <param name="flowsNow">Its flows; null likewise.</param>
    /// <param name="none">A query for no flows.</param>
    /// <param name="token">Stops it.</param>
    public static List<DifferentFlow> Between(Facts then, CountedFlows? flowsThen, Facts now, CountedFlows? flowsNow, string none, CancellationToken token)
    {
        const string narrow = "flow_id, flow_row, boundary, CASE WHEN boundary = 'incoming' AND NOT is_shared AND status <> 'pledge' THEN amount_usd ELSE 0 END AS funding, CASE WHEN is_shared THEN 'shared' ELSE 'single' END AS on_boundary";
        var sql = FactDatabase.Sql("Questions/Diff/diff.sql")
            .Replace("$then_flows", $"SELECT {narrow} FROM ({flowsThen?.With("SELECT * FROM counted") ?? none}) WHERE known_to <= {Day(now)}", StringComparison.Ordinal)
            .Replace("$now_flows", $"SELECT {narrow} FROM ({flowsNow?.With("SELECT * FROM counted") ?? none}) WHERE known_from > {Day(then)}", StringComparison.Ordinal)
            .Replace("$fields", ComparedField.Select(), StringComparison.Ordinal);
        var found = now.Query(sql, row => Read(now, row), token);
        found.RemoveAll(flow => flow is { IsChanged: true, Fields.Count: 0, FundingUsd: 0 });
        return WithElsewhere(then, now, found, token);
    }

    /// <summary>The flows as lines, each as it is or as it last was.</summary>
    public static IReadOnlyList<FlowDifference> Lines(Facts facts, IEnumerable<DifferentFlow> flows, CancellationToken token)
    {
        var wanted = flows.ToList();
        var lines = FlowLines.ReadRows(facts, [.. wanted.Select(flow => flow.After ?? flow.Before!.Value), .. wanted.Where(HasOtherText).Select(flow => flow.Before!.Value)], token);
        return [.. wanted.Select(flow => new FlowDifference(lines[flow.After ?? flow.Before!.Value], flow.FundingUsd, flow.How, HasOtherText(flow) ? WithTexts(flow, lines) : flow.Fields))];
    }

    private static bool HasOtherText(DifferentFlow flow) => flow.Fields.Any(field => field.Field == ComparedField.Description);

    // Descriptions are compared by their hashes, and read of the flows that are listed.
    private static List<FieldChange> WithTexts(DifferentFlow flow, Dictionary<long, FlowLine> lines) => [.. flow.Fields.Select(field => field.Field == ComparedField.Description
        ? new FieldChange(field.Field, lines[flow.Before!.Value].Description, lines[flow.After!.Value].Description)
        : field)];

    private static DifferentFlow Read(Facts facts, DuckDBDataReader row)
    {
        long? Row(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        var flow = new DifferentFlow(row.GetInt64(0), Row(1), Row(2), row.GetAmount(3), []);
        return flow.IsChanged ? flow with { Fields = Changes(facts, row, row.GetBoolean(4), row.GetBoolean(5)) } : flow;
    }

    // What a partial source leaves empty it does not state to be empty.
    private static List<FieldChange> Changes(Facts facts, DuckDBDataReader row, bool isPartBefore, bool isPartAfter)
    {
        var changes = new List<FieldChange>();
        for (var field = 0; field < ComparedField.All.Count; field++)
        {
            var compared = ComparedField.All[field];
            if ((isPartBefore || isPartAfter) && !compared.IsStatedByAll) continue;
            if (compared.Compare(facts, row, FirstField + 2 * field) is not { } change) continue;
            if ((!isPartBefore || change.Before is not null) && (!isPartAfter || change.After is not null)) changes.Add(change);
        }
        return changes;
    }

    private static List<DifferentFlow> WithElsewhere(Facts then, Facts now, List<DifferentFlow> flows, CancellationToken token)
    {
        var added = Elsewhere(then, flows.Where(flow => flow.IsAdded), token);
        var closed = Elsewhere(now, flows.Where(flow => flow.IsClosed), token);
        return flows.ConvertAll(flow => flow.IsAdded && added.Contains(flow.Id) || flow.IsClosed && closed.Contains(flow.Id) ? flow with { IsElsewhere = true } : flow);
    }

    private static HashSet<long> Elsewhere(Facts facts, IEnumerable<DifferentFlow> flows, CancellationToken token)
    {
        var ids = string.Join("), (", flows.Select(flow => flow.Id.ToString(CultureInfo.InvariantCulture)));
        return ids.Length == 0 ? [] : [.. facts.Query($"SELECT flow.flow_id FROM flow JOIN (VALUES ({ids})) AS wanted(flow_id) USING (flow_id) WHERE {facts.LatestWord}", row => row.GetInt64(0), token)];
    }

    private static string Day(Facts known) => string.Create(CultureInfo.InvariantCulture, $"DATE '{known.Until:yyyy-MM-dd}'");
}
