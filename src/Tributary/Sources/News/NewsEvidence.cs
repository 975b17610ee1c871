using Tributary.Provenance;

namespace Tributary.Sources.News;

/// <summary>Turns what a layout states into fields: one per field and value, with every place that says so.</summary>
internal static class NewsEvidence
{
    /// <summary>The code of a label of publication or collection without a whole day after it.</summary>
    public const string DateUnreadable = "news-date-unreadable";

    /// <summary>Gives the fields to a sink, in the order of <see cref="NewsFields.Kept"/>.</summary>
    public static void Give(NewsLayout layout, string text, IRecordSink sink)
    {
        var statements = layout.Statements.ToList();
        foreach (var field in NewsFields.Kept)
        {
            foreach (var evidence in Fields(field, statements)) sink.Add(evidence);
            if (field == NewsFields.Language) GiveInferredLanguage(statements, text, sink);
        }
        GiveTheRest(statements, sink);
    }

    private static IEnumerable<EvidenceField> Fields(string field, List<Statement> statements) => statements
        .Where(statement => statement.Field == field)
        .GroupBy(static statement => statement.Value, Same(field))
        .Select(group => new EvidenceField(field, group.Key, Spans(group), group.First().Basis));

    private static List<TextSpan> Spans(IEnumerable<Statement> statements) =>
        statements.Select(static statement => statement.At.ToTextSpan()).Distinct().ToList();

    /// <summary>REUTERS and Reuters are one agency; other values are the same when their letters are.</summary>
    private static StringComparer Same(string field) => field == NewsFields.Agency ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static void GiveInferredLanguage(List<Statement> statements, string text, IRecordSink sink)
    {
        if (statements.Exists(static statement => statement.Field == NewsFields.Language)) return;
        var body = statements.Find(static statement => statement.Field == NewsFields.Body)?.At ?? new Passage(text, 0, text.Length);
        if (NewsLanguage.Infer(body) is { } language) sink.Add(new EvidenceField(NewsFields.Language, language.Code, [], language.Basis));
    }

    private static void GiveTheRest(List<Statement> statements, IRecordSink sink)
    {
        foreach (var statement in statements)
        {
            if (NewsFields.LeftOut.TryGetValue(statement.Field, out var reason)) sink.Ignore(statement.Field, reason);
            else if (statement.Field == NewsFields.UnreadableDate) sink.Report(Unreadable(statement));
        }
    }

    private static ReadIssue Unreadable(Statement statement) => new(DateUnreadable, Severity.Warning, statement.At.ToTextSpan().ToString(),
        $"'{Shorten(statement.Value)}'", "a day with its year, such as 2021-10-20 or October 20, 2021", "the field stays unknown; enter the day by hand if you know it");

    private static string Shorten(string value) => value.Length <= 80 ? value : $"{value[..80]}…";
}
