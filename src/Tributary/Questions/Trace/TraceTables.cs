using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays a tree of flows out.</summary>
public static class TraceTables
{
    /// <summary>One line for each flow, the parts below their whole.</summary>
    public static Tabulated Of(TraceAnswer answer)
    {
        var rows = new List<object?[]>();
        Add(rows, answer.Root, null, 0, "", "");
        var missing = Missing(answer.Root);
        List<string> notes = [.. answer.Oddities.Select(oddity => oddity + "."), "\"keeps\" is what was not passed on: FTS states it for parked flows; of others it is the amount less the parts."];
        if (missing > 0) notes.Add($"{CellText.Number(missing)} {(missing == 1 ? "flow is" : "flows are")} named by the others and not in this ledger: what they hold is unknown.");
        notes.AddRange(Open(answer.Root).Select(node => $"Flow {node.Id}: parts of it are not in this ledger, so its whole is not known; it is at least {CellText.Money(node.LeastUsd)}."));
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return new Tabulated([new Table($"Flow {answer.Flow} and what it is part of (US dollars)",
            [
                new("flow", "tree", Cells.Tree, Shown.ToPeopleOnly), new("id", "id", On: Shown.InFilesOnly, Hxl: "#activity+id+fts_internal"), new("part of", "parentId", On: Shown.InFilesOnly), new("depth", "depth", Cells.Number, Shown.InFilesOnly), new("whole", "wholeUsd", Cells.Money, Hxl: "#value+usd"), new("passed on", "passedOnUsd", Cells.MoneyIfAny), new("keeps", "keptUsd", Cells.Money, Hxl: "#value+rest+usd"),
                new("status", "status", On: Shown.WithRoom, Hxl: "#status+name"), new("type", "flowType", On: Shown.WithRoom), new("day", "date", On: Shown.WithRoom, Hxl: "#date"),
                new("donor", "donor", Hxl: "#org+name+funder"), new("recipient", "recipient", Hxl: "#org+name+impl"), new("where", "countries", On: Shown.WithRoom, Hxl: "#country+iso3+impl"),
                new("stated in", "source", On: Shown.WithRoom, Hxl: "#meta+source"),
            ], rows)], notes);
    }

    private static void Add(List<object?[]> rows, TraceNode node, TraceNode? parent, int depth, string branch, string below)
    {
        var flow = node.Flow;
        rows.Add(
        [
            $"{branch}{node.Id}{(node.IsAsked ? " ◀" : "")}", node.Id.ToString(), parent?.Id.ToString(), (long)depth, node.WholeUsd, node.PassedOnUsd, node.Parts.Count > 0 ? node.KeptUsd : null,
            flow?.Status, flow?.FlowType, flow?.Date, flow is null ? "(not in this ledger)" : flow.Donor, flow?.Recipient, flow?.Countries, flow is null ? null : $"{Path.GetFileName(flow.Source.Name)} {flow.Source.Place}",
        ]);
        for (var index = 0; index < node.Parts.Count; index++)
        {
            var isLast = index == node.Parts.Count - 1;
            Add(rows, node.Parts[index], node, depth + 1, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "));
        }
    }

    private static IEnumerable<TraceNode> Open(TraceNode node) => node.Parts.SelectMany(Open).Concat(node is { Flow: not null, WholeUsd: null } ? [node] : []);

    private static int Missing(TraceNode node) => (node.Flow is null ? 1 : 0) + node.Parts.Sum(Missing);
}
