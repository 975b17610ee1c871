using CsCheck;
using Tributary.Questions;
using Tributary.Tests.Deciding;

namespace Tributary.Tests.Questions;

/// <summary>Money on chains with a party that may be listed.</summary>
public sealed class BlockedTests
{
    [Fact]
    public void Blocked_CountsEachFlowOnce_AndWhatGoesThroughTheParty()
    {
        using var desk = new ScreeningDesk();
        desk.Screen();
        var blocked = desk.Blocked();
        Assert.Equal((100m, 30m, 40m, 50m, 4), (blocked.FundingUsd, blocked.PassingUsd, blocked.PledgedUsd, blocked.InternalUsd, blocked.FlowCount));
        Assert.Equal(
            [(900, "Norwind, Government of", 100m, 30m, 0m, 0m), (900, "Blue Heron Relief", 0m, 0m, 0m, 30m), (900, "Karvan Transport Company", 0m, 0m, 0m, 20m), (900, "Sudmark, Government of", 0m, 0m, 40m, 0m)],
            blocked.Lines.Select(line => (line.PlanId!.Value, line.Donor, line.FundingUsd, line.PassingUsd, line.PledgedUsd, line.InternalUsd)));
        var finding = Assert.Single(blocked.Findings);
        Assert.Equal((30m, 4), (finding.PassingUsd, finding.FlowCount));
        Assert.StartsWith("a decision", finding.Finding.Frees, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocked_OfAPlan_IsThatPlansAlone()
    {
        using var desk = new ScreeningDesk();
        desk.Screen();
        Assert.Equal(30, desk.Ledger.Ask(new BlockedQuestion { Today = desk.Today, Plans = ["HP900"] }).PassingUsd);
        Assert.Empty(desk.Ledger.Ask(new BlockedQuestion { Today = desk.Today, Plans = ["901"] }).Lines);
        Assert.Throws<UnknownValueException>(() => desk.Ledger.Ask(new BlockedQuestion { Today = desk.Today, Plans = ["777"] }));
    }

    [Fact]
    public void Blocked_BeforeAnyScreening_SaysThatNothingWasScreened()
    {
        using var desk = new ScreeningDesk();
        var blocked = desk.Blocked();
        Assert.Empty(blocked.Lines);
        Assert.Contains("not screened yet", Assert.Single(blocked.Stale), StringComparison.Ordinal);
    }

    // What was passed on from a parked flow is counted where it went; what is left on it is not stopped by a part.
    [Fact]
    public void Blocked_OfAParkedFlow_LeavesItsRest()
    {
        using var desk = new ScreeningDesk(
            new FlowBuilder { Id = 40, AmountUsd = 7, FlowType = "Parked", Source = ["Organization:1=Norwind, Government of"], Destination = ["Organization:8=A Pooled Fund"], Children = [41] },
            new FlowBuilder { Id = 41, AmountUsd = 60, Source = ["Organization:8=A Pooled Fund"], Destination = ["Organization:3=Karvan Transport Company", "Plan:900"], ParentId = 40 });
        desk.Screen();
        Assert.Equal(60, Assert.Single(desk.Blocked().Lines, line => line.Donor == "A Pooled Fund").PassingUsd);
        Assert.Equal(0, Assert.Single(desk.Blocked().Lines, line => line.Plan == BlockedLine.NotOnAPlan).PassingUsd);
    }

    // A part of two flows takes its money from each in turn: it is there once.
    [Fact]
    public void Blocked_OfAPartOfTwoFlows_CountsItsMoneyOnce()
    {
        using var desk = new ScreeningDesk(
            new FlowBuilder { Id = 50, AmountUsd = 40, Source = ["Organization:30=Alder"], Destination = ["Organization:31=Birch", "Plan:902"], Children = [52] },
            new FlowBuilder { Id = 51, AmountUsd = 100, Source = ["Organization:30=Alder"], Destination = ["Organization:31=Birch", "Plan:902"], Children = [52] },
            new FlowBuilder { Id = 52, AmountUsd = 60, NewMoney = false, Source = ["Organization:31=Birch", "Plan:902"], Destination = ["Organization:3=Karvan Transport Company", "Plan:902"] });
        desk.Screen();
        var line = Assert.Single(desk.Blocked().Lines, line => line.Donor == "Alder");
        Assert.Equal((140m, 60m), (line.FundingUsd, line.PassingUsd));
        Assert.Equal(3, desk.Screen(flow: 52).PartyCount);
    }

    // A chain of any length is followed to its end.
    [Fact]
    public void Blocked_OfALongChain_ReachesItsBeginning()
    {
        using var desk = new ScreeningDesk([.. Enumerable.Range(1, 3000).Select(at => new FlowBuilder
        {
            Id = 1000 + at, AmountUsd = 10, ParentId = at == 1 ? null : 999 + at, Source = ["Organization:30=Alder"], Destination = [at == 3000 ? "Organization:3=Karvan Transport Company" : "Organization:31=Birch"],
        })]);
        desk.Screen();
        Assert.Contains(desk.Blocked().Lines, line => line.Donor == "Alder" && line.Flows.Count == 3000);
    }

    // Of any chains, circles included: every flow on a chain with the carrier is there once, and none that is not.
    [Fact]
    public void Blocked_OfAnyChains_HoldsTheChainsOfTheParty() => Gen.Select(Gen.Int[0, 7].Array[1, 7], Gen.Int[1, 7]).Sample((parents, at) =>
    {
        var carrier = Math.Min(at, parents.Length);
        using var desk = new ScreeningDesk([.. parents.Select((parent, index) => new FlowBuilder
        {
            Id = 100 + index + 1, AmountUsd = 10, ParentId = parent == 0 ? null : 100 + parent, Source = ["Organization:20=Alder"], Destination = [index + 1 == carrier ? "Organization:3=Karvan Transport Company" : "Organization:21=Birch"],
        })]);
        desk.Screen();
        var flows = desk.Blocked().Lines.SelectMany(line => line.Flows).Select(flow => flow.Value).Where(flow => flow > 100).ToList();
        Assert.Equal(flows.Count, flows.Distinct().Count());
        Assert.Equal(Expected(parents, carrier).Select(flow => 100L + flow).Order(), flows.Order());
    }, iter: 8, threads: 1);

    private static HashSet<int> Expected(int[] parents, int carrier)
    {
        var chain = new HashSet<int> { carrier };
        for (var above = parents[carrier - 1]; above > 0 && above <= parents.Length && chain.Add(above); above = parents[above - 1]) { }
        HashSet<int> below = [carrier];
        while (Enumerable.Range(1, parents.Length).Any(flow => below.Contains(parents[flow - 1]) && below.Add(flow))) { }
        chain.UnionWith(below);
        return chain;
    }
}
