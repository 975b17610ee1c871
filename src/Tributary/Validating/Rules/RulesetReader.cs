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
            foreach (var path in PathParser.ParsePath(context.Name).Paths) sites.Add(Site(context.Name, path, rules));
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
        foreach (var kind in context.Value.EnumerateObject())
        {
            foreach (var one in Cases(kind))
            {
                if (kind.Name != "loop")
                {
                    yield return Rule(kind.Name, one, forEach: null, []);
                    continue;
                }
                var forEach = PathParser.ParsePath(Text(one, "foreach") ?? throw new RulesetException("a loop without foreach"));
                var substituted = List(one, "subs").ToHashSet(StringComparer.Ordinal);
                foreach (var inner in one.GetProperty("do").EnumerateObject())
                {
                    foreach (var repeated in Cases(inner)) yield return Rule(inner.Name, repeated, forEach, substituted);
                }
            }
        }
    }

    private static JsonElement.ArrayEnumerator Cases(JsonProperty kind) => kind.Value.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array
        ? cases.EnumerateArray()
        : throw new RulesetException($"'{kind.Name}' without cases; expected a list of them");

    private static Rule Rule(string word, JsonElement one, LocatedExpression? forEach, HashSet<string> substituted)
    {
        var kind = KindOf(word);
        var info = one.TryGetProperty("ruleInfo", out var given) ? given : default;
        var prefixes = List(one, "prefix");
        return new Rule
        {
            Kind = kind,
            Id = Text(info, "id") ?? word,
            Severity = SeverityOf(Text(info, "severity")),
            Category = Text(info, "category") ?? "iati",
            Message = Text(info, "message") ?? "",
            Guidance = Guidance(info),
            ForEach = forEach,
            Condition = Expression("condition"),
            Exempt = Text(one, "idCondition") switch { "NOT_EXISTING_ORG_ID" => Exemption.Publishers, "NOT_EXISTING_ORG_ID_PREFIX" => Exemption.BeginsLikePublisher, _ => Exemption.None },
            Paths = [.. List(one, "paths").Select(path => PathParser.ParsePath(path, substituted.Contains("paths")))],
            Others = [.. List(one, "excluded").Concat(List(one, "one")).Concat(prefixes.Where(prefix => prefix != "ORG-ID-PREFIX")).Select(path => PathParser.ParsePath(path))],
            TakesRegistered = prefixes.Contains("ORG-ID-PREFIX"),
            Separator = Text(one, "separator") ?? "",
            All = Text(one, "all") ?? "",
            Wanted = Text(one, "all") is { Length: > 0 } all and not ("lang" or "currency") ? PathParser.ParsePath(all) : null,
            If = Expression("if"),
            Then = Expression("then"),
            Dates = [.. DatesOf(kind).Select(role => (role, Text(one, role) is { } path && path != Now ? PathParser.ParsePath(path) : null))],
            Pattern = Text(one, "regex") is { } pattern ? Pattern(pattern) : null,
            Least = Number(one, kind is RuleKind.Range ? "min" : "sum"),
            Most = Number(one, "max"),
        };

        PathExpression? Expression(string name) => Text(one, name) is { } text ? PathParser.Parse(text, substituted.Contains(name)) : null;
    }

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
        _ => throw new RulesetException($"rule '{word}': not known; expected one of the standard's rules, such as atleast_one"),
    };

    private static FindingSeverity SeverityOf(string? word) => word?.ToLowerInvariant() switch
    {
        "critical" => FindingSeverity.Critical,
        "warning" => FindingSeverity.Warning,
        "advisory" => FindingSeverity.Advisory,
        _ => FindingSeverity.Error,
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

    private static string? Guidance(JsonElement info) =>
        info.ValueKind == JsonValueKind.Object && info.TryGetProperty("link", out var link) ? Text(link, "url") ?? (Text(link, "path") is { } path ? Standard + path : null) : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static List<string> List(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array) return [list.ToString()];
        var texts = new List<string>();
        foreach (var item in list.EnumerateArray()) texts.Add(item.ToString());
        return texts;
    }

    private static decimal? Number(JsonElement element, string name) => element.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var value) ? value : null;
}
