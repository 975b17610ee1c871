
namespace Tributary.Validating;

/// <summary>Where a step of a path goes.</summary>
internal enum Axis { Child, Attribute, Text, Parent, Self, Descendant }

/// <summary>A step of a path.</summary>
/// <param name="Axis">Where it goes.</param>
/// <param name="Name">The name's number; -1 for any.</param>
/// <param name="IsXml">Whether the attribute is one of the namespace <c>xml</c>.</param>
/// <param name="Predicates">What must hold there; a number is a position.</param>
internal sealed record PathStep(Axis Axis, int Name, bool IsXml, PathExpression[] Predicates)
{
    /// <summary>The attribute by which a loop finds its elements; null where they are found otherwise.</summary>
    public PathStep? HeldToVariable { get; } = Axis == Axis.Child && Name >= 0 && Predicates is [ComparedExpression { HeldToVariable: { } attribute }, ..] && !Array.Exists(Predicates, predicate => predicate is NumberExpression) ? attribute : null;

    /// <summary>Whether one node at most passes: that at a position.</summary>
    public bool IsPosition { get; } = Predicates is [NumberExpression, ..];
}

/// <summary>Paths to nodes: one, or several joined by <c>|</c>.</summary>
internal sealed class LocatedExpression(List<PathStep[]> paths) : PathExpression
{
    /// <summary>The steps of each path.</summary>
    public List<PathStep[]> Paths { get; } = paths;

    /// <summary>Whether it finds the same, whatever a loop is at.</summary>
    public bool IsSameInLoop { get; init; } = true;

    public override bool Holds(PathContext context, int node)
    {
        var found = context.Rent();
        // One is enough.
        for (var path = 0; path < Paths.Count && found.Count == 0; path++) Follow(context, Paths[path], 0, node, found, most: 1);
        var holds = found.Count > 0;
        context.Return(found);
        return holds;
    }

    public override double Number(PathContext context, int node) => NumberOf(Value(context, node));

    public override string Value(PathContext context, int node)
    {
        var found = context.Rent();
        Collect(context, node, found);
        var value = found.Count > 0 ? context.Tree.Value(found[0]) : "";
        context.Return(found);
        return value;
    }

    /// <summary>Adds the nodes to a list.</summary>
    public void Collect(PathContext context, int node, List<int> found)
    {
        foreach (var path in Paths) Follow(context, path, 0, node, found, int.MaxValue);
    }

    /// <summary>The first node of a step, its predicates aside; -1 for none.</summary>
    public static int First(RecordTree tree, PathStep step, int node)
    {
        if (!RecordTree.IsElement(node)) return step.Axis switch { Axis.Self => node, Axis.Parent => tree.Parent(node), _ => -1 };
        return step.Axis switch
        {
            Axis.Attribute => tree.AttributeOf(node, step.Name, step.IsXml),
            Axis.Text => tree.TextOf(node),
            Axis.Parent => tree.Parent(node),
            Axis.Self => node,
            Axis.Descendant => Inside(tree, node, tree.FirstOf(step.Name)),
            // The record's elements are found by their name, without a look at all the others.
            _ => node == 0 && step.Name >= 0 ? Below(tree, tree.FirstOf(step.Name)) : tree.FirstInside(node, step.Name),
        };
    }

    /// <summary>The next node of a step, its predicates aside; -1 for none.</summary>
    public static int Next(RecordTree tree, PathStep step, int node, int last) => step.Axis switch
    {
        Axis.Descendant => Inside(tree, node, tree.NextAlike(last)),
        Axis.Child => node == 0 && step.Name >= 0 ? Below(tree, tree.NextAlike(last)) : Named(tree, step.Name, tree.Next(last)),
        _ => -1,
    };

    private static void Follow(PathContext context, PathStep[] path, int at, int node, List<int> found, int most)
    {
        if (at == path.Length)
        {
            found.Add(node);
            return;
        }
        var (step, tree, position) = (path[at], context.Tree, 0);
        if (step.HeldToVariable is not null && context.Index is { } index && RecordTree.IsElement(node))
        {
            foreach (var next in index.Find(context, step, node))
            {
                if (Passes(context, step, next, ref position)) Follow(context, path, at + 1, next, found, most);
            }
            return;
        }
        for (var next = First(tree, step, node); next >= 0 && found.Count < most; next = Next(tree, step, node, next))
        {
            if (!Passes(context, step, next, ref position)) continue;
            Follow(context, path, at + 1, next, found, most);
            if (step.IsPosition) return;
        }
    }

    private static bool Passes(PathContext context, PathStep step, int node, ref int position)
    {
        position++;
        foreach (var predicate in step.Predicates)
        {
            if (predicate is NumberExpression number ? number.Number(context, node) != position : !predicate.Holds(context, node)) return false;
        }
        return true;
    }

    private static int Below(RecordTree tree, int element)
    {
        while (element >= 0 && tree.Parent(element) != 0) element = tree.NextAlike(element);
        return element;
    }

    private static int Named(RecordTree tree, int name, int element)
    {
        while (element >= 0 && name >= 0 && tree.Name(element) != name) element = tree.Next(element);
        return element;
    }

    private static int Inside(RecordTree tree, int node, int element)
    {
        while (element >= 0 && !IsInside(tree, node, element)) element = tree.NextAlike(element);
        return element;
    }

    private static bool IsInside(RecordTree tree, int node, int element)
    {
        if (node == 0) return element != 0;
        for (var around = tree.Parent(element); around >= 0; around = tree.Parent(around))
        {
            if (around == node) return true;
        }
        return false;
    }
}
