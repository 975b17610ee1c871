using System.Globalization;

namespace Tributary.Validating;

/// <summary>What a rule expects, in words.</summary>
internal static class RuleWords
{
    /// <summary>What a rule expects.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="variable">What a loop is at; null outside of loops.</param>
    public static string Expected(Rule rule, string? variable) => FindingWords.Shown(variable is null ? InWords(rule) : InWords(rule).Replace("$1", FindingWords.Shown(variable), StringComparison.Ordinal));

    private static string InWords(Rule rule) => rule.Kind switch
    {
        RuleKind.AtleastOne => $"one of {Paths(rule.Paths)}",
        RuleKind.NoMoreThanOne => $"one of {Paths(rule.Paths)} at most",
        RuleKind.OnlyOneOf => $"{Paths(rule.Paths)} or {Paths(rule.Others)}, not both",
        RuleKind.OneOrAll => rule.All switch
        {
            "lang" => $"{Paths(rule.Others)}, or xml:lang on each narrative",
            "currency" => $"{Paths(rule.Others)}, or a currency on each amount",
            _ => $"{Paths(rule.Others)}, or {rule.All} in each transaction",
        },
        RuleKind.IfThen => $"that this holds: {rule.Then?.Text}",
        RuleKind.NoSpaces => "no spaces or line ends around it",
        RuleKind.RegexMatches => $"text like {rule.Pattern}",
        RuleKind.RegexNoMatches => $"no text like {rule.Pattern}",
        RuleKind.Range => (rule.Least, rule.Most) switch
        {
            ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
            ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} on"),
            (null, var most) => string.Create(CultureInfo.InvariantCulture, $"a number up to {most}"),
        },
        RuleKind.Startswith => rule.TakesRegistered ? "the code of a registration agency of org-id.guide and a hyphen first" : $"{Paths(rule.Others)}{(rule.Separator.Length > 0 ? $" and '{rule.Separator}'" : "")} first",
        RuleKind.Unique => $"{Paths(rule.Paths)} to differ",
        RuleKind.Sum or RuleKind.StrictSum => string.Create(CultureInfo.InvariantCulture, $"a sum of {rule.Least}"),
        RuleKind.DateOrder => rule.Dates[1].Path is null ? "a day that has come" : "a day not after the other",
        RuleKind.DateNow => "a time that has come",
        RuleKind.BetweenDates => "a day from start to end",
        _ => "a year at most",
    };

    private static string Paths(LocatedExpression[] paths) => string.Join(", ", paths.Select(path => path.Text));
}
