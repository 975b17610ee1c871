using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>documents</c></summary>
internal static class DocumentsCommand
{
    public static Command Create(Surface surface) => AnswerCommand.Create(surface, new Command("documents", "Which documents the ledger holds"),
        _ => new DocumentsQuestion(), (answer, _) => Lay(answer), "tributary documents", "tributary documents --format json");

    private static Report Lay(DocumentsAnswer answer) => new([new Section("Documents",
        [new("id", "hash"), new("day", "day"), new("known by", "dayBasis", On: Shown.WithRoom), new("format", "format"), new("records", "records", Cells.Number), new("left out", "leftOut", Cells.Number, Shown.WithRoom), new("bytes", "bytes", Cells.Number, Shown.WithRoom), new("name", "name")],
        [.. answer.Documents.Select(document => new object?[] { document.Hash.Short, document.Day, document.DayBasis, document.Format, document.Records, document.LeftOut, document.Bytes, Path.GetFileName(document.Name) })])],
        [$"{answer.Documents.Count:N0} documents, {answer.Snapshot}."]);
}
