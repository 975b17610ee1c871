using Tributary.Money;

namespace Tributary.Tests.Money;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("EUR", true)]
    [InlineData("AFN", true)]
    [InlineData("AFA", true)] // Afghanistan's before 2003
    [InlineData("DEM", true)]
    [InlineData("EUX", false)]
    [InlineData("eur", false)]
    [InlineData("XXX", false)] // no currency
    [InlineData("XTS", false)] // for tests
    [InlineData("XAU", false)] // gold
    [InlineData("", false)]
    public void Contains_OfACode_TellsWhetherItIsMoney(string code, bool expected) => Assert.Equal(expected, Currencies.Contains(code));

    // What FTS publishes is money: no code of the published flows may be missing here.
    [Fact]
    public void Contains_OfEveryCurrencyThatFtsPublishes_IsTrue()
    {
        var folder = SharedData.Find("fts/global-2026-04");
        Assert.SkipWhen(folder is null, "the published files are not to hand");
        using var ledger = TempLedger.Of(folder);
        var stated = ledger.Ask(new Tributary.Questions.FlowsQuestion { Limit = 100_000 }).Flows.Select(flow => flow.OriginalCurrency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(stated.Count, 20, 200);
        Assert.All(stated, code => Assert.True(Currencies.Contains(code), code));
    }
}
