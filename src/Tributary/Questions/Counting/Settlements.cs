using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What people settled about flows that look like one.</summary>
internal sealed class Settlements
{
    private readonly Dictionary<(long, long), Decided<DuplicateSettlement>> _pairs = [];

    private Settlements(Facts facts)
    {
        foreach (var decided in facts.Decisions.Of(FlowKinds.Duplicate)) Add(decided);
        Left = [.. _pairs.Values.Where(decided => decided.What.AreOne).Distinct().SelectMany(decided => decided.What.Others.Where(flow => IsOne(decided, flow))).Distinct().Order()];
    }

    /// <summary>Flows that are reports of another flow, which stands for them.</summary>
    public IReadOnlyList<long> Left { get; }

    /// <summary>The flow that stands for one that is a report of it; null for a flow that stands for itself.</summary>
    public long? KeptFor(long flow) => _pairs.Values.FirstOrDefault(decided => decided.What.AreOne && decided.What.Others.Contains(flow) && IsOne(decided, flow))?.What.Kept;

    /// <summary>The settlements as of the last decision.</summary>
    public static Settlements Of(Facts facts) => new(facts);

    /// <summary>The latest word on two flows; null when there is none.</summary>
    public Decided<DuplicateSettlement>? On(long one, long other) => _pairs.GetValueOrDefault(Pair(one, other));

    private void Add(Decided<DuplicateSettlement> decided)
    {
        var flows = decided.What.Flows().Distinct().Order().ToList();
        for (var first = 0; first < flows.Count; first++)
        {
            for (var second = first + 1; second < flows.Count; second++) _pairs[(flows[first], flows[second])] = decided;
        }
    }

    // A later word may have taken one flow out of a group again.
    private bool IsOne(Decided<DuplicateSettlement> decided, long flow) => On(decided.What.Kept, flow) == decided;

    private static (long, long) Pair(long one, long other) => one < other ? (one, other) : (other, one);
}
