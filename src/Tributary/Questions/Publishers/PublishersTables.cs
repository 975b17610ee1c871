using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays publishers out.</summary>
public static class PublishersTables
{
    /// <summary>One line for each publisher; then its sums by currency, its oddities, and its findings where they were asked for.</summary>
    public static Tabulated Of(PublishersAnswer answer) => new(
        [.. ((Table[])[Publishers(answer), Sums(answer), Oddities(answer), Findings(answer)]).Where((table, index) => index == 0 || table.Rows.Count > 0)],
        [
            .. answer.Publishers.Count == 0 ? (string[])["No activity was taken in yet: `tributary import FILE` does."] : [],
            "Percent are of transactions. \"traceable\" name the activity on the other side of the money, or at least an organisation there by an identifier of the standard's form.",
            "\"days\" is the median from a transaction to its activity's last change, else to the document's day.",
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static Table Publishers(PublishersAnswer answer) => new("Publishers of IATI data",
        [
            new("publisher", "name", Cells.LongText, Hxl: "#org+name+reporting"), new("id", "id", Hxl: "#org+id+reporting"), new("activities", "activityCount", Cells.Number, Hxl: "#meta+activities+num"), new("transactions", "transactionCount", Cells.Number, Hxl: "#meta+transactions+num"),
            new("humanitarian", "percentHumanitarian", Cells.Percent, Shown.WithRoom), new("traceable", "percentTraceable", Cells.Percent), new("days", "medianDelayDays", Cells.Number), new("latest", "latestTransaction", On: Shown.WithRoom, Hxl: "#date+latest"), new("changed", "latestUpdate", On: Shown.WithRoom, Hxl: "#date+updated"),
            new("place", "percentWithPlace", Cells.Percent, Shown.WithRoom), new("country", "percentWithCountry", Cells.Percent, Shown.InFilesOnly), new("sector", "percentWithSector", Cells.Percent, Shown.WithRoom), new("other side", "percentWithOtherSide", Cells.Percent, Shown.WithRoom),
            new("names activity", "namesActivity", Cells.Number, Shown.InFilesOnly), new("names organisation", "namesOrganisation", Cells.Number, Shown.InFilesOnly), new("without day", "withoutDate", Cells.Number, Shown.InFilesOnly),
            new("secondary", "secondaryCount", Cells.Number, Shown.InFilesOnly), new("humanitarian activities", "humanitarianActivityCount", Cells.Number, Shown.InFilesOnly), new("documents", "documentCount", Cells.Number, Shown.InFilesOnly),
        ],
        [.. answer.Publishers.Select(Row)]);

    private static object?[] Row(PublisherLine line)
    {
        return
        [
            line.Name, line.Id, line.ActivityCount, line.TransactionCount, Share(line.HumanitarianTransactionCount), Share(line.NamesActivity + line.NamesOrganisation), line.MedianDelayDays, line.LatestTransaction, line.LatestUpdate,
            Share(line.WithPlace), Share(line.WithCountry), Share(line.WithSector), Share(line.WithOtherSide), line.NamesActivity, line.NamesOrganisation, line.WithoutDate, line.SecondaryCount, line.HumanitarianActivityCount, line.DocumentCount,
        ];

        decimal? Share(long count) => Percent.Of(count, line.TransactionCount);
    }

    private static Table Sums(PublishersAnswer answer) => new("What their transactions are together",
        [new("publisher", "id"), new("cur.", "currency"), new("committed", "committed", Cells.MoneyIfAny), new("spent", "spent", Cells.MoneyIfAny), new("humanitarian", "humanitarianSpent", Cells.MoneyIfAny, Shown.WithRoom), new("incoming", "incoming", Cells.MoneyIfAny)],
        [.. from line in answer.Publishers from sums in line.Sums select new object?[] { line.Id ?? line.Name, sums.Currency, sums.Committed, sums.Spent, sums.HumanitarianSpent, sums.Incoming }]);

    private static Table Oddities(PublishersAnswer answer) => new("Odd when their documents were imported", [new("publisher", "id"), new("issue", "code"), new("times", "count", Cells.Number), new("or more", "isAtLeast")],
        [.. from line in answer.Publishers from oddity in line.Oddities select new object?[] { line.Id ?? line.Name, oddity.Code, oddity.Count, oddity.IsAtLeast }]);

    private static Table Findings(PublishersAnswer answer) => new("What validation finds in their documents", [new("publisher", "id"), new("severity", "severity"), new("category", "category"), new("findings", "count", Cells.Number)],
        [.. from line in answer.Publishers from finding in line.Findings ?? [] select new object?[] { line.Id ?? line.Name, finding.Severity.ToLowerInvariant(), finding.Category, finding.Count }]);
}
