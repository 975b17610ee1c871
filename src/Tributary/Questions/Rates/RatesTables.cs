using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays exchange rates out.</summary>
public static class RatesTables
{
    /// <summary>The rates of the day asked for; or else what is known.</summary>
    public static Tabulated Of(RatesAnswer answer) => new([answer.Day is { } day ? Rates(answer.Rates, $"Exchange rates for {CellText.Day(day)}") : Known(answer)], [.. Words(answer), .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    /// <summary>The amount converted, and the stated rates that it rests on.</summary>
    public static Tabulated Of(ConvertAnswer answer) => new(
        [
            new("", [
                new("amount", "amount", Cells.Money), new("", "currency"), new("is", "value", Cells.Money), new("", "to"), new("rate", "rateRounded", Cells.Number, Shown.ToPeopleOnly), new("rate", "rate", Cells.Number, Shown.InFilesOnly), new("rate of", "rateFirstDay", Hxl: "#date"),
                new("to day", "rateLastDay", On: Shown.InFilesOnly), new("which is", "basis"), new("through", "through"), new("for", "day", On: Shown.InFilesOnly), new("stated in", "source", On: Shown.InFilesOnly, Hxl: "#meta+source"),
            ],
            [[answer.Amount, answer.Currency, answer.Value, answer.To, ConversionTables.Rounded(answer.Rate), answer.Rate, answer.RateFirstDay, answer.RateLastDay, answer.Basis, answer.Through, answer.Day, string.Join(" + ", answer.Stated.Select(rate => rate.Source))]]),
            .. answer.Stated.Count == 0 ? (Table[])[] : [Rates(answer.Stated, "Stated rates")],
        ],
        [.. answer.Stated.Count == 0 ? (string[])["Both currencies are the same: no rate is needed."] : [], .. AnswerNotes.Of(answer.Snapshot, answer.AsOf)]);

    private static IEnumerable<string> Words(RatesAnswer answer)
    {
        if (answer.Known.Count == 0) yield return "No exchange rate was taken in yet: `tributary rates import FILE` does.";
        else if (answer.Day is not null) yield return $"A daily rate counts for {RateBook.DaysOldMax} days after its own at most; an average for its month. No later rate is ever used.";
        if (answer.Rates.Any(rate => rate.CurrencyBasis.Length > 0)) yield return "Some documents name a country and not its currency: --format json says which.";
    }

    private static Table Known(RatesAnswer answer) => new("Exchange rates that are known",
        [
            new("1", "base"), new("in", "currency", Hxl: "#currency"), new("which are", "basis"), new("first", "firstDay", Hxl: "#date+start"), new("last", "lastDay", Hxl: "#date+end"), new("rates", "rates", Cells.Number),
            new("format", "format", On: Shown.WithRoom), new("latest document", "document"), new("name", "name", On: Shown.WithRoom, Hxl: "#meta+source"),
        ],
        [.. answer.Known.Select(line => new object?[] { line.Base, line.Currency, line.Basis, line.FirstDay, line.LastDay, line.Rates, line.Format, line.Source.Document.Short, Path.GetFileName(line.Source.Name) })]);

    private static Table Rates(IReadOnlyList<StatedRateLine> rates, string title) => new(title,
        [
            new("1", "base"), new("is", "rate", Cells.Number), new("", "currency", Hxl: "#currency"), new("of", "firstDay", Hxl: "#date"), new("to", "lastDay", On: Shown.InFilesOnly), new("which is", "basis"),
            new("currency known by", "currencyBasis", On: Shown.InFilesOnly), new("stated in", "source", Hxl: "#meta+source"),
        ],
        [.. rates.Select(rate => new object?[] { rate.Base, rate.Rate, rate.Currency, rate.FirstDay, rate.LastDay, rate.Basis, rate.CurrencyBasis, rate.Source.ToString() })]);
}
