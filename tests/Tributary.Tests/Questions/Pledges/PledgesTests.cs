using System.Text.Json;
using CsCheck;
using Tributary.Conferences;
using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Money;
using Tributary.Questions;
using Tributary.Tests.Deciding;

namespace Tributary.Tests.Questions.Pledges;

/// <summary>What became of promises: by currency exactly, in dollars by what is stated or by a rate that is named, and never in funding.</summary>
public sealed class PledgesTests
{
    private static readonly FlowBuilder Paid = PledgeDesk.Flow;
    private static readonly FlowBuilder Committed = PledgeDesk.Flow with { Id = 2, Status = "commitment", AmountUsd = 12_000_000, OriginalAmount = 10_000_000 };
    private static readonly FlowBuilder NorwaysRate = new()
    {
        Id = 3, AmountUsd = 1_000_000, OriginalAmount = 8_600_000, OriginalCurrency = "NOK", ExchangeRate = 8.6m, Date = "2021-09-20", Source = [PledgeDesk.Norway], Destination = ["Location:7=Pakistan"],
    };

    [Fact]
    public void Pledges_OfAConference_AreFollowedByPartyAndCurrency()
    {
        using var desk = new PledgeDesk(Paid, Committed, NorwaysRate, NorwaysRate with { Id = 4, ExchangeRate = 9m, Date = "2021-09-01" });
        desk.Confirm(desk.OfGermany, 1);
        desk.Confirm(desk.OfGermany, 2);
        var answer = desk.Pledges();
        Assert.Equal(["European Union", "Germany", "Norway", "Switzerland", "Sweden"], answer.Parties.Select(party => party.Party));
        Assert.Equal([(bool?)null, true, true, true, false], answer.Parties.Select(party => party.Attended));
        Assert.Equal([1, 1, 1, 0, 0], answer.Parties.Select(party => party.PledgeCount));
        var germany = answer.Parties[1];
        Assert.Equal(("EUR", 50_000_000m, 10_000_000m, 30_000_000m, 10_000_000m, 60.00m), (germany.Currency, germany.Pledged, germany.Committed, germany.Paid, germany.Outstanding, germany.PercentKept));
        // To the day of the answer: that of the latest document.
        Assert.Equal((new DateOnly(2021, 9, 13), answer.AsOf!.Value.DayNumber - new DateOnly(2021, 9, 13).DayNumber), (germany.FirstMadeOn, germany.DaysSince));
        // Germany's in dollars by the rate of its own flow: 50 / 0.8571 million; the Union's as stated; Norway's by the nearer of two rates.
        Assert.Equal([118_000_000m, 58_336_250.15m, 2_325_581.40m], answer.Parties.Take(3).Select(party => party.PledgedUsd));
        Assert.Equal(58_336_250.15m - 12_000_000m - 35_000_000m, germany.OutstandingUsd);
        Assert.Contains(answer.TotalUsd!.Basis, basis => basis == "at 8.6 NOK to the dollar, the rate of FTS's flow 3 of 2021-09-20, 7 days from the pledge: Norway's NOK 20,000,000 = 2,325,581.4");
        Assert.Contains(answer.TotalUsd.Basis, basis => basis == "stated by the document: European Union's EUR 100,000,000 = 118,000,000");
        Assert.Equal([("EUR", 2, 150_000_000m, 10_000_000m, 30_000_000m, 110_000_000m, 20.00m), ("NOK", 1, 20_000_000m, 0m, 0m, 20_000_000m, 0m)],
            answer.Totals.Select(total => (total.Currency, total.PledgeCount, total.Pledged, total.Committed!.Value, total.Paid!.Value, total.Outstanding!.Value, total.PercentKept!.Value)));
        Assert.Equal((3, 0, 178_661_831.55m, 12_000_000m, 35_000_000m, 131_661_831.55m, 19.59m),
            (answer.TotalUsd.PledgeCount, answer.TotalUsd.WithoutEquivalent, answer.TotalUsd.PledgedUsd, answer.TotalUsd.CommittedUsd, answer.TotalUsd.PaidUsd, answer.TotalUsd.OutstandingUsd, answer.TotalUsd.PercentKept));
    }

    [Fact]
    public void Pledges_WithoutARate_AreInNoSumOfDollars()
    {
        using var desk = new PledgeDesk(Paid);
        var answer = desk.Pledges();
        Assert.Equal((2, 1), (answer.TotalUsd!.PledgeCount, answer.TotalUsd.WithoutEquivalent));
        Assert.Null(desk.Line("Norway").PledgedUsd);
        Assert.Contains(PledgesTables.Of(answer).Notes, note => note.StartsWith("In no sum of US dollars: 1 of the pledges", StringComparison.Ordinal));
    }

