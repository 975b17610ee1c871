using Tributary.Questions;
using Tributary.Validating;

namespace Tributary.Auditing;

/// <summary>Holds the stored documents of publishers to the IATI standard.</summary>
public static class PublisherFindings
{
    /// <summary>The answer with what validation finds in each publisher's documents, those that are the latest word on its activities.</summary>
    /// <param name="ledger">The ledger that answered.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="asOf">The day as of which it answered; null for all that is known.</param>
    /// <param name="clock">Tells what day it is, for dates that must not lie ahead.</param>
    /// <param name="token">Stops it.</param>
    public static PublishersAnswer AddTo(Ledger ledger, PublishersAnswer answer, DateOnly? asOf, TimeProvider clock, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(answer);
        var documents = Documents(ledger, answer, asOf, token);
        var options = new ValidationOptions { FindingsMax = 0, CountsByRecord = true, Clock = clock };
        var reports = IatiValidator.Validate([.. documents.Select(document => new ValidatedFile(document.Name, () => ledger.OpenDocument(document.Hash)))], options, token);
        var found = documents.Zip(reports).SelectMany(validated => Findings(validated.First, validated.Second)).ToLookup(finding => finding.Publisher, finding => finding.Finding);
        return answer with { Publishers = [.. answer.Publishers.Select(line => line with { Findings = [.. Totals(found[new Publisher(line.Id, line.Name)])] })] };
    }

    private static List<PublisherDocument> Documents(Ledger ledger, PublishersAnswer answer, DateOnly? asOf, CancellationToken token)
    {
        var asked = answer.Publishers.Select(line => new Publisher(line.Id, line.Name)).ToHashSet();
        var question = new PublisherDocumentsQuestion();
        var documents = asOf is { } day ? ledger.Ask(question, day, token) : ledger.Ask(question, token);
        return [.. documents.Where(document => document.Activities.Any(activity => asked.Contains(Publisher.Of(activity))))];
    }

    // A document of one publisher is its own. In others a finding is its activity's publisher's; what is about the file, or an activity of which another document is the latest word, is each one's.
    private static IEnumerable<(Publisher Publisher, PublisherFinding Finding)> Findings(PublisherDocument document, ValidationReport report)
    {
        List<Publisher> publishers = [.. document.Activities.Select(Publisher.Of).Distinct()];
        if (publishers is [var only]) return report.Totals.Select(total => (only, new PublisherFinding(total.Severity.ToString(), total.Category, total.Count)));
        var byActivity = document.Activities.Where(activity => activity.Id is not null).ToLookup(activity => activity.Id, Publisher.Of, StringComparer.Ordinal);
        return report.ByRecord.SelectMany(counted => (counted.Key.Identifier is { } id && byActivity.Contains(id) ? byActivity[id].Distinct() : publishers)
            .Select(publisher => (publisher, new PublisherFinding(counted.Key.Severity.ToString(), counted.Key.Category, counted.Value))));
    }

    private static IEnumerable<PublisherFinding> Totals(IEnumerable<PublisherFinding> findings) =>
        from finding in findings
        group finding.Count by (finding.Severity, finding.Category) into kind
        orderby Enum.Parse<FindingSeverity>(kind.Key.Severity), kind.Key.Category
        select new PublisherFinding(kind.Key.Severity, kind.Key.Category, kind.Sum());

    private sealed record Publisher(string? Id, string Name)
    {
        public static Publisher Of(PublishedActivity activity) => new(activity.PublisherId, activity.Publisher);
    }
}
