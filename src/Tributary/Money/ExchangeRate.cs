namespace Tributary.Money;

/// <summary>What a published exchange rate is: of which time, and how it was made.</summary>
public enum RateBasis : byte
{
    /// <summary>The rate of one day, as a central bank or the IMF publishes it.</summary>
    Daily,

    /// <summary>The average of a month's rates. It stands for each day of that month.</summary>
    MonthlyAverage,

    /// <summary>The rate at the end of a month. It is of the month's last day, and says nothing about the days before.</summary>
    EndOfMonth,
}

/// <summary>The words for what a rate is.</summary>
public static class RateBases
{
    private static readonly string[] Words = ["daily", "monthly average", "end of month"];

    /// <summary>The words for a basis: <c>daily</c>, <c>monthly average</c> or <c>end of month</c>.</summary>
    public static string Word(this RateBasis basis) => Words[(int)basis];

    /// <summary>The basis that the words mean.</summary>
    /// <exception cref="ArgumentException">They mean none.</exception>
    internal static RateBasis Parse(string word) => Array.IndexOf(Words, word) is >= 0 and var index ? (RateBasis)index : throw new ArgumentException($"no basis of a rate is called '{word}'", nameof(word));
}

/// <summary>One published exchange rate, exactly as its document states it: never turned round.</summary>
/// <param name="Place">Where in the document.</param>
/// <param name="Base">The currency of which one unit is priced.</param>
/// <param name="Currency">The currency in which it is priced.</param>
/// <param name="Rate">How many units of <paramref name="Currency"/> one unit of <paramref name="Base"/> is worth. More than 0, with at most <see cref="ScaledDecimal.PublishedRateScale"/> decimal places.</param>
/// <param name="First">The first day that it is the rate of.</param>
/// <param name="Last">The last one: the same day, or the end of the month.</param>
/// <param name="Basis">What it is.</param>
/// <param name="CurrencyBasis">Empty where the document names both currencies; otherwise how one was found.</param>
public sealed record ExchangeRate(string Place, Currency Base, Currency Currency, decimal Rate, DateOnly First, DateOnly Last, RateBasis Basis, string CurrencyBasis = "");
