using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The chain of a flow: the flows that its money came through, itself, and those that it went on to. Its siblings are on chains of their own.</summary>
internal static class FlowChain
{
    /// <summary>The flows of the chain that the ledger holds.</summary>
    /// <exception cref="UnknownValueException">The ledger has no such flow.</exception>
    public static List<long> Of(Facts facts, long flow, CancellationToken token)
    {
        var family = FlowFamily.Of(facts, flow, token);
        var chain = new List<long>();
        Climb(family, family.Root, flow, chain);
        return chain.FindAll(family.Flows.ContainsKey);
    }

    // Adds a flow if the one asked about is it, or is below it; all that is below the one asked about comes with it.
    private static bool Climb(FlowFamily family, long at, long flow, List<long> chain)
    {
        if (at == flow) AddAll(family, at, chain);
        else if (family.PartsOf(at).Any(part => Climb(family, part, flow, chain))) chain.Add(at);
        else return false;
        return true;
    }

    private static void AddAll(FlowFamily family, long at, List<long> chain)
    {
        chain.Add(at);
        foreach (var part in family.PartsOf(at)) AddAll(family, part, chain);
    }
}
