using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>An amount in another currency, and what that rests on.</summary>
/// <param name="From">The amount as it was.</param>
/// <param name="To">The amount converted, not rounded (to 28 digits where a division does not end); null when no rate fits.</param>
/// <param name="Rate">The rate that was used; null when none fits.</param>
/// <param name="WhyNot">Empty, or why there is no converted amount.</param>
public sealed record Conversion(Amount From, Amount? To, AppliedRate? Rate, string WhyNot);

/// <summary>The rate by which an amount is converted.</summary>
/// <param name="Rate">Units of the currency wanted for one unit of the other, to 28 digits.</param>
/// <param name="First">The day of the rate; of an average the first day of its month. Never after the day asked for. Of two rates of different days or kinds, that of the one that says less about the day.</param>
/// <param name="Last">The last day that it is of.</param>
/// <param name="Basis">What the rate is; null where both currencies are the same and none is needed.</param>
/// <param name="Through">The currency through which it was crossed; null when a document states it.</param>
/// <param name="Stated">The stated rates: none where none is needed, one, or two that were crossed.</param>
public sealed record AppliedRate(decimal Rate, DateOnly First, DateOnly Last, RateBasis? Basis, Currency? Through, IReadOnlyList<StatedRate> Stated)
{
    private readonly decimal _times = 1;
    private readonly decimal _divided = 1;

    private AppliedRate(decimal times, decimal divided, FoundRate found, IReadOnlyList<StatedRate> stated)
        : this(times / divided, found.Weakest.First, found.Weakest.Last, found.Weakest.Basis, found.Through is { } through ? new Currency(through) : null, stated) => (_times, _divided) = (times, divided);

    /// <summary>Where the rate is stated.</summary>
    public IEnumerable<SourceLocation> Sources => Stated.Select(rate => rate.Source);

    /// <summary>Of a currency in itself.</summary>
    internal static AppliedRate Identity(DateOnly day) => new(1, day, day, null, null, []);

    /// <summary>Of a currency by stated rates that lead on from it.</summary>
    internal static AppliedRate Of(string from, FoundRate found)
    {
        var (times, divided) = (1m, 1m);
        StatedRate[] stated = found.Second is { } second ? [found.Direct, second] : [found.Direct];
        foreach (var rate in stated)
        {
            if (rate.Base.Code == from) times *= rate.Rate;
            else divided *= rate.Rate;
            from = rate.Base.Code == from ? rate.Currency.Code : rate.Base.Code;
        }
        return new AppliedRate(times, divided, found, stated);
    }

    /// <summary>A value converted: multiplied first, so that nothing is rounded but the last step.</summary>
    /// <returns>Null when it has more digits than a decimal keeps.</returns>
    internal decimal? Apply(decimal value)
    {
        try
        {
            // The last step takes away the zeros that a product ends with.
            return ScaledDecimal.WithoutZeros(value * _times / _divided);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

/// <summary>A published rate as a document states it.</summary>
/// <param name="Base">The currency of which one unit is priced.</param>
/// <param name="Currency">The currency in which it is.</param>
/// <param name="Rate">Units of <paramref name="Currency"/> for one of <paramref name="Base"/>.</param>
/// <param name="First">The first day that it is of.</param>
/// <param name="Last">The last one.</param>
/// <param name="Basis">What it is.</param>
/// <param name="CurrencyBasis">Empty where the document names both currencies; otherwise how one was found.</param>
/// <param name="Source">The document and the place in it.</param>
public sealed record StatedRate(Currency Base, Currency Currency, decimal Rate, DateOnly First, DateOnly Last, RateBasis Basis, string CurrencyBasis, SourceLocation Source);
