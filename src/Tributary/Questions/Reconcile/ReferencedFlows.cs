namespace Tributary.Questions;

/// <summary>What references say of a transaction and a flow.</summary>
/// <param name="Text">One that both bear; null for none.</param>
/// <param name="IsElsewhere">Whether they bear none in common, and one of them is joined to something else by a reference.</param>
internal readonly record struct SharedReference(string? Text, bool IsElsewhere);

/// <summary>Which flows name a transaction, or its activity, by a reference; and what the flows and transactions of one reference add up to.</summary>
internal sealed class ReferencedFlows
{
    // What more flows than these bear is no reference to one thing.
    private const int FlowsMax = 200;
    private const int TransactionsMax = 100;

    private static readonly IEqualityComparer<ActivitySide> SameActivity = EqualityComparer<ActivitySide>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode);

    private readonly IReadOnlyList<FlowSide> _flows;
    private readonly Dictionary<string, List<int>> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<ActivitySide, int[]> _ofActivity = new(SameActivity);
    private readonly ILookup<ActivitySide, TransactionSide> _transactions;
    private readonly HashSet<long> _named = [];

    public ReferencedFlows(IReadOnlyList<TransactionSide> transactions, IReadOnlyList<FlowSide> flows)
    {
        _flows = flows;
        for (var at = 0; at < flows.Count; at++)
        {
            foreach (var reference in flows[at].References)
            {
                if (!_byReference.TryGetValue(reference, out var list)) _byReference[reference] = list = [];
                list.Add(at);
            }
        }
        _transactions = transactions.ToLookup(transaction => transaction.Activity, SameActivity);
        foreach (var activity in _transactions)
        {
            var flowsOfActivity = _ofActivity[activity.Key] = Bearing(activity.Key.References);
            _named.UnionWith(flowsOfActivity.Concat(activity.SelectMany(NamedBy)).Select(at => flows[at].Id.Value));
        }
    }

    /// <summary>The flows that name a transaction or its activity, by their places.</summary>
    public IEnumerable<int> NamedBy(TransactionSide transaction) => transaction.References.Count == 0 ? _ofActivity[transaction.Activity] : _ofActivity[transaction.Activity].Concat(Bearing(transaction.References));

    /// <summary>What references say of the two.</summary>
    public SharedReference Between(TransactionSide transaction, FlowSide flow)
    {
        // Most flows are named by nothing: for those no reference is compared.
        var isNamed = _named.Contains(flow.Id.Value);
        return isNamed && InCommon(transaction, flow) is { } text
            ? new SharedReference(text, false)
            : new SharedReference(null, isNamed || _ofActivity[transaction.Activity].Length > 0);
    }

    /// <summary>Whether a transaction is the sum of the flows that name its activity, or a flow the sum of the activity's transactions of one type.</summary>
    public bool AddUp(TransactionSide transaction, FlowSide flow)
    {
        if (transaction.Value is not { } value || transaction.Currency is not { } currency) return false;
        var flows = _ofActivity[transaction.Activity];
        if (flows.Length > 1 && Array.Exists(flows, at => _flows[at].Id == flow.Id) && flows.Sum(at => _flows[at].In(currency)) is { } sum && Array.TrueForAll(flows, at => _flows[at].In(currency) is not null) && ComparedAmounts.AreNear(value, sum)) return true;
        var alike = _transactions[transaction.Activity].Where(other => other.Type == transaction.Type && other.Currency == currency).Take(TransactionsMax + 1).ToList();
        return alike.Count is > 1 and <= TransactionsMax && flow.In(currency) is { } amount && ComparedAmounts.AreNear(alike.Sum(other => other.Value ?? 0), amount);
    }

    /// <summary>For each activity and each flow that names it: who gives, and who gets, on both sides.</summary>
    public IEnumerable<(string Activity, int Party, IReadOnlyList<int> Organisations)> Parties()
    {
        foreach (var activity in _transactions)
        {
            foreach (var at in _ofActivity[activity.Key])
            {
                foreach (var provider in activity.Select(transaction => transaction.Provider).OfType<int>().Distinct()) yield return (activity.Key.Name, provider, _flows[at].Donors);
                foreach (var receiver in activity.Select(transaction => transaction.Receiver).OfType<int>().Distinct()) yield return (activity.Key.Name, receiver, _flows[at].Recipients);
            }
        }
    }

    // The longest says most.
    private string? InCommon(TransactionSide transaction, FlowSide flow) => flow.References
        .Where(reference => (transaction.References.Contains(reference) || transaction.Activity.References.Contains(reference)) && _byReference[reference].Count <= FlowsMax)
        .OrderBy(ReferenceKeys.IsNumber).ThenByDescending(reference => reference.Length).ThenBy(reference => reference, StringComparer.Ordinal).FirstOrDefault();

    private int[] Bearing(IReadOnlyList<string> references) => [.. references
        .SelectMany(reference => _byReference.TryGetValue(reference, out var flows) && flows.Count <= FlowsMax ? flows : []).Distinct().Order()];
}
