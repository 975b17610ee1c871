using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>hidden</c></summary>
internal static class HiddenCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("hidden", "Money that no cluster's, country's, plan's or year's line shows: how much, why, and which flows");
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<HiddenQuestion, HiddenAnswer>(surface, command, parsed => filters.Fill(parsed, new HiddenQuestion { Limit = limit.Of(parsed) }), HiddenTables.Of, limit,
            "tributary hidden --plan 929",
            "tributary hidden --country AFG --year 2020 --format json");
    }
}
