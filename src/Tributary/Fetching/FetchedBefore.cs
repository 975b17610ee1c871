using Tributary.Ledgers;

namespace Tributary.Fetching;

/// <summary>A document of an answer, and when it came.</summary>
/// <param name="Document">The document, which is stored.</param>
/// <param name="At">When it came.</param>
/// <param name="IsFromBefore">Whether an earlier fetch, which was cut off, brought it.</param>
internal sealed record Arrived(DocumentFetched Document, DateTimeOffset At, bool IsFromBefore)
{
    /// <summary>The day on which it came, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>What fetches of the same query brought since the last that was completed: what a fetch goes on after.</summary>
internal static class FetchedBefore
{
    /// <summary>Reads it from the journal.</summary>
    /// <param name="paths">The ledger, which need not be there yet.</param>
    /// <param name="query">The query.</param>
    /// <param name="since">Older documents do not count.</param>
    /// <returns>The latest document of each address.</returns>
    public static Dictionary<string, Arrived> Read(LedgerPaths paths, string query, DateTimeOffset since)
    {
        var before = new Dictionary<string, Arrived>(StringComparer.Ordinal);
        if (!paths.Exist) return before;
        using var journal = Journal.Open(paths);
        var completed = LastCompleted(journal, query);
        var store = new DocumentStore(paths);
        foreach (var entry in journal.Entries(DocumentFetched.Kind).Where(entry => entry.Position > completed && entry.At > since))
        {
            var document = JournalBody.Read(entry, LedgerJson.Default.DocumentFetched);
            if (document.Fetch == query && store.Contains(document.Hash)) before[document.Address] = new Arrived(document, entry.At, IsFromBefore: true);
        }
        return before;
    }

    private static long LastCompleted(Journal journal, string query) => journal.Entries(FetchCompleted.Kind).Concat(journal.Entries(FetchCompleted.UnchangedKind))
        .Where(entry => JournalBody.Read(entry, LedgerJson.Default.FetchCompleted).Fetch == query)
        .Select(entry => entry.Position).DefaultIfEmpty(0).Max();
}
