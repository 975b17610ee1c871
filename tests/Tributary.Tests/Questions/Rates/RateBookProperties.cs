using System.Globalization;
using System.Text;
using CsCheck;
using Tributary.Money;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Rates;

/// <summary>What holds of every conversion, over a year of rates with gaps of up to two weeks, and monthly ones beside them.</summary>
/// <remarks>On one thread: a book of rates serves one at a time.</remarks>
public sealed class RateBookProperties : IDisposable
{
    private const int Days = 366;

    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly string[] Stated = ["USD", "JPY", "GBP", "CHF"];
    private static readonly string[] Currencies = [.. Stated, "EUR", "AFN"];

    private readonly Dictionary<(string Currency, DateOnly Day), decimal> _stated = [];
    private readonly RateLedger _ledger;

    private readonly Gen<(Amount Amount, Currency To, DateOnly Day)> _asked =
        Gen.Select(Gen.Decimal[-1e12m, 1e12m], OneOf(Currencies), OneOf(Currencies), Gen.Int[-20, Days + 20]).Select((value, from, to, day) =>
            (new Amount(Math.Round(value, 4), new Currency(from)), new Currency(to), Start.AddDays(day)));

    public RateBookProperties() => _ledger = RateLedger.Of(Table(), Series());

    [Fact]
    public void Convert_ThereAndBack_IsTheSame() => _asked.Sample(asked =>
    {
        if (_ledger.Book.Convert(asked.Amount, asked.To, asked.Day).To is not { } there) return;
        var back = _ledger.Book.Convert(there, asked.Amount.Currency, asked.Day).To!.Value;
        Assert.Equal(asked.Amount.Currency, back.Currency);
        Assert.InRange(Math.Abs(back.Value - asked.Amount.Value), 0, Tolerance(asked.Amount.Value));
    }, threads: 1);

    [Fact]
    public void Convert_ByWayOfAThird_IsAsCrossed() => Gen.Select(_asked, OneOf(Stated)).Sample((asked, third) =>
    {
        var straight = _ledger.Book.Convert(asked.Amount, asked.To, asked.Day);
        var first = _ledger.Book.Convert(asked.Amount, new Currency(third), asked.Day);
        if (straight.To is not { } expected || first.To is not { } half) return;
        var second = _ledger.Book.Convert(half, asked.To, asked.Day);
        if (second.To is not { } twice) return;
        // Each takes the latest day that has both of its rates: where that is one day and one kind, all agree.
        if (new[] { straight, first, second }.Select(one => one.Rate!).SelectMany(rate => rate.Stated).DistinctBy(rate => (rate.First, rate.Basis)).Count() > 1) return;
        Assert.InRange(Math.Abs(twice.Value - expected.Value), 0, Tolerance(expected.Value));
    }, threads: 1);

    [Fact]
    public void Find_OnAnyDay_IsTheLatestThatIsNotLaterAndNotTooOld() => _asked.Sample(asked =>
    {
        var (from, day) = (asked.Amount.Currency, asked.Day);
        if (_ledger.Book.Find(from, asked.To, day) is not { Basis: { } basis } rate) return;
        Assert.True(rate.First <= day);
        Assert.Contains(rate.Stated, stated => (stated.First, stated.Last, stated.Basis) == (rate.First, rate.Last, basis));
        Assert.All(rate.Stated, stated => Assert.True(stated.First <= day && stated.Basis <= basis && (stated.Basis == RateBasis.MonthlyAverage ? stated.Last >= day : stated.Last <= day && stated.Last.AddDays(RateBook.DaysOldMax) >= day)));
    }, threads: 1);

    [Fact]
    public void Find_OfTheEuro_IsThatOfTheTable() => Gen.Select(OneOf(Stated), Gen.Int[0, Days - 1]).Sample((currency, offset) =>
    {
        var day = Start.AddDays(offset);
        DateOnly? expected = Enumerable.Range(0, RateBook.DaysOldMax + 1).Select(age => day.AddDays(-age)).Where(one => _stated.ContainsKey((currency, one))).Select(one => (DateOnly?)one).FirstOrDefault();
        var found = _ledger.Book.Find(new Currency("EUR"), new Currency(currency), day);
        Assert.Equal((expected, expected is { } known ? _stated[(currency, known)] : null), (found?.First, found?.Rate));
    }, threads: 1);

    public void Dispose() => _ledger.Dispose();

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static decimal Tolerance(decimal value) => 0.000_000_000_1m + Math.Abs(value) * 1e-18m;

    // Numbers that look random and are the same in every run.
    private string Table()
    {
        var random = new Random(20200305);
        var table = new StringBuilder($"Date,{string.Join(',', Stated)},\n");
        for (var day = 0; day < Days; day += random.Next(8) == 0 ? random.Next(1, 14) : 1)
        {
            table.Append(CultureInfo.InvariantCulture, $"{Start.AddDays(day):yyyy-MM-dd},");
            foreach (var currency in Stated) table.Append(random.Next(6) == 0 ? "N/A," : Rate(currency, Start.AddDays(day), random.Next(1, 2_000_000) / 10_000m));
            table.Append('\n');
        }
        return table.ToString();
    }

    private string Rate(string currency, DateOnly day, decimal rate)
    {
        _stated[(currency, day)] = rate;
        return string.Create(CultureInfo.InvariantCulture, $"{rate},");
    }

    private static string Series() => "CURRENCY,INDICATOR,TIME_PERIOD,OBS_VALUE\n" + string.Concat(Enumerable.Range(1, 12).Select(month =>
        string.Create(CultureInfo.InvariantCulture, $"AFN,ENDA_XDC_USD_RATE,2020-{month:00},{70 + month}.5\nAFN,ENDE_XDC_USD_RATE,2020-{month:00},{71 + month}\n")));
}
