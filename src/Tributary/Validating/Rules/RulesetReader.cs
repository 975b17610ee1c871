using System.Text.Json;
using System.Text.RegularExpressions;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>Reads the JSON of a ruleset.</summary>
internal static class RulesetReader
{
    private const string Standard = "https://iatistandard.org/en/iati-standard/203/";
    private const string Now = "NOW";
    private const string Activities = "iati-activities", Organisations = "iati-organisations";
    private const int PatternPatienceMs = 1000;

    private static readonly JsonElement NoInfo = JsonDocument.Parse("{}").RootElement;
    private static readonly string[] Classes = ["\\b", "\\d", "\\s", "\\w"];

    /// <summary>The rules by the elements at which they hold.</summary>
    /// <exception cref="RulesetException">Something in it is not known.</exception>
    public static List<RuleSite> Read(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object) throw new RulesetException($"a {content.ValueKind}; expected an object of paths and rules");
        var sites = new List<RuleSite>();
        foreach (var context in content.EnumerateObject())
        {
            var rules = RulesOf(context).ToList();
            foreach (var path in PathParser.ParseContext(context.Name).Paths) sites.Add(Site(context.Name, path, rules));
        }
        return sites;
    }

    // Rules see a record, so what stands before it in a path says of which kind of file it is.
    private static RuleSite Site(string text, PathStep[] path, List<Rule> rules)
    {
        var root = RecordOf(path[0]) is null ? null : path[0];
        var rest = root is null ? path : path[1..];
        if (rest is [{ Axis: Axis.Descendant } first, ..] && RecordOf(first) is null) return new RuleSite(root is null ? RootOf(first) : NameNumbers.Text(root.Name), Contexts(first, rest), rules);
        if (root is { Predicates: [] } && rest is [{ Axis: Axis.Child } record, ..] && NameNumbers.Text(record.Name) == RecordOf(root)) return new RuleSite(NameNumbers.Text(root.Name), new LocatedExpression([Itself(rest)]), rules);
        throw new RulesetException($"path {QuotedText.Of(text)}: expected one that begins with /iati-activities/iati-activity, /iati-organisations/iati-organisation or //, without a condition on the root");
    }

    // What is looked for at any depth may be the record itself.
    private static LocatedExpression Contexts(PathStep first, PathStep[] path) => RootOf(first) is null ? new([path]) : new([Itself(path), path]);

    private static PathStep[] Itself(PathStep[] path) => [new PathStep(Axis.Self, -1, IsXml: false, path[0].Predicates), .. path[1..]];

    private static string? RecordOf(PathStep root) => root.Axis is Axis.Child or Axis.Descendant ? NameNumbers.Text(root.Name) switch { Activities => "iati-activity", Organisations => "iati-organisation", _ => null } : null;

    private static string? RootOf(PathStep record) => NameNumbers.Text(record.Name) switch { "iati-activity" => Activities, "iati-organisation" => Organisations, _ => null };

    private static IEnumerable<Rule> RulesOf(JsonProperty context)
    {
        if (context.Value.ValueKind != JsonValueKind.Object) throw new RulesetException($"path {QuotedText.Of(context.Name)}: {QuotedText.Of(context.Value.GetRawText())}; expected an object of rules");
        foreach (var kind in context.Value.EnumerateObject())
        {
            foreach (var one in RuleCase.Of(kind))
            {
                if (kind.Name != "loop")
                {
                    yield return Rule(one, forEach: null, []);
                    continue;
                }
                one.Need("foreach", "do");
                var forEach = PathParser.ParsePath(one.Text("foreach")!);
                var substituted = one.Texts("subs").ToHashSet(StringComparer.Ordinal);
                foreach (var inner in one.Object("do")!.Value.EnumerateObject())
                {
                    foreach (var repeated in RuleCase.Of(inner)) yield return Rule(repeated, forEach, substituted);
                }
            }
        }
    }

    private static Rule Rule(RuleCase one, LocatedExpression? forEach, HashSet<string> substituted)
    {
        var kind = KindOf(one.Rule);
        one.Need(NeedsOf(kind));
        var info = new RuleCase(one.Rule, one.Object("ruleInfo") ?? NoInfo);
        var prefixes = one.Texts("prefix");
        var rule = new Rule
        {
            Kind = kind,
            Id = info.Text("id") ?? one.Rule,
            Severity = SeverityOf(info.Text("severity")),
            Category = info.Text("category") ?? "iati",
            Message = info.Text("message") ?? "",
            Guidance = Guidance(info),
            ForEach = forEach,
            Condition = Expression("condition"),
            Exempt = ExemptionOf(one.Text("idCondition")),
            Paths = [.. one.Texts("paths").Select(path => PathParser.ParsePath(path, substituted.Contains("paths")))],
            Others = [.. one.Texts("excluded").Concat(one.Texts("one")).Concat(prefixes.Where(prefix => prefix != "ORG-ID-PREFIX")).Select(path => PathParser.ParsePath(path))],
            TakesRegistered = prefixes.Contains("ORG-ID-PREFIX"),
            Separator = one.Text("separator") ?? "",
            All = one.Text("all") ?? "",
            Wanted = one.Text("all") is { Length: > 0 } all and not ("lang" or "currency") ? PathParser.ParsePath(all) : null,
            If = Expression("if"),
            Then = Expression("then"),
            Dates = [.. DatesOf(kind).Select(role => (role, one.Text(role) is { } path && path != Now ? PathParser.ParsePath(path) : null))],
            Pattern = one.Text("regex") is { } pattern ? Pattern(pattern) : null,
            Least = one.Number(kind is RuleKind.Range ? "min" : "sum"),
            Most = one.Number("max"),
        };
        if (rule is { Kind: RuleKind.Range, Least: null, Most: null }) one.Need("min");
        return rule;

        PathExpression? Expression(string name) => one.Text(name) is { } text ? PathParser.Parse(text, substituted.Contains(name)) : null;
    }

    private static string[] NeedsOf(RuleKind kind) => kind switch
    {
        RuleKind.OnlyOneOf => ["excluded", "paths"],
        RuleKind.OneOrAll => ["one", "all"],
        RuleKind.IfThen => ["if", "then"],
        RuleKind.RegexMatches or RuleKind.RegexNoMatches => ["regex", "paths"],
        RuleKind.Startswith => ["prefix", "paths"],
        RuleKind.Sum or RuleKind.StrictSum => ["sum", "paths"],
        RuleKind.DateOrder or RuleKind.BetweenDates or RuleKind.TimeLimit or RuleKind.DateNow => DatesOf(kind),
        _ => ["paths"],
    };

    private static RuleKind KindOf(string word) => word switch
    {
        "atleast_one" => RuleKind.AtleastOne,
        "between_dates" => RuleKind.BetweenDates,
        "date_now" => RuleKind.DateNow,
        "date_order" => RuleKind.DateOrder,
        "if_then" => RuleKind.IfThen,
        "no_more_than_one" => RuleKind.NoMoreThanOne,
        "no_spaces" => RuleKind.NoSpaces,
        "one_or_all" => RuleKind.OneOrAll,
        "only_one_of" => RuleKind.OnlyOneOf,
        "range" => RuleKind.Range,
        "regex_matches" => RuleKind.RegexMatches,
        "regex_no_matches" => RuleKind.RegexNoMatches,
        "startswith" => RuleKind.Startswith,
        "strict_sum" => RuleKind.StrictSum,
        "sum" => RuleKind.Sum,
        "time_limit" => RuleKind.TimeLimit,
        "unique" => RuleKind.Unique,
        _ => throw new RulesetException($"rule {QuotedText.Of(word)}: not known; expected one of the standard's rules, such as atleast_one"),
    };

    private static FindingSeverity SeverityOf(string? word) => word?.ToLowerInvariant() switch
    {
        "critical" => FindingSeverity.Critical,
        "error" or null => FindingSeverity.Error,
        "warning" => FindingSeverity.Warning,
        "advisory" => FindingSeverity.Advisory,
        _ => throw new RulesetException($"severity {QuotedText.Of(word)}: not known; expected critical, error, warning or advisory"),
    };

    private static Exemption ExemptionOf(string? word) => word switch
    {
        null => Exemption.None,
        "NOT_EXISTING_ORG_ID" => Exemption.Publishers,
        "NOT_EXISTING_ORG_ID_PREFIX" => Exemption.BeginsLikePublisher,
        _ => throw new RulesetException($"idCondition {QuotedText.Of(word)}: not known; expected NOT_EXISTING_ORG_ID or NOT_EXISTING_ORG_ID_PREFIX"),
    };

    private static string[] DatesOf(RuleKind kind) => kind switch
    {
        RuleKind.DateOrder => ["less", "more"],
        RuleKind.BetweenDates => ["date", "start", "end"],
        RuleKind.TimeLimit => ["start", "end"],
        RuleKind.DateNow => ["date"],
        _ => [],
    };

    private static Regex Pattern(string pattern)
    {
        try
        {
            return Straight(pattern) ?? new Regex(pattern, RegexOptions.ECMAScript, TimeSpan.FromMilliseconds(PatternPatienceMs));
        }
        catch (ArgumentException unreadable)
        {
            throw new RulesetException($"regex {QuotedText.Of(pattern)}: {unreadable.Message}", unreadable);
        }
    }

    // One that never tries back takes time by the text's length alone. It takes longer to begin, which only groups that repeat are worth, and it
    // knows \d and its like as Unicode's, not as ECMAScript's.
    private static Regex? Straight(string pattern)
    {
        try
        {
            return !pattern.Contains('(', StringComparison.Ordinal) || Array.Exists(Classes, word => pattern.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static string? Guidance(RuleCase info)
    {
        if (info.Object("link") is not { } inner) return null;
        var link = new RuleCase(info.Rule, inner);
        return link.Text("url") ?? (link.Text("path") is { } path ? Standard + path : null);
    }
}
