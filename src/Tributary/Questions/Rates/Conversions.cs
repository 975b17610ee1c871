namespace Tributary.Questions;

/// <summary>What the converted sums of an answer rest on. Amounts of which no rate is known stay in the currency that is stated.</summary>
/// <param name="To">The currency that was asked for.</param>
/// <param name="Rates">Each rate that was used, by currency and day.</param>
/// <param name="Left">What stays as it is stated, by currency.</param>
public sealed record Conversions(string To, IReadOnlyList<UsedRate> Rates, IReadOnlyList<LeftCurrency> Left)
{
    /// <summary>What several rest on together; null where none was converted.</summary>
    internal static Conversions? Together(IEnumerable<Conversions?> several)
    {
        var given = several.OfType<Conversions>().ToList();
        return given.Count == 0 ? null : new Conversions(given[0].To,
            [
                .. given.SelectMany(one => one.Rates).GroupBy(rate => (rate.Currency, rate.Day)).OrderBy(rates => rates.Key.Currency, StringComparer.Ordinal).ThenBy(rates => rates.Key.Day)
                    .Select(rates => rates.First() with { TransactionCount = rates.Sum(rate => rate.TransactionCount) }),
            ],
            [
                .. given.SelectMany(one => one.Left).GroupBy(left => left.Currency, StringComparer.Ordinal).OrderBy(left => left.Key, StringComparer.Ordinal)
                    .Select(left => left.First() with { TransactionCount = left.Sum(one => one.TransactionCount) }),
            ]);
    }
}

/// <summary>A rate by which transactions were converted.</summary>
/// <param name="Currency">Their currency.</param>
/// <param name="Day">The day for whose rate it stands: their value date, else their own day.</param>
/// <param name="Rate">Units of the currency asked for, for one of theirs.</param>
/// <param name="FirstDay">The first day that the rate is of.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="Basis">daily, monthly average or end of month.</param>
/// <param name="Through">The currency through which it was crossed; null for none.</param>
/// <param name="Stated">The one or two stated rates that it is made of, each with its document and place.</param>
/// <param name="TransactionCount">How many transactions.</param>
public sealed record UsedRate(string Currency, DateOnly Day, decimal Rate, DateOnly FirstDay, DateOnly LastDay, string Basis, string? Through, IReadOnlyList<StatedRateLine> Stated, long TransactionCount);

/// <summary>Transactions that stay in their own currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="TransactionCount">How many transactions.</param>
/// <param name="WhyNot">Why there is no rate, of the first of them.</param>
public sealed record LeftCurrency(string Currency, long TransactionCount, string WhyNot);
