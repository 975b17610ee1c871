using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays lists of flows out.</summary>
public static class FlowsTables
{
    /// <summary>One line for each flow.</summary>
    public static Tabulated Of(FlowsAnswer answer, FlowsQuestion question)
    {
        var notes = AnswerNotes.Of(answer.Snapshot, answer.AsOf);
        notes.Insert(0, $"All {CellText.Number(answer.FlowCount)} rows add up to {CellText.Money(answer.AmountUsd)}, whatever their status and boundary: that is not funding.");
        return new Tabulated([new Table($"Flows: {question.Describe()} (US dollars)", Columns, [.. answer.Flows.Select(flow => Row(flow))]) { RowsInAll = answer.FlowCount }], notes);
    }

    /// <summary>The columns of a list of flows.</summary>
    internal static IReadOnlyList<Column> Columns { get; } =
    [
        new("flow", "id", Hxl: "#activity+id+fts_internal"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+funding+total+usd"), new("status", "status", On: Shown.WithRoom, Hxl: "#status+name"),
        new("boundary", "boundary", On: Shown.WithRoom, Hxl: "#financial+direction"), new("day", "date", On: Shown.WithRoom, Hxl: "#date"),
        new("donor", "donor", Hxl: "#org+name+funder"), new("recipient", "recipient", Hxl: "#org+name+impl"),
        new("what for", "description", Cells.LongText, Shown.WithRoom, "#description+notes"), new("stated in", "source", Hxl: "#meta+source"),
    ];

    /// <summary>A flow as cells.</summary>
    internal static object?[] Row(FlowLine flow, int sign = 1) =>
    [
        flow.Id.ToString(), sign * flow.AmountUsd, flow.Status, flow.Shared ? $"{flow.Boundary}, shared" : flow.Boundary, flow.Date,
        flow.Donor, flow.Recipient, flow.Description, $"{Path.GetFileName(flow.Source.Name)} {flow.Source.Place}",
    ];
}
