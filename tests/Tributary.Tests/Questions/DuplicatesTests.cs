using Tributary.Deciding;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>Flows that look like one: found with reasons, settled by a person, and left out only on request.</summary>
public sealed class DuplicatesTests(Afghanistan2020 afghanistan)
{
    private static readonly FlowBuilder Flow = new() { Id = 1, AmountUsd = 100, Date = "2020-03-01T00:00:00Z", Description = "Seeds for farmers", RefCode = "A1" };
    private static readonly DuplicatesQuestion Question = new() { Countries = ["1"], MinScore = 0 };

    [Fact]
    public void Pairs_OfAfghanistan_AreThoseWithTheSameDonorRecipientAmountAndDay()
    {
        var flows = RawFlows.OfAfghanistan().FindAll(flow => flow.Amount() != 0 && flow.Text("date").Length > 0 && flow.Names("source", "Organization").Count > 0 && flow.Names("destination", "Organization").Count > 0);
        var expected = from one in flows
                       from other in flows
                       let ids = (First: long.Parse(one.Text("id")), Second: long.Parse(other.Text("id")))
                       where ids.First < ids.Second && one.Amount() == other.Amount() && one.Text("date")[..10] == other.Text("date")[..10]
                           && one.Names("source", "Organization").ToHashSet().SetEquals(other.Names("source", "Organization")) && one.Names("destination", "Organization").ToHashSet().SetEquals(other.Names("destination", "Organization"))
                       select ids;
        var answer = afghanistan.Ask(new DuplicatesQuestion { Countries = ["AFG"], Years = [2020], MinScore = 0, Limit = int.MaxValue });
        Assert.Equal(expected.Order(), answer.Pairs.Select(pair => (pair.First.Id.Value, pair.Second.Id.Value)).Order());
        Assert.Equal(725_591_299m, answer.FundingUsd);
        Assert.Contains(answer.Pairs, pair => (pair.First.Id.Value, pair.Second.Id.Value, pair.Score) == (221955, 221956, 1m));
    }

    [Fact]
    public void Reasons_SayWhatIsAlikeAndWhatIsNot()
    {
        using var ledger = Of(Flow, Flow with { Id = 2, Status = "commitment", Description = "Seeds for the farmers", RefCode = "A2", Destination = ["Organization:2", "Location:1", "UsageYear:2020", "Plan:901"] });
        var pair = Assert.Single(ledger.Ask(Question).Pairs);
        Assert.Equal(["same donor, recipient, amount and day", "one is paid, the other commitment", "near descriptions (0.90)", "different references", "different plan"], pair.Reasons.Select(reason => reason.Text));
        Assert.Equal(0.25m, pair.Score);
    }

    [Theory]
    [InlineData(2, null, 1)]
    [InlineData(2, 1L, 0)]
    [InlineData(3, null, 1)]
    public void Pairs_OfAFlowAndItsPart_AreNone(long id, long? parent, int pairs)
    {
        using var ledger = Of(Flow, Flow with { Id = id, ParentId = parent });
        Assert.Equal(pairs, ledger.Ask(Question).Pairs.Count);
    }

    // 640 flows that are all alike are 204,480 pairs.
    [Fact]
    public void Pairs_MoreThanCanBeKept_AreRefusedWithWhatToDo()
    {
        using var ledger = Of([.. Enumerable.Range(1, 640).Select(id => Flow with { Id = id })]);
        var refused = Assert.Throws<UnknownValueException>(() => ledger.Ask(Question));
        Assert.Equal("duplicates: more than 200,000 pairs of alike flows with a score of 0 or more; expected at most 200,000; narrow the question, with --country, --plan or --year, or raise --min-score", refused.Message);
        Assert.Equal(64_000m, ledger.Ask(new FundingQuestion { Countries = ["1"] }).FundingUsd);
        Assert.Empty(ledger.Ask(Question with { MinScore = 1.0m, Years = [2021] }).Pairs);
    }

    [Fact]
    public void Settled_AsOne_LeavesTotalsAloneUnlessAsked()
    {
        using var ledger = Of(Flow, Flow with { Id = 2 }, new FlowBuilder { Id = 3, AmountUsd = 7 });
        Settle(ledger, new DuplicateSettlement(1, [2], AreOne: true));
        Assert.Equal((207m, new RepeatedFunding(1, 100m)), (ledger.Ask(new FundingQuestion { Countries = ["1"] }).FundingUsd, ledger.Ask(new FundingQuestion { Countries = ["1"] }).SettledDuplicates));
        Assert.Equal(107m, ledger.Ask(new FundingQuestion { Countries = ["1"], WithoutDuplicates = true }).FundingUsd);
        Assert.Equal(207m, ledger.Ask(new DonorsQuestion { Countries = ["1"] }).FundingUsd);
        Assert.Equal(107m, ledger.Ask(new DonorsQuestion { Countries = ["1"], WithoutDuplicates = true }).FundingUsd);
        Assert.Equal(107m, ledger.Ask(new ExplainQuestion { Countries = ["1"], WithoutDuplicates = true }).SumUsd);
        var answer = ledger.Ask(Question);
        Assert.Empty(answer.Pairs);
        Assert.Equal((207m, 107m, 107m), (answer.FundingUsd, answer.FundingWithoutSettledUsd, answer.FundingWithoutAllUsd));
        var settled = Assert.Single(ledger.Ask(Question with { WithSettled = true }).Pairs).Settlement!;
        Assert.Equal((true, 1L, "test", "the donor said so"), (settled.AreOne, settled.Kept.Value, settled.Who, settled.Why));
    }

