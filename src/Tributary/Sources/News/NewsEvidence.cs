using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Turns what a layout states into fields: one per field and value, with every place that says so.</summary>
internal static class NewsEvidence
{
    /// <summary>The code of a label or field of publication or collection without a whole day after it.</summary>
    public const string DateUnreadable = "news-date-unreadable";

    /// <summary>The code of machine-readable data of a report that cannot be read.</summary>
    public const string DataUnreadable = "news-data-unreadable";

    /// <summary>Gives the fields to a sink, in the order of <see cref="NewsFields.Kept"/>.</summary>
    /// <param name="statements">What is stated.</param>
    /// <param name="prose">The text that tells the language where nothing else does.</param>
    /// <param name="document">The document, for its lines.</param>
    /// <param name="sink">Takes the fields.</param>
    public static void Give(IReadOnlyList<Statement> statements, Passage prose, DocumentText document, IRecordSink sink)
    {
        foreach (var field in NewsFields.Kept)
        {
            foreach (var evidence in Fields(field, statements, document)) sink.Add(evidence);
            if (field == NewsFields.Language) GiveInferredLanguage(statements, prose, sink);
        }
        GiveTheRest(statements, document, sink);
    }

    private static IEnumerable<EvidenceField> Fields(string field, IEnumerable<Statement> statements, DocumentText document) => statements
        .Where(statement => statement.Field == field)
        .GroupBy(static statement => statement.Value, Same(field))
        .Select(group => new EvidenceField(field, group.Key, Spans(group, document), group.First().Basis));

    private static List<TextSpan> Spans(IEnumerable<Statement> statements, DocumentText document) =>
        statements.Select(statement => Span(statement, document)).Distinct().ToList();

    private static TextSpan Span(Statement statement, DocumentText document) => document.Span(statement.At.Start, statement.At.End);

    /// <summary>REUTERS and Reuters are one agency; other values are the same when their letters are.</summary>
    private static StringComparer Same(string field) => field == NewsFields.Agency ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static void GiveInferredLanguage(IEnumerable<Statement> statements, Passage prose, IRecordSink sink)
    {
        if (statements.Any(static statement => statement.Field == NewsFields.Language)) return;
        if (NewsLanguage.Infer(prose) is { } language) sink.Add(new EvidenceField(NewsFields.Language, language.Code, [], language.Basis));
    }

    private static void GiveTheRest(IEnumerable<Statement> statements, DocumentText document, IRecordSink sink)
    {
        foreach (var statement in statements)
        {
            if (NewsFields.LeftOut.TryGetValue(statement.Field, out var reason)) sink.Ignore(statement.Field, reason);
            else if (statement.Field == NewsFields.UnreadableDate) sink.Report(Unreadable(statement, document));
            else if (statement.Field == NewsFields.UnreadableData) sink.Report(NoData(statement, document));
        }
    }

    private static ReadIssue NoData(Statement statement, DocumentText document) => new(DataUnreadable, Severity.Warning, Span(statement, document).ToString(),
        $"{QuotedText.Of(statement.Value)} cannot be read as JSON from there on", "data about the report in JSON-LD", "what it states stays unknown; enter it by hand if you know it");

    private static ReadIssue Unreadable(Statement statement, DocumentText document) => new(DateUnreadable, Severity.Warning, Span(statement, document).ToString(),
        $"'{Shorten(statement.Value)}'", "a day with its year, such as 2021-10-20 or October 20, 2021", "the field stays unknown; enter the day by hand if you know it");

    private static string Shorten(string value) => value.Length <= 80 ? value : $"{value[..80]}…";
}
