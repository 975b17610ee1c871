using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>flows</c></summary>
internal static class FlowsCommand
{
    public static Command Create(Surface surface)
    {
        var command = new Command("flows", "Which flows, largest first, each with the document that states it");
        var filters = new FilterOptions(command);
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<FlowsQuestion, FlowsAnswer>(surface, command,
            parsed => filters.Fill(parsed, new FlowsQuestion { Limit = limit.Of(parsed) }), FlowsTables.Of, limit,
            "tributary flows --plan 929 --donor \"World Bank\"",
            "tributary flows --country AFG --year 2020 --status paid --limit 0 --format csv");
    }
}
