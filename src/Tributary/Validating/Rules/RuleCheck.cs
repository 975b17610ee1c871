using System.Globalization;

namespace Tributary.Validating;

/// <summary>Holds a record to the rules.</summary>
internal sealed class RuleCheck
{
    /// <summary>Values of a loop up to which looking again is quicker than knowing.</summary>
    private const int LoopShort = 16;

    private readonly RecordTree _tree;
    private readonly PathContext _context;
    private readonly RuleSite[] _sites;
    private readonly RuleTests _tests;
    private readonly RecordFindings _findings;
    private readonly string _root;

    public RuleCheck(RecordTree tree, Ruleset rules, string root, RecordFindings findings, ValidationOptions options)
    {
        (_tree, _root, _findings) = (tree, root, findings);
        _context = new PathContext(tree);
        _sites = [.. rules.Sites.Where(site => site.Root is null || site.Root == root)];
        _tests = new RuleTests(_context, options);
    }

    /// <summary>Checks the record that the tree holds.</summary>
    public void Run()
    {
        foreach (var site in _sites)
        {
            var contexts = _context.Rent();
            site.Contexts.Collect(_context, 0, contexts);
            foreach (var rule in site.Rules)
            {
                foreach (var context in contexts) Ask(rule, context);
            }
            _context.Return(contexts);
        }
    }

    private void Ask(Rule rule, int context)
    {
        if (rule.ForEach is null)
        {
            Test(rule, context);
            return;
        }
        var values = _context.Rent();
        rule.ForEach.Collect(_context, context, values);
        if (values.Count > LoopShort) AskMany(rule, context, values);
        for (var index = 0; index < values.Count && values.Count <= LoopShort; index++)
        {
            _context.Variable = _tree.Value(values[index]);
            if (!IsRepeated(values, index)) Test(rule, context);
        }
        _context.Return(values);
    }

    private void AskMany(Rule rule, int context, List<int> values)
    {
        _context.Index = new LoopIndex();
        foreach (var value in values.Select(_tree.Value).Distinct(StringComparer.Ordinal))
        {
            _context.Variable = value;
            Test(rule, context);
        }
        _context.Index = null;
    }

    private bool IsRepeated(List<int> values, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (_tree.Value(values[before]) == _tree.Value(values[index])) return true;
        }
        return false;
    }

    private void Test(Rule rule, int context)
    {
        if (rule.Condition is { } condition && !condition.Holds(_context, context)) return;
        _tests.Forget();
        if (!_tests.Holds(rule, context)) Tell(rule, context, _tests.Seen);
    }

    private void Tell(Rule rule, int context, List<SeenNode> seen)
    {
        if (!_findings.Count(rule.Id, rule.Severity, rule.Category)) return;
        var main = seen.Count > 0 ? seen[0].Node : context;
        // An element without a text has nothing to show.
        var found = string.Join(", ", seen.Take(RuleTests.PlacesMax).Select(one => (one.Node, Value: _tree.Value(one.Node))).Where(one => one.Value.Length > 0 || !RecordTree.IsElement(one.Node)).Select(one => $"'{FindingWords.Shown(one.Value)}'"));
        var more = seen.Count - RuleTests.PlacesMax + _tests.More;
        _findings.List(new Finding
        {
            Id = rule.Id,
            Severity = rule.Severity,
            Category = rule.Category,
            Message = FindingMessages.Of(rule.Id) ?? (rule.Message.Length > 0 ? rule.Message : $"The rule {rule.Id} does not hold."),
            Line = _tree.Line(main),
            Column = _tree.Column(main),
            Path = PathOf(main),
            Found = more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{found} and {more} more") : found,
            Expected = RuleWords.Expected(rule, rule.ForEach is null ? null : _context.Variable),
            Guidance = rule.Guidance,
            Places = [Place(new SeenNode("context", context, PathOf(context))), .. seen.Take(RuleTests.PlacesMax).Select(Place)],
        });
    }

    private FindingPlace Place(SeenNode seen) => new(seen.Role, seen.Path, _tree.Line(seen.Node), _tree.Column(seen.Node), FindingWords.Shown(_tree.Value(seen.Node)));

    private string PathOf(int node)
    {
        var path = RecordTree.IsElement(node) ? "" : RecordTree.IsAttribute(node) ? "/@" + _tree.AttributeName(node) : "";
        for (var element = RecordTree.IsElement(node) ? node : _tree.Parent(node); element >= 0; element = _tree.Parent(element)) path = "/" + NameNumbers.Text(_tree.Name(element)) + path;
        return "/" + _root + path;
    }
}

/// <summary>A node that a rule looked at and found wanting, or held another against.</summary>
internal readonly record struct SeenNode(string Role, int Node, string Path);
