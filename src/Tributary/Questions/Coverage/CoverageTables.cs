using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the coverage answer out.</summary>
public static class CoverageTables
{
    /// <summary>The plan by cluster, then in all.</summary>
    public static Tabulated Of(CoverageAnswer answer) => new([Clusters(answer), Totals(answer)], Sentences(answer));

    private static Table Totals(CoverageAnswer answer) => new("In all (US dollars)",
        [new("", "figure", Hxl: "#meta+figure"), new("amount", "amountUsd", Cells.Money, Hxl: "#value+usd"), new("", "bar", Cells.Bar)],
        [
            ["original requirement", answer.OriginalRequirementUsd, null],
            ["requirement", answer.RequirementUsd, null],
            ["funding", answer.FundingUsd, answer.PercentFunded],
            ["unmet", answer.UnmetUsd, null],
            ["pledged, beside it", answer.PledgedUsd, null],
            ["shared with other plans, beside it", answer.SharedUsd, null],
        ]);

    // What is published is shown only where it says something else.
    private static Table Clusters(CoverageAnswer answer) => new(
        $"{answer.Name} ({answer.Code ?? "no code"}, plan {answer.PlanId}): {(answer.PercentFunded is { } percent ? $"{CellText.Percent(percent)} funded" : "requirement unknown")}",
        [
            new("cluster", "name", Hxl: "#sector+cluster+name"), new("id", "id", On: Shown.WithRoom, Hxl: "#sector+cluster+code"),
            new("requirement", "requirementUsd", Cells.Money, Hxl: "#value+funding+required+usd"), new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"),
            new("funded", "percentFunded", Cells.Percent, Hxl: "#value+funding+pct"), new("", "bar", Cells.Bar), new("shared", "sharedUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+funding+shared+usd"),
            new("published", "publishedFundingUsd", Cells.Money, OnlyIf(answer.Clusters.Any(cluster => cluster.PublishedFundingUsd is { } published && published != cluster.FundingUsd)), "#value+funding+total+published+usd"),
            new("shared, publ.", "publishedSharedUsd", Cells.Money, OnlyIf(answer.Clusters.Any(cluster => cluster.PublishedSharedUsd is { } published && published != cluster.SharedUsd)), "#value+funding+shared+published+usd"),
        ],
        [.. answer.Clusters.Select(cluster => new object?[]
        {
            cluster.Name, cluster.Id, cluster.RequirementUsd, cluster.FundingUsd, cluster.PercentFunded, cluster.PercentFunded,
            cluster.SharedUsd, cluster.PublishedFundingUsd, cluster.PublishedSharedUsd,
        })]);

    private static Shown OnlyIf(bool different) => different ? Shown.WithRoom : Shown.InFilesOnly;

    private static List<string> Sentences(CoverageAnswer answer)
    {
        var notes = new List<string>();
        if (answer.RequirementBasis.Length > 0) notes.Add($"The requirement is {answer.RequirementBasis}.");
        foreach (var reason in answer.Clusters.Where(cluster => cluster.Why.Length > 0).GroupBy(cluster => cluster.Why, StringComparer.Ordinal))
        {
            notes.Add($"Published figures differ for {string.Join(", ", reason.Select(cluster => cluster.Name))}: {reason.Key}.");
        }
        notes.Add("The column \"shared\" is money that names the cluster among others; it is part of the shared line and adds up to nothing.");
        notes.AddRange(AnswerNotes.Of(answer.Snapshot, answer.AsOf, answer.Inferred, answer.Published is { } published ? [published] : []));
        return notes;
    }
}
