using Tributary.Activities;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays activities out.</summary>
public static class ActivitiesTables
{
    /// <summary>One line for each activity (and currency, where it has several), then the sums by currency.</summary>
    public static Tabulated Of(ActivitiesAnswer answer, ActivitiesQuestion question) => new(
        [
            new Table($"Activities: {question.Describe()} ({CellText.Number(answer.ActivityCount)} with {CellText.Number(answer.TransactionCount)} transactions)",
                [
                    new("activity", "id", Hxl: "#activity+id+iati"), new("publisher", "publisherId", On: Shown.WithRoom, Hxl: "#org+id+reporting"), new("publisher", "publisher", On: Shown.InFilesOnly, Hxl: "#org+name+reporting"), new("title", "title", Cells.LongText, Hxl: "#activity+name"),
                    new("where", "countries", On: Shown.WithRoom, Hxl: "#country+code+v_iso2"), new("status", "status", On: Shown.WithRoom, Hxl: "#status+name"), new("cur.", "currency", Hxl: "#currency"),
                    new("committed", "committed", Cells.MoneyIfAny, Hxl: "#value+committed"), new("spent", "spent", Cells.MoneyIfAny, Hxl: "#value+spent"), new("humanitarian", "humanitarianSpent", Cells.MoneyIfAny, Shown.InFilesOnly, "#value+spent+humanitarian"), new("incoming", "incoming", Cells.MoneyIfAny, Shown.WithRoom, "#value+incoming"),
                    new("transactions", "transactionCount", Cells.Number, Shown.InFilesOnly, "#meta+transactions+num"), new("latest", "latestTransaction", On: Shown.WithRoom, Hxl: "#date+latest"), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
                ],
                [.. answer.Activities.SelectMany(Rows)]),
            .. answer.Totals.Count == 0 ? (Table[])[] : [Totals(answer.Totals)],
            .. ConversionTables.Of(answer.Conversions),
        ],
        [.. answer.ActivityCount == 0 ? (string[])["No activity of this ledger fits."] : [], .. Notes(question, answer.Undivided, answer.Uncounted), .. ConversionTables.Notes(answer.Conversions), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>What a reader has to know about sums of transactions.</summary>
    internal static IEnumerable<string> Notes(ActivityFilter filter, IReadOnlyList<UndividedSum> undivided, UncountedTransactions uncounted)
    {
        yield return "\"spent\" is disbursements and expenditure. Transactions of several publishers can report the same money: sums over publishers are no funding.";
        var (places, sectors) = (filter.Countries.Count > 0, filter.Sectors.Count + filter.Clusters.Count > 0);
        if (places || sectors) yield return "Of each transaction the part counts that its percentages, else its activity's, give to what was asked for.";
        if ((places && sectors) || (filter.Sectors.Count > 0 && filter.Clusters.Count > 0)) yield return "Inferred: nobody states countries, sectors and clusters together; the percentages of each are multiplied.";
        foreach (var sum in undivided) yield return $"Beside the sums: {sum.Currency} {CellText.Money(sum.Sum)} of {CellText.Number(sum.TransactionCount)} {TransactionTypes.NameOf(sum.Type)} transactions, of which an unknown part is for it.";
        if (uncounted.Unreadable > 0) yield return $"In no sum: {CellText.Number(uncounted.Unreadable)} transactions whose amount cannot be read.";
        if (uncounted.WithoutCurrency > 0) yield return $"In no sum: {CellText.Number(uncounted.WithoutCurrency)} transactions of which nobody states the currency.";
    }

    private static IEnumerable<object?[]> Rows(ActivityLine line)
    {
        foreach (var sums in line.Sums.Count == 0 ? [null] : line.Sums.Cast<CurrencySums?>())
        {
            yield return
            [
                line.Id ?? "(none)", line.PublisherId, line.Publisher, line.Title, string.Join(' ', line.Countries), line.Status, sums?.Currency,
                sums?.Committed, sums?.Spent, sums?.HumanitarianSpent, sums?.Incoming, line.TransactionCount, line.LatestTransaction, line.Source.ToString(),
            ];
        }
    }

    private static Table Totals(IReadOnlyList<CurrencySums> totals) => new("In all",
        [new("cur.", "currency", Hxl: "#currency"), new("committed", "committed", Cells.Money), new("spent", "spent", Cells.Money), new("humanitarian of it", "humanitarianSpent", Cells.Money), new("incoming", "incoming", Cells.Money), new("transactions", "transactionCount", Cells.Number, Shown.WithRoom)],
        [.. totals.Select(sums => new object?[] { sums.Currency, sums.Committed, sums.Spent, sums.HumanitarianSpent, sums.Incoming, sums.TransactionCount })]) { IsOfSums = true };
}
