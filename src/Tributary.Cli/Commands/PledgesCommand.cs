using System.CommandLine;
using Tributary.Questions;

namespace Tributary.Cli.Commands;

/// <summary><c>pledges</c></summary>
internal static class PledgesCommand
{
    public static Command Create(Surface surface)
    {
        var conference = new Option<string?>("--conference") { Description = "The pledges made at a conference", HelpName = "ID" };
        var plan = new Option<string?>("--plan") { Description = "The pledges to a plan: those that FTS reports and those that were entered", HelpName = "ID|CODE" };
        var country = new Option<string?>("--country") { Description = "The pledges for a country: those that FTS reports and those that were entered", HelpName = "ISO3|NAME" };
        var year = new Option<int?>("--year") { Description = "Only pledges for this year", HelpName = "YEAR" };
        year.Validators.Add(result => CommonOptions.RefuseOutside(result, 1900, 2200));
        var command = new Command("pledges", "What was promised, and what became of it: committed, paid, outstanding") { conference, plan, country, year };
        command.Validators.Add(result =>
        {
            var named = ((ReadOnlySpan<Option>)[conference, plan, country]).ToArray().Count(option => result.GetResult(option) is { Implicit: false });
            if (named != 1) result.AddError($"pledges: {(named == 0 ? "of what was not said" : "several scopes")}; expected one of --conference, --plan and --country; name one");
        });
        var limit = LineLimit.AddTo(command);
        return AnswerCommand.Create<PledgesQuestion, PledgesAnswer>(surface, command,
            parsed => new PledgesQuestion { Conference = parsed.GetValue(conference), Plan = parsed.GetValue(plan), Country = parsed.GetValue(country), Year = parsed.GetValue(year) }, (answer, _) => PledgesTables.Of(answer), limit,
            "tributary pledges --conference moscow-2021-10-20", "tributary pledges --country AFG --year 2021", "tributary pledges --plan HAFG21 --as-of 2021-12-31 --format csv");
    }
}
