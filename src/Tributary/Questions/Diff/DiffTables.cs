using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays a difference out.</summary>
public static class DiffTables
{
    private const string Amount = "amountUSD";

    /// <summary>One line for each flow added or closed and for each field changed, after the totals.</summary>
    public static Tabulated Of(DiffAnswer answer, DiffQuestion question) => new(
        [Flows(answer, $"From {CellText.Day(answer.From)} to {CellText.Day(answer.To)}: {question.Describe()} (US dollars)"), Totals(answer)],
        [
            .. question.To > answer.To ? [$"No document of the ledger is of {CellText.Day(question.To.Value)}: the answer is as of {CellText.Day(answer.To)}, the day of the latest."] : Array.Empty<string>(),
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static Table Totals(DiffAnswer answer) => new("In all (US dollars)",
        [new("", "figure"), new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"), new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num")],
        [
            [$"funding as of {CellText.Day(answer.From)}", answer.FundingFromUsd, null],
            ["  added", answer.AddedUsd, answer.AddedCount],
            ["  changed", answer.ChangedUsd, answer.ChangedCount],
            ["  closed or moved out", answer.ClosedUsd, answer.ClosedCount],
            .. answer.NamesUsd == 0 ? (object?[][])[] : [["  found under other names", answer.NamesUsd, null]],
            [$"funding as of {CellText.Day(answer.To)}", answer.FundingToUsd, null],
        ]) { IsOfSums = true };

    private static Table Flows(DiffAnswer answer, string title) => new(title,
        [
            new("flow", "id", Hxl: "#activity+id+fts_internal"), new("how", "how"), new("field", "field"), new("before", "shownBefore", Cells.LongText, Shown.ToPeopleOnly), new("after", "shownAfter", Cells.LongText, Shown.ToPeopleOnly),
            new("before", "before", Cells.LongText, Shown.InFilesOnly), new("after", "after", Cells.LongText, Shown.InFilesOnly),
            new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+change+usd"), new("donor", "donor", On: Shown.WithRoom, Hxl: "#org+name+funder"), new("recipient", "recipient", On: Shown.WithRoom, Hxl: "#org+name+impl"),
            new("stated in", "source", On: Shown.WithRoom, Hxl: "#meta+source"),
        ],
        [.. answer.Added.Select(flow => Row(flow, new FieldChange(Amount, null, Plain(flow)), flow.FundingUsd)), .. answer.Closed.Select(flow => Row(flow, new FieldChange(Amount, Plain(flow), null), flow.FundingUsd)), .. answer.Changed.SelectMany(Fields)])
        { RowsInAll = answer.AddedCount + answer.ClosedCount + answer.ChangedCount > answer.Added.Count + answer.Closed.Count + answer.Changed.Count ? answer.AddedCount + answer.ClosedCount + answer.ChangedCount : null };

    // The flow's change of funding stands once, on its first field.
    private static IEnumerable<object?[]> Fields(FlowDifference flow) => flow.Fields.Count == 0
        ? [Row(flow, null, flow.FundingUsd)]
        : flow.Fields.Select((field, index) => Row(flow, field, index == 0 ? flow.FundingUsd : null));

    private static object?[] Row(FlowDifference flow, FieldChange? field, decimal? funding) =>
    [
        flow.Flow.Id.ToString(), flow.How, field?.Field, ForPeople(field, field?.Before), ForPeople(field, field?.After), field?.Before, field?.After, funding,
        flow.Flow.Donor, flow.Flow.Recipient, $"{Path.GetFileName(flow.Flow.Source.Name)} {flow.Flow.Source.Place}",
    ];

    private static string Plain(FlowDifference flow) => flow.Flow.AmountUsd.ToString("0.####", CultureInfo.InvariantCulture);

    // Machines read a number as it is; people want its thousands apart.
    private static string? ForPeople(FieldChange? field, string? value) =>
        field?.Field is Amount or "originalAmount" && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? CellText.Money(amount) : value;
}
