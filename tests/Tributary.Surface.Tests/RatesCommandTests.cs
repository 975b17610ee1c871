namespace Tributary.Surface.Tests;

/// <summary>Exchange rates on the command line: tables of our own making, whose figures are invented.</summary>
public sealed class RatesCommandTests(RatesCommandTests.RateLedger rates) : IClassFixture<RatesCommandTests.RateLedger>
{
    [Theory]
    [InlineData("rates-show", "rates show")]
    [InlineData("rates-day", "rates show --currency usd --day 2020-03-08")]
    [InlineData("rates-convert", "rates convert 960000000 GBP --to AFN --day 2020-03-08")]
    [InlineData("rates-cross", "rates convert -12.50 GBP --to USD --day 2020-03-08")]
    public void Answer_IsItsGoldenFile(string name, string command)
    {
        Golden.Verify(rates.Answer($"{command} --format json"), $"tests/Tributary.Surface.Tests/Golden/{name}.json");
        Golden.Verify(rates.Answer($"{command} --format csv"), $"tests/Tributary.Surface.Tests/Golden/{name}.csv");
    }

    [Fact]
    public void Table_Fits80Columns()
    {
        foreach (var command in (ReadOnlySpan<string>)["rates show", "rates show --day 2020-03-08", "rates convert 960000000 GBP --to USD --day 2020-03-08"])
        {
            var table = Cli.Bash(rates.Folder, $"COLUMNS=80 $tributary {command}");
            Assert.Equal((0, ""), (table.Code, table.Error));
            Assert.All(table.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        }
    }

    [Fact]
    public void Ledger_WithRates_Holds()
    {
        Assert.Equal(0, Cli.Run(rates.Folder, "verify").Code);
        Assert.Contains("No exchange rate was taken in yet", Cli.Run(rates.Folder, "rates", "show", "--as-of", "2020-01-01").Out, StringComparison.Ordinal);
    }

    /// <summary>A mistake and what its message must name.</summary>
    [Theory]
    [InlineData("rates", "rates: no command; expected one of import, show, convert")]
    [InlineData("rates show --currency zzz", "--currency 'zzz': no currency")]
    [InlineData("rates show --currency SYP", "currency 'SYP'")]
    [InlineData("rates show --day 2020-13-01", "--day '2020-13-01'")]
    [InlineData("rates convert 5 GBP --to USD", "--day")]
    [InlineData("rates convert 5 GBP --day 2020-03-08", "--to")]
    [InlineData("rates convert five GBP --to USD --day 2020-03-08", "AMOUNT 'five': not an amount")]
    [InlineData("rates convert 5 pounds --to USD --day 2020-03-08", "CODE 'pounds': no currency")]
    [InlineData("rates convert 5 GBP --to SYP --day 2020-03-08", "GBP in SYP on 2020-03-08: no document states a rate of SYP")]
    [InlineData("rates convert 5 GBP --to USD --day 2021-03-08", "no rate of that day or the 7 days before it")]
    public void Mistake_IsNamedOnStandardError(string command, string named)
    {
        var result = Cli.Run(rates.Folder, command.Split(' '));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.StartsWith("tributary: ", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A ledger with a table of each publisher.</summary>
    public sealed class RateLedger : IDisposable
    {
        private readonly TempFolder _folder = new();

        public RateLedger()
        {
            var made = Cli.Run(Folder, ["rates", "import", Repository.Find("tests/Tributary.Surface.Tests/Rates"), "--day", "2020-04-10", "--format", "json"]);
            Assert.Equal((0, ""), (made.Code, made.Error));
        }

        internal string Folder => _folder["ledger"];

        public void Dispose() => _folder.Dispose();

        internal string Answer(string command)
        {
            var result = Cli.Run(Folder, command.Split(' '));
            Assert.Equal((0, ""), (result.Code, result.Error));
            return result.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal);
        }
    }
}
