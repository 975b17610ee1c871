namespace Tributary.Questions;

/// <summary>Finds the few flows that may be one movement with a transaction, without looking at the others.</summary>
internal sealed class MovementBlocks
{
    // A transaction may be reported some weeks before or after a flow; of one amount, a year.
    private const int DaysOfParties = 45;
    private const int DaysOfAmount = 400;

    // Round sums are many, and in another country one of them says nothing: so they are kept by country.
    private const string AnyCountry = "*", NoCountry = "";

    private readonly IReadOnlyList<FlowSide> _flows;
    private readonly ReferencedFlows _references;
    private readonly SameParties _same;
    private readonly Dictionary<(string Currency, decimal Amount, string Country), List<int>> _byAmount = [];
    private readonly Dictionary<(int Donor, int Recipient), List<(int Day, int Flow)>> _byParties = [];

    public MovementBlocks(IReadOnlyList<FlowSide> flows, ReferencedFlows references, SameParties same)
    {
        (_flows, _references, _same) = (flows, references, same);
        for (var at = 0; at < flows.Count; at++) Add(flows[at], at);
        foreach (var flowsOfParties in _byParties.Values) flowsOfParties.Sort();
    }

    /// <summary>The flows near a transaction, each once.</summary>
    public IEnumerable<FlowSide> Near(TransactionSide transaction) =>
        _references.NamedBy(transaction).Concat(OfOneAmount(transaction)).Concat(OfOneParties(transaction)).Distinct().Order().Select(at => _flows[at]);

    private void Add(FlowSide flow, int at)
    {
        foreach (var (currency, amount) in Amounts(flow).Distinct())
        {
            foreach (var country in flow.Countries.DefaultIfEmpty(NoCountry).Append(AnyCountry)) List(_byAmount, (currency, amount, country)).Add(at);
        }
        foreach (var day in (ReadOnlySpan<DateOnly?>)[flow.Date, flow.DecisionDate])
        {
            if (day is not { } stated) continue;
            foreach (var donor in flow.Donors)
            {
                foreach (var recipient in flow.Recipients) List(_byParties, (donor, recipient)).Add((stated.DayNumber, at));
            }
        }
    }

    private static IEnumerable<(string Currency, decimal Amount)> Amounts(FlowSide flow)
    {
        if (flow.AmountUsd != 0) yield return (Money.Currency.Usd.Code, Math.Floor(flow.AmountUsd));
        if (flow.Original is { Value: not 0 } original) yield return (original.Currency.Code, Math.Floor(original.Value));
    }

    // FTS keeps whole dollars: what was rounded lies one unit below or above.
    private IEnumerable<int> OfOneAmount(TransactionSide transaction)
    {
        if (transaction.Value is not { } value || value <= 0) yield break;
        IReadOnlyList<string> countries = transaction.Countries.Count == 0 ? [AnyCountry] : [.. transaction.Countries, NoCountry];
        for (var amount = Math.Floor(value) - 1; amount <= Math.Floor(value) + 1; amount++)
        {
            foreach (var country in countries)
            {
                if (!_byAmount.TryGetValue((transaction.Currency!, amount, country), out var flows)) continue;
                foreach (var at in flows)
                {
                    if ((MovementScore.Apart(transaction, _flows[at]) ?? 0) <= DaysOfAmount) yield return at;
                }
            }
        }
    }

    private IEnumerable<int> OfOneParties(TransactionSide transaction)
    {
        if (transaction.Provider is not { } provider || transaction.Receiver is not { } receiver || transaction.Date is not { } date) yield break;
        foreach (var donor in _same.OrganisationsOf(provider))
        {
            foreach (var recipient in _same.OrganisationsOf(receiver))
            {
                if (!_byParties.TryGetValue((donor, recipient), out var flows)) continue;
                var from = flows.BinarySearch((date.DayNumber - DaysOfParties, -1));
                for (var at = from < 0 ? ~from : from; at < flows.Count && flows[at].Day <= date.DayNumber + DaysOfParties; at++) yield return flows[at].Flow;
            }
        }
    }

    private static List<TValue> List<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
