using System.Text;
using CsCheck;
using Tributary.Import;

namespace Tributary.Tests.Sources.Rates;

/// <summary>What nobody honest would publish.</summary>
public sealed class HostileRatesTests
{
    [Fact]
    public void Read_EndlessTable_StopsAtItsBound()
    {
        var codes = Codes();
        var table = new StringBuilder("Date,").AppendJoin(',', codes).Append(",\n");
        var ones = string.Concat(Enumerable.Repeat("1,", codes.Length));
        var first = new DateOnly(1900, 1, 1);
        for (var day = first; day < first.AddDays(2_000_000 / codes.Length + 2); day = day.AddDays(1)) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{ones}\n");
        var read = ReadRates.Of(table.ToString());
        Assert.Equal(("rates-too-many", 2_000_000), (read.Fatal?.Code, read.Rates.Count));
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

    private static string[] Codes()
    {
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToList();
        var all = from first in letters from second in letters from third in letters select $"{first}{second}{third}";
        return [.. all.Where(code => code != "EUR" && Tributary.Money.Currencies.Contains(code))];
    }
}
