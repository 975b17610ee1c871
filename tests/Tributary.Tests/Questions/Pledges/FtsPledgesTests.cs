using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Pledges;

/// <summary>A flow that FTS had as a pledge is followed by itself, through what was stated of it over time.</summary>
public sealed class FtsPledgesTests
{
    private static readonly DateOnly First = new(2021, 7, 1), Second = new(2021, 8, 1), Third = new(2021, 9, 1);
    private static readonly PledgesQuestion Plan = new() { Plan = "900" };
    private static readonly FlowBuilder Pledge = new() { Id = 1, Status = "pledge", DecisionDate = "2021-06-01", UpdatedAt = "2021-06-01T00:00:00Z" };

    [Theory]
    [InlineData("commitment", 100, 100, 0, 0)]
    [InlineData("paid", 100, 0, 100, 0)]
    [InlineData("paid", 70, 0, 70, 30)]
    [InlineData("commitment", 130, 130, 0, -30)]
    public void Pledges_ThatBecameMoney_AreKeptByTheSameFlow(string status, int amount, int committed, int paid, int outstanding)
    {
        using var ledger = With((First, [Pledge]), (Second, [Pledge with { Status = status, AmountUsd = amount, UpdatedAt = "2021-07-20T00:00:00Z" }]));
        var pledge = Assert.Single(ledger.Ask(Plan).Pledges);
        Assert.Equal((100m, committed, paid, (decimal)outstanding, status), (pledge.Pledged, (int)pledge.CommittedUsd, (int)pledge.PaidUsd, pledge.Outstanding, pledge.FtsStatus));
        Assert.Equal([(Second, status, (decimal)amount), (First, "pledge", 100m)], pledge.Statements.Select(stated => (stated.Day, stated.Status, stated.AmountUsd)));
        Assert.Equal((new DateOnly(2021, 6, 1), 61), (pledge.MadeOn, pledge.DaysSince));
        // As of the first day it was a pledge and nothing else.
        var then = ledger.Open().Ask(Plan, First, TestContext.Current.CancellationToken);
        Assert.Equal(("pledge", 100m, 30), (then.Pledges[0].FtsStatus, then.Pledges[0].Outstanding, then.Pledges[0].DaysSince));
        Assert.Empty(ledger.Open().Ask(new PledgesQuestion { Country = "AFG" }, First.AddDays(-1), TestContext.Current.CancellationToken).Pledges);
    }

    [Fact]
    public void Pledges_ThatWereChangedBeforeTheyBecameMoney_AreOfTheLastWord()
    {
        using var ledger = With((First, [Pledge]), (Second, [Pledge with { AmountUsd = 80, UpdatedAt = "2021-07-20T00:00:00Z" }]), (Third, [Pledge with { AmountUsd = 80, Status = "paid", UpdatedAt = "2021-08-20T00:00:00Z" }]));
        Assert.Equal([(80m, 80m, 0m)], ledger.Ask(Plan).Pledges.Select(pledge => (pledge.Pledged, pledge.PaidUsd, pledge.Outstanding!.Value)));
    }

    // The order in which documents came in, and the days that they are of, do not matter: the version of the flow does.
    [Fact]
    public void Pledges_OfAnOldStatementInALaterDocument_AreOfTheLastWord()
    {
        using var ledger = With((Third, [Pledge]), (First, [Pledge with { AmountUsd = 80, UpdatedAt = "2021-06-20T00:00:00Z" }]));
        Assert.Equal(80m, Assert.Single(ledger.Ask(Plan).Pledges).Pledged);
    }

    [Fact]
    public void Pledges_ThatAreGone_CountAsOutstandingAndAreNamed()
    {
        using var ledger = new TempLedger();
        using var files = new TempFolder();
        ledger.Import(First, files.Write(FlowBuilder.Page(Pledge, Pledge with { Id = 2 })));
        ledger.Fetch(Second, new FlowScope([new ScopeObject(ObjectType.Plan, "900")]), FlowBuilder.Page(Pledge with { Id = 2 }));
        var answer = ledger.Ask(Plan);
        Assert.Equal([("no longer listed", 100m), ("pledge", 100m)], answer.Pledges.Select(pledge => (pledge.FtsStatus!, pledge.Outstanding!.Value)).Order());
        Assert.Contains(answer.Oddities, oddity => oddity == "No longer listed by FTS: 1 of these pledges, 100 US dollars. That counts as outstanding.");
    }

    [Fact]
    public void Pledges_WhoseMoneyWentElsewhere_AreNotKept()
    {
        using var ledger = With((First, [Pledge]), (Second, [Pledge with { Status = "paid", Destination = ["Location:1", "UsageYear:2020", "Plan:901"], UpdatedAt = "2021-07-20T00:00:00Z" }]));
        var answer = ledger.Ask(Plan);
        Assert.Equal(("elsewhere", 0m, 100m), (answer.Pledges[0].FtsStatus, answer.Pledges[0].PaidUsd, answer.Pledges[0].Outstanding));
        Assert.Contains(answer.Oddities, oddity => oddity.Contains("Listed by FTS for something else now", StringComparison.Ordinal));
    }

    [Fact]
    public void Pledges_SharedWithOthers_AreBesideTheSum()
    {
        using var ledger = With((First, [Pledge, Pledge with { Id = 2, AmountUsd = 40, Destination = ["Plan:900*", "Plan:901*"] }, Pledge with { Id = 3, Status = "paid" }]));
        var answer = ledger.Ask(Plan);
        Assert.Equal((100m, new SharedPledges(1, 40m)), (answer.TotalUsd!.PledgedUsd, answer.Shared));
        Assert.Single(answer.Pledges);
    }

    [Fact]
    public void Pledges_OfOneDonor_AreOneLine()
    {
        using var ledger = With((First, [Pledge with { Source = [PledgeDesk.Germany] }, Pledge with { Id = 2, AmountUsd = 40, Source = [PledgeDesk.Germany], DecisionDate = "2021-05-01" }]));
        var line = Assert.Single(ledger.Ask(Plan).Parties);
        Assert.Equal(("Germany, Government of", "DEU", 2, 140m, new DateOnly(2021, 5, 1), (bool?)null), (line.Party, line.Iso3, line.PledgeCount, line.Pledged, line.FirstMadeOn, line.Attended));
    }

    // What still is a pledge is just what stands beside funding as pledged.
    [Fact]
    public void Pledges_ThatStillAreOnes_AddUpToWhatFundingShowsBesideIt()
    {
        var folder = SharedData.Find("fts/global-2026-04");
        Assert.SkipWhen(folder is null, "the published files are not to hand");
        using var ledger = TempLedger.Of(folder);
        foreach (var country in (ReadOnlySpan<string>)["SDN", "AFG", "UKR", "SYR", "YEM", "COD"])
        {
            var funding = ledger.Ask(new FundingQuestion { Countries = [country], Years = [2026] });
            var pledges = ledger.Ask(new PledgesQuestion { Country = country, Year = 2026 });
            Assert.Equal((country, funding.PledgedUsd, funding.FlowCounts.Pledged), (country, pledges.Pledges.Where(pledge => pledge.FtsStatus == "pledge").Sum(pledge => pledge.Pledged), pledges.Pledges.LongCount(pledge => pledge.FtsStatus == "pledge")));
        }
    }

    private static TempLedger With(params (DateOnly Day, FlowBuilder[] Flows)[] documents)
    {
        using var files = new TempFolder();
        var ledger = new TempLedger();
        foreach (var (day, flows) in documents) ledger.Import(day, files.Write(FlowBuilder.Page(flows)));
        return ledger;
    }
}
