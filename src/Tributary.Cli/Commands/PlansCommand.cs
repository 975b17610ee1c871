using System.CommandLine;
using Tributary.Cli.Output;
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
        return AnswerCommand.Create(surface, command,
            parsed => new PlansQuestion { Countries = parsed.GetValue(country) ?? [], Years = parsed.GetValue(year) ?? [] }, (answer, parsed) => Lay(answer, limit.Of(parsed)),
            "tributary plans --country AFG", "tributary plans --year 2026 --format csv");
    }

    private static Report Lay(PlansAnswer answer, int limit) => new([new Section("Plans (US dollars)",
        [
            new("plan", "planId", On: Shown.WithRoom), new("code", "code"), new("name", "name"), new("years", "years", On: Shown.WithRoom), new("requirement", "requirementUsd", Cells.Money),
            new("funding", "fundingUsd", Cells.Money), new("published", "publishedFundingUsd", Cells.Money, Shown.WithRoom), new("funded", "percentFunded", Cells.Percent), new("", "bar", Cells.Bar), new("by", "basis", On: Shown.WithRoom),
        ],
        [.. answer.Plans.Take(limit).Select(plan => new object?[]
        {
            plan.PlanId.ToString(System.Globalization.CultureInfo.InvariantCulture), plan.Code, plan.Name, string.Join(' ', plan.Years), plan.RequirementUsd,
            plan.FundingUsd, plan.PublishedFundingUsd, plan.RequirementUsd > 0 ? plan.PercentFunded : null, plan.RequirementUsd > 0 ? plan.PercentFunded : null, plan.Basis,
        })])],
        [.. LineLimit.More(answer.Plans.Count, limit), "\"funding\" is counted from the flows in the ledger, which may not be all. \"funded\" uses it for plans of one country, else what is published.", .. Notes.Of(answer.Snapshot, answer.AsOf)]);
}
