using System.Text.RegularExpressions;

namespace Tributary.Validating;

/// <summary>The kinds of rules that a ruleset knows (https://iatistandard.org/en/iati-standard/203/rulesets/).</summary>
internal enum RuleKind
{
    AtleastOne, BetweenDates, DateNow, DateOrder, IfThen, NoMoreThanOne, NoSpaces, OneOrAll, OnlyOneOf, Range, RegexMatches, RegexNoMatches, Startswith, StrictSum, Sum, TimeLimit, Unique,
}

/// <summary>One rule, ready to be asked.</summary>
internal sealed record Rule
{
    /// <summary>Its kind.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The number of what it finds.</summary>
    public required string Id { get; init; }

    /// <summary>How much that matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The validator's group.</summary>
    public required string Category { get; init; }

    /// <summary>What the ruleset says that is wrong; empty where ours is used.</summary>
    public required string Message { get; init; }

    /// <summary>Where the standard explains it; null where it does not.</summary>
    public required string? Guidance { get; init; }

    /// <summary>Goes through the values of this; null for a rule that stands alone.</summary>
    public LocatedExpression? ForEach { get; init; }

    /// <summary>Where the rule applies; null for everywhere.</summary>
    public PathExpression? Condition { get; init; }

    /// <summary>Values that it leaves alone.</summary>
    public Exemption Exempt { get; init; }

    /// <summary>What it looks at.</summary>
    public LocatedExpression[] Paths { get; init; } = [];

    /// <summary>Of <c>only_one_of</c>: what must not stand beside them. Of <c>one_or_all</c>: the one. Of <c>startswith</c>: the beginnings.</summary>
    public LocatedExpression[] Others { get; init; } = [];

    /// <summary>Of <c>startswith</c>: whether the beginnings are those of registered organisations.</summary>
    public bool TakesRegistered { get; init; }

    /// <summary>Of <c>startswith</c>: what stands behind the beginning.</summary>
    public string Separator { get; init; } = "";

    /// <summary>Of <c>one_or_all</c>: what all must have.</summary>
    public string All { get; init; } = "";

    /// <summary>Of <c>one_or_all</c>: what each transaction must have; null where narratives or amounts are meant.</summary>
    public LocatedExpression? Wanted { get; init; }

    /// <summary>Of <c>if_then</c>.</summary>
    public PathExpression? If { get; init; }

    /// <inheritdoc cref="If"/>
    public PathExpression? Then { get; init; }

    /// <summary>Of rules about dates, in the order in which they should be: each null for now.</summary>
    public (string Role, LocatedExpression? Path)[] Dates { get; init; } = [];

    /// <summary>Of <c>regex_matches</c>.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Of sums and ranges.</summary>
    public decimal? Least { get; init; }

    /// <inheritdoc cref="Least"/>
    public decimal? Most { get; init; }
}

/// <summary>Values that a rule leaves alone.</summary>
internal enum Exemption
{
    /// <summary>None.</summary>
    None,

    /// <summary>Identifiers of publishers.</summary>
    Publishers,

    /// <summary>What begins with an identifier of a publisher.</summary>
    BeginsLikePublisher,
}

/// <summary>The rules that hold at some elements.</summary>
/// <param name="Root">The root of files that have them; null for both.</param>
/// <param name="Contexts">The elements, seen from the record.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RuleSite(string? Root, LocatedExpression Contexts, List<Rule> Rules);
