using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A flow on a chain on which a party may be listed.</summary>
internal sealed record BlockedFlow(long Id, decimal AmountUsd, string Status, string? FlowType, int Source, int Destination, int SourcePlan, int DestinationPlan, bool MayBeInternal, bool IsSourcePartial, int Document, int Place, IReadOnlyList<long> Parents)
{
    /// <summary>Whether its amount is what was left on it, its parts being counted by themselves.</summary>
    public bool IsRest => FlowType == "Parked";
}

/// <summary>The chains on which a party may be listed: which findings are on the chain of each flow, and how much of its money passes such a party.</summary>
internal sealed class BlockedChains
{
    private readonly Dictionary<long, BlockedFlow> _flows;
    private readonly ILookup<long, long> _parts;
    private readonly Dictionary<long, HashSet<Finding>> _findings = [];
    private readonly HashSet<long> _through = [];
    private readonly Dictionary<long, decimal> _passing = [];

    private BlockedChains(List<BlockedFlow> flows, LedgerParties parties, ILookup<string, Finding> findings)
    {
        _flows = flows.ToDictionary(flow => flow.Id);
        _parts = flows.SelectMany(flow => flow.Parents.Select(parent => (parent, flow.Id))).ToLookup(edge => edge.parent, edge => edge.Id);
        foreach (var flow in flows)
        {
            List<Finding> own = [.. parties.KeysOf(flow.Source).Concat(parties.KeysOf(flow.Destination)).Distinct(StringComparer.Ordinal).SelectMany(key => findings[key])];
            if (own.Count == 0) continue;
            Spread(flow.Id, own, id => _parts[id], _through);
            Spread(flow.Id, own, id => _flows.GetValueOrDefault(id)?.Parents ?? [], null);
        }
    }

    /// <summary>All flows of such chains, by id.</summary>
    public IEnumerable<BlockedFlow> Flows => _flows.Values;

    /// <summary>Reads the chains of the parties that findings are about.</summary>
    public static BlockedChains Of(Facts facts, ILookup<string, Finding> findings, CancellationToken token)
    {
        var parties = LedgerParties.Of(facts, token);
        List<int> sets = [.. parties.SetsWith(findings.Select(party => party.Key).ToHashSet(StringComparer.Ordinal))];
        if (sets.Count == 0) return new BlockedChains([], parties, findings);
        var sql = FactDatabase.Sql("Questions/Blocked/blocked-flows.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal).Replace("$sets", string.Join(',', sets), StringComparison.Ordinal);
        return new BlockedChains(facts.Query(sql, row => new BlockedFlow(
            row.GetInt64(0), row.GetAmount(1), row.GetString(2), row.GetNumber(3) is { } type ? facts.Terms[type] : null, row.GetNumber(4) ?? 0, row.GetNumber(5) ?? 0, row.GetNumber(6) ?? 0, row.GetNumber(7) ?? 0,
            row.GetBoolean(8), row.GetBoolean(9), row.GetInt32(10), row.GetInt32(11), row.IsDBNull(12) ? [] : row.GetFieldValue<List<long>>(12)), token), parties, findings);
    }

    /// <summary>The findings on a flow's chain.</summary>
    public IReadOnlySet<Finding> FindingsOf(BlockedFlow flow) => _findings[flow.Id];

    /// <summary>How much of a flow's money goes through a party that may be listed: all of it from such a party on, before it what its parts bring there.</summary>
    public decimal PassingUsd(BlockedFlow flow) => flow.IsRest && !_through.Contains(flow.Id) ? 0 : Passing(flow.Id);

    private decimal Passing(long id)
    {
        if (_passing.TryGetValue(id, out var known)) return known;
        if (!_flows.TryGetValue(id, out var flow)) return 0;
        if (_through.Contains(id)) return _passing[id] = flow.AmountUsd;
        // A flow that is a part of itself brings nothing to itself.
        _passing[id] = 0;
        var parts = _parts[id].Sum(Passing);
        return _passing[id] = flow.IsRest ? parts : Math.Min(flow.AmountUsd, parts);
    }

    private void Spread(long from, List<Finding> findings, Func<long, IEnumerable<long>> next, HashSet<long>? through)
    {
        var (reached, waiting) = (new HashSet<long> { from }, new Stack<long>([from]));
        while (waiting.TryPop(out var id))
        {
            through?.Add(id);
            if (!_findings.TryGetValue(id, out var known)) _findings.Add(id, known = []);
            known.UnionWith(findings);
            foreach (var other in next(id).Where(reached.Add)) waiting.Push(other);
        }
    }
}
