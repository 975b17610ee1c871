using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A flow on a chain on which a party may be listed.</summary>
internal sealed record BlockedFlow(long Id, decimal AmountUsd, string Status, string? FlowType, int Source, int Destination, int SourcePlan, int DestinationPlan, bool MayBeInternal, bool IsSourcePartial, IReadOnlyList<long> Parents)
{
    /// <summary>Whether its amount is what was left on it, its parts being counted by themselves.</summary>
    public bool IsRest => FlowType == FlowRecord.Parked;
}

/// <summary>The chains on which a party may be listed: which findings are on the chain of each flow, and how much of its money passes such a party.</summary>
internal sealed class BlockedChains
{
    private readonly Dictionary<long, BlockedFlow> _flows;
    private readonly ILookup<long, long> _parts;
    private readonly Dictionary<long, HashSet<Finding>> _findings = [];
    private readonly HashSet<long> _through = [];
    // What a flow's parts bring through a party that may be listed.
    private readonly Dictionary<long, decimal> _brought = [];

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
        Bring();
    }

    /// <summary>All flows of such chains, by id.</summary>
    public IEnumerable<BlockedFlow> Flows => _flows.Values;

    /// <summary>Reads the chains of the parties that findings are about.</summary>
    public static BlockedChains Of(Facts facts, ILookup<string, Finding> findings, CancellationToken token)
    {
        var parties = LedgerParties.Of(facts, token);
        List<int> sets = [.. parties.SetsWith(findings.Select(party => party.Key).ToHashSet(StringComparer.Ordinal))];
        if (sets.Count == 0) return new BlockedChains([], parties, findings);
        var wanted = string.Join(',', sets);
        var sql = FlowChain.With(facts, $"SELECT flow_id FROM flow WHERE ({facts.LatestWord}) AND (src_organization IN ({wanted}) OR dst_organization IN ({wanted}))")
            + FactDatabase.Sql("Questions/Blocked/blocked-flows.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal);
        return new BlockedChains(facts.Query(sql, row => new BlockedFlow(
            row.GetInt64(0), row.GetAmount(1), row.GetString(2), row.GetNumber(3) is { } type ? facts.Terms[type] : null, row.GetNumber(4) ?? 0, row.GetNumber(5) ?? 0, row.GetNumber(6) ?? 0, row.GetNumber(7) ?? 0,
            row.GetBoolean(8), row.GetBoolean(9), row.IsDBNull(10) ? [] : row.GetFieldValue<List<long>>(10)), token), parties, findings);
    }

    /// <summary>The findings on a flow's chain.</summary>
    public IReadOnlySet<Finding> FindingsOf(BlockedFlow flow) => _findings[flow.Id];

    /// <summary>How much of a flow's money goes through a party that may be listed: all of it from such a party on, before it what its parts bring there.</summary>
    public decimal PassingUsd(BlockedFlow flow) => _through.Contains(flow.Id) ? flow.AmountUsd : flow.IsRest ? 0 : Math.Min(flow.AmountUsd, _brought.GetValueOrDefault(flow.Id));

    // From the last parts up, each once. Where a flow is a part of itself, what goes round brings nothing.
    private void Bring()
    {
        var waiting = _flows.Keys.ToDictionary(id => id, id => _parts[id].Count(_flows.ContainsKey));
        var ready = new SortedSet<long>(waiting.Where(flow => flow.Value == 0).Select(flow => flow.Key));
        while (waiting.Count > 0)
        {
            // In a circle nobody is ready: the one with the least id begins.
            var id = ready.Count > 0 ? ready.Min : waiting.Keys.Min();
            ready.Remove(id);
            waiting.Remove(id);
            Bring(_flows[id]);
            foreach (var parent in _flows[id].Parents.Where(waiting.ContainsKey))
            {
                if (--waiting[parent] == 0) ready.Add(parent);
            }
        }
    }

    // A part of several flows takes from each in turn, so that its money is there once.
    private void Bring(BlockedFlow flow)
    {
        // A parked flow states what is left on it, and brought what its parts have besides.
        var left = PassingUsd(flow) + (flow.IsRest ? _brought.GetValueOrDefault(flow.Id) : 0);
        foreach (var parent in flow.Parents.Where(_flows.ContainsKey))
        {
            var taken = _flows[parent].IsRest ? left : Math.Min(left, Math.Max(_flows[parent].AmountUsd - _brought.GetValueOrDefault(parent), 0));
            _brought[parent] = _brought.GetValueOrDefault(parent) + taken;
            left -= taken;
        }
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
