using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>history</c></summary>
internal static class HistoryCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("history", "How requirement and funding changed from day to day, and which documents changed them");
        var filters = new FilterOptions(command);
        return AnswerCommand.Create<HistoryQuestion, HistoryAnswer>(surface, command, parsed => filters.Fill(parsed, new HistoryQuestion()), HistoryTables.Of, LineLimit.AddTo(command),
            "tributary history --plan 929",
            "tributary history --country AFG --year 2020 --format csv");
    }
}
