using Tributary.Ledgers;
using Tributary.Listings;

namespace Tributary.Questions;

/// <summary>From when to when entries were listed, as far as the versions of a ledger show.</summary>
internal sealed class ListedSince
{
    /// <summary>So many are named in a query; of more, all are read.</summary>
    private const int NamedMax = 500;

    private readonly Dictionary<SanctionsList, List<KnownListVersion>> _versions;
    private readonly Dictionary<(SanctionsList List, string Id), HashSet<int>> _documents;
    private readonly Facts _facts;

    /// <param name="facts">The snapshot.</param>
    /// <param name="versions">The versions that were known.</param>
    /// <param name="ids">The references of the entries that will be asked about.</param>
    /// <param name="token">Stops the reading.</param>
    public ListedSince(Facts facts, IEnumerable<KnownListVersion> versions, IReadOnlyCollection<string> ids, CancellationToken token)
    {
        var wanted = ids.Count > NamedMax ? "true" : $"e.entry_id IN ({string.Join(',', ids.Select(FactDatabase.Literal).DefaultIfEmpty("NULL"))})";
        _facts = facts;
        // Of two versions of one day the one that another took the place of was never in force.
        _versions = versions.Where(version => version.To != version.From).GroupBy(version => version.List).ToDictionary(list => list.Key, list => list.ToList());
        _documents = facts.Query($"SELECT v.list::VARCHAR, e.entry_id, e.document FROM listed_entry e JOIN list_version v ON v.document = e.document WHERE {wanted}", row => (List: SanctionsLists.Parse(row.GetString(0)), Id: row.GetString(1), Document: row.GetInt32(2)), token)
            .GroupBy(row => (row.List, row.Id)).ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Document).ToHashSet());
    }

    /// <summary>The first day of the last time that an entry was listed, and the day on which it no longer was.</summary>
    public (DateOnly From, DateOnly? To) Of(ListedEntry entry)
    {
        var versions = _versions[entry.List];
        var documents = _documents[(entry.List, entry.Id)];
        var last = versions.FindLastIndex(version => documents.Contains(version.Document));
        if (last < 0) return (entry.Day, entry.Day);
        var first = last;
        while (first > 0 && documents.Contains(versions[first - 1].Document)) first--;
        var to = versions[last].To;
        return (versions[first].From, _facts.Until is { } day && to > day ? null : to);
    }
}
