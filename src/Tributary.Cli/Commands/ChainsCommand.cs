using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>chains --plan|--country</c></summary>
internal static class ChainsCommand
{
    public static Command Create(Surface surface)
    {
        var plan = new Option<string?>("--plan") { Description = "Activities that name this plan as their appeal: FTS's id or the plan's code", HelpName = "PLAN" };
        var country = new Option<string?>("--country") { Description = "Activities in this country: a code of ISO 3166-1 or a name", HelpName = "COUNTRY" };
        var command = new Command("chains", "How far the money of IATI activities can be followed, from publisher to publisher, and where and why each trail ends") { plan, country };
        var limit = LineLimit.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(plan) is null && result.GetValue(country) is null) result.AddError("chains: neither --plan nor --country was given; expected one of them, or both");
        });
        return AnswerCommand.Create<ChainsQuestion, ChainsAnswer>(surface, command, parsed => new ChainsQuestion { Plan = parsed.GetValue(plan), Country = parsed.GetValue(country) }, ChainsTables.Of, limit,
            "tributary chains --country AFG",
            "tributary chains --plan HAFG20 --format csv");
    }
}