    [Fact]
    public void Pledges_ThatWereMoreThanKept_AreNegative()
    {
        using var desk = new PledgeDesk(Paid with { OriginalAmount = 60_000_000, AmountUsd = 70_000_000 });
        desk.Confirm(desk.OfGermany, 1);
        Assert.Equal((-10_000_000m, 120.00m), (desk.Line("Germany").Outstanding, desk.Line("Germany").PercentKept));
    }

    // A flow in dollars says nothing exact of a promise in euros.
    [Fact]
    public void Pledges_WithAFlowInAnotherCurrency_AreFollowedInDollars()
    {
        using var desk = new PledgeDesk(Paid with { OriginalAmount = null, OriginalCurrency = null, ExchangeRate = null }, Committed);
        desk.Confirm(desk.OfGermany, 1);
        desk.Confirm(desk.OfTheUnion, 2, why: "through Germany");
        var germany = desk.Line("Germany");
        Assert.Equal((null, null, 35_000_000m, 0m), (germany.Paid, germany.Outstanding, germany.PaidUsd, germany.CommittedUsd));
        Assert.Equal((0m, 12_000_000m), (desk.Line("European Union").Paid, desk.Line("European Union").CommittedUsd));
        Assert.Contains(desk.Pledges().Oddities, oddity => oddity.EndsWith("does not state an amount in EUR; it is followed in US dollars.", StringComparison.Ordinal));
    }

    [Fact]
    public void Pledges_WithPartsOfAFlow_CountEachPartOnce()
    {
        using var desk = new PledgeDesk(Paid);
        desk.Confirm(desk.OfGermany, 1, new Amount(10_000_000, new Currency("EUR")));
        desk.Confirm(desk.OfTheUnion, 1, new Amount(20_000_000, new Currency("EUR")), why: "joint");
        Assert.Equal((10_000_000m, 11_666_666.67m), (desk.Line("Germany").Paid, desk.Line("Germany").PaidUsd));
        Assert.Equal((20_000_000m, 23_333_333.33m), (desk.Line("European Union").Paid, desk.Line("European Union").PaidUsd));
        Assert.Contains(desk.Pledges().Oddities, oddity => oddity.EndsWith("in US dollars at the flow's own rate.", StringComparison.Ordinal));
    }

    // Later the source lowers the flow below the parts that were confirmed: no more is counted than it is.
    [Fact]
    public void Pledges_WithAFlowThatBecameSmaller_CountNoMoreThanItIs()
    {
        using var desk = new PledgeDesk(Paid);
        desk.Confirm(desk.OfGermany, 1, Amount.Usd(20_000_000));
        desk.Confirm(desk.OfTheUnion, 1, Amount.Usd(15_000_000), why: "joint");
        Import(desk, new DateOnly(2026, 5, 10), Paid with { AmountUsd = 25_000_000, UpdatedAt = "2022-01-01T00:00:00Z" });
        Assert.Equal((20_000_000m, 5_000_000m), (desk.Line("Germany").PaidUsd, desk.Line("European Union").PaidUsd));
        Assert.Contains(desk.Pledges().Oddities, oddity => oddity.EndsWith("the flow has become smaller.", StringComparison.Ordinal));
        Assert.Equal((20_000_000m, 15_000_000m), (AsOf("Germany"), AsOf("European Union")));

        decimal AsOf(string party) => desk.Pledges(TempLedger.Day).Parties.Single(line => line.Party == party).PaidUsd;
    }

    [Fact]
    public void Pledges_AsOfADay_KnowOnlyFlowsAndEntriesOfThen()
    {
        using var desk = new PledgeDesk(Paid);
        desk.Confirm(desk.OfGermany, 1);
        var then = desk.Pledges(new DateOnly(2021, 9, 20));
        var germany = then.Parties.Single(line => line.Party == "Germany");
        Assert.Equal((0m, 50_000_000m, 7), (germany.Paid, germany.Outstanding, germany.DaysSince));
        Assert.Equal("the flow is not known, or no longer", then.Pledges.Single(pledge => pledge.Party == "Germany").Flows[0].Basis);
        Assert.Throws<UnknownValueException>(() => desk.Pledges(new DateOnly(2021, 9, 13)));
    }

