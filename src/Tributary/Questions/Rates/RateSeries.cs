using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Two currencies that documents state against each other, and from when to when.</summary>
/// <param name="Low">The code that comes first in the alphabet.</param>
/// <param name="High">The other.</param>
/// <param name="First">The first day of a rate.</param>
/// <param name="Last">The last day of one.</param>
internal sealed record KnownPair(string Low, string High, DateOnly First, DateOnly Last)
{
    /// <summary>Whether one of the two is a currency.</summary>
    public bool Has(string currency) => Low == currency || High == currency;

    /// <summary>All pairs of a snapshot as of its day.</summary>
    public static List<KnownPair> Load(Facts facts) => facts.Query(
        $"SELECT least(r.base, r.currency) AS low, greatest(r.base, r.currency) AS high, min(r.first_day), max(r.last_day) FROM exchange_rate r JOIN document d ON d.code = r.document WHERE {facts.WasKnown("d")} GROUP BY low, high",
        row => new KnownPair(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3)));
}

/// <summary>The rates of two currencies in time: of each day and month the statement that counts.</summary>
internal sealed class RateSeries
{
    /// <summary>What rates are, in the order in which they are used.</summary>
    public static readonly RateBasis[] InOrder = [RateBasis.Daily, RateBasis.MonthlyAverage, RateBasis.EndOfMonth];

    private readonly Dictionary<(RateBasis Basis, DateOnly First), StatedRate> _rates;

    private RateSeries(IEnumerable<StatedRate> rates) => _rates = rates.ToDictionary(rate => (rate.Basis, rate.First));

    /// <summary>Reads the rates of two currencies as of the facts' day.</summary>
    public static RateSeries Load(Facts facts, KnownPair pair) => new(facts.Query(
        FactDatabase.Sql("Questions/Rates/rates.sql")
            .Replace("$was_known", facts.WasKnown("d"), StringComparison.Ordinal)
            .Replace("$low", FactDatabase.Literal(pair.Low), StringComparison.Ordinal)
            .Replace("$high", FactDatabase.Literal(pair.High), StringComparison.Ordinal),
        row => new StatedRate(new Currency(row.GetString(0)), new Currency(row.GetString(1)), row.GetAmount(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4),
            RateBases.Parse(row.GetString(5)), row.GetString(6), facts.Locate(row.GetInt32(7), row.GetString(8)))));

    /// <summary>The first days of the rates that may stand for a day, the best first. None is later.</summary>
    public static IEnumerable<DateOnly> DaysFor(RateBasis basis, DateOnly day)
    {
        if (basis == RateBasis.MonthlyAverage) return [new DateOnly(day.Year, day.Month, 1)];
        return Enumerable.Range(0, Math.Min(RateBook.DaysOldMax, day.DayNumber) + 1).Select(age => day.AddDays(-age));
    }

    /// <summary>The rate of a basis that begins on a day; null when there is none.</summary>
    public StatedRate? At(RateBasis basis, DateOnly first) => _rates.GetValueOrDefault((basis, first));
}
