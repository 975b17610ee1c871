using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>documents</c></summary>
internal static class DocumentsCommand
{
    public static Command Create(Surface surface) => AnswerCommand.Create<DocumentsQuestion, DocumentsAnswer>(surface, new Command("documents", "Which documents the ledger holds"),
        _ => new DocumentsQuestion(), (answer, _) => DocumentsTables.Of(answer), limit: null, "tributary documents", "tributary documents --format json");
}
