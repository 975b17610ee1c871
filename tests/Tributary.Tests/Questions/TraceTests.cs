using CsCheck;
using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Tests.Questions;

/// <summary>A flow's tree: every known part once, residuals that add up, and no tree that hangs a reader.</summary>
public sealed class TraceTests(Afghanistan2020 afghanistan)
{
    [Fact]
    public void Trace_OfAnAllocation_ShowsTheParkedFlowItIsPartOf()
    {
        var answer = afghanistan.Ask(new TraceQuestion { Flow = new FlowId(213675) });
        Assert.Equal((208329L, 8_978_855m, 8_971_457m, 7_398m, 0), (answer.Root.Id.Value, answer.Root.WholeUsd, answer.Root.PassedOnUsd, answer.Root.KeptUsd, answer.Root.PartsMissing));
        Assert.Equal([209790L, 209791, 211773, 211777, 213661, 213664, 213675, 220602], answer.Root.Parts.Select(part => part.Id.Value));
        Assert.Equal(213675, Assert.Single(answer.Root.Parts, part => part.IsAsked).Id.Value);
        Assert.Empty(answer.Oddities);
    }

    [Fact]
    public void Trace_OfAPartThatTheLedgerLacks_ShowsWhoNamesIt()
    {
        var answer = afghanistan.Ask(new TraceQuestion { Flow = new FlowId(195891) });
        Assert.Equal((166266L, 2), (answer.Root.Id.Value, answer.Root.PartsMissing));
        Assert.Null(Assert.Single(answer.Root.Parts, part => part.IsAsked).Flow);
    }

    [Fact]
    public void Trace_OfAFlowKnownByItsPartsAlone_IsItsTree()
    {
        var root = afghanistan.Ask(new TraceQuestion { Flow = new FlowId(220557) }).Root;
        Assert.Equal((220557L, true, null, null), (root.Id.Value, root.IsAsked, root.Flow, root.WholeUsd));
        Assert.NotEmpty(root.Parts);
        Assert.All(root.Parts, part => Assert.NotNull(part.Flow));
    }

    // What is left on a parked flow is stated; what went on from it is not, where a part is not here.
    [Fact]
    public void Trace_OfAParkedFlowWithAPartThatTheLedgerLacks_HasNoWhole()
    {
        using var ledger = Of(
            new FlowBuilder { Id = 1, AmountUsd = 5, FlowType = "Parked", Children = [2] }, new FlowBuilder { Id = 2, AmountUsd = 10, FlowType = "Parked", ParentId = 1, Children = [3, 9] },
            new FlowBuilder { Id = 3, AmountUsd = 60, ParentId = 2 });
        var answer = ledger.Ask(new TraceQuestion { Flow = new FlowId(3) });
        var part = Assert.Single(answer.Root.Parts);
        Assert.Equal(((decimal?)null, 60m, 10m, 1), (part.WholeUsd, part.PassedOnUsd, part.KeptUsd, part.PartsMissing));
        Assert.Equal(((decimal?)null, 70m, 5m, 0), (answer.Root.WholeUsd, answer.Root.PassedOnUsd, answer.Root.KeptUsd, answer.Root.PartsMissing));
        Assert.Contains("Flow 2: parts of it are not in this ledger, so its whole is not known; it is at least 70.", TraceTables.Of(answer).Notes);
    }

    [Fact]
    public void Trace_OfAnUnknownFlow_SaysSo() =>
        Assert.Contains("flow '1'", Assert.Throws<UnknownValueException>(() => afghanistan.Ask(new TraceQuestion { Flow = new FlowId(1) })).Message, StringComparison.Ordinal);

    [Fact]
    public void Trace_OfAFlowThatIsNotParked_KeepsItsAmountLessItsParts()
    {
        using var ledger = Of(new FlowBuilder { Id = 1, AmountUsd = 100, Children = [2, 9] }, new FlowBuilder { Id = 2, AmountUsd = 60, ParentId = 1 });
        var root = ledger.Ask(new TraceQuestion { Flow = new FlowId(2) }).Root;
        Assert.Equal((100m, 60m, 40m, 1), (root.WholeUsd, root.PassedOnUsd, root.KeptUsd, root.PartsMissing));
    }

    // Parents of any flow, chains and circles included: each flow stands once, and the tree ends.
    [Fact]
    public void Trace_OfAnyParents_HoldsEachFlowOnce() => Gen.Int[0, 8].Array[1, 8].Sample(parents =>
    {
        using var ledger = Of([.. parents.Select((parent, index) => new FlowBuilder { Id = index + 1, AmountUsd = 10, ParentId = parent == 0 ? null : parent })]);
        for (var id = 1; id <= parents.Length; id++)
        {
            var answer = ledger.Ask(new TraceQuestion { Flow = new FlowId(id) });
            var ids = Ids(answer.Root).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Contains(id, ids);
        }
    }, iter: 8, threads: 1);

    [Fact]
    public void Trace_OfAChainWithoutEnd_Ends()
    {
        using var ledger = Of([.. Enumerable.Range(1, 200).Select(id => new FlowBuilder { Id = id, ParentId = id + 1 })]);
        var answer = ledger.Ask(new TraceQuestion { Flow = new FlowId(1) });
        Assert.NotEmpty(answer.Oddities);
        Assert.InRange(Ids(answer.Root).Count(), 2, 200);
    }

    private static TempLedger Of(params FlowBuilder[] flows)
    {
        using var folder = new TempFolder();
        return TempLedger.Of(folder.Write(FlowBuilder.Page(flows)));
    }

    private static IEnumerable<long> Ids(TraceNode node) => node.Parts.SelectMany(Ids).Prepend(node.Id.Value);
}
