using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which documents does the ledger hold?</summary>
public sealed record DocumentsQuestion : IQuestion<DocumentsAnswer>
{
    /// <inheritdoc/>
    public DocumentsAnswer AnswerFrom(Facts facts, CancellationToken token) => new()
    {
        Documents = [.. facts.Documents.Values.OrderBy(document => document.Day).ThenBy(document => document.Name, StringComparer.Ordinal)
            .Select(document => new DocumentLine(document.Hash, document.Format, document.Name, document.Bytes, document.Day, document.DayBasis, document.Records, document.LeftOut))],
        Snapshot = facts.Name,
        AsOf = facts.AsOf,
    };
}

/// <summary>The documents of a ledger, by day.</summary>
public sealed record DocumentsAnswer
{
    /// <summary>The documents.</summary>
    public required IReadOnlyList<DocumentLine> Documents { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day of the latest document.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One document.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="Name">The name under which it came.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Day">The day as of which it speaks.</param>
/// <param name="DayBasis">How that day is known.</param>
/// <param name="Records">Records used.</param>
/// <param name="LeftOut">Records that could not be used.</param>
public sealed record DocumentLine(DocumentHash Hash, string Format, string Name, long Bytes, DateOnly Day, string DayBasis, long Records, long LeftOut);
