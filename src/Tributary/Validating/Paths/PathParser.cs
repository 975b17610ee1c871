using System.Globalization;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>Reads the part of XPath 1.0 that rules use.</summary>
internal sealed class PathParser
{
    private const int NestingMax = 32;

    private readonly PathTokens _tokens;
    private readonly bool _isInLoop, _isContext;
    private int _depth, _variables;

    private PathParser(string text, bool isInLoop, bool isContext = false) => (_tokens, _isInLoop, _isContext) = (new PathTokens(text), isInLoop, isContext);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isInLoop">Whether <c>$1</c> in it stands for what a loop is at.</param>
    /// <exception cref="RulesetException">It cannot be read.</exception>
    public static PathExpression Parse(string text, bool isInLoop = false) => new PathParser(text, isInLoop).Whole(text);

    /// <summary>Reads a path, or several joined by <c>|</c>.</summary>
    /// <inheritdoc cref="Parse"/>
    public static LocatedExpression ParsePath(string text, bool isInLoop = false) =>
        Located(text, Parse(text, isInLoop));

    /// <summary>Reads a path that begins at a file's root.</summary>
    /// <inheritdoc cref="Parse"/>
    public static LocatedExpression ParseContext(string text) => Located(text, new PathParser(text, isInLoop: false, isContext: true).Whole(text));

    private static LocatedExpression Located(string text, PathExpression expression) =>
        expression as LocatedExpression ?? throw new RulesetException($"expression {QuotedText.Of(text)}: no path; expected one to elements or attributes");

    private PathExpression Whole(string text)
    {
        var expression = Or();
        if (_tokens.Next.Length > 0) throw _tokens.Unreadable($"{QuotedText.Of(_tokens.Next)} after its end");
        expression.Text = text;
        return expression;
    }

    private PathExpression Or()
    {
        if (++_depth > NestingMax) throw _tokens.Unreadable($"more than {NestingMax} levels");
        var left = And();
        while (_tokens.Take("or")) left = new JoinedExpression(left, And(), isAnd: false);
        _depth--;
        return left;
    }

    private PathExpression And()
    {
        var left = Comparison();
        while (_tokens.Take("and")) left = new JoinedExpression(left, Comparison(), isAnd: true);
        return left;
    }

    private PathExpression Comparison()
    {
        var left = Sum();
        while (_tokens.Next is "=" or "!=" or "<" or "<=" or ">" or ">=")
        {
            var sign = _tokens.Take();
            left = new ComparedExpression(left, Sum(), sign);
        }
        return left;
    }

    private PathExpression Sum()
    {
        var left = Union();
        while (_tokens.Next is "+" or "-")
        {
            var isMinus = _tokens.Take() == "-";
            left = new SumExpression(left, Union(), isMinus);
        }
        return left;
    }

    private PathExpression Union()
    {
        var left = Primary();
        while (_tokens.Take("|"))
        {
            if (left is not LocatedExpression one || Primary() is not LocatedExpression other) throw _tokens.Unreadable("'|' beside something that is no path");
            left = new LocatedExpression([.. one.Paths, .. other.Paths]) { IsSameInLoop = one.IsSameInLoop && other.IsSameInLoop };
        }
        return left;
    }

    private PathExpression Primary()
    {
        var token = _tokens.Next;
        if (token.Length == 0) throw _tokens.Unreadable("its end");
        if (token == "$1") return Text(_tokens.Take());
        if (token[0] is '\'' or '"') return Text(_tokens.Take()[1..^1]);
        if (char.IsAsciiDigit(token[0])) return double.TryParse(_tokens.Take(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new NumberExpression(number) : throw _tokens.Unreadable(QuotedText.Of(token));
        if (_tokens.Take("("))
        {
            var inside = Or();
            _tokens.Expect(")");
            return inside;
        }
        return _tokens.AfterNext == "(" && token != "text" ? Function() : Path();
    }

    private TextExpression Text(string text)
    {
        var expression = new TextExpression(text, _isInLoop);
        if (expression.IsVariable) _variables++;
        return expression;
    }

    private FunctionExpression Function()
    {
        var name = _tokens.Take();
        if (!FunctionExpression.Known.TryGetValue(name, out var count)) throw _tokens.Unreadable($"the function {QuotedText.Of(name)}");
        _tokens.Expect("(");
        var arguments = new List<PathExpression>();
        while (_tokens.Next != ")")
        {
            if (arguments.Count > 0) _tokens.Expect(",");
            arguments.Add(Or());
        }
        _tokens.Expect(")");
        if (arguments.Count != count) throw _tokens.Unreadable($"{name} of {arguments.Count}");
        if (name is "count" or "sum" && arguments[0] is not LocatedExpression) throw _tokens.Unreadable($"{name} of something that is no path");
        return new FunctionExpression(name, [.. arguments]);
    }

    private LocatedExpression Path()
    {
        var (steps, before) = (new List<PathStep>(), _variables);
        var isDeep = _tokens.Take("//");
        if (!isDeep && _tokens.Take("/") && !_isContext) throw _tokens.Unreadable("a path from the root, where all begin at the element that the rule is about");
        do
        {
            steps.Add(Step(isDeep));
            isDeep = _tokens.Next == "//";
        }
        while (_tokens.Take("/") || _tokens.Take("//"));
        return new LocatedExpression([[.. steps]]) { IsSameInLoop = _variables == before };
    }

    private PathStep Step(bool isDeep)
    {
        var axis = isDeep ? Axis.Descendant : Axis.Child;
        if (_tokens.AfterNext == "::")
        {
            axis = _tokens.Take() switch { "child" => Axis.Child, "descendant" => Axis.Descendant, "attribute" => Axis.Attribute, "self" => Axis.Self, "parent" => Axis.Parent, var other => throw _tokens.Unreadable($"the axis {QuotedText.Of(other)}") };
            _tokens.Expect("::");
        }
        if (_tokens.Take("@")) axis = Axis.Attribute;
        var token = _tokens.Take();
        if (token is "." or "..") return new PathStep(token == "." ? Axis.Self : Axis.Parent, -1, IsXml: false, Predicates());
        if (token == "text")
        {
            _tokens.Expect("(");
            _tokens.Expect(")");
            return new PathStep(Axis.Text, -1, IsXml: false, Predicates());
        }
        var isXml = token.StartsWith("xml:", StringComparison.Ordinal);
        if (token != "*" && !char.IsLetter(token[0]) && token[0] != '_') throw _tokens.Unreadable(QuotedText.Of(token));
        if (token == "*" && axis is Axis.Attribute or Axis.Descendant) throw _tokens.Unreadable("'*' for any attribute or any element below");
        return new PathStep(axis, token == "*" ? -1 : NameNumbers.Of(isXml ? token[4..] : token), isXml, Predicates());
    }

    private PathExpression[] Predicates()
    {
        var predicates = new List<PathExpression>();
        while (_tokens.Take("["))
        {
            predicates.Add(Or());
            _tokens.Expect("]");
        }
        return [.. predicates];
    }
}
