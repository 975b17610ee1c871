using System.Globalization;
using Tributary.Activities;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays all that is known of an activity out.</summary>
public static class ActivityTables
{
    /// <summary>What it is; its texts; who takes part; where it goes; what it answers; its money; whatever else it states; where all that is stated.</summary>
    public static Tabulated Of(ActivityAnswer answer) => new(
        [.. ((Table[])[Head(answer), Texts(answer), Parties(answer), Shares(answer), Links(answer), Sums(answer), .. ConversionTables.Of(answer.Conversions), Transactions(answer), Budgets(answer), Details(answer), Statements(answer)]).Where((table, index) => index == 0 || table.Rows.Count > 0)],
        [
            .. answer.Shares.Count == 0 ? (string[])[] : ["A transaction that names countries or sectors itself has those and not the activity's."],
            .. ConversionTables.Notes(answer.Conversions),
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ]);

    private static Table Head(ActivityAnswer answer) => new($"{answer.Id}: {answer.Title ?? "(no title)"}", [new("field", "field"), new("value", "value", Cells.LongText)],
    [
        .. Rows(
            ("id", answer.Id), ("title", answer.Title), ("publisher", answer.Publisher?.Words), ("publisherId", answer.Publisher?.Id), ("publisherType", answer.Publisher?.Type), ("isSecondary", answer.IsSecondary ? "yes: the publisher has no part in it" : null),
            ("status", answer.Status), ("isHumanitarian", answer.IsHumanitarian switch { true => "yes", false => "no", null => null }), ("hierarchy", answer.Hierarchy?.ToString(CultureInfo.InvariantCulture)),
            ("plannedStart", Day(answer.Dates.PlannedStart)), ("actualStart", Day(answer.Dates.ActualStart)), ("plannedEnd", Day(answer.Dates.PlannedEnd)), ("actualEnd", Day(answer.Dates.ActualEnd)),
            ("defaultCurrency", answer.DefaultCurrency), ("defaultLanguage", answer.DefaultLanguage), ("flowType", answer.Defaults.FlowType), ("financeType", answer.Defaults.FinanceType), ("aidType", answer.Defaults.AidType), ("tiedStatus", answer.Defaults.TiedStatus),
            ("version", answer.Version), ("lastUpdated", answer.LastUpdated?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("source", answer.Source.ToString())),
    ]) { IsOfSums = true };

    private static IEnumerable<object?[]> Rows(params (string Field, string? Value)[] fields) => fields.Where(field => field.Value is not null).Select(field => new object?[] { field.Field, field.Value });

    private static Table Parties(ActivityAnswer answer) => new("Who takes part", [new("role", "role"), new("organisation", "name"), new("id", "id"), new("type", "type", On: Shown.WithRoom), new("its activity", "activityId", On: Shown.WithRoom)],
        [.. answer.Parties.Select(party => new object?[] { party.Role, party.Organisation.Name, party.Organisation.Id, party.Organisation.Type, party.Organisation.ActivityId })]);

    private static Table Shares(ActivityAnswer answer) => new("Countries, regions and sectors", [new("what", "kind"), new("vocabulary", "vocabulary"), new("code", "code"), new("name", "name", Cells.LongText), new("percent", "percentage", Cells.Number)],
        [.. answer.Shares.Select(share => new object?[] { share.Kind.ToString().ToLowerInvariant(), share.Kind == ShareKind.Sector ? IatiWords.SectorVocabulary(share.Vocabulary) : share.Vocabulary, share.Code, share.Name, share.Percentage })]);

    private static Table Links(ActivityAnswer answer) => new("What it answers, and activities that it names", [new("what", "kind"), new("code", "code"), new("name", "name", Cells.LongText), new("in this ledger", "known", Cells.LongText)],
    [
        .. answer.Scopes.Select(scope => new object?[] { scope.Kind, scope.Code, scope.Name, scope.PlanId is { } plan ? string.Create(CultureInfo.InvariantCulture, $"plan {plan}: {scope.Plan}") : null }),
        .. answer.Related.Select(related => new object?[] { related.Relation, related.Id, related.Title, related.IsKnown ? "yes" : "no" }),
    ]);

    private static Table Sums(ActivityAnswer answer) => new("Its money", [new("cur.", "currency"), new("committed", "committed", Cells.Money), new("spent", "spent", Cells.Money), new("humanitarian of it", "humanitarianSpent", Cells.Money), new("incoming", "incoming", Cells.Money)],
        [.. answer.Sums.Select(sums => new object?[] { sums.Currency, sums.Committed, sums.Spent, sums.HumanitarianSpent, sums.Incoming })]) { IsOfSums = true };

    private static Table Transactions(ActivityAnswer answer) => new("Transactions",
        [
            new("day", "date"), new("type", "typeName"), new("amount", "amount", Cells.Money), new("cur.", "currency"), .. ConvertedColumns(answer.Conversions?.To), new("from → to", "sides", Cells.LongText), new("humanitarian", "isHumanitarian", On: Shown.WithRoom),
            new("what for", "description", Cells.LongText, Shown.WithRoom), new("reference", "reference", On: Shown.InFilesOnly), new("stated in", "place", On: Shown.WithRoom),
        ],
        [.. answer.Transactions.Select(line => (object?[])[line.Date, line.TypeName, line.Amount, line.Currency, .. ConvertedCells(answer.Conversions, line.Converted), $"{line.Provider?.Words ?? "…"} → {line.Receiver?.Words ?? "…"}", line.IsHumanitarian, line.Description, line.Reference, line.Source.Place])]);

    private static Column[] ConvertedColumns(string? to) => to is null ? [] :
        [new($"in {to}", "converted", Cells.MoneyIfAny), new("rate", "rate", Cells.Number, Shown.WithRoom), new("rate of", "rateFirstDay", On: Shown.WithRoom), new("rate stated in", "rateSource", On: Shown.InFilesOnly)];

    private static object?[] ConvertedCells(Conversions? conversions, ConvertedAmount? amount) => conversions is null ? [] : amount is null ? [null, null, null, null] :
        [amount.Value, ConversionTables.Rounded(amount.Rate), amount.RateFirstDay, string.Join(" + ", amount.Sources)];

    private static Table Budgets(ActivityAnswer answer) => new("Budgets and planned disbursements",
        [new("what", "kind"), new("from", "start"), new("to", "end"), new("amount", "amount", Cells.Money), new("cur.", "currency"), new("type", "type", On: Shown.WithRoom), new("status", "status", On: Shown.WithRoom), new("receiver", "receiver", Cells.LongText, Shown.WithRoom)],
        [.. answer.Budgets.Select(line => new object?[] { line.Kind == BudgetKind.Budget ? "budget" : "planned disbursement", line.Start, line.End, line.Amount, line.Currency, line.Type, line.Status, line.Receiver?.Words })]);

    private static Table Texts(ActivityAnswer answer) => new("Texts", [new("path", "path"), new("text", "text", Cells.LongText)], [.. answer.Details.Where(IsText).Select(line => new object?[] { line.Path, line.Words })]);

    private static bool IsText(DetailLine line) => line.Path.StartsWith("title", StringComparison.Ordinal) || line.Path.StartsWith("description", StringComparison.Ordinal);

    // What transactions and budgets say beside their fields has their line before it.
    private static Table Details(ActivityAnswer answer) => new("Whatever else it states", [new("path", "path", Cells.LongText), new("text", "text", Cells.LongText)],
    [
        .. answer.Details.Where(line => !IsText(line)).Select(line => new object?[] { line.Path, line.Words }),
        .. answer.Transactions.SelectMany(transaction => Below($"transaction {transaction.Ordinal.ToString(CultureInfo.InvariantCulture)}", transaction.Shares, transaction.Details)),
        .. answer.Budgets.SelectMany(budget => Below($"{(budget.Kind == BudgetKind.Budget ? "budget" : "planned disbursement")}, {budget.Source.Place}", [], budget.Details)),
    ]);

    private static IEnumerable<object?[]> Below(string owner, IReadOnlyList<ShareLine> shares, IReadOnlyList<DetailLine> details) =>
    [
        .. shares.Select(share => new object?[] { $"{owner}: {share.Kind.ToString().ToLowerInvariant()}", $"{share.Code} {share.Name}{(share.Percentage is { } percent ? $" {percent.ToString(CultureInfo.InvariantCulture)} %" : "")}".Trim() }),
        .. details.Select(line => new object?[] { $"{owner}: {line.Path}", line.Words }),
    ];

    private static Table Statements(ActivityAnswer answer) => new("Where it is stated", [new("document", "source", Cells.LongText), new("day", "day"), new("changed", "lastUpdated"), new("counts", "counts"), new("why", "why", Cells.LongText)],
        [.. answer.Statements.Select(line => new object?[] { line.Source.ToString(), line.Day, line.LastUpdated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Counts, line.Why })]);

    private static string? Day(DateOnly? day) => day is { } known ? CellText.Day(known) : null;
}
