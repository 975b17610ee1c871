using Tributary.Activities;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays sums of transactions out.</summary>
public static class ActivitySumsTables
{
    /// <summary>One line for each group and currency; by type, the types stand beside one another.</summary>
    public static Tabulated Of(ActivitySumsAnswer answer, ActivitySumsQuestion question) => new(
        [
            new Table($"Transactions by {question.By.ToString().ToLowerInvariant()}: {question.Describe()}",
                answer.By is ActivityGrouping.Type or ActivityGrouping.Humanitarian ? Plain : Columns(answer.By),
                [.. answer.By is ActivityGrouping.Type or ActivityGrouping.Humanitarian ? answer.Lines.Select(Row) : Grouped(answer)]),
            .. ConversionTables.Of(answer.Conversions),
        ],
        [.. answer.Lines.Count == 0 ? (string[])["No transaction of this ledger fits."] : [], .. ActivitiesTables.Notes(question, answer.Undivided, answer.Uncounted), .. ConversionTables.Notes(answer.Conversions), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    private static readonly Column[] Plain =
    [
        new("type", "type", On: Shown.InFilesOnly), new("type", "typeName"), new("humanitarian", "isHumanitarian"), new("currency", "currency", Hxl: "#currency"), new("sum", "sum", Cells.Money, Hxl: "#value"), new("transactions", "transactionCount", Cells.Number, Hxl: "#meta+transactions+num"),
    ];

    private static Column[] Columns(ActivityGrouping by) =>
    [
        new(by.ToString().ToLowerInvariant(), "name"), new("code", "code", On: Shown.WithRoom), new("vocabulary", "vocabulary", On: Shown.InFilesOnly), new("rest", "rest", On: Shown.InFilesOnly), new("cur.", "currency", Hxl: "#currency"),
        new("committed", "committed", Cells.MoneyIfAny, Hxl: "#value+committed"), new("spent", "spent", Cells.MoneyIfAny, Hxl: "#value+spent"), new("humanitarian", "humanitarianSpent", Cells.MoneyIfAny, Shown.WithRoom, "#value+spent+humanitarian"),
        new("incoming", "incoming", Cells.MoneyIfAny, Hxl: "#value+incoming"), new("transactions", "transactionCount", Cells.Number, Shown.WithRoom, "#meta+transactions+num"),
    ];

    private static object?[] Row(ActivitySum line) => [line.Type, TransactionTypes.NameOf(line.Type), line.IsHumanitarian, line.Currency, line.Sum, line.TransactionCount];

    private static IEnumerable<object?[]> Grouped(ActivitySumsAnswer answer) =>
        from line in answer.Lines
        group line by new SumGroup(line.Code, line.Vocabulary, line.Name, line.Rest) into lines
        from sums in CurrencySums.Of(lines.Select(line => new CountedPart(line.Type, line.Currency, line.IsHumanitarian, line.Sum, line.TransactionCount)))
        orderby lines.Key.Rest is not null, sums.Currency, sums.Spent descending, sums.Committed descending
        select new object?[] { lines.Key.Name, lines.Key.Code, lines.Key.Vocabulary, lines.Key.Rest?.ToString(), sums.Currency, sums.Committed, sums.Spent, sums.HumanitarianSpent, sums.Incoming, sums.TransactionCount };
}
