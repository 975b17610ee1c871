using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>What was odd in a piece of JSON that many flows repeat: told again for each of them, at its own place.</summary>
internal sealed class KeptOddities : IAnswerOddities
{
    private readonly List<(string? Path, ReadIssue Issue)> _kept = [];

    /// <summary>Whether something in the piece cannot be used.</summary>
    public bool HasError { get; private set; }

    /// <summary>Whether nothing was odd.</summary>
    public bool IsEmpty => _kept.Count == 0;

    /// <inheritdoc/>
    public void Report(ReadIssue issue)
    {
        HasError |= issue.Severity == Severity.Error;
        _kept.Add((null, issue));
    }

    /// <inheritdoc/>
    public void Unknown(string path, ReadIssue unknown) => _kept.Add((path, unknown));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: no field of a repeated piece is left out on purpose.</exception>
    public void Ignore(string path, string reason) => throw new NotSupportedException(path);

    /// <summary>Tells all of it.</summary>
    /// <param name="to">Who takes it.</param>
    /// <param name="place">The place of the piece in the document.</param>
    /// <param name="path">Its path.</param>
    public void Tell(IAnswerOddities to, string place, string path)
    {
        foreach (var (field, issue) in _kept)
        {
            var placed = issue with { Place = place + issue.Place };
            if (field is null) to.Report(placed);
            else to.Unknown(path + field, placed);
        }
    }
}
