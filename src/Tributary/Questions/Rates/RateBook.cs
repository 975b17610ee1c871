using System.Globalization;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Converts amounts by the exchange rates that a ledger's documents state.</summary>
/// <remarks>
/// A daily rate counts for its day and, where none follows, for <see cref="DaysOldMax"/> days more: over weekends and holidays. Where there
/// is none, the average of the month that the day is in counts; then a rate at the end of a month, as a daily one does. No rate of a later day or month
/// is ever used. Where no document states two currencies against each other, they are crossed through the euro, the US dollar or the SDR (XDR), by two rates
/// of one day and kind; where there are none, by the two that stand for the day each by itself. Of several statements of one rate the later document's counts, as of the facts' day; the ECB's before the IMF's.
/// Rates are read from the snapshot when a pair of currencies is first asked for. Serves one thread at a time, as its facts do.
/// </remarks>
public sealed class RateBook
{
    /// <summary>How many days after its own day a rate is used at most.</summary>
    public const int DaysOldMax = 7;

    private static readonly string[] Pivots = ["EUR", "USD", "XDR"];

    private readonly Facts _facts;
    private readonly Dictionary<(string, string), KnownPair> _pairs;
    private readonly Dictionary<(string, string), RateSeries> _series = [];
    private readonly Dictionary<(string From, string To, DateOnly Day), (AppliedRate? Rate, string WhyNot)> _found = [];

    private RateBook(Facts facts)
    {
        _facts = facts;
        _pairs = KnownPair.Load(facts).ToDictionary(pair => Key(pair.Low, pair.High));
    }

    /// <summary>The rates of a snapshot, as of its day. Kept as long as the facts are open.</summary>
    public static RateBook Of(Facts facts) => facts.Remember(nameof(RateBook), () => new RateBook(facts));

    /// <summary>The currencies that documents state against each other, by their codes.</summary>
    internal IEnumerable<KnownPair> Pairs => _pairs.Values.OrderBy(pair => pair.Low, StringComparer.Ordinal).ThenBy(pair => pair.High, StringComparer.Ordinal);

    /// <summary>Converts an amount into another currency by the rate of a day.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="to">The currency wanted. The same as the amount's gives the amount itself.</param>
    /// <param name="day">The day whose rate is wanted.</param>
    /// <returns>The converted amount with its rate, or why there is none.</returns>
    public Conversion Convert(Amount amount, Currency to, DateOnly day)
    {
        var (rate, whyNot) = FindOrSay(amount.Currency.Code, to.Code, day);
        if (rate is null) return new Conversion(amount, null, null, whyNot);
        return rate.Apply(amount.Value) is { } value
            ? new Conversion(amount, new Amount(value, to), rate, "")
            : new Conversion(amount, null, null, $"{amount} in {to}: the result has more digits than can be kept");
    }

    /// <summary>The rate by which amounts of a day are converted; null when there is none.</summary>
    public AppliedRate? Find(Currency from, Currency to, DateOnly day) => FindOrSay(from.Code, to.Code, day).Rate;

    /// <summary>The rate of two currencies as a document states it, for a day.</summary>
    internal StatedRate? Stated(KnownPair pair, DateOnly day) => Best(Series(pair.Low, pair.High)!, day);

    /// <summary>The same for currencies as documents state them, or why there is none.</summary>
    internal (AppliedRate? Rate, string WhyNot) FindOrSay(string from, string to, DateOnly day)
    {
        if (_found.TryGetValue((from, to, day), out var known)) return known;
        var rate = from == to ? AppliedRate.Identity(day) : Search(from, to, day);
        return _found[(from, to, day)] = (rate, rate is null ? WhyNot(from, to, day) : "");
    }

    private AppliedRate? Search(string from, string to, DateOnly day)
    {
        var (direct, crossings) = (Series(from, to), Crossings(from, to));
        foreach (var basis in RateSeries.InOrder)
        {
            if (Latest(basis, day, direct, crossings) is { } found) return AppliedRate.Of(from, found);
        }
        return Mixed(day, crossings) is { } mixed ? AppliedRate.Of(from, mixed) : null;
    }

