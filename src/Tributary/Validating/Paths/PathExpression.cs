using System.Globalization;

namespace Tributary.Validating;

/// <summary>A part of an XPath 1.0 expression (https://www.w3.org/TR/xpath-10/), ready to be asked of records.</summary>
internal abstract class PathExpression
{
    /// <summary>Its text, as the rule has it.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether it holds at a node.</summary>
    public abstract bool Holds(PathContext context, int node);

    /// <summary>Its number.</summary>
    public abstract double Number(PathContext context, int node);

    /// <summary>Its text value.</summary>
    public virtual string Value(PathContext context, int node) => Number(context, node).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text as the number that XPath makes of it.</summary>
    protected internal static double NumberOf(string text) =>
        double.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && !text.AsSpan().Trim().StartsWith("+") ? number : double.NaN;
}

/// <summary>What an expression is asked of: a record, and what the variable of a loop stands for.</summary>
internal sealed class PathContext(RecordTree tree)
{
    private readonly Stack<List<int>> _free = new();

    /// <summary>The record.</summary>
    public RecordTree Tree { get; } = tree;

    /// <summary>What <c>$1</c> stands for.</summary>
    public string Variable { get; set; } = "$1";

    /// <summary>What a loop over many values needs to know of the record only once; null in other loops, where looking again is quicker.</summary>
    public LoopIndex? Index { get; set; }

    /// <summary>An empty list of nodes, to be given back.</summary>
    public List<int> Rent() => _free.TryPop(out var nodes) ? nodes : [];

    /// <summary>Gives a list back.</summary>
    public void Return(List<int> nodes)
    {
        nodes.Clear();
        _free.Push(nodes);
    }
}

/// <summary>A number as it stands there.</summary>
internal sealed class NumberExpression(double number) : PathExpression
{
    public override bool Holds(PathContext context, int node) => number != 0;

    public override double Number(PathContext context, int node) => number;
}

/// <summary>A text as it stands there; in a loop <c>'$1'</c> is what the loop is at.</summary>
internal sealed class TextExpression(string text, bool isInLoop) : PathExpression
{
    /// <summary>Whether it is what the loop is at.</summary>
    public bool IsVariable { get; } = isInLoop && text == "$1";

    public override bool Holds(PathContext context, int node) => Value(context, node).Length > 0;

    public override double Number(PathContext context, int node) => NumberOf(Value(context, node));

    public override string Value(PathContext context, int node) => IsVariable ? context.Variable : text;
}

/// <summary><c>and</c>, <c>or</c>.</summary>
internal sealed class JoinedExpression(PathExpression left, PathExpression right, bool isAnd) : PathExpression
{
    public override bool Holds(PathContext context, int node) => isAnd ? left.Holds(context, node) && right.Holds(context, node) : left.Holds(context, node) || right.Holds(context, node);

    public override double Number(PathContext context, int node) => Holds(context, node) ? 1 : 0;
}

/// <summary><c>+</c>, <c>-</c>.</summary>
internal sealed class SumExpression(PathExpression left, PathExpression right, bool isMinus) : PathExpression
{
    public override bool Holds(PathContext context, int node) => Number(context, node) is not (0 or double.NaN);

    public override double Number(PathContext context, int node) => left.Number(context, node) + (isMinus ? -right.Number(context, node) : right.Number(context, node));
}

/// <summary>A comparison. Of several nodes it is enough that one compares so.</summary>
internal sealed class ComparedExpression(PathExpression left, PathExpression right, string sign) : PathExpression
{
    /// <summary>The attribute that is held to what the loop is at; null when it compares anything else.</summary>
    public PathStep? HeldToVariable { get; } = sign == "=" && right is TextExpression { IsVariable: true } && left is LocatedExpression { Paths: [[{ Axis: Axis.Attribute, Predicates: [] } attribute]] } ? attribute : null;

    public override double Number(PathContext context, int node) => Holds(context, node) ? 1 : 0;

    public override bool Holds(PathContext context, int node)
    {
        if (left is LocatedExpression nodes) return Any(context, node, nodes, right, isFlipped: false);
        if (right is LocatedExpression others) return Any(context, node, others, left, isFlipped: true);
        return left is TextExpression && right is TextExpression ? Compare(left.Value(context, node), right.Value(context, node)) : Compare(left.Number(context, node), right.Number(context, node));
    }

