using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>coverage</c></summary>
internal static class CoverageCommand
{
    public static Command Create(Surface surface)
    {
        var plan = new Option<string>("--plan") { Description = "The plan: FTS id or code", HelpName = "ID|CODE", Required = true };
        var global = new Option<bool>("--global-clusters") { Description = "Break down by the clusters that are the same across plans" };
        var command = new Command("coverage", "How much of a plan's requirement is met, in all and by cluster") { plan, global };
        return AnswerCommand.Create<CoverageQuestion, CoverageAnswer>(surface, command,
            parsed => new CoverageQuestion { Plan = parsed.GetValue(plan)!, ByGlobalCluster = parsed.GetValue(global) }, (answer, _) => CoverageTables.Of(answer), limit: null,
            "tributary coverage --plan 929",
            "tributary coverage --plan HAFG20 --global-clusters --format csv");
    }
}
