using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays hidden money out.</summary>
public static class HiddenTables
{
    /// <summary>One line for each reason, then for each group that shares money, then the flows.</summary>
    public static Tabulated Of(HiddenAnswer answer, HiddenQuestion question)
    {
        List<string> notes = ["Reasons overlap: one flow may be without a cluster and without a plan. \"of funding\" says whether the money is in the total; what is not stands beside it as shared.", "Amounts are net: what moved inside the boundary is taken off where it came from, as its flows show with a minus."];
        if (answer.Lines.Any(line => line.Groups.Any(group => group.FoldedInto is not null))) notes.Add("FTS publishes some groups folded into smaller ones; where, is inferred from the amounts. The totals agree.");
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        var title = $"On no line: {question.Describe()} (US dollars; funding {CellText.Money(answer.FundingUsd)}, shared beside it {CellText.Money(answer.SharedUsd)})";
        return new Tabulated([Lines(answer, title), Groups(answer), Flows(answer)], notes);
    }

    private static Table Lines(HiddenAnswer answer, string title) => new(title,
        [
            new("reason", "reason"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+usd"), new("of all", "percentOfFunding", Cells.Percent, Hxl: "#value+pct"), new("", "bar", Cells.Bar),
            new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num"), new("of funding", "inFunding"),
        ],
        [.. answer.Lines.Select(line => new object?[] { line.Reason, line.AmountUsd, PercentOf(line, answer), PercentOf(line, answer), line.FlowCount, line.InFunding })]) { IsOfSums = true };

    private static decimal? PercentOf(HiddenLine line, HiddenAnswer answer) => line.InFunding ? Percent.Of(line.AmountUsd, answer.FundingUsd) : null;

    private static Table Groups(HiddenAnswer answer) => new("Money that several share",
        [
            new("reason", "reason"), new("shared by", "group"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+usd"), new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num"),
            new("published", "publishedUsd", Cells.Money, Shown.WithRoom), new("published under", "foldedInto", On: Shown.WithRoom),
        ],
        [.. answer.Lines.SelectMany(line => line.Groups.Select(group => new object?[] { line.Reason, group.Names, group.AmountUsd, group.FlowCount, group.PublishedUsd, group.FoldedInto }))]);

    private static Table Flows(HiddenAnswer answer) => new("The flows",
        [new("reason", "reason"), .. FlowsTables.Columns.Select(column => column.Name == "recipient" ? column with { On = Shown.WithRoom } : column)],
        [.. answer.Flows.Select(flow => (object?[])[flow.Reason, .. FlowsTables.Row(flow.Flow, flow.Sign)])]) { RowsInAll = answer.FlowCount };
}