    [Fact]
    public void Settled_Again_TheLaterWordCounts()
    {
        using var ledger = Of(Flow, Flow with { Id = 2 }, Flow with { Id = 3 });
        Settle(ledger, new DuplicateSettlement(1, [2, 3], AreOne: true));
        Assert.Equal(100m, ledger.Ask(new FundingQuestion { WithoutDuplicates = true }).FundingUsd);
        Settle(ledger, new DuplicateSettlement(1, [3], AreOne: false));
        Assert.Equal(200m, ledger.Ask(new FundingQuestion { WithoutDuplicates = true }).FundingUsd);
        Assert.Equal(2, ledger.Open().Entries().Count(entry => entry.Kind == "duplicate"));
    }

    [Fact]
    public void Open_Pairs_TellWhatWouldBeLeft()
    {
        using var ledger = Of(Flow, Flow with { Id = 2 }, Flow with { Id = 3 });
        var answer = ledger.Ask(Question);
        Assert.Equal((3L, 300m, 300m, 100m), (answer.OpenCount, answer.FundingUsd, answer.FundingWithoutSettledUsd, answer.FundingWithoutAllUsd));
    }

    [Theory]
    [InlineData(1, 1, "why", "fewer than two different flows")]
    [InlineData(1, 9, "why", "flow 9: the ledger has no such flow")]
    [InlineData(1, 2, " ", "the reason: none was given")]
    public void Settle_WhatDoesNotHoldTogether_IsRefusedAndKeepsNothing(long kept, long other, string why, string message)
    {
        using var ledger = Of(Flow, Flow with { Id = 2 });
        var rows = ledger.Open().Entries().Count;
        Assert.Contains(message, Assert.Throws<DecisionRefusedException>(() => ledger.Open().Settle(new DuplicateSettlement(kept, [other], true), new DecideOptions { Who = "test", Why = why })).Message, StringComparison.Ordinal);
        Assert.Equal(rows, ledger.Open().Entries().Count);
    }

    [Fact]
    public void Settle_FlowsThatAreNotAlikeAsOne_IsRefusedUnlessSaid()
    {
        using var ledger = Of(Flow, Flow with { Id = 2, AmountUsd = 2500, Date = "2020-03-02T00:00:00Z", Source = ["Organization:7"] });
        var settlement = new DuplicateSettlement(1, [2], AreOne: true);
        var refused = Assert.Throws<DecisionRefusedException>(() => Settle(ledger, settlement));
        Assert.Equal(["flows 1 and 2: they differ in donor (Organization 1, Organization 7), amount (100, 2,500), day (2020-03-01, 2020-03-02); expected flows that look like one; look at the ids; if they are one all the same, say it with --even-unlike"], refused.Mistakes.Select(mistake => mistake.ToString()));
        Settle(ledger, settlement with { AreOne = false });
        ledger.Open().Settle(settlement, new DecideOptions { Who = "test", Why = "the donor said so" }, evenUnlike: true);
        Assert.Equal(2, ledger.Open().Entries().Count(entry => entry.Kind == "duplicate"));
    }

    [Fact]
    public void Settle_WhatIsSettledSo_IsRefusedAndKeepsNothing()
    {
        using var ledger = Of(Flow, Flow with { Id = 2 }, Flow with { Id = 3 });
        Settle(ledger, new DuplicateSettlement(1, [2, 3], AreOne: true));
        Assert.Contains("flows 1, 3, 2: settled as one already, in row", Assert.Throws<DecisionRefusedException>(() => Settle(ledger, new DuplicateSettlement(1, [3, 2], AreOne: true))).Message, StringComparison.Ordinal);
        Settle(ledger, new DuplicateSettlement(2, [1, 3], AreOne: true));
        Settle(ledger, new DuplicateSettlement(1, [2], AreOne: false));
        Assert.Contains("settled as different already", Assert.Throws<DecisionRefusedException>(() => Settle(ledger, new DuplicateSettlement(2, [1], AreOne: false))).Message, StringComparison.Ordinal);
        Settle(ledger, new DuplicateSettlement(2, [1, 3], AreOne: true));
        Assert.Equal(4, ledger.Open().Entries().Count(entry => entry.Kind == "duplicate"));
    }

    private static void Settle(TempLedger ledger, DuplicateSettlement settlement) => ledger.Open().Settle(settlement, new DecideOptions { Who = "test", Why = "the donor said so" });

    private static TempLedger Of(params FlowBuilder[] flows)
    {
        using var folder = new TempFolder();
        return TempLedger.Of(folder.Write(FlowBuilder.Page(flows)));
    }
}
