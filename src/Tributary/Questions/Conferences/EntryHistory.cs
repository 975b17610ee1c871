using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>One row about an entry.</summary>
/// <param name="Entry">The number of the entry.</param>
/// <param name="Row">The row of the journal.</param>
/// <param name="Kind">conference, participant, statement, call or pledge.</param>
/// <param name="Outcome">entered, corrected or withdrawn.</param>
/// <param name="Replaces">The row that it takes the place of.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">By whom.</param>
/// <param name="Why">The reason given; empty when none was.</param>
/// <param name="What">What it says, for people; empty when it takes the entry back.</param>
/// <param name="Source">The document it rests on, and where; null when it takes the entry back.</param>
public sealed record HistoryLine(long Entry, long Row, string Kind, string Outcome, long? Replaces, DateTimeOffset At, string Who, string Why, string What, SourceLocation? Source);

/// <summary>Tells what became of an entry.</summary>
internal static class EntryHistory
{
    /// <summary>Every row of an entry, in order.</summary>
    public static IEnumerable<HistoryLine> Of<T>(Facts facts, Entry<T> entry, string kind, Func<T, EntryWords> words) where T : class, IEvidenced => entry.Rows.Select(row =>
    {
        var outcome = row.What.Record is null ? "withdrawn" : row.What.Replaces is null ? "entered" : "corrected";
        return new HistoryLine(entry.Id, row.Position, kind, outcome, row.What.Replaces, row.At, row.Who, row.Why,
            row.What.Record is { } record ? words(record).ToString() : "", row.What.Record is { } stated ? KnownEntries.Locate(facts, stated.Evidence) : null);
    });
}
