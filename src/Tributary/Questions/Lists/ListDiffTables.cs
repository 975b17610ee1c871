using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the difference between two versions of a list out.</summary>
public static class ListDiffTables
{
    /// <summary>One line for each entry added or removed and for each field changed, after the totals.</summary>
    public static Tabulated Of(ListDiffAnswer answer) => new([Entries(answer), Totals(answer)],
    [
        $"Compared: {answer.FromVersion.Source.Document.Short} of {CellText.Day(answer.FromVersion.Day)} and {answer.ToVersion.Source.Document.Short} of {CellText.Day(answer.ToVersion.Day)}.",
        .. answer.NotCompared.Count == 0 ? (string[])[] : [$"Not compared, because the form of one of them does not state it: {string.Join(", ", answer.NotCompared)}."],
        .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
    ]);

    private static Table Totals(ListDiffAnswer answer) => new("In all", [new("", "figure"), new("entries", "entries", Cells.Number)],
    [
        [$"on {CellText.Day(answer.From)}", (long)answer.FromVersion.Entries],
        ["  added", (long)answer.Added.Count],
        ["  removed", (long)answer.Removed.Count],
        ["  changed", (long)answer.Changed.Count],
        ["  unchanged", (long)answer.UnchangedCount],
        [$"on {CellText.Day(answer.To)}", (long)answer.ToVersion.Entries],
    ]) { IsOfSums = true };

    private static Table Entries(ListDiffAnswer answer) => new($"The list {answer.List} from {CellText.Day(answer.From)} to {CellText.Day(answer.To)}",
    [
        new("entry", "id"), new("how", "how"), new("name", "name"), new("field", "field", On: Shown.WithRoom), new("before", "before", Cells.LongText, Shown.WithRoom), new("after", "after", Cells.LongText, Shown.WithRoom),
        new("type", "type", On: Shown.InFilesOnly), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
    ],
    [
        .. answer.Added.Select(entry => Row(entry, "added", null)),
        .. answer.Removed.Select(entry => Row(entry, "removed", null)),
        .. answer.Changed.SelectMany(entry => entry.Fields.Select(field => Row(entry, "changed", field))),
    ]);

    private static object?[] Row(ListedDifference entry, string how, FieldChange? field) =>
        [entry.Id, how, entry.Name, field?.Field, field?.Before, field?.After, entry.Type.ToString().ToLowerInvariant(), entry.Source.ToString()];
}
