namespace Tributary.Questions;

/// <summary>Follows movements from an activity in one direction.</summary>
internal sealed class MovementTree(MovementGraph graph, bool isUp)
{
    private const int DepthMax = 64;
    private const int StepsMax = 10_000;

    private readonly List<string> _oddities = [];
    private readonly HashSet<string> _path = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private int _steps;

    /// <summary>What is odd about it.</summary>
    public IReadOnlyList<string> Oddities => _oddities;

    /// <summary>The steps from an activity on.</summary>
    public IReadOnlyList<ActivityTraceNode> Below(string activity)
    {
        if (_path.Count == DepthMax)
        {
            _oddities.Add($"activity {activity}: it is {DepthMax} steps away; the tree ends there");
            return [];
        }
        _path.Add(activity);
        _shown.Add(activity);
        var movements = isUp ? graph.Into(activity) : graph.OutOf(activity);
        var steps = movements.Select(Step).OfType<ActivityTraceNode>().ToList();
        if (!isUp) steps.AddRange(graph.EndsOf(activity).Where(end => end.Reason != TrailEndReason.NothingPaid || steps.Count == 0).Select(end => new ActivityTraceNode(null, null, end, [])));
        _path.Remove(activity);
        return steps;
    }

    /// <summary>What movements add up to, by currency.</summary>
    public static List<CurrencySum> Sums(IEnumerable<Movement> movements) => [.. movements.SelectMany(movement => movement.Amounts).Where(amount => amount.Counted != 0)
        .GroupBy(amount => amount.Currency, StringComparer.Ordinal).OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => new CurrencySum(sum.Key, sum.Sum(amount => amount.Counted)))];

    private ActivityTraceNode? Step(Movement movement)
    {
        var far = isUp ? movement.From : movement.To;
        if (++_steps > StepsMax)
        {
            if (_steps == StepsMax + 1) _oddities.Add($"the tree has more than {StepsMax} steps; it ends there");
            return null;
        }
        if (_path.Contains(far))
        {
            _oddities.Add($"activity {far}: money that left it comes back to it; the circle is not followed");
            return null;
        }
        var node = graph.Node(far);
        if (!node.IsInLedger) return new ActivityTraceNode(node, movement, new TrailEnd(TrailEndReason.NotInLedger, null, null, Sums([movement]), movement.Transactions) { Last = movement.Last, Conversions = movement.Conversions }, []);
        // An activity that several pay stands under each of them, and what follows it under the first.
        if (_shown.Contains(far)) return new ActivityTraceNode(node, movement, null, []);
        return new ActivityTraceNode(node, movement, null, Below(far));
    }
}
