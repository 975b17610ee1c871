using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Converts sums of transactions of one currency and day by the rate of that day.</summary>
internal sealed class SumConverter
{
    private readonly RateBook _rates;

    private SumConverter(RateBook rates, Currency to) => (_rates, To) = (rates, to);

    /// <summary>The currency wanted.</summary>
    public Currency To { get; }

    /// <summary>One by the rates of a snapshot; null where amounts are to stay as they are stated.</summary>
    public static SumConverter? Of(Facts facts, Currency? to) => to is { } currency ? new SumConverter(RateBook.Of(facts), currency) : null;

    /// <summary>A sum in the currency wanted; as it was, where no rate is known.</summary>
    /// <param name="currency">Its currency, as stated.</param>
    /// <param name="value">Its value.</param>
    /// <param name="day">The value date of its transactions, else their day; null when they have none.</param>
    public ConvertedSum Convert(string currency, decimal value, DateOnly? day)
    {
        if (currency == To.Code) return new ConvertedSum(currency, value, null, "");
        if (day is not { } wanted) return new ConvertedSum(currency, value, null, $"{currency} in {To}: the transaction states no day, so that no rate is known");
        var (rate, whyNot) = _rates.FindOrSay(currency, To.Code, wanted);
        if (rate is null) return new ConvertedSum(currency, value, null, whyNot);
        return rate.Apply(value) is { } converted
            ? new ConvertedSum(To.Code, converted, rate, "")
            : new ConvertedSum(currency, value, null, $"{currency} in {To}: the result has more digits than can be kept");
    }
}

/// <summary>A sum, in the currency wanted or as it was.</summary>
/// <param name="Currency">Its currency.</param>
/// <param name="Value">Its value, not rounded.</param>
/// <param name="Rate">The rate by which it was converted; null where none was needed or none is known.</param>
/// <param name="WhyNot">Empty, or why it stays as it was.</param>
internal sealed record ConvertedSum(string Currency, decimal Value, AppliedRate? Rate, string WhyNot);

/// <summary>Counts what conversions used.</summary>
internal sealed class ConversionTally
{
    private readonly Dictionary<(string Currency, DateOnly Day), (AppliedRate Rate, long Transactions)> _used = [];
    private readonly Dictionary<string, (long Transactions, string WhyNot)> _left = new(StringComparer.Ordinal);

    /// <summary>Counts a conversion.</summary>
    /// <param name="currency">The currency that was stated.</param>
    /// <param name="day">The day for whose rate it was; null for none.</param>
    /// <param name="sum">What became of it.</param>
    /// <param name="transactions">How many transactions it is.</param>
    public void Add(string currency, DateOnly? day, ConvertedSum sum, long transactions)
    {
        if (transactions == 0) return;
        if (sum.Rate is { } rate) Use((currency, day!.Value), rate, transactions);
        else if (sum.WhyNot.Length > 0) Leave(currency, sum.WhyNot, transactions);
    }

    /// <summary>What was counted, for an answer.</summary>
    public Conversions For(Currency to) => new(to.Code,
        [
            .. _used.OrderBy(used => used.Key.Currency, StringComparer.Ordinal).ThenBy(used => used.Key.Day).Select(used => new UsedRate(
                used.Key.Currency, used.Key.Day, used.Value.Rate.Rate, used.Value.Rate.First, used.Value.Rate.Last, used.Value.Rate.Basis?.Word() ?? "", used.Value.Rate.Through?.Code,
                [.. used.Value.Rate.Stated.Select(StatedRateLine.Of)], used.Value.Transactions)),
        ],
        [.. _left.OrderBy(left => left.Key, StringComparer.Ordinal).Select(left => new LeftCurrency(left.Key, left.Value.Transactions, left.Value.WhyNot))]);

    private void Use((string Currency, DateOnly Day) key, AppliedRate rate, long transactions) => _used[key] = (rate, _used.GetValueOrDefault(key).Transactions + transactions);

    private void Leave(string currency, string whyNot, long transactions) =>
        _left[currency] = _left.TryGetValue(currency, out var left) ? (left.Transactions + transactions, left.WhyNot) : (transactions, whyNot);
}
