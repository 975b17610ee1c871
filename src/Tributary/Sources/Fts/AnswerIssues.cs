using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Hands what is odd in one answer to the sink, each unknown field once.</summary>
/// <param name="sink">Where it goes.</param>
internal sealed class AnswerIssues(IRecordSink sink) : IAnswerOddities
{
    private const int UnknownPathsMax = 1000;
    private const string More = "(further unknown fields)";
    private const string NotKnown = "not known to this reader";

    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Errors so far: a reader that finds more after a record than before it leaves the record out.</summary>
    public int ErrorCount { get; private set; }

    /// <inheritdoc/>
    public void Report(ReadIssue issue)
    {
        if (issue.Severity == Severity.Error) ErrorCount++;
        sink.Report(issue);
    }

    /// <inheritdoc/>
    public void Unknown(string path, ReadIssue unknown)
    {
        var known = _unknown.Contains(path);
        if (!known && _unknown.Count >= UnknownPathsMax) path = More;
        if (_unknown.Add(path)) sink.Report(unknown);
        sink.Ignore(path, NotKnown);
    }

    /// <inheritdoc/>
    public void Ignore(string path, string reason) => sink.Ignore(path, reason);
}
