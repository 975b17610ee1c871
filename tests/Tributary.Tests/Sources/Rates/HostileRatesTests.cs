using System.Text;
using CsCheck;
using Tributary.Import;
using Tributary.Money;
using Tributary.Sources.Rates;

namespace Tributary.Tests.Sources.Rates;

/// <summary>What nobody honest would publish.</summary>
public sealed class HostileRatesTests
{
    // A bound of three stands for that of two million.
    [Fact]
    public void Take_MoreRatesThanItsBound_IsFatalAtTheFirstOfThem()
    {
        var sink = new ReadRates();
        var reading = new RateReading(sink, ratesMax: 3);
        var pair = new RatePair(new Currency("EUR"), Currency.Usd);
        for (var day = 1; day <= 5; day++) reading.Take($"line {day}", "1.1", pair, RatePeriod.Of(new DateOnly(2020, 3, day)));
        Assert.Equal(("rates-too-many", "line 4", 3), (reading.End()!.Code, reading.Fatal!.Place, sink.Rates.Count));
        Assert.Equal("line 4: more than 3 rates; expected fewer; split the table", reading.Fatal.ToString());
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]>", "document-type-declared")]
    [InlineData("<!-- no type -->", "rates-empty")]
    public void Read_XmlThatDeclaresEntities_IsRefused(string before, string code) =>
        Assert.Equal(code, ReadRates.Of($"{before}<Envelope xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube/></Envelope>").Fatal?.Code);

    [Fact]
    public void Read_ReportWithEndlessMarks_IsReadInTheTimeOfItsLength() =>
        Assert.Equal("rates-empty", ReadRates.Of($"Currency units per SDR\nCurrency\tMarch 05, 2020\nEuro{string.Concat(Enumerable.Repeat("(1)", 20_000))}x\t1\n").Fatal?.Code);

    [Fact]
    public void Read_ReportThatIsNoText_IsRefused() =>
        Assert.Equal("document-encoding", ReadRates.Of([.. "Currency units per SDR\nCurrency\tMarch 05, 2020\nEuro\t1\n"u8, 0xFF, 0xFE]).Fatal?.Code);

    /// <summary>A table of which some bytes were changed is read or refused, and never breaks its reader.</summary>
    [Fact]
    public void Read_BytesChanged_NeverFails()
    {
        byte[][] tables = [.. new[] { RateSamples.EcbHistory, RateSamples.EcbDay, RateSamples.EcbXml("<Cube time='2020-03-10'><Cube currency='USD' rate='1.3'/></Cube>"), RateSamples.ImfDays, RateSamples.ImfCurrencies, RateSamples.ImfSeries }.Select(Encoding.UTF8.GetBytes)];
        var marks = "\t\n,()-\"0E'<>"u8.ToArray();
        var change = Gen.Select(Gen.Int[0, 10_000], Gen.OneOf(Gen.Byte, Gen.Int[0, marks.Length - 1].Select(index => marks[index])));
        Gen.Select(Gen.Int[0, tables.Length - 1], change.Array[1, 6]).Sample((index, changes) =>
        {
            var bytes = tables[index].ToArray();
            foreach (var (at, value) in changes) bytes[at % bytes.Length] = value;
            if (Formats.Recognise(bytes) is { Name: ['e', 'c', 'b', ..] or ['i', 'm', 'f', ..] }) ReadRates.Of(bytes);
        }, iter: 3000);
    }
}
