using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays plans out.</summary>
public static class PlansTables
{
    /// <summary>One line for each plan.</summary>
    public static Tabulated Of(PlansAnswer answer) => new([new Table("Plans (US dollars)",
        [
            new("plan", "planId", On: Shown.WithRoom, Hxl: "#activity+appeal+id+fts_internal"), new("code", "code", Hxl: "#activity+appeal+id+external"), new("name", "name", Hxl: "#activity+appeal+name"),
            new("years", "years", On: Shown.WithRoom, Hxl: "#date+year"), new("requirement", "requirementUsd", Cells.Money, Hxl: "#value+funding+required+usd"),
            new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"), new("published", "publishedFundingUsd", Cells.Money, answer.Plans.Any(RestsOnPublished) ? Shown.Always : Shown.WithRoom, "#value+funding+total+published+usd"),
            new("funded", "percentFunded", Cells.Percent, Hxl: "#value+funding+pct"), new("", "bar", Cells.Bar), new("by", "basis", On: Shown.WithRoom),
        ],
        [.. answer.Plans.Select(Row)])],
        ["\"funding\" is counted from the flows in the ledger, which may not be all. \"funded\" uses it for plans of one country, else what is published.", .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    private static bool RestsOnPublished(PlanLine plan) => plan is { Basis: "published", PercentFunded: not null };

    private static object?[] Row(PlanLine plan)
    {
        var funded = plan.RequirementUsd > 0 ? plan.PercentFunded : null;
        return [plan.PlanId.ToString(CultureInfo.InvariantCulture), plan.Code, plan.Name, string.Join(' ', plan.Years), plan.RequirementUsd, plan.FundingUsd, plan.PublishedFundingUsd, funded, funded, plan.Basis];
    }
}
