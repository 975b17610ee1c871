using System.CommandLine;
using Tributary.Cli.Output;
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
        return AnswerCommand.Create(surface, command,
            parsed => new CoverageQuestion { Plan = parsed.GetValue(plan)!, ByGlobalCluster = parsed.GetValue(global) }, (answer, _) => Lay(answer),
            "tributary coverage --plan 929",
            "tributary coverage --plan HAFG20 --global-clusters --format csv");
    }

    private static Report Lay(CoverageAnswer answer) => new([Clusters(answer), Totals(answer)], Sentences(answer));

    private static Section Totals(CoverageAnswer answer) => new("In all (US dollars)",
        [new("", "figure"), new("amount", "amountUsd", Cells.Money), new("", "bar", Cells.Bar)],
        [
            ["original requirement", answer.OriginalRequirementUsd, null],
            ["requirement", answer.RequirementUsd, null],
            ["funding", answer.FundingUsd, answer.PercentFunded],
            ["unmet", answer.UnmetUsd, null],
            ["pledged, beside it", answer.PledgedUsd, null],
            ["shared with other plans, beside it", answer.SharedUsd, null],
        ]);

    // What is published is shown only where it says something else.
    private static Section Clusters(CoverageAnswer answer) => new(
        $"{answer.Name} ({answer.Code ?? "no code"}, plan {answer.PlanId}): {(answer.PercentFunded is { } percent ? $"{TableWriter.Text(percent, Cells.Percent)} funded" : "requirement unknown")}",
        [
            new("cluster", "name"), new("id", "id", On: Shown.WithRoom), new("requirement", "requirementUsd", Cells.Money), new("funding", "fundingUsd", Cells.Money),
            new("funded", "percentFunded", Cells.Percent), new("", "bar", Cells.Bar), new("shared", "sharedUsd", Cells.MoneyIfAny, Shown.WithRoom),
            new("published", "publishedFundingUsd", Cells.Money, OnlyIf(answer.Clusters.Any(cluster => cluster.PublishedFundingUsd is { } published && published != cluster.FundingUsd))),
            new("shared, publ.", "publishedSharedUsd", Cells.Money, OnlyIf(answer.Clusters.Any(cluster => cluster.PublishedSharedUsd is { } published && published != cluster.SharedUsd))),
        ],
        [.. answer.Clusters.Select(cluster => new object?[]
        {
            cluster.Name, cluster.Id, cluster.RequirementUsd, cluster.FundingUsd, cluster.PercentFunded, cluster.PercentFunded,
            cluster.SharedUsd, cluster.PublishedFundingUsd, cluster.PublishedSharedUsd,
        })]);

    private static Shown OnlyIf(bool different) => different ? Shown.WithRoom : Shown.InCsvOnly;

    private static List<string> Sentences(CoverageAnswer answer)
    {
        var notes = new List<string>();
        if (answer.RequirementBasis.Length > 0) notes.Add($"The requirement is {answer.RequirementBasis}.");
        foreach (var reason in answer.Clusters.Where(cluster => cluster.Why.Length > 0).GroupBy(cluster => cluster.Why, StringComparer.Ordinal))
        {
            notes.Add($"Published figures differ for {string.Join(", ", reason.Select(cluster => cluster.Name))}: {reason.Key}.");
        }
        notes.Add("The column \"shared\" is money that names the cluster among others; it is part of the shared line and adds up to nothing.");
        notes.AddRange(Notes.Of(answer.Snapshot, answer.AsOf, answer.Inferred, answer.Published is { } published ? [published] : []));
        return notes;
    }
}
