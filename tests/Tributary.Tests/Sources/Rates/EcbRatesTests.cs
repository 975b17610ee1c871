using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Tests.Sources.Rates;

/// <summary>The European Central Bank's tables.</summary>
public sealed class EcbRatesTests
{
    [Fact]
    public void Read_History_GivesEachRateWithItsPlace()
    {
        var read = ReadRates.Of(RateSamples.EcbHistory);
        Assert.Equal(("ecb-rates-csv", null), (read.Format, read.Fatal));
        Assert.Empty(read.Issues);
        Assert.Equal(14, read.Rates.Count);
        Assert.Equal(new ExchangeRate("line 2, column USD", new Currency("EUR"), Currency.Usd, 1.25m, new DateOnly(2020, 3, 9), new DateOnly(2020, 3, 9), RateBasis.Daily), read.Rates[0]);
        Assert.Equal("line 4, column CHF", read.Rates[^1].Place);
    }

    [Fact]
    public void Read_LatestDayAsCsv_GivesItsRates() =>
        Assert.Equal(["2020-03-10 EUR 1.3 USD", "2020-03-10 EUR 119 JPY", "2020-03-10 EUR 0.82 GBP", "2020-03-10 EUR 1.04 CHF"], ReadRates.Of(RateSamples.EcbDay).Lines);

    [Fact]
    public void Read_Xml_GivesEachRateWithItsPlace()
    {
        var read = ReadRates.Of(RateSamples.EcbXml("<Cube time='2020-03-10'><Cube currency='USD' rate='1.3'/><Cube currency='JPY' rate='119'/></Cube><Cube time=\"2020-03-09\">\n<Cube currency=\"USD\" rate=\"1.25\"/></Cube>"));
        Assert.Equal(("ecb-rates-xml", null), (read.Format, read.Fatal));
        Assert.Empty(read.Issues);
        Assert.Equal(["2020-03-10 EUR 1.3 USD", "2020-03-10 EUR 119 JPY", "2020-03-09 EUR 1.25 USD"], read.Lines);
        Assert.Equal("line 7, USD of 2020-03-09", read.Rates[2].Place);
    }

    [Theory]
    [InlineData("0", "rates-value-invalid")]
    [InlineData("-1.1", "rates-value-invalid")]
    [InlineData("1.1 USD", "rates-value-invalid")]
    [InlineData("\"1,1\"", "rates-value-invalid")]
    [InlineData("1000000000000", "rates-value-invalid")]
    [InlineData("0.0000000000001", "rates-value-too-fine")]
    [InlineData("1.123456789012345678901", "rates-value-too-fine")]
    [InlineData("1e-40", "rates-value-too-fine")]
    [InlineData("123456789.12345678901234567890", "rates-value-too-fine")]
    public void Read_OddValue_IsReportedAtItsPlace(string value, string code)
    {
        var read = ReadRates.Of($"Date,USD,JPY,GBP,CHF,\n2020-03-05,{value},1,1,1,\n");
        var issue = Assert.Single(read.Issues);
        Assert.Equal((code, "line 2, column USD"), (issue.Code, issue.Place));
        Assert.Equal((3, issue.Severity == Severity.Error ? 1 : 0), (read.Rates.Count, read.LeftOut));
    }

    [Theory]
    [InlineData("\"1,174.50\"", "1174.5")]
    [InlineData("9.1E-05", "0.000091")]
    [InlineData("0.00000100000000000001", "0.00000100000000000001")]
    public void Read_UnusualValue_IsExact(string value, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), ReadRates.Of($"Date,USD,JPY,GBP,CHF,\n2020-03-05,{value},1,1,1,\n").Rates[0].Rate);

    [Fact]
    public void Read_RowCutOff_IsTruncated()
    {
        var read = ReadRates.Of(RateSamples.EcbHistory.TrimEnd()[..^6]);
        Assert.Equal(("document-truncated", "line 4"), (read.Fatal!.Code, read.Fatal.Place));
    }

    [Fact]
    public void Read_SameDayTwice_IsReportedWhereItDiffers()
    {
        var read = ReadRates.Of("Date,USD,JPY,GBP,CHF,\n2020-03-05,1.1,1,1,1,\n2020-03-05,1.2,1,1,1,\n");
        Assert.Equal(["rates-repeated"], read.Issues.Select(issue => issue.Code));
        Assert.Equal((4, 1.1m), (read.Rates.Count, read.Rates[0].Rate));
    }

    [Theory]
    [InlineData("Date,USD,JPY,GBP,CHF,\n")]
    [InlineData("Date,USD,JPY,GBP,CHF,\n2020-03-05,N/A,N/A,N/A,N/A,\n")]
    public void Read_TableWithoutRates_IsRefused(string table) => Assert.Equal("rates-empty", ReadRates.Of(table).Fatal!.Code);
}
