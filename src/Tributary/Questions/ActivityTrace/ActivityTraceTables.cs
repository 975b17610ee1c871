using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the way of an activity's money out.</summary>
public static class ActivityTraceTables
{
    /// <summary>Two trees: where it comes from, and where it goes. One line for each step and currency.</summary>
    public static Tabulated Of(ActivityTraceAnswer answer)
    {
        var lines = new List<object?[]>();
        lines.Add(Line("asked", 0, $"{answer.Activity.Id} ◀", answer.Activity.Publisher, answer.Activity, null, null));
        Add(lines, "goes to", answer.GoesTo, answer.Activity.Publisher, 1, "");
        var above = new List<object?[]>();
        Add(above, "comes from", answer.ComesFrom, answer.Activity.Publisher, 1, "");
        List<string> notes = [.. answer.Oddities.Select(oddity => oddity + ".")];
        notes.Add($"Came in from other activities: {MovementWords.Sums(answer.CameIn)}; went on to other activities: {MovementWords.Sums(answer.WentOn)}.");
        notes.Add("A movement that both sides state counts once, with the payer's figure. \"inferred\" marks a link that nobody states as a payment.");
        notes.AddRange(ConversionTables.Notes(answer.Conversions));
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return new Tabulated([new Table($"Activity {answer.Activity.Id}: where its money went", Columns, lines), new Table(above.Count == 0 ? "" : "Where it came from", Columns, above), .. ConversionTables.Of(answer.Conversions)], notes);
    }

    private static readonly Column[] Columns =
    [
        new("activity", "tree", Cells.Tree, Shown.ToPeopleOnly), new("direction", "direction", On: Shown.InFilesOnly), new("depth", "depth", Cells.Number, Shown.InFilesOnly), new("id", "activityId", On: Shown.InFilesOnly, Hxl: "#activity+id+iati"),
        new("organisation", "otherOrganisation", On: Shown.ToPeopleOnly), new("organisation", "organisation", On: Shown.InFilesOnly, Hxl: "#org+name"), new("cur.", "currency", Hxl: "#currency"), new("counted", "counted", Cells.Money, Hxl: "#value"),
        new("payer says", "byProvider", Cells.Money, Shown.WithRoom), new("receiver says", "byReceiver", Cells.Money, Shown.WithRoom), new("stated by", "basis"), new("title", "title", On: Shown.WithRoom),
        new("from", "first", On: Shown.InFilesOnly), new("to", "last", On: Shown.InFilesOnly), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
    ];

    private static void Add(List<object?[]> lines, string direction, IReadOnlyList<ActivityTraceNode> steps, string? before, int depth, string below)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            var (step, isLast) = (steps[index], index == steps.Count - 1);
            AddStep(lines, direction, step, before, depth, below + (isLast ? "└─ " : "├─ "));
            Add(lines, direction, step.Next, step.Activity?.Publisher, depth + 1, below + (isLast ? "   " : "│  "));
        }
    }

    private static void AddStep(List<object?[]> lines, string direction, ActivityTraceNode step, string? before, int depth, string branch)
    {
        var name = branch + (step.Activity?.Id ?? $"({MovementWords.Reason(step.End!.Reason)})");
        var organisation = Organisation(step) is var own && own == before ? null : own;
        IReadOnlyList<MovementAmount> amounts = step.Movement?.Amounts ?? [.. step.End!.Amounts.Select(sum => new MovementAmount(sum.Currency, sum.Value, null, sum.Value))];
        if (amounts.Count == 0) lines.Add(Line(direction, depth, name, organisation, step.Activity, step, null));
        for (var index = 0; index < amounts.Count; index++) lines.Add(Line(direction, depth, index == 0 ? name : "", index == 0 ? organisation : null, step.Activity, step, amounts[index]));
    }

    private static string? Organisation(ActivityTraceNode step) => step.End?.Receiver ?? step.Activity?.Publisher ?? (step.Activity is { IsInLedger: false } ? "(not in this ledger)" : null);

    private static object?[] Line(string direction, int depth, string name, string? organisation, ActivityNode? activity, ActivityTraceNode? step, MovementAmount? amount) =>
    [
        name, direction, (long)depth, activity?.Id, organisation, step is null ? activity?.Publisher : Organisation(step), amount?.Currency, amount?.Counted, amount?.ByProvider, amount?.ByReceiver,
        step?.Movement is { } movement ? MovementWords.Basis(movement.Basis) : null, activity?.Title, step?.Movement?.First, step?.Movement?.Last, activity?.Source is { } source ? $"{Path.GetFileName(source.Name)} {source.Place}" : null,
    ];
}