    // A currency with monthly rates in dollars alone meets the daily rates of others here. Of several ways the one by the best kinds and latest days counts.
    private static FoundRate? Mixed(DateOnly day, List<Crossing> crossings) => crossings
        .Select(crossing => (crossing.Through, First: Best(crossing.First, day), Second: Best(crossing.Second, day)))
        .Where(way => way is { First: not null, Second: not null })
        .Select(way => new FoundRate(way.Through, way.First!, way.Second))
        .OrderBy(way => way.Weakest.Basis).ThenByDescending(way => way.Weakest.First)
        .FirstOrDefault();

    private static StatedRate? Best(RateSeries series, DateOnly day) => RateSeries.InOrder.Select(basis => Latest(basis, day, series, None)?.Direct).FirstOrDefault(rate => rate is not null);

    private static readonly List<Crossing> None = [];

    private List<Crossing> Crossings(string from, string to) => [.. Pivots
        .Where(pivot => pivot != from && pivot != to && _pairs.ContainsKey(Key(from, pivot)) && _pairs.ContainsKey(Key(pivot, to)))
        .Select(pivot => new Crossing(pivot, Series(from, pivot)!, Series(pivot, to)!))];

    // The latest day counts; of one day what is stated comes before what is crossed.
    private static FoundRate? Latest(RateBasis basis, DateOnly day, RateSeries? direct, List<Crossing> crossings)
    {
        foreach (var candidate in RateSeries.DaysFor(basis, day))
        {
            if (direct?.At(basis, candidate) is { } stated) return new FoundRate(null, stated, null);
            foreach (var crossing in crossings)
            {
                if (crossing.First.At(basis, candidate) is { } first && crossing.Second.At(basis, candidate) is { } second) return new FoundRate(crossing.Through, first, second);
            }
        }
        return null;
    }

    private RateSeries? Series(string one, string other)
    {
        var key = Key(one, other);
        if (!_pairs.TryGetValue(key, out var pair)) return null;
        if (!_series.TryGetValue(key, out var series)) _series[key] = series = RateSeries.Load(_facts, pair);
        return series;
    }

    private string WhyNot(string from, string to, DateOnly day)
    {
        var asked = string.Create(CultureInfo.InvariantCulture, $"{from} in {to} on {day:yyyy-MM-dd}");
        foreach (var currency in (ReadOnlySpan<string>)[from, to])
        {
            if (!_pairs.Values.Any(pair => pair.Has(currency))) return $"{asked}: no document states a rate of {currency}";
        }
        var known = Missing(from, to, day);
        return string.Create(CultureInfo.InvariantCulture, $"{asked}: no rate of that day or the {DaysOldMax} days before it, and none of its month; rates of {known.Low} and {known.High} are known from {known.First:yyyy-MM-dd} to {known.Last:yyyy-MM-dd}");
    }

    // The pair that lacks a rate: the one asked for, else the first on the way through another currency.
    private KnownPair Missing(string from, string to, DateOnly day)
    {
        if (_pairs.TryGetValue(Key(from, to), out var direct)) return direct;
        foreach (var crossing in Crossings(from, to))
        {
            if (Best(crossing.First, day) is null) return _pairs[Key(from, crossing.Through)];
            if (Best(crossing.Second, day) is null) return _pairs[Key(crossing.Through, to)];
        }
        return _pairs.Values.First(pair => pair.Has(Pivots.Contains(from) ? to : from));
    }

    internal static (string, string) Key(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private sealed record Crossing(string Through, RateSeries First, RateSeries Second);
}

/// <summary>The stated rates that lead from one currency to another.</summary>
/// <param name="Through">The currency between them; null for none.</param>
/// <param name="Direct">The rate, or the first of two.</param>
/// <param name="Second">The second one; null for none.</param>
internal sealed record FoundRate(string? Through, StatedRate Direct, StatedRate? Second)
{
    /// <summary>The one that says less about the day: of the lesser kind, or of an earlier day.</summary>
    public StatedRate Weakest => Second is { } second && (second.Basis, Direct.First).CompareTo((Direct.Basis, second.First)) > 0 ? second : Direct;
}
