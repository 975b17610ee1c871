using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>plans</c></summary>
internal static class PlansCommand
{
    public static Command Create(Surface surface)
    {
        var country = new Option<string[]>("--country") { Description = "Only plans for a country", HelpName = "ISO3|NAME" };
        var year = new Option<int[]>("--year") { Description = "Only plans of a year", HelpName = "YEAR" };
        var command = new Command("plans", "Which plans, what they ask for and what they got") { country, year };
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<PlansQuestion, PlansAnswer>(surface, command,
            parsed => new PlansQuestion { Countries = parsed.GetValue(country) ?? [], Years = parsed.GetValue(year) ?? [] }, (answer, _) => PlansTables.Of(answer), limit,
            "tributary plans --country AFG", "tributary plans --year 2026 --format csv");
    }
}
