using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which documents state activities of which publishers?</summary>
/// <remarks>For whoever looks into the documents themselves, which no question does.</remarks>
public sealed record PublisherDocumentsQuestion : IQuestion<IReadOnlyList<PublisherDocument>>
{
    /// <inheritdoc/>
    public IReadOnlyList<PublisherDocument> AnswerFrom(Facts facts, CancellationToken token) =>
    [
        .. facts.Query($"SELECT DISTINCT document, activity_id, reporter_ref, reporter_name FROM activity WHERE {facts.LatestWord}",
            row => (Document: row.GetInt32(0), Id: row.GetText(1), Publisher: PublisherNames.Of(facts, row.GetNumber(2), row.GetNumber(3))), token)
            .GroupBy(stated => stated.Document).Select(document => new PublisherDocument(facts.Documents[document.Key].Hash, facts.Documents[document.Key].Name,
                [.. document.Select(stated => new PublishedActivity(stated.Id, stated.Publisher.Code, stated.Publisher.Name))]))
            .OrderBy(document => document.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A document and the activities of which it is the latest word.</summary>
/// <param name="Hash">The document.</param>
/// <param name="Name">The name under which it came.</param>
/// <param name="Activities">The activities.</param>
public sealed record PublisherDocument(DocumentHash Hash, string Name, IReadOnlyList<PublishedActivity> Activities);

/// <summary>An activity and its publisher.</summary>
/// <param name="Id">Its identifier; null where the document states none.</param>
/// <param name="PublisherId">The publisher's identifier.</param>
/// <param name="Publisher">The publisher's name.</param>
public sealed record PublishedActivity(string? Id, string? PublisherId, string Publisher);