    [Fact]
    public void Pledges_OfACountryOrPlan_AreFtssAndEnteredOnes()
    {
        using var desk = new PledgeDesk(Paid, Paid with { Id = 5, Status = "pledge", AmountUsd = 7, Source = [PledgeDesk.Norway], Destination = [PledgeDesk.Afghanistan, "UsageYear:2022", "Plan:900"] });
        var country = desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "AFG" });
        Assert.Equal(["European Union", "Germany", "Norway", "Norway"], country.Parties.Select(party => party.Party).Order(StringComparer.Ordinal));
        Assert.Equal([("NOK", 1), ("USD", 1)], country.Parties.Where(party => party.Party.StartsWith("Norway", StringComparison.Ordinal)).Select(party => (party.Currency!, party.PledgeCount)).Order());
        // For a year: Norway's is stated to be for 2021 and 2022; the others were made in 2021, which is said.
        var year = desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "Afghanistan", Year = 2022 });
        Assert.Equal(["NOK", "USD"], year.Totals.Select(total => total.Currency).Order(StringComparer.Ordinal));
        Assert.Empty(year.Oddities);
        Assert.Contains(desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "AFG", Year = 2021 }).Oddities, oddity => oddity.StartsWith("Inferred: a pledge whose time", StringComparison.Ordinal));
        Assert.Equal([7m], desk.Desk.Ledger.Ask(new PledgesQuestion { Plan = "HP900" }).Pledges.Select(pledge => pledge.Pledged));
        Assert.Empty(desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "TUV" }).Pledges);
        Assert.Throws<UnknownValueException>(() => desk.Desk.Ledger.Ask(new PledgesQuestion { Plan = "HP901" }));
        Assert.Throws<UnknownValueException>(() => desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "Atlantis" }));
        Assert.Throws<UnknownValueException>(() => desk.Desk.Ledger.Ask(new PledgesQuestion()));
    }

    // An entered pledge that is the very flow by which FTS reports it is one promise, not two.
    [Theory]
    [InlineData(null, 50_000_000, 0)]
    [InlineData(40.0, 50_000_000, 60)]
    public void Pledges_ThatFtsReportsToo_AreCountedOnce(double? part, int entered, int reported)
    {
        using var desk = new PledgeDesk(Paid with { Status = "pledge", AmountUsd = 100, OriginalAmount = null, OriginalCurrency = null });
        desk.Confirm(desk.OfGermany, 1, part is { } usd ? Amount.Usd((decimal)usd) : null);
        var answer = desk.Desk.Ledger.Ask(new PledgesQuestion { Country = "AFG", Year = 2021 });
        Assert.Equal((entered, reported), ((int)answer.Pledges.Where(pledge => pledge.Entry == desk.OfGermany).Sum(pledge => pledge.Pledged), (int)answer.Pledges.Where(pledge => pledge.Flow is not null).Sum(pledge => pledge.Pledged)));
        Assert.Contains(answer.Oddities, oddity => oddity.StartsWith("Confirmed to be entered pledges: 1", StringComparison.Ordinal));
    }

    // The law of counting: whatever is entered and confirmed, no figure of funding changes.
    [Fact]
    public void Funding_AfterEnteringAndConfirmingAnything_IsAsBefore() => Gen.Select(Gen.Long[1, 3], Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 30]).Array[1, 5].Sample(decisions =>
    {
        var before = "";
        using var desk = new PledgeDesk(untouched => before = Figures(untouched), Paid with { Destination = [PledgeDesk.Afghanistan, "UsageYear:2021", "Plan:900"] }, Committed, Paid with { Id = 3, Status = "pledge" });
        foreach (var (flow, pledge, confirm, part) in decisions)
        {
            try
            {
                if (confirm) desk.Confirm(desk.Entered[pledge].Position, flow, part > 20 ? null : Amount.Usd(part * 1_000_000), why: "a test");
                else desk.Reject(desk.Entered[pledge].Position, flow);
            }
            catch (DecisionRefusedException)
            {
                // Refused is as good: nothing was kept.
            }
        }
        Assert.Equal(before, Figures(desk.Desk));
        var shares = desk.Pledges().Pledges.SelectMany(pledge => pledge.Flows).GroupBy(flow => flow.Id).Select(flow => flow.Sum(share => share.AmountUsd));
        Assert.All(shares, sum => Assert.InRange(sum, 0, 35_000_000m));
    }, iter: 4, threads: 1);

    private static string Figures(EntryDesk desk) => string.Join('\n',
        JsonSerializer.Serialize(desk.Ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2021] })),
        JsonSerializer.Serialize(desk.Ledger.Ask(new CoverageQuestion { Plan = "900" })),
        JsonSerializer.Serialize(desk.Ledger.Ask(new DonorsQuestion())),
        JsonSerializer.Serialize(desk.Ledger.Ask(new RecipientsQuestion())),
        JsonSerializer.Serialize(desk.Ledger.Ask(new PlansQuestion())),
        JsonSerializer.Serialize(desk.Ledger.Ask(new ExplainQuestion { Figure = ExplainedFigure.Pledged })));

    internal static void Import(PledgeDesk desk, DateOnly day, params FlowBuilder[] flows) => desk.Desk.Ledger.Import(day, desk.Desk.Write(FlowBuilder.Page(flows), ".json"));
}
