namespace Tributary.Validating;

/// <summary>What a loop over many values knows of the record that it is at: without it, each value would go through all of it again.</summary>
internal sealed class LoopIndex
{
    private static readonly List<int> None = [];

    private readonly Dictionary<(PathStep Step, int Node), Dictionary<string, List<int>>> _found = [];

    /// <summary>Counts and sums that are the same for each value.</summary>
    public Dictionary<(PathExpression Expression, int Node), double> Numbers { get; } = [];

    /// <summary>Nodes that are the same for each value.</summary>
    public Dictionary<(LocatedExpression Path, int Node), List<int>> Nodes { get; } = [];

    /// <summary>Sums of such nodes.</summary>
    public Dictionary<(LocatedExpression Path, int Node), decimal?> Sums { get; } = [];

    /// <summary>The elements of a step of which the attribute is what the loop is at.</summary>
    public List<int> Find(PathContext context, PathStep step, int node)
    {
        if (!_found.TryGetValue((step, node), out var byValue)) _found.Add((step, node), byValue = ByValue(context.Tree, step, step.HeldToVariable!, node));
        return byValue.GetValueOrDefault(context.Variable, None);
    }

    private static Dictionary<string, List<int>> ByValue(RecordTree tree, PathStep step, PathStep attribute, int node)
    {
        var byValue = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var next = LocatedExpression.First(tree, step, node); next >= 0; next = LocatedExpression.Next(tree, step, node, next))
        {
            if (tree.AttributeOf(next, attribute.Name, attribute.IsXml) is not (>= 0 and var held)) continue;
            var value = tree.Value(held);
            if (!byValue.TryGetValue(value, out var alike)) byValue.Add(value, alike = []);
            alike.Add(next);
        }
        return byValue;
    }
}
