using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Puts sums in order, the largest first, where they are in different currencies.</summary>
/// <remarks>
/// Amounts of different currencies are never added or compared as they are: where a rate of the day is known, in US dollars; what has none comes after what has
/// one, by its currency and amount.
/// </remarks>
internal sealed class MovementSize(RateBook rates)
{
    /// <summary>Things by their sums, the largest first.</summary>
    /// <param name="things">The things, in the order of those that are alike.</param>
    /// <param name="sums">What each is, by currency.</param>
    /// <param name="day">The day whose rate counts; null for none.</param>
    public IEnumerable<T> LargestFirst<T>(IEnumerable<T> things, Func<T, IEnumerable<CurrencySum>> sums, Func<T, DateOnly?> day) => things
        .Select(thing => (Thing: thing, Sums: sums(thing).Where(sum => sum.Value != 0).OrderBy(sum => sum.Currency, StringComparer.Ordinal).ToList()))
        .Select(sized => (sized.Thing, sized.Sums, Usd: Usd(sized.Sums, day(sized.Thing))))
        .OrderBy(sized => sized.Usd is null).ThenByDescending(sized => sized.Usd)
        .ThenBy(sized => sized.Sums.FirstOrDefault()?.Currency, StringComparer.Ordinal).ThenByDescending(sized => sized.Sums.FirstOrDefault()?.Value)
        .Select(sized => sized.Thing);

    private decimal? Usd(List<CurrencySum> sums, DateOnly? day)
    {
        var usd = 0m;
        foreach (var sum in sums)
        {
            if (sum.Currency == Currency.Usd.Code) usd += sum.Value;
            else if (day is { } known && rates.FindOrSay(sum.Currency, Currency.Usd.Code, known).Rate?.Apply(sum.Value) is { } converted) usd += converted;
            else return null;
        }
        return usd;
    }
}
