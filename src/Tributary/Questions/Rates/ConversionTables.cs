using System.Globalization;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays out what converted sums rest on.</summary>
internal static class ConversionTables
{
    /// <summary>One line for each currency that was converted; none where nothing was.</summary>
    public static IEnumerable<Table> Of(Conversions? conversions)
    {
        if (conversions is not { Rates.Count: > 0 }) yield break;
        yield return new Table($"Converted into {conversions.To}",
            [
                new("from", "currency", Hxl: "#currency"), new("transactions", "transactionCount", Cells.Number), new("rates", "rates", Cells.Number), new("from day", "firstDay", On: Shown.WithRoom, Hxl: "#date+start"), new("to day", "lastDay", On: Shown.WithRoom, Hxl: "#date+end"),
                new("lowest", "lowest", Cells.Number), new("highest", "highest", Cells.Number), new("which are", "basis"), new("stated in", "sources", Cells.LongText),
            ],
            [.. conversions.Rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal).Select(rates => Row([.. rates]))]) { IsOfSums = true };
    }

    /// <summary>What a reader has to know about them.</summary>
    public static IEnumerable<string> Notes(Conversions? conversions)
    {
        if (conversions is null) yield break;
        yield return $"Inferred: amounts in {conversions.To} are converted, each at the rate of its value date, else of its day; not rounded. --format json has every rate with its day and place.";
        foreach (var left in conversions.Left) yield return $"Not converted: {CellText.Number(left.TransactionCount)} {(left.TransactionCount == 1 ? "transaction" : "transactions")} in {left.Currency} ({left.WhyNot}).";
    }

    /// <summary>A rate with as many digits as publishers give.</summary>
    public static string Rounded(decimal rate) => rate.ToString(rate < 1 ? "0.##########" : "#,##0.######", CultureInfo.InvariantCulture);

    private static object?[] Row(List<UsedRate> rates) =>
    [
        rates[0].Currency, rates.Sum(rate => rate.TransactionCount), (long)rates.Count, rates[0].Day, rates[^1].Day, Rounded(rates.Min(rate => rate.Rate)), Rounded(rates.Max(rate => rate.Rate)),
        string.Join(", ", rates.Select(rate => rate.Basis).Distinct(StringComparer.Ordinal)),
        string.Join(", ", rates.SelectMany(rate => rate.Stated).Select(stated => Path.GetFileName(stated.Source.Name)).Distinct(StringComparer.Ordinal)),
    ];
}
