using Tributary.Provenance;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays a history out.</summary>
public static class HistoryTables
{
    /// <summary>One line for each day on which something changed, then what changed it.</summary>
    public static Tabulated Of(HistoryAnswer answer, HistoryQuestion question) => new(
        [Steps(answer, $"History: {(answer.Plan is { } plan ? plan : question.Describe())} (US dollars)"), Causes(answer)],
        [
            "\"funding\" is counted from the flows known on the day; \"published\" is what others published by then.",
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static Table Steps(HistoryAnswer answer, string title)
    {
        var ofPlan = answer.Plan is null ? Shown.InFilesOnly : Shown.Always;
        return new Table(title,
            [
                new("day", "day", Hxl: "#date"), new("requirement", "requirementUsd", Cells.Money, ofPlan, "#value+funding+required+usd"),
                new("published", "publishedFundingUsd", Cells.Money, ofPlan, "#value+funding+total+published+usd"), new("funding", "fundingUsd", Cells.Money, Hxl: "#value+funding+total+usd"),
                new("change", "changeUsd", Cells.Money, Shown.WithRoom, "#value+funding+change+usd"), new("flows", "flowCount", Cells.Number, Shown.WithRoom, "#meta+flows+num"),
                new("funded", "percentFunded", Cells.Percent, ofPlan, "#value+funding+pct"), new("", "bar", Cells.Bar, ofPlan),
                new("original requirement", "originalRequirementUsd", Cells.Money, Shown.InFilesOnly, "#value+funding+required+original+usd"),
            ],
            [.. answer.Steps.Select((step, index) => new object?[]
            {
                step.Day, step.Requirement?.Value, step.PublishedFunding?.Value, step.FundingUsd, step.FundingUsd - (index == 0 ? 0 : answer.Steps[index - 1].FundingUsd),
                step.FlowCount, step.PercentFunded, step.PercentFunded, step.OriginalRequirement?.Value,
            })]);
    }

    private static Table Causes(HistoryAnswer answer) => new("What changed it",
        [
            new("day", "day", Hxl: "#date"), new("what", "what"), new("change", "changeUsd", Cells.Money, Hxl: "#value+change+usd"), new("new", "flowsNew", Cells.Number, Shown.WithRoom),
            new("changed", "flowsChanged", Cells.Number, Shown.WithRoom), new("closed", "flowsClosed", Cells.Number, Shown.WithRoom), new("stated in", "source", Hxl: "#meta+source"), new("basis", "basis", On: Shown.WithRoom),
        ],
        [.. answer.Steps.SelectMany(step => step.Causes.Select(cause => new object?[]
        {
            step.Day, cause.What, cause.ChangeUsd, cause.FlowsNew, cause.FlowsChanged, cause.FlowsClosed, Source(cause.Source), cause.Basis,
        }))]);

    private static string? Source(SourceLocation? source) => source is null ? null : $"{Path.GetFileName(source.Name)} {source.Place}".TrimEnd();
}
