namespace Tributary.Ledgers;

/// <summary>What a person entered: something new, or what takes the place of an earlier entry. Nothing is overwritten.</summary>
/// <param name="Record">What is entered; null takes the earlier entry back.</param>
/// <param name="Replaces">The row of the journal that it takes the place of; null for something new.</param>
/// <typeparam name="T">A record that knows nothing of the journal.</typeparam>
public sealed record Entered<T>(T? Record, long? Replaces = null) where T : class;

/// <summary>An entry with all that became of it.</summary>
/// <param name="Id">The row of the journal that made it: the number by which people quote it.</param>
/// <param name="Rows">That row and the rows that took its place, in order.</param>
/// <typeparam name="T">What was entered.</typeparam>
public sealed record Entry<T>(long Id, IReadOnlyList<Decided<Entered<T>>> Rows) where T : class
{
    /// <summary>The latest row.</summary>
    public Decided<Entered<T>> Latest => Rows[^1];

    /// <summary>What is entered now; null when it was taken back.</summary>
    public T? Current => Latest.What.Record;

    /// <summary>Whether a row of the journal is one of this entry's: any of them names it.</summary>
    public bool Has(long position) => Rows.Any(row => row.Position == position);

    /// <summary>The entry without what was not known yet; null when nothing of it was.</summary>
    /// <param name="known">Whether something entered was known. That an entry was taken back counts at any time: it should not have been made.</param>
    public Entry<T>? Where(Func<T, bool> known)
    {
        var rows = Rows.Where(row => row.What.Record is not { } record || known(record)).ToList();
        return rows.Exists(row => row.What.Record is not null) ? this with { Rows = rows } : null;
    }

    /// <summary>Puts rows together that took each other's place.</summary>
    /// <param name="rows">All rows of a kind, in order.</param>
    /// <returns>The entries in the order in which they were made. A row that names no earlier one is an entry of its own: none is lost.</returns>
    public static IReadOnlyList<Entry<T>> Chain(IEnumerable<Decided<Entered<T>>> rows)
    {
        var entries = new List<List<Decided<Entered<T>>>>();
        var entryOf = new Dictionary<long, List<Decided<Entered<T>>>>();
        foreach (var row in rows)
        {
            if (row.What.Replaces is not { } earlier || !entryOf.TryGetValue(earlier, out var entry)) entries.Add(entry = []);
            entry.Add(row);
            entryOf.Add(row.Position, entry);
        }
        return [.. entries.Select(entry => new Entry<T>(entry[0].Position, entry))];
    }
}
