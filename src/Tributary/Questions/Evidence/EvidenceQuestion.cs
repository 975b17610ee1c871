using System.Globalization;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>What does a report say about itself, and where?</summary>
public sealed record EvidenceQuestion : IQuestion<EvidenceAnswer>
{
    /// <summary>The document: its hash, or the first digits of it (at least four).</summary>
    public required string Document { get; init; }

    /// <inheritdoc/>
    public EvidenceAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var document = DocumentNames.Find(facts, Document);
        var spans = Spans(facts, document.Code).ToLookup(span => span.Ordinal, span => span.Span);
        var fields = facts.Query(
            string.Create(CultureInfo.InvariantCulture, $"SELECT ordinal, field, value, basis FROM evidence WHERE document = {document.Code} ORDER BY ordinal"),
            row => new EvidenceField(row.GetString(1), row.GetString(2), [.. spans[row.GetInt32(0)]], row.GetString(3)), token);
        return new EvidenceAnswer { Hash = document.Hash, Name = document.Name, Format = document.Format, Fields = fields, Snapshot = facts.Name };
    }

    private static List<(int Ordinal, TextSpan Span)> Spans(Facts facts, int document) => facts.Query(
        string.Create(CultureInfo.InvariantCulture, $"SELECT ordinal, start_at, end_at, line FROM evidence_span WHERE document = {document} ORDER BY ordinal, span"),
        row => (row.GetInt32(0), new TextSpan(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3))));
}

/// <summary>What a report says about itself.</summary>
public sealed record EvidenceAnswer
{
    /// <summary>The document.</summary>
    public required DocumentHash Hash { get; init; }

    /// <summary>The name under which it came.</summary>
    public required string Name { get; init; }

    /// <summary>What it was read as.</summary>
    public required string Format { get; init; }

    /// <summary>What it says, each with its places in the text. What is unknown is not here.</summary>
    public required IReadOnlyList<EvidenceField> Fields { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }
}