    private bool Any(PathContext context, int node, LocatedExpression located, PathExpression other, bool isFlipped)
    {
        if (other is FunctionExpression { IsTruth: true }) return Compare(located.Number(context, node), other.Number(context, node));
        var found = context.Rent();
        located.Collect(context, node, found);
        var holds = false;
        for (var index = 0; index < found.Count && !holds; index++)
        {
            var value = context.Tree.Value(found[index]);
            holds = other is LocatedExpression more ? AnyOf(context, node, more, value)
                : other is TextExpression ? CompareTexts(value, other.Value(context, node), isFlipped)
                : isFlipped ? Compare(other.Number(context, node), NumberOf(value)) : Compare(NumberOf(value), other.Number(context, node));
        }
        context.Return(found);
        return holds;
    }

    private bool AnyOf(PathContext context, int node, LocatedExpression located, string value)
    {
        var found = context.Rent();
        located.Collect(context, node, found);
        var holds = found.Exists(other => CompareTexts(value, context.Tree.Value(other), isFlipped: false));
        context.Return(found);
        return holds;
    }

    private bool CompareTexts(string value, string other, bool isFlipped) => isFlipped ? Compare(other, value) : Compare(value, other);

    private bool Compare(string one, string other) => sign switch
    {
        "=" => one == other,
        "!=" => one != other,
        _ => Compare(NumberOf(one), NumberOf(other)),
    };

    private bool Compare(double one, double other) => sign switch
    {
        "=" => one == other,
        "!=" => one != other,
        "<" => one < other,
        "<=" => one <= other,
        ">" => one > other,
        _ => one >= other,
    };
}

/// <summary>A function.</summary>
internal sealed class FunctionExpression(string name, PathExpression[] arguments) : PathExpression
{
    /// <summary>The functions that rules use, with how many arguments each has.</summary>
    public static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["count"] = 1, ["not"] = 1, ["number"] = 1, ["string"] = 1, ["boolean"] = 1, ["true"] = 0, ["false"] = 0,
        ["string-length"] = 1, ["normalize-space"] = 1, ["starts-with"] = 2, ["contains"] = 2, ["sum"] = 1,
    };

    /// <summary>Whether it is true or false, and not a number or a text.</summary>
    public bool IsTruth => name is "not" or "boolean" or "true" or "false" or "starts-with" or "contains";

    public override bool Holds(PathContext context, int node) => name switch
    {
        "not" => !arguments[0].Holds(context, node),
        "boolean" => arguments[0].Holds(context, node),
        "true" => true,
        "false" => false,
        "starts-with" => arguments[0].Value(context, node).StartsWith(arguments[1].Value(context, node), StringComparison.Ordinal),
        "contains" => arguments[0].Value(context, node).Contains(arguments[1].Value(context, node), StringComparison.Ordinal),
        "string" or "normalize-space" => Value(context, node).Length > 0,
        _ => Number(context, node) is not (0 or double.NaN),
    };

    public override double Number(PathContext context, int node) => name switch
    {
        "count" or "sum" => OfNodes(context, node),
        "number" => arguments[0].Number(context, node),
        "string-length" => arguments[0].Value(context, node).Length,
        "string" or "normalize-space" => NumberOf(Value(context, node)),
        _ => Holds(context, node) ? 1 : 0,
    };

    public override string Value(PathContext context, int node) => name switch
    {
        "string" => arguments[0].Value(context, node),
        "normalize-space" => string.Join(' ', arguments[0].Value(context, node).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        _ when IsTruth => Holds(context, node) ? "true" : "false",
        _ => base.Value(context, node),
    };

    private double OfNodes(PathContext context, int node)
    {
        var index = arguments[0] is LocatedExpression { IsSameInLoop: true } ? context.Index : null;
        if (index is not null && index.Numbers.TryGetValue((this, node), out var known)) return known;
        var found = context.Rent();
        if (arguments[0] is LocatedExpression located) located.Collect(context, node, found);
        var number = name == "count" ? found.Count : found.Sum(one => NumberOf(context.Tree.Value(one)));
        context.Return(found);
        index?.Numbers.Add((this, node), number);
        return number;
    }
}
