namespace Tributary.Provenance;

/// <summary>How much an oddity in a source takes away.</summary>
public enum Severity
{
    /// <summary>Odd, but nothing is lost: the record is used.</summary>
    Warning,

    /// <summary>The record cannot be used. An import is refused unless its caller accepts leaving such records out.</summary>
    Error,

    /// <summary>The document cannot be read to its end. An import is always refused.</summary>
    Fatal,
}

/// <summary>Something odd in a source, with its place. A value, never an exception and never silence.</summary>
/// <param name="Code">A stable name, listed in <c>docs/errors.md</c>.</param>
/// <param name="Severity">What it takes away.</param>
/// <param name="Place">Where in the document: a JSON pointer, a line, a text span.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Advice">What the reader of the message can do.</param>
public sealed record ReadIssue(string Code, Severity Severity, string Place, string Found, string Expected, string Advice)
{
    /// <summary>The message in the form <c>place: what was found; what was expected; what to do</c>.</summary>
    public override string ToString() => $"{Place}: {Found}; {Expected}; {Advice}";
}
