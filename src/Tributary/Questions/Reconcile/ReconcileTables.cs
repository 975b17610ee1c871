using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays out what FTS and IATI have of the same money.</summary>
public static class ReconcileTables
{
    /// <summary>One list of all four groups for files; for people a table for each, and the sums.</summary>
    public static Tabulated Of(ReconcileAnswer answer, ReconcileQuestion question) => new(
        [
            Lines($"FTS and IATI: {question.Describe()}", answer),
            Totals(answer),
        ],
        [
            "Kinds are not added to each other: a commitment and what is paid of it are one money. No funding total rests on any of this.",
            string.Create(CultureInfo.InvariantCulture, $"Likely are pairs of {answer.MinScore} points and more; `tributary reconcile confirm` or `reject` settles one, `reconcile rule` many."),
            .. answer.LapsedCount == 0 ? (string[])[] : [$"{CellText.Number(answer.LapsedCount)} confirmed pairs have a transaction or a flow that the ledger no longer has."],
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static Table Lines(string title, ReconcileAnswer answer) => new(title,
        [
            new("", "shown", On: Shown.ToPeopleOnly), new("group", "group", On: Shown.InFilesOnly), new("score", "score", Cells.Number, Shown.InFilesOnly), new("", "standing", On: Shown.InFilesOnly), new("flow", "flow", Hxl: "#activity+id+fts_internal"), new("transaction", "transaction", Hxl: "#activity+id+iati"),
            new("in", "currency", Hxl: "#currency+code"), new("FTS", "flowAmount", Cells.Money, Hxl: "#value+fts"), new("IATI", "transactionAmount", Cells.Money, Hxl: "#value+iati"), new("differ by", "difference", Cells.MoneyIfAny, Shown.WithRoom),
            new("day of flow", "flowDate", On: Shown.InFilesOnly, Hxl: "#date+fts"), new("day", "transactionDate", On: Shown.WithRoom, Hxl: "#date+iati"), new("status", "flowStatus", On: Shown.InFilesOnly), new("type", "transactionType", On: Shown.WithRoom),
            new("donor", "donor", Cells.LongText, Shown.WithRoom, "#org+name+funder"), new("recipient", "recipient", Cells.LongText, Shown.WithRoom, "#org+name+impl"),
            new("rate", "rate", Cells.Number, Shown.InFilesOnly), new("day of the rate", "rateDay", On: Shown.InFilesOnly), new("why", "reasons", Cells.LongText, Shown.WithRoom),
            new("flow stated in", "flowSource", On: Shown.InFilesOnly, Hxl: "#meta+source"), new("transaction stated in", "transactionSource", On: Shown.InFilesOnly, Hxl: "#meta+source"),
        ],
        [
            .. answer.Agreed.Select(pair => Row("agreed", pair)), .. answer.Different.Select(pair => Row("different", pair)),
            .. answer.OnlyInFts.Select(Row), .. answer.OnlyInIati.Select(Row),
        ]) { RowsInAll = answer.AgreedCount + answer.DifferentCount + answer.OnlyInFtsCount + answer.OnlyInIatiCount };

    private static object?[] Row(string group, ReconciledPair pair) =>
    [
        $"{(pair.SettledRow is null ? $"{pair.Standing}, {pair.Score}" : Standing(pair))}{(group == "different" ? ", different" : "")}", group, (long)pair.Score, Standing(pair), pair.Flow.Id.ToString(), pair.Transaction.Id, pair.ComparedIn, pair.FlowAmount, Rounded(pair.TransactionAmount), Rounded(pair.Difference),
        pair.Flow.Date, pair.Transaction.Date, pair.Flow.Status, pair.Transaction.Type, pair.Flow.Donor, pair.Flow.Recipient, pair.Rate, pair.RateDay, string.Join("; ", pair.Reasons.Select(reason => reason.Text)),
        Place(pair.Flow.Source), Place(pair.Transaction.Source),
    ];

    private static object?[] Row(ReconciledFlow flow) =>
    [
        "only in FTS", "only in FTS", null, null, flow.Id.ToString(), null, "USD", flow.AmountUsd, null, null, flow.Date, null, flow.Status, null, flow.Donor, flow.Recipient, null, null,
        flow.Original is { } original ? $"originally {flow.OriginalCurrency} {CellText.Money(original)}" : null, Place(flow.Source), null,
    ];

    private static object?[] Row(ReconciledTransaction transaction) =>
    [
        "only in IATI", "only in IATI", null, null, null, transaction.Id, transaction.Currency, null, transaction.Value, null, null, transaction.Date, null, transaction.Type, transaction.Provider, transaction.Receiver, null, null,
        transaction.ActivityIsReconciled ? "another transaction of its activity has a flow" : null, null, Place(transaction.Source),
    ];

    private static Table Totals(ReconcileAnswer answer) => new("Sums",
        [new("group", "group"), new("in", "in"), new("kind", "kind"), new("count", "count", Cells.Number), new("", "currency"), new("sum", "amount", Cells.Money), new("in US dollars", "amountUsd", Cells.Money)],
        [.. answer.Totals.Select(total => new object?[] { total.Group, total.In, total.Kind, total.Count, total.Currency, Rounded(total.Amount), total.AmountUsd })]) { IsOfSums = true };

    private static string Standing(ReconciledPair pair) => pair.SettledRow is { } row
        ? string.Create(CultureInfo.InvariantCulture, $"{pair.Standing} ({pair.SettledBy}, row {row}{(pair.FiguresChanged ? ", on other figures" : "")})")
        : pair.Standing;

    private static decimal? Rounded(decimal? value) => value is { } given ? Math.Round(given, 2, MidpointRounding.AwayFromZero) : null;

    private static string Place(Provenance.SourceLocation source) => $"{Path.GetFileName(source.Name)} {source.Place}";
}
