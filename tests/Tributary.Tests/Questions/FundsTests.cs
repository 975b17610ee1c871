using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>Money of pooled funds, in and out, by another road.</summary>
public sealed class FundsTests(Afghanistan2020 afghanistan)
{
    [Theory]
    [InlineData("Afghanistan Humanitarian Fund")]
    [InlineData("Central Emergency Response Fund")]
    public void Fund_InAndOutByYear_IsTheSumOfItsFlows(string fund)
    {
        var flows = RawFlows.OfAfghanistan();
        var came = flows.Where(flow => flow.Names("destination", "Organization") is [var only] && only == fund && !flow.Names("source", "Organization").Contains(fund)).ToList();
        var left = flows.Where(flow => flow.Names("source", "Organization") is [var only] && only == fund && !flow.Names("destination", "Organization").Contains(fund)).ToList();
        var answer = Assert.Single(afghanistan.Ask(new FundsQuestion { Funds = [fund] }).Funds);
        Assert.Equal((came.Sum(RawFlows.Amount), came.Count), (answer.InUsd, (int)answer.FlowsIn));
        Assert.Equal((left.Sum(RawFlows.Amount), left.Count), (answer.OutUsd, (int)answer.FlowsOut));
        Assert.Equal(answer.InUsd - answer.OutUsd, answer.BalanceUsd);
        Assert.Equal(answer.BalanceUsd, answer.Years[^1].CarriedUsd);
        var byYear = left.GroupBy(flow => string.Join(", ", flow.Names("source", "UsageYear").Order(StringComparer.Ordinal))).ToDictionary(year => year.Key, year => year.Sum(RawFlows.Amount));
        Assert.All(answer.Years.Where(year => year.OutUsd != 0), year => Assert.Equal(byYear[year.Year], year.OutUsd));
    }

    [Fact]
    public void Funds_WithoutAName_AreThoseThatSourcesCallSo()
    {
        var funds = RawFlows.OfAfghanistan().SelectMany(flow => new[] { "source", "destination" }.SelectMany(side => flow.GetProperty(side + "Objects").EnumerateArray()))
            .Where(thing => thing.TryGetProperty("organizationTypes", out var types) && types.EnumerateArray().Any(type => type.GetString() == "Pooled fund"))
            .Select(thing => thing.GetProperty("name").GetString()!).Distinct();
        Assert.Equal(funds.Order(StringComparer.Ordinal), afghanistan.Ask(new FundsQuestion()).Funds.Select(fund => fund.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fund_PledgesSharesAndItself_AreBesideWhatCame()
    {
        using var folder = new TempFolder();
        using var ledger = TempLedger.Of(folder.Write(FlowBuilder.Page(
            new FlowBuilder { Id = 1, AmountUsd = 100, Destination = ["Organization:7", "UsageYear:2020"] },
            new FlowBuilder { Id = 2, AmountUsd = 10, Status = "pledge", Destination = ["Organization:7", "UsageYear:2020"] },
            new FlowBuilder { Id = 3, AmountUsd = 1, Destination = ["Organization:7*", "Organization:8*", "UsageYear:2020"] },
            new FlowBuilder { Id = 4, AmountUsd = 1000, Source = ["Organization:7", "UsageYear:2020"], Destination = ["Organization:7", "UsageYear:2021"] },
            new FlowBuilder { Id = 5, AmountUsd = 30, Source = ["Organization:7", "UsageYear:2021"], Destination = ["Organization:9", "UsageYear:2021"] })));
        var fund = Assert.Single(ledger.Ask(new FundsQuestion { Funds = ["7"] }).Funds);
        Assert.Equal((100m, 30m, 70m, 10m, 1m), (fund.InUsd, fund.OutUsd, fund.BalanceUsd, fund.PledgedUsd, fund.SharedUsd));
        Assert.Equal([("2020", 100m, 100m), ("2021", -30m, 70m)], fund.Years.Select(year => (year.Year, year.BalanceUsd, year.CarriedUsd)));
    }
}
