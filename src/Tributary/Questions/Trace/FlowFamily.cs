using System.Globalization;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A flow with its parents up to the topmost and all parts of that one.</summary>
/// <remarks>A part may be stated by itself (its parent's id) or by its parent (the list of its children). Both count.</remarks>
internal sealed class FlowFamily
{
    private const int GenerationsMax = 64;
    private const int FlowsMax = 10_000;

    private readonly Facts _facts;
    private readonly CancellationToken _token;
    private readonly Dictionary<long, FlowLine> _flows = [];
    private readonly Dictionary<long, List<long>> _parts = [];
    private readonly List<string> _oddities = [];

    private FlowFamily(Facts facts, CancellationToken token) => (_facts, _token) = (facts, token);

    /// <summary>The topmost flow.</summary>
    public long Root { get; private set; }

    /// <summary>The flows that the ledger holds, by id.</summary>
    public IReadOnlyDictionary<long, FlowLine> Flows => _flows;

    public IReadOnlyList<string> Oddities => _oddities;

    public IReadOnlyList<long> PartsOf(long id) => _parts.GetValueOrDefault(id) ?? [];

    /// <exception cref="UnknownValueException">The ledger has no such flow.</exception>
    public static FlowFamily Of(Facts facts, long id, CancellationToken token)
    {
        var family = new FlowFamily(facts, token);
        family.Climb(id);
        family.Descend();
        // A flow may be known by its parent or its parts alone.
        if (family._flows.Count == 0) throw new UnknownValueException("flow", id.ToString(CultureInfo.InvariantCulture), "`tributary flows` lists flows with their ids");
        return family;
    }

    private void Climb(long id)
    {
        Load([id]);
        Root = id;
        var path = new HashSet<long> { id };
        while (ParentOf(Root) is { } parent)
        {
            if (path.Count == GenerationsMax || !path.Add(parent))
            {
                _oddities.Add($"flow {parent}: it is a part of itself, or has more than {GenerationsMax} flows above it; the tree begins below it");
                return;
            }
            Load([parent]);
            Root = parent;
        }
    }

    // The parent says whose part it is where the flow itself does not, or is not here.
    private long? ParentOf(long id) => _flows.GetValueOrDefault(id)?.ParentId?.Value
        ?? Related(string.Create(CultureInfo.InvariantCulture, $"child_flow_id = {id}")).Select(edge => (long?)edge.Parent).FirstOrDefault();

    private void Descend()
    {
        var placed = new HashSet<long> { Root };
        List<long> generation = [Root];
        for (var depth = 0; generation.Count > 0 && depth < GenerationsMax; depth++) generation = NextGeneration(generation, placed);
        Load([.. placed.Where(id => !_flows.ContainsKey(id))]);
        if (generation.Count > 0) _oddities.Add($"flow {Root}: its parts go deeper than {GenerationsMax} generations; the tree ends there");
    }

    private List<long> NextGeneration(List<long> parents, HashSet<long> placed)
    {
        var next = new List<long>();
        foreach (var (parent, part) in Edges(parents).Distinct().Order())
        {
            if (placed.Count >= FlowsMax)
            {
                _oddities.Add($"flow {Root}: it has more than {FlowsMax} parts; the tree ends there");
                return [];
            }
            if (!placed.Add(part))
            {
                _oddities.Add($"flow {part}: it is named as a part twice, or of itself; it stands once");
                continue;
            }
            if (!_parts.TryGetValue(parent, out var parts)) _parts.Add(parent, parts = []);
            parts.Add(part);
            next.Add(part);
        }
        return next;
    }

    private List<(long Parent, long Part)> Edges(List<long> parents)
    {
        var ids = string.Join(',', parents);
        var edges = _facts.Query($"SELECT parent_flow_id, flow_id FROM flow WHERE ({_facts.LatestWord}) AND parent_flow_id IN ({ids})", row => (row.GetInt64(0), row.GetInt64(1)), _token);
        edges.AddRange(Related($"flow_id IN ({ids})"));
        return edges;
    }

    private List<(long Parent, long Part)> Related(string where) => _facts.Query(
        $"SELECT f.flow_id, c.child_flow_id FROM flow_child c JOIN flow f ON f.document = c.document AND f.place = c.place WHERE ({_facts.LatestWord}) AND {where}",
        row => (row.GetInt64(0), row.GetInt64(1)), _token);

    private void Load(IReadOnlyCollection<long> ids)
    {
        foreach (var (id, flow) in FlowLines.ReadFlows(_facts, ids, _token)) _flows.TryAdd(id, flow);
    }
}
