using DuckDB.NET.Data;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A statement of an activity, and what is said of it.</summary>
internal sealed record KnownStatement(int Document, int Record, ActivityStatement Line);

/// <summary>All statements of an activity, the one that counts first.</summary>
internal static class ActivityStatements
{
    /// <summary>Those of one identifier, of which there is at least one.</summary>
    public static IReadOnlyList<KnownStatement> Of(Facts facts, string id, CancellationToken token)
    {
        var stated = facts.Query(
            $"""
            SELECT activity.document, record, line, epoch_us(last_updated), is_secondary, {facts.LatestWord}, activity_id
            FROM activity JOIN document ON document.code = activity.document
            WHERE {facts.WasStated} AND activity_id IS NOT NULL
            ORDER BY {FactDerivation.BestActivityFirst}
            """,
            row => row.GetString(6) == id ? Read(facts, row) : null, token).OfType<Statement>().OrderByDescending(statement => statement.Counts).ToList();
        return stated.ConvertAll(statement => new KnownStatement(statement.Document, statement.Record, new ActivityStatement(
            facts.Locate(statement.Document, statement.Line), statement.Known.Day, statement.LastUpdated, statement.IsSecondary, statement.Counts, Why(statement, stated))));
    }

    /// <summary>An instant from microseconds since 1970; null for none.</summary>
    public static DateTimeOffset? Instant(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond);

    private static Statement Read(Facts facts, DuckDBDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), Instant(row, 3), row.GetBoolean(4), row.GetBoolean(5), facts.Documents[row.GetInt32(0)]);

    // What FactDerivation.BestActivityFirst looks at, in its order.
    private static string Why(Statement statement, List<Statement> all)
    {
        if (all.Count == 1) return "the only one";
        if (statement.Counts) return "the latest word";
        var best = all[0];
        if (best.Document == statement.Document) return "of two in one document the first counts";
        if (best.Changed != statement.Changed) return statement.IsAhead ? "another is later: no change counts after the day of its document" : "another was changed later";
        if (best.IsSecondary != statement.IsSecondary) return "another is its publisher's own";
        return best.Known.Day != statement.Known.Day ? "another document is later" : "another of the same day counts";
    }

    private sealed record Statement(int Document, int Record, int Line, DateTimeOffset? LastUpdated, bool IsSecondary, bool Counts, FactDocument Known)
    {
        // The day of its last change, which is not after that of its document.
        public bool IsAhead => StatedChange > Known.Day;

        public DateOnly Changed => StatedChange is { } day && day < Known.Day ? day : Known.Day;

        private DateOnly? StatedChange => LastUpdated is { } instant ? DateOnly.FromDayNumber((int)(instant.UtcTicks / TimeSpan.TicksPerDay)) : null;
    }
}
