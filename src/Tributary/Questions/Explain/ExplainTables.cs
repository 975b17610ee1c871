using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays an explanation out.</summary>
public static class ExplainTables
{
    /// <summary>The flows behind a figure, or the documents that state it.</summary>
    public static Tabulated Of(Explanation answer, ExplainQuestion question)
    {
        var title = $"{answer.Figure}: {question.Describe()} = {CellText.Money(answer.ValueUsd)} US dollars";
        List<string> notes = [];
        if (answer.Documents.Count == 0) notes.Add($"{CellText.Number(answer.Flows.Count)} flows add up to {CellText.Money(answer.SumUsd)}: {(answer.Agrees ? "the figure" : "NOT the figure, which is a bug: please report it")}.");
        if (answer.Basis.Length > 0) notes.Add($"Basis: {answer.Basis}.");
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf));
        return new Tabulated([answer.Documents.Count > 0 ? Documents(title, answer) : Flows(title, answer)], notes);
    }

    private static Table Documents(string title, Explanation answer) => new(title,
        [new("stated in", "document", Hxl: "#meta+source"), new("place", "place", Hxl: "#meta+source+place")],
        [.. answer.Documents.Select(stated => new object?[] { $"{stated.Name} ({stated.Document.Short})", stated.Place })]);

    private static Table Flows(string title, Explanation answer) => new(title, FlowsTables.Columns, [.. answer.Flows.Select(flow => FlowsTables.Row(flow.Flow, flow.Sign))]);
}
