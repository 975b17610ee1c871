using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the documents of a ledger out.</summary>
public static class DocumentsTables
{
    /// <summary>One line for each document.</summary>
    public static Tabulated Of(DocumentsAnswer answer) => new([new Table("Documents",
        [
            new("id", "hash"), new("day", "day", Hxl: "#date"), new("known by", "dayBasis", On: Shown.WithRoom), new("format", "format"), new("records", "records", Cells.Number),
            new("left out", "leftOut", Cells.Number, Shown.WithRoom), new("bytes", "bytes", Cells.Number, Shown.WithRoom), new("name", "name", Hxl: "#meta+source"),
        ],
        [.. answer.Documents.Select(document => new object?[] { document.Hash.Short, document.Day, document.DayBasis, document.Format, document.Records, document.LeftOut, document.Bytes, Path.GetFileName(document.Name) })])],
        [$"{CellText.Number(answer.Documents.Count)} documents, {answer.Snapshot}."]);
}
