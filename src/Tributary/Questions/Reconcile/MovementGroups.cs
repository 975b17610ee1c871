using Tributary.Flows;

namespace Tributary.Questions;

/// <summary>The pairs that are held to be one movement, put together so that each flow and each transaction is in one group.</summary>
/// <remarks>
/// A pair whose amounts agree is taken. One whose amounts do not is taken where neither side has a pair that agrees, or where a person confirmed it.
/// What hangs together by pairs is one group: all of it agrees, or it is shown as different.
/// </remarks>
internal sealed class MovementGroups
{
    private readonly Dictionary<string, string> _above = new(StringComparer.Ordinal);
    private readonly HashSet<string> _different = new(StringComparer.Ordinal);

    public MovementGroups(MovementCandidates movements, MovementVerdicts words, int minScore)
    {
        var confirmed = words.Standing.Where(said => said.Word.What.Verdict == MovementVerdict.Confirmed)
            .Select(said => (Transaction: movements.Transaction(said.Pair.Transaction), Flow: movements.Flow(said.Pair.Flow))).ToList();
        Lapsed = confirmed.Count(pair => pair.Transaction is null || pair.Flow is null);
        var settled = confirmed.Where(pair => pair.Transaction is not null && pair.Flow is not null).Select(pair => movements.Judge(pair.Transaction!, pair.Flow!)).ToList();
        var likely = movements.Candidates.Where(pair => pair.Score >= minScore && words.On(pair.Transaction.Name, pair.Flow.Id.Value) is null).ToList();
        List<MovementCandidate> agreeing = [.. settled.Concat(likely).Where(pair => pair.Amounts.Agree)];
        var (transactions, flows) = (agreeing.Select(pair => pair.Transaction.Name).ToHashSet(StringComparer.Ordinal), agreeing.Select(pair => pair.Flow.Id.Value).ToHashSet());
        var others = likely.Where(pair => !pair.Amounts.Agree && !transactions.Contains(pair.Transaction.Name) && !flows.Contains(pair.Flow.Id.Value));
        Pairs = [.. agreeing.Concat(settled.Where(pair => !pair.Amounts.Agree)).Concat(others)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Transaction.Name, StringComparer.Ordinal).ThenBy(pair => pair.Flow.Id.Value)];
        foreach (var pair in Pairs) Join(Key(pair.Transaction), Key(pair.Flow));
        foreach (var pair in Pairs.Where(pair => !pair.Amounts.Agree)) _different.Add(Top(Key(pair.Transaction)));
        Linked = [.. Pairs.Select(pair => pair.Transaction.Activity.Name)];
    }

    /// <summary>The pairs, best first.</summary>
    public IReadOnlyList<MovementCandidate> Pairs { get; }

    /// <summary>The activities that have a pair.</summary>
    public HashSet<string> Linked { get; }

    /// <summary>Confirmed pairs of which the ledger no longer has the transaction or the flow.</summary>
    public int Lapsed { get; }

    /// <summary>Whether a transaction is in a pair.</summary>
    public bool Has(TransactionSide transaction) => _above.ContainsKey(Key(transaction));

    /// <summary>Whether a flow is.</summary>
    public bool Has(FlowSide flow) => _above.ContainsKey(Key(flow));

    /// <summary>Whether all amounts agree of what hangs together with a pair.</summary>
    public bool Agree(MovementCandidate pair) => !_different.Contains(Top(Key(pair.Transaction)));

    /// <summary>What hangs together with a pair, by one of its own.</summary>
    public string GroupOf(MovementCandidate pair) => Top(Key(pair.Transaction));

    private static string Key(TransactionSide transaction) => "t" + transaction.Name;

    private static string Key(FlowSide flow) => "f" + flow.Id;

    private void Join(string one, string other)
    {
        var (first, second) = (Top(one), Top(other));
        if (first != second) _above[string.CompareOrdinal(first, second) < 0 ? second : first] = string.CompareOrdinal(first, second) < 0 ? first : second;
    }

    private string Top(string key)
    {
        _above.TryAdd(key, key);
        while (_above[key] != key) key = _above[key] = _above[_above[key]];
        return key;
    }
}
