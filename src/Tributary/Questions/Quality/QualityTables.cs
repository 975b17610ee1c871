using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays the quality of flows out.</summary>
public static class QualityTables
{
    /// <summary>One line for each donor or plan: delays, then what is missing in percent of the flows.</summary>
    public static Tabulated Of(QualityAnswer answer, QualityQuestion question) => new(
        [new Table($"Quality by {answer.By}: {question.Describe()}",
            [
                new(answer.By, "name"), new("flows", "flowCount", Cells.Number, Hxl: "#meta+flows+num"), new("US dollars", "amountUsd", Cells.Money, Shown.WithRoom, "#value+usd"),
                new("median days", "medianDelayDays", Cells.Number), new("9 in 10", "slowestTenthDelayDays", Cells.Number, Shown.WithRoom), new("late", "lateCount", Cells.Number),
                new("no decision", "withoutDecisionDate", Cells.Number, Shown.WithRoom), new("no cluster", "withoutCluster", Cells.Number), new("no recipient", "withoutRecipient", Cells.Number, Shown.WithRoom),
                new("no plan", "withoutPlan", Cells.Number, Shown.WithRoom), new("several years", "severalYears", Cells.Number, Shown.WithRoom), new("several countries", "severalCountries", Cells.Number, Shown.WithRoom),
                new("no text", "withoutDescription", Cells.Number, Shown.WithRoom), new("no day", "withoutDate", Cells.Number, Shown.InFilesOnly), new("no original amount", "withoutOriginalAmount", Cells.Number, Shown.InFilesOnly),
                new("of 0 dollars", "zeroAmounts", Cells.Number, Shown.InFilesOnly), new("reported before decided", "reportedBeforeDecision", Cells.Number, Shown.InFilesOnly), new("with both days", "timedCount", Cells.Number, Shown.InFilesOnly),
            ],
            [.. answer.Lines.Select(line => new object?[]
            {
                line.Name, line.FlowCount, line.AmountUsd, line.MedianDelayDays, (long?)line.SlowestTenthDelayDays, line.LateCount,
                line.WithoutDecisionDate, line.WithoutCluster, line.WithoutRecipient, line.WithoutPlan, line.SeveralYears, line.SeveralCountries,
                line.WithoutDescription, line.WithoutDate, line.WithoutOriginalAmount, line.ZeroAmounts, line.ReportedBeforeDecision, line.TimedCount,
            })])],
        [
            $"Days are from the decision to the first report to FTS, of the flows that state both; late is more than {answer.LateAfterDays} days. The other columns are numbers of flows.",
            "US dollars are of all flows in the filter, pledges and money that moved inside it as well: that is not funding.",
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);
}
