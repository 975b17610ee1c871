namespace Tributary.Validating;

/// <summary>What a validation found in a file.</summary>
public sealed record ValidationReport
{
    /// <summary>The name of the file, as it was given.</summary>
    public required string Name { get; init; }

    /// <summary><c>iati-activities</c> or <c>iati-organisations</c>; empty when it is neither.</summary>
    public required string FileType { get; init; }

    /// <summary>The version of the standard that the file states; empty when it states none.</summary>
    public required string Version { get; init; }

    /// <summary>The version whose rules it was held to; empty when it was held to none.</summary>
    public required string CheckedAs { get; init; }

    /// <summary>Whether it is a valid IATI file: nothing critical was found. Errors of rules and codelists leave it valid.</summary>
    public bool IsValid => CountOf(FindingSeverity.Critical) == 0;

    /// <summary>Bytes read.</summary>
    public required long Bytes { get; init; }

    /// <summary>Activities or organisations read.</summary>
    public required long Records { get; init; }

    /// <summary>How many findings there are of each kind.</summary>
    public required IReadOnlyList<FindingTotal> Totals { get; init; }

    /// <summary>How many findings there are in each record, where that was asked for.</summary>
    internal IReadOnlyDictionary<RecordTotal, long> ByRecord { get; init; } = new Dictionary<RecordTotal, long>();

    /// <summary>The findings in the order of the file, as many as were asked for.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings that are counted and not listed.</summary>
    public long NotListed => Totals.Sum(total => total.Count) - Findings.Count;

    /// <summary>Identifiers of other activities that were not looked up, because there are too many of them.</summary>
    public required long ReferencesNotLookedUp { get; init; }

    /// <summary>How many findings there are of a severity.</summary>
    public long CountOf(FindingSeverity severity) => Totals.Where(total => total.Severity == severity).Sum(total => total.Count);
}
