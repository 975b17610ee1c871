using System.Globalization;
using System.Text.RegularExpressions;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>What each kind of rule asks.</summary>
internal sealed class RuleTests(PathContext context, ValidationOptions options)
{
    /// <summary>Places of one finding at most: a rule may look at thousands.</summary>
    public const int PlacesMax = 20;

    private static readonly HashSet<string> Prefixes = StandardTables.Read("prefixes.csv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private static readonly LocatedExpression Narratives = PathParser.ParsePath("descendant::narrative[not(@xml:lang)]");
    private static readonly LocatedExpression Amounts = PathParser.ParsePath("descendant::value[not(@currency)] | descendant::loan-status[not(@currency)] | descendant::forecast[not(@currency)]");
    private static readonly LocatedExpression Transactions = PathParser.ParsePath("transaction");

    private static readonly List<int> None = [];

    /// <summary>Beginnings up to which asking one after the other is quicker.</summary>
    private const int BeginningsShort = 16;

    private readonly RecordTree _tree = context.Tree;
    private readonly DateTimeOffset _now = options.Clock.GetUtcNow();

    private Beginnings? _publishers, _beginnings;

    /// <summary>What the last test that failed looked at.</summary>
    public List<SeenNode> Seen { get; } = [];

    /// <summary>How many more it looked at.</summary>
    public int More { get; private set; }

    /// <summary>Forgets what the last test looked at.</summary>
    public void Forget()
    {
        Seen.Clear();
        More = 0;
    }

    /// <summary>Whether a rule holds at an element.</summary>
    public bool Holds(Rule rule, int at) => rule.Kind switch
    {
        RuleKind.AtleastOne => IsThere(rule.Paths, at),
        RuleKind.NoMoreThanOne => Count(at, rule.Paths) <= 1,
        RuleKind.OnlyOneOf => !IsThere(rule.Others, at) || Count(at, rule.Paths) == 0,
        RuleKind.OneOrAll => IsThere(rule.Others, at) || HaveAll(rule, at),
        RuleKind.IfThen => rule.If?.Holds(context, at) != true || rule.Then?.Holds(context, at) == true || See(rule.Paths, at),
        RuleKind.NoSpaces or RuleKind.RegexMatches or RuleKind.RegexNoMatches or RuleKind.Range => Each(rule, at, None),
        RuleKind.Startswith => BeginsWell(rule, at),
        RuleKind.Unique => AreDifferent(rule, at),
        RuleKind.Sum or RuleKind.StrictSum => AddsUp(rule, at),
        RuleKind.DateOrder => IsInOrder(rule, at),
        RuleKind.DateNow => KeepDates(rule.Dates[0], at, DateTimeOffset.MinValue, _now),
        RuleKind.BetweenDates => IsBetween(rule, at),
        _ => IsWithinAYear(rule, at),
    };

    // Loops rather than lambdas: these are asked thousands of times for each activity.
    private bool IsThere(LocatedExpression[] paths, int at)
    {
        foreach (var path in paths)
        {
            if (path.Holds(context, at)) return true;
        }
        return false;
    }

    private bool Passes(Rule rule, string value, List<int> prefixes) => rule.Kind switch
    {
        RuleKind.NoSpaces => value.Length == value.AsSpan().Trim().Length,
        RuleKind.RegexMatches => value.Length == 0 || IsLike(rule.Pattern!, value),
        RuleKind.RegexNoMatches => value.Length == 0 || !IsLike(rule.Pattern!, value),
        RuleKind.Range => TryNumber(value) is not { } number || (number >= (rule.Least ?? number) && number <= (rule.Most ?? number)),
        _ => BeginsWithAny(rule, value, prefixes),
    };

    private static bool IsLike(Regex pattern, string value)
    {
        try
        {
            return pattern.IsMatch(value);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new RulesetException(string.Create(CultureInfo.InvariantCulture, $"regex {QuotedText.Of(pattern.ToString())}: more than {slow.MatchTimeout.TotalSeconds} s for a text of {value.Length} characters; expected one that takes no time; write it without repetitions inside repetitions"), slow);
        }
    }

    // Notes what a rule looked at, as far as it is told, and lets it fail.
    private bool See(LocatedExpression[] paths, int at)
    {
        foreach (var path in paths)
        {
            var found = Find(path, at, out var isKept);
            foreach (var node in found)
            {
                if (Seen.Count == PlacesMax) break;
                Seen.Add(new SeenNode("paths", node, path.Text));
            }
            More += found.Count;
            if (!isKept) context.Return(found);
        }
        More -= Seen.Count;
        return false;
    }

    // In a loop over many values, what is the same for each of them is looked for once.
    private List<int> Find(LocatedExpression path, int at, out bool isKept)
    {
        List<int>? known = null;
        isKept = path.IsSameInLoop && context.Index is not null;
        if (isKept && context.Index!.Nodes.TryGetValue((path, at), out known)) return known;
        var found = isKept ? [] : context.Rent();
        path.Collect(context, at, found);
        if (isKept) context.Index!.Nodes.Add((path, at), found);
        return found;
    }

    private int Count(int at, LocatedExpression[] paths)
    {
        foreach (var path in paths) Look(path, at, "paths");
        return Seen.Count;
    }

    private void Look(LocatedExpression path, int at, string role)
    {
        var found = context.Rent();
        path.Collect(context, at, found);
        foreach (var node in found) Seen.Add(new SeenNode(role, node, path.Text));
        context.Return(found);
    }

    // Keeps those that fail.
    private bool Each(Rule rule, int at, List<int> prefixes)
    {
        foreach (var path in rule.Paths) Look(path, at, "paths");
        var failing = 0;
        for (var index = 0; index < Seen.Count; index++)
        {
            var value = _tree.Value(Seen[index].Node);
            if (!Passes(rule, value, prefixes) && !IsExempt(rule, value)) Seen[failing++] = Seen[index];
        }
        Seen.RemoveRange(failing, Seen.Count - failing);
        return failing == 0;
    }

    private bool IsExempt(Rule rule, string value) => rule.Exempt switch
    {
        Exemption.Publishers => options.Publishers.Contains(value),
        Exemption.BeginsLikePublisher => (_publishers ??= new Beginnings(options.Publishers)).Have(value, ""),
        _ => false,
    };

    private bool HaveAll(Rule rule, int at)
    {
        if (rule.All is "lang" or "currency")
        {
            Look(rule.All == "lang" ? Narratives : Amounts, at, "all");
            return Seen.Count == 0;
        }
        Look(Transactions, at, "all");
        KeepWithout(rule);
        return Seen.Count == 0;
    }

    private void KeepWithout(Rule rule) => Seen.RemoveAll(seen => rule.Wanted?.Holds(context, seen.Node) != false);

    private bool BeginsWell(Rule rule, int at)
    {
        var prefixes = context.Rent();
        foreach (var other in rule.Others) other.Collect(context, at, prefixes);
        _beginnings = prefixes.Count > BeginningsShort ? new Beginnings(prefixes.Select(_tree.Value)) : null;
        var holds = Each(rule, at, prefixes);
        context.Return(prefixes);
        if (holds) return true;
        foreach (var other in rule.Others) Look(other, at, "prefix");
        return false;
    }

    private bool BeginsWithAny(Rule rule, string value, List<int> prefixes)
    {
        if (_beginnings is not null && _beginnings.Have(value, rule.Separator)) return true;
        for (var index = 0; index < prefixes.Count && _beginnings is null; index++)
        {
            if (Begins(value, _tree.Value(prefixes[index]), rule.Separator)) return true;
        }
        return rule.TakesRegistered && IsRegistered(value);
    }

    private static bool Begins(string value, string prefix, string separator) =>
        value.StartsWith(prefix, StringComparison.Ordinal) && value.AsSpan(prefix.Length).StartsWith(separator, StringComparison.Ordinal);

    private static bool IsRegistered(string value)
    {
        var at = value.IndexOf('-', StringComparison.Ordinal);
        // A prefix has one hyphen, or more.
        for (; at >= 0; at = value.IndexOf('-', at + 1))
        {
            if (Prefixes.Contains(value[..at])) return true;
        }
        return false;
    }

    private bool AreDifferent(Rule rule, int at)
    {
        foreach (var path in rule.Paths) Look(path, at, "paths");
        if (Seen.Count < 2) return true;
        var values = new HashSet<string>(StringComparer.Ordinal);
        return Seen.TrueForAll(seen => values.Add(_tree.Value(seen.Node)));
    }

    // A sum of nothing is one that nobody stated; only the strict one minds.
    private bool AddsUp(Rule rule, int at)
    {
        decimal? sum = 0;
        var count = 0;
        foreach (var path in rule.Paths)
        {
            var part = SumOf(path, at);
            sum = Added(sum, part.Sum);
            count += part.Count;
        }
        return (count == 0 && rule.Kind == RuleKind.Sum) || sum == rule.Least || See(rule.Paths, at);
    }

    // Null for a sum that is beyond all that a rule can want.
    private (decimal? Sum, int Count) SumOf(LocatedExpression path, int at)
    {
        var found = Find(path, at, out var isKept);
        if (isKept && context.Index!.Sums.TryGetValue((path, at), out var known)) return (known, found.Count);
        decimal? sum = 0;
        foreach (var node in found)
        {
            if (TryNumber(_tree.Value(node)) is { } number) sum = Added(sum, number);
        }
        var count = found.Count;
        if (isKept) context.Index!.Sums.Add((path, at), sum);
        else context.Return(found);
        return (sum, count);
    }

    private static decimal? Added(decimal? sum, decimal? number) =>
        sum is not { } before || number is not { } more || Math.Abs(more) == decimal.MaxValue || (more > 0 ? before > decimal.MaxValue - more : before < decimal.MinValue - more) ? null : before + more;

    // A number beyond all others stands for those of more digits.
    private static decimal? TryNumber(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)) return number;
        if (!ValueTypes.Accepts(ValueType.Decimal, text)) return null;
        return text.AsSpan().TrimStart().StartsWith("-") ? decimal.MinValue : decimal.MaxValue;
    }

    // Of several later dates the first counts; every earlier one is held against it.
    private bool IsInOrder(Rule rule, int at)
    {
        var later = First(rule.Dates[1].Path, at);
        if (later.Instant is not { } limit || KeepDates(rule.Dates[0], at, DateTimeOffset.MinValue, limit)) return true;
        if (later.Node >= 0) Seen.Add(new SeenNode(rule.Dates[1].Role, later.Node, rule.Dates[1].Path!.Text));
        return false;
    }

    private bool IsBetween(Rule rule, int at)
    {
        var (start, end) = (First(rule.Dates[1].Path, at), First(rule.Dates[2].Path, at));
        if (start.Instant is not { } first || end.Instant is not { } last || KeepDates(rule.Dates[0], at, first, last)) return true;
        if (start.Node >= 0) Seen.Add(new SeenNode("start", start.Node, rule.Dates[1].Path!.Text));
        if (end.Node >= 0) Seen.Add(new SeenNode("end", end.Node, rule.Dates[2].Path!.Text));
        return false;
    }

    private bool IsWithinAYear(Rule rule, int at)
    {
        var (start, end) = (First(rule.Dates[0].Path, at), First(rule.Dates[1].Path, at));
        if (start.Instant is not { Year: < 9999 } first || end.Instant is not { } last || first.AddYears(1) >= last) return true;
        if (end.Node >= 0) Seen.Add(new SeenNode("end", end.Node, rule.Dates[1].Path!.Text));
        if (start.Node >= 0) Seen.Add(new SeenNode("start", start.Node, rule.Dates[0].Path!.Text));
        return false;
    }

    private (int Node, DateTimeOffset? Instant) First(LocatedExpression? path, int at)
    {
        if (path is null) return (-1, _now);
        var found = context.Rent();
        path.Collect(context, at, found);
        var node = found.Count > 0 ? found[0] : -1;
        context.Return(found);
        return (node, node < 0 ? null : DateText.Instant(_tree.Value(node)));
    }

    // Keeps dates that lie outside. What is no date says nothing about an order.
    private bool KeepDates((string Role, LocatedExpression? Path) dates, int at, DateTimeOffset first, DateTimeOffset last)
    {
        if (dates.Path is null) return true;
        Look(dates.Path, at, dates.Role);
        var outside = 0;
        for (var index = 0; index < Seen.Count; index++)
        {
            if (DateText.Instant(_tree.Value(Seen[index].Node)) is { } instant && (instant < first || instant > last)) Seen[outside++] = Seen[index];
        }
        Seen.RemoveRange(outside, Seen.Count - outside);
        return outside == 0;
    }
}
