namespace Tributary.Validating;

/// <summary>How much a finding matters, in the words of the IATI validator.</summary>
public enum FindingSeverity
{
    /// <summary>The file is no valid IATI file: others cannot read it.</summary>
    Critical,

    /// <summary>A rule or codelist of the standard does not hold.</summary>
    Error,

    /// <summary>Something that should be otherwise.</summary>
    Warning,

    /// <summary>Worth a look: it may be right.</summary>
    Advisory,
}

/// <summary>Something in an IATI file that is not as the standard wants it.</summary>
public sealed record Finding
{
    /// <summary>The standard's number for it, such as 1.1.3, under which its guidance can be found; for rules of one's own, whatever they say.</summary>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The validator's group: <c>identifiers</c>, <c>financial</c>, <c>geo</c> …</summary>
    public required string Category { get; init; }

    /// <summary>What is wrong, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The element or attribute, such as <c>/iati-activities/iati-activity/transaction/value/@currency</c>; empty where there is none.</summary>
    public required string Path { get; init; }

    /// <summary>The identifier of the activity or organisation; null for what is about the file.</summary>
    public string? Identifier { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The value found; empty where something is missing.</summary>
    public string Found { get; init; } = "";

    /// <summary>What was expected.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The codelist that a code is held to; null for other findings.</summary>
    public string? Codelist { get; init; }

    /// <summary>The address of the standard's guidance; null where it names none.</summary>
    public string? Guidance { get; init; }

    /// <summary>The places that a rule looked at.</summary>
    public IReadOnlyList<FindingPlace> Places { get; init; } = [];
}

/// <summary>A place that a rule looked at.</summary>
/// <param name="Role">What it is to the rule: <c>less</c>, <c>more</c>, <c>start</c>, <c>end</c>, <c>date</c>, <c>prefix</c>, <c>paths</c>.</param>
/// <param name="Path">The path by which the rule finds it.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Value">What stands there.</param>
public sealed record FindingPlace(string Role, string Path, int Line, int Column, string Value);

/// <summary>How many findings there are of one kind.</summary>
/// <param name="Id">The standard's number.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Category">The validator's group.</param>
/// <param name="Count">How many, also those that are not listed.</param>
public sealed record FindingTotal(string Id, FindingSeverity Severity, string Category, long Count);
