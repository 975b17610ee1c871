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

    [Fact]
    public void Convert_BeyondWhatADecimalKeeps_SaysSo()
    {
        using var ledger = RateLedger.Of("Date,USD,JPY,GBP,CHF,\n2020-03-06,999999999999,1,1,1,\n");
        Assert.Contains("more digits than can be kept", ledger.Convert(decimal.MaxValue, "EUR", "USD", "2020-03-06").WhyNot, StringComparison.Ordinal);
    }
}
