using Tributary.Money;
using Tributary.Questions;
using Tributary.Tests.Sources.Rates;

namespace Tributary.Tests.Questions.Rates;

/// <summary>Which rate converts an amount, and what it says of itself. Friday is 2020-03-06, Monday 2020-03-09.</summary>
public sealed class RateBookTests
{
    [Fact]
    public void Convert_FromTheEuro_MultipliesAndNamesThePlace()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        var conversion = ledger.Convert(200, "EUR", "USD", "2020-03-06");
        Assert.Equal(Amount.Usd(240), conversion.To);
        Assert.Equal((1.2m, RateBasis.Daily, null), (conversion.Rate!.Rate, conversion.Rate.Basis, conversion.Rate.Through));
        Assert.Equal("line 3, column USD", Assert.Single(conversion.Rate.Sources).Place);
    }

    [Fact]
    public void Convert_ToTheEuro_Divides()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        Assert.Equal(200, ledger.Value(240, "USD", "EUR", "2020-03-06"));
        Assert.Equal(1 / 1.2m, ledger.Convert(240, "USD", "EUR", "2020-03-06").Rate!.Rate);
    }

    [Fact]
    public void Convert_BetweenOthers_CrossesThroughTheEuroByRatesOfOneDay()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        var conversion = ledger.Convert(75, "GBP", "USD", "2020-03-06");
        Assert.Equal(Amount.Usd(120), conversion.To);
        Assert.Equal(("EUR", 2), (conversion.Rate!.Through?.Code, conversion.Rate.Stated.Count));
        Assert.Equal(["line 3, column GBP", "line 3, column USD"], conversion.Rate.Sources.Select(source => source.Place));
    }

    [Fact]
    public void Convert_ToItsOwnCurrency_IsTheAmountAndNeedsNoRate()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        var conversion = ledger.Convert(7.5m, "AFN", "AFN", "1900-01-01");
        Assert.Equal(7.5m, conversion.To?.Value);
        Assert.Equal((1m, null), (conversion.Rate!.Rate, conversion.Rate.Basis));
        Assert.Empty(conversion.Rate.Stated);
    }

    [Theory]
    [InlineData("2020-03-08", "2020-03-06")]
    [InlineData("2020-03-16", "2020-03-09")]
    [InlineData("2020-03-17", null)]
    [InlineData("2020-03-04", null)]
    public void Find_OnADayWithoutRate_IsThatOfAtMostSevenDaysBefore(string day, string? rateOf)
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        Assert.Equal(rateOf is null ? null : RateLedger.Day(rateOf), ledger.Book.Find(new Currency("EUR"), Currency.Usd, RateLedger.Day(day))?.First);
    }

    [Fact]
    public void Convert_WithoutRate_SaysWhy()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory);
        Assert.Equal("AFN in USD on 2020-03-06: no document states a rate of AFN", ledger.Convert(1, "AFN", "USD", "2020-03-06").WhyNot);
        Assert.Contains("rates of EUR and GBP are known from 2020-03-05 to 2020-03-09", ledger.Convert(1, "GBP", "EUR", "2020-04-01").WhyNot, StringComparison.Ordinal);
    }

    // The day before HRK's first rate has one for JPY: rates of two days are not crossed.
    [Fact]
    public void Convert_WithOneOfTwoRatesMissing_TakesTheLatestDayThatHasBoth()
    {
        using var ledger = RateLedger.Of("Date,USD,JPY,GBP,CHF,\n2020-03-06,1.2,N/A,1,1,\n2020-03-05,1.1,110,1,1,\n");
        Assert.Equal(RateLedger.Day("2020-03-05"), ledger.Convert(1, "JPY", "USD", "2020-03-06").Rate!.First);
        Assert.Null(ledger.Convert(1, "JPY", "USD", "2020-03-04").To);
    }

    [Fact]
    public void Convert_AsOfADay_KnowsOnlyDocumentsOfThatDayAndBefore()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory, RateSamples.EcbXml("<Cube time='2020-03-20'><Cube currency='USD' rate='9'/></Cube><Cube time='2020-03-06'><Cube currency='USD' rate='2'/></Cube>"));
        Assert.Equal(2, ledger.Value(1, "EUR", "USD", "2020-03-06"));
        var before = RateBook.Of(ledger.Facts.AsKnownOn(RateLedger.Day("2020-03-19")));
        Assert.Equal(1.2m, before.Convert(new Amount(1, new Currency("EUR")), Currency.Usd, RateLedger.Day("2020-03-06")).To?.Value);
    }

    // 31 March is a Tuesday. The end of a month says nothing about the days before it.
    [Theory]
    [InlineData("2020-03-31", "2020-03-01", RateBasis.MonthlyAverage)]
    [InlineData("2020-04-01", "2020-03-31", RateBasis.EndOfMonth)]
    [InlineData("2020-04-07", "2020-03-31", RateBasis.EndOfMonth)]
    [InlineData("2020-04-08", null, null)]
    [InlineData("2020-01-31", null, null)]
    public void Find_WithMonthlyRatesAlone_TakesTheMonthsAverageAndThenItsEnd(string day, string? first, RateBasis? basis)
    {
        using var ledger = RateLedger.Of(RateSamples.ImfSeries);
        var found = ledger.Book.Find(new Currency("AFN"), Currency.Usd, RateLedger.Day(day));
        Assert.Equal((first, basis), (found?.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), found?.Basis));
    }

    [Fact]
    public void Find_WithDailyAndMonthlyRates_TakesTheDailyOne()
    {
        using var ledger = RateLedger.Of(RateSamples.ImfDays, "CURRENCY,INDICATOR,TIME_PERIOD,OBS_VALUE\nKRW,ENDA_XDC_USD_RATE,2020-03,1200\n");
        Assert.Equal(1181.2m, ledger.Value(1, "USD", "KRW", "2020-03-12"));
        Assert.Equal(1200, ledger.Value(1, "USD", "KRW", "2020-03-13"));
    }

    [Fact]
    public void Find_StatedByBothPublishers_IsTheEcbs()
    {
        using var ledger = RateLedger.Of("U.S. dollars per currency unit\nDate\tEuro\n05-Mar-2020\t9\n30-Mar-2020\t9\n", RateSamples.EcbHistory);
        Assert.Equal(1.1m, ledger.Value(1, "EUR", "USD", "2020-03-05"));
    }

    // The Afghani has rates of months, in dollars; the dollar has rates of days, in euros.
    [Fact]
    public void Convert_WithRatesOfTwoKindsAlone_TakesEachByItselfAndNamesTheLesser()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory, RateSamples.ImfSeries);
        var conversion = ledger.Convert(93, "EUR", "AFN", "2020-03-08");
        Assert.Equal(93 * 1.2m * 77.5m, conversion.To?.Value);
        Assert.Equal((RateBasis.MonthlyAverage, RateLedger.Day("2020-03-01"), "USD"), (conversion.Rate!.Basis, conversion.Rate.First, conversion.Rate.Through?.Code));
        Assert.Equal([RateBasis.Daily, RateBasis.MonthlyAverage], conversion.Rate.Stated.Select(stated => stated.Basis));
        Assert.Null(ledger.Convert(93, "EUR", "AFN", "2020-02-29").To);
    }

    [Fact]
    public void Convert_ThroughTheDollar_NamesIt()
    {
        using var ledger = RateLedger.Of(RateSamples.ImfDays);
        Assert.Equal("USD", ledger.Convert(1, "EUR", "KRW", "2020-03-05").Rate!.Through?.Code);
        Assert.Equal(1181.2m * 1.1m, ledger.Value(1, "EUR", "KRW", "2020-03-05"));
    }

    // A rate with 20 decimal places comes back from the store with all of them.
    [Fact]
    public void Stated_OfManyDigits_IsExact()
    {
        using var ledger = RateLedger.Of("CURRENCY,INDICATOR,TIME_PERIOD,OBS_VALUE\nVND,EDNA_USD_XDC_RATE,2020-03,0.00004293187563456789\nKRW,ENDA_XDC_USD_RATE,2020-03,123456789012.3456789012345678\n");
        Assert.Equal(0.00004293187563456789m, ledger.Value(1, "VND", "USD", "2020-03-05"));
        Assert.Equal(123456789012.3456789012345678m, ledger.Value(1, "USD", "KRW", "2020-03-05"));
    }

    [Fact]
    public void Ask_WhatIsKnown_CountsByDocumentKind()
    {
        using var ledger = RateLedger.Of(RateSamples.EcbHistory, RateSamples.ImfSeries);
        var answer = ledger.Ask(new RatesQuestion { Day = RateLedger.Day("2020-03-06") });
        Assert.Equal(["AFN", "CHF", "GBP", "HRK", "JPY", "USD"], answer.Rates.Select(rate => rate.Base == "EUR" ? rate.Currency : "AFN").Order(StringComparer.Ordinal));
        Assert.Equal(["daily 3", "end of month 1", "monthly average 2"], answer.Known.Where(line => line.Currency is "GBP" or "AFN").Select(line => $"{line.Basis} {line.Rates}").Order(StringComparer.Ordinal));
        Assert.Throws<UnknownValueException>(() => ledger.Ask(new RatesQuestion { Currency = new Currency("SYP") }));
    }

    [Fact]
    public void Convert_BeyondWhatADecimalKeeps_SaysSo()
    {
        using var ledger = RateLedger.Of("Date,USD,JPY,GBP,CHF,\n2020-03-06,999999999999,1,1,1,\n");
        Assert.Contains("more digits than can be kept", ledger.Convert(decimal.MaxValue, "EUR", "USD", "2020-03-06").WhyNot, StringComparison.Ordinal);
    }
}
