namespace Tributary.Tests.Sources.Rates;

/// <summary>The International Monetary Fund's reports and series.</summary>
public sealed class ImfRatesTests
{
    [Fact]
    public void Read_ReportWithDaysAsColumns_TurnsWhatIsMarkedRound()
    {
        var read = ReadRates.Of(RateSamples.ImfDays);
        Assert.Equal(("imf-report-tsv", null), (read.Format, read.Fatal));
        Assert.Empty(read.Issues);
        Assert.Equal(["2020-03-05 EUR 1.1 USD", "2020-03-06 EUR 1.2 USD", "2020-03-05 USD 1181.2 KRW", "2020-03-09 EUR 1.25 USD"], read.Lines);
        Assert.Equal("line 7, column March 05, 2020", read.Rates[2].Place);
        Assert.Equal(2, read.Ignored["U.S. dollar"]);
    }

    [Fact]
    public void Read_ReportWithCurrenciesAsColumns_GivesItsRates() =>
        Assert.Equal(["2020-03-05 XDR 9.6 CNY", "2020-03-05 XDR 1.375 USD", "2020-03-06 XDR 1.38 USD"], ReadRates.Of(RateSamples.ImfCurrencies).Lines);

    [Theory]
    [InlineData("Currency units per SDR", "2020-03-05 XDR 0.5 CNY")]
    [InlineData("SDRs per Currency unit for March 2020", "2020-03-05 CNY 0.5 XDR")]
    [InlineData("U.S. dollars per currency unit", "2020-03-05 CNY 0.5 USD")]
    [InlineData("(exchange rates; national currency units per US dollar)", "2020-03-05 USD 0.5 CNY")]
    public void Read_Report_IsTheWayRoundThatItsTitleSays(string title, string expected) =>
        Assert.Equal([expected], ReadRates.Of($"{title}\nCurrency\tMarch 5, 2020\nChinese yuan\t0.5\n").Lines);

    // The IMF prints the two tables below one another.
    [Fact]
    public void Read_ReportOfTwoTables_TakesEachTheWayRoundThatStandsAboveIt() => Assert.Equal(["2020-03-05 CNY 0.1 XDR", "2020-03-05 XDR 10 CNY"],
        ReadRates.Of("SDRs per currency unit\nCurrency\tMarch 05, 2020\nChinese yuan\t0.1\n\nCurrency units per SDR\nCurrency\tMarch 05, 2020\nChinese yuan\t10\n").Lines);

    [Fact]
    public void Read_RepresentativeRatesWithANoteOnThoseInDollars_TakesTheOthersPerDollar() => Assert.Equal(["2020-03-05 GBP 1.3 USD", "2020-03-05 USD 73 INR"],
        ReadRates.Of("Representative Exchange Rates for Selected Currencies for March 2020\nCurrency\tMarch 05, 2020\nU.K. pound (1)\t1.3\nIndian rupee\t73\n(1) U.S. dollars per currency unit\n").Lines);

    [Fact]
    public void Read_ReportCutOff_IsTruncated() =>
        Assert.Equal("document-truncated", ReadRates.Of("Currency units per SDR\nCurrency\tMarch 05, 2020\tMarch 06, 2020\nChinese yuan\t9").Fatal?.Code);

    [Fact]
    public void Read_Series_GivesAveragesAndEndsOfMonths()
    {
        var read = ReadRates.Of(RateSamples.ImfSeries);
        Assert.Equal(("imf-series-csv", null), (read.Format, read.Fatal));
        Assert.Empty(read.Issues);
        Assert.Equal(["2020-02-01/2020-02-29 USD 76 AFN", "2020-03-01/2020-03-31 USD 77.5 AFN", "2020-03-31 USD 78 AFN end"], read.Lines);
        Assert.All(read.Rates, rate => Assert.Equal("the currency of AF", rate.CurrencyBasis));
        Assert.Equal((2, 1), (read.Ignored["TIME_PERIOD of a quarter or year"], read.Ignored["INDICATOR 'PCPI_IX'"]));
    }

    [Fact]
    public void Read_SeriesOfTheDataPortal_GivesAveragesAndEndsOfMonths() => Assert.Equal(["2020-03-01/2020-03-31 AFN 0.0125 USD", "2020-03-31 EUR 80 AFN end"], ReadRates.Of("""
        COUNTRY,INDICATOR,TYPE_OF_TRANSFORMATION,FREQUENCY,TIME_PERIOD,OBS_VALUE
        AFG,USD_XDC,PA_RT,M,2020-M03,0.0125
        AFG,XDC_EUR,EOP_RT,M,2020-M03,80

        """).Lines);

    [Fact]
    public void Read_SeriesThatNamesTheCurrency_NeedsNoBasis() =>
        Assert.Equal("", Assert.Single(ReadRates.Of("CURRENCY,INDICATOR,TIME_PERIOD,OBS_VALUE\nAFN,ENDA_XDC_USD_RATE,2020-M03,76\n").Rates).CurrencyBasis);

    // A thousand old leones are one new leone: a rate before 2022-07 may be of either.
    [Fact]
    public void Read_SeriesBeforeANewUnit_IsLeftOut()
    {
        var read = ReadRates.Of("REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nSL,ENDA_XDC_USD_RATE,2022-06,13000\nSL,ENDA_XDC_USD_RATE,2022-07,13.5\n");
        Assert.Equal(["2022-07-01/2022-07-31 USD 13.5 SLE"], read.Lines);
        Assert.Equal(1, read.Ignored["SLE before 2022-07"]);
    }
}
