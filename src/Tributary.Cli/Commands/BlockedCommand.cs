using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>blocked</c></summary>
internal static class BlockedCommand
{
    public static Command Create(Surface surface)
    {
        var plans = new Option<string[]>("--plan") { Description = "Only money onto this plan (FTS id or code); may be given again", HelpName = "ID|CODE", AllowMultipleArgumentsPerToken = false };
        var command = new Command("blocked", "Money on chains with a party that may be, or is, on a sanctions list, by plan and donor, and what would free it") { plans };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<BlockedQuestion, BlockedAnswer>(surface, command, parsed => new BlockedQuestion { Today = ScreeningCommand.Today(surface), Plans = parsed.GetValue(plans) ?? [] },
            (answer, _) => BlockedTables.Of(answer), limit, "tributary blocked", "tributary blocked --plan HAFG20", "tributary blocked --output blocked.xlsx");
    }
}
