using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tributary.Ledgers;

/// <summary>What people and commands did: the only state that cannot be made again from documents.</summary>
/// <remarks>All SQL on the journal is in this file. It uses nothing that only SQLite has, so that it can move to another database.</remarks>
public sealed class Journal : IDisposable
{
    /// <summary>The version of a ledger's layout that this program reads and writes.</summary>
    public const int Format = 1;

    private const string Schema = """
        CREATE TABLE ledger (format INTEGER NOT NULL);
        CREATE TABLE entry (
            position INTEGER PRIMARY KEY,
            kind     TEXT NOT NULL,
            at       TEXT NOT NULL,
            who      TEXT NOT NULL,
            why      TEXT NOT NULL,
            body     TEXT NOT NULL,
            hash     TEXT NOT NULL
        );
        CREATE INDEX entry_kind ON entry (kind);
        INSERT INTO ledger (format) VALUES (1);
        """;

    // SQLite's result codes: https://www.sqlite.org/rescode.html
    private const int NoSuchTable = 1, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, CannotOpen = 14, NotADatabase = 26;

    private const int UsualPatienceSeconds = 30;

    private readonly SqliteConnection _connection;

    private Journal(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a journal.</summary>
    /// <exception cref="LedgerException">It is missing, of a newer version, not a journal, or busy for too long.</exception>
    public static Journal Open(LedgerPaths paths) => Open(paths, UsualPatienceSeconds);

    /// <inheritdoc cref="Open(LedgerPaths)"/>
    /// <param name="paths">The ledger.</param>
    /// <param name="patienceSeconds">How long to wait for others that hold the journal.</param>
    internal static Journal Open(LedgerPaths paths, int patienceSeconds) => Patiently(() => OpenAsAllowed(paths, patienceSeconds), paths.Journal, patienceSeconds);

    private static Journal OpenAsAllowed(LedgerPaths paths, int patienceSeconds)
    {
        if (!paths.Exist) throw Missing(paths);
        try
        {
            return Open(paths, Connect(paths.Journal, SqliteOpenMode.ReadWrite, patienceSeconds), mayWrite: true);
        }
        catch (SqliteException readOnly) when (readOnly.SqliteErrorCode is CannotOpen or ReadOnly)
        {
            // Where nobody may write, nobody does: the file is read as it lies.
            return Open(paths, Connect($"file:{Uri.EscapeDataString(Path.GetFullPath(paths.Journal)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1", SqliteOpenMode.ReadOnly, patienceSeconds), mayWrite: false);
        }
    }

    /// <summary>Opens the journal, making an empty one where there is none. The caller holds the writer's lock.</summary>
    public static Journal OpenOrCreate(LedgerPaths paths)
    {
        if (!paths.Exist) Create(paths);
        return Open(paths);
    }

    /// <summary>How many rows there are of a kind.</summary>
    public long Count(string kind)
    {
        using var command = Command("SELECT count(*) FROM entry WHERE kind = $kind");
        command.Parameters.AddWithValue("$kind", kind);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>How many rows there are of the kinds given, up to the last of one kind.</summary>
    /// <param name="last">The kind that ends the counting; rows after its last are not counted.</param>
    /// <param name="further">Another kind that is counted.</param>
    public long CountUpToLast(string last, string further)
    {
        using var command = Command("SELECT count(*) FROM entry WHERE kind IN ($last, $further) AND position <= (SELECT max(position) FROM entry WHERE kind = $last)");
        command.Parameters.AddWithValue("$last", last);
        command.Parameters.AddWithValue("$further", further);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The position of the last row; 0 in an empty journal.</summary>
    public long LastPosition()
    {
        using var command = Command("SELECT coalesce(max(position), 0) FROM entry");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The seal over a row and all rows before it; of the empty journal for 0. Who keeps it elsewhere sees whether rows were cut off since.</summary>
    public string SealAt(long position)
    {
        using var command = Command("SELECT hash FROM entry WHERE position = $position");
        command.Parameters.AddWithValue("$position", position);
        return command.ExecuteScalar() as string ?? JournalEntry.Genesis;
    }

    /// <summary>The rows in order, all or of one kind.</summary>
    /// <param name="kind">The kind; null for all.</param>
    /// <param name="last">The last position wanted.</param>
    public IEnumerable<JournalEntry> Entries(string? kind = null, long last = long.MaxValue)
    {
        using var command = Command("SELECT position, kind, at, who, why, body, hash FROM entry WHERE ($kind IS NULL OR kind = $kind) AND position <= $last ORDER BY position");
        command.Parameters.AddWithValue("$kind", (object?)kind ?? DBNull.Value);
        command.Parameters.AddWithValue("$last", last);
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return ReadEntry(rows);
    }

    /// <summary>Adds rows, all or none, chained to the last.</summary>
    /// <param name="drafts">What was done, in order.</param>
    /// <param name="at">When.</param>
    /// <param name="who">By whom.</param>
    /// <param name="why">The reason given, or empty.</param>
    /// <returns>The position of the last row.</returns>
    public long Append(IReadOnlyList<JournalDraft> drafts, DateTimeOffset at, string who, string why) => Append(drafts, at, who, why, after: null)!.Value;

    /// <summary>Adds rows, all or none, unless others were added since its caller looked.</summary>
    /// <param name="drafts">What was done, in order.</param>
    /// <param name="at">When.</param>
    /// <param name="who">By whom.</param>
    /// <param name="why">The reason given, or empty.</param>
    /// <param name="after">The last row that the caller knew of; null when it does not matter.</param>
    /// <returns>The position of the last row; null when nothing was added, because there are later rows than <paramref name="after"/>.</returns>
    /// <exception cref="LedgerException">Another process was writing for too long.</exception>
    public long? Append(IReadOnlyList<JournalDraft> drafts, DateTimeOffset at, string who, string why, long? after) =>
        Patiently(() => Add(drafts, at, who, why, after), _connection.DataSource, _connection.DefaultTimeout);

    /// <summary>Does something and adds rows on it, while nobody else adds any (<see cref="WhileNobodyAdds"/>).</summary>
    /// <exception cref="LedgerException">Another process was writing for too long.</exception>
    internal void AppendAfter(Action step, IReadOnlyList<JournalDraft> drafts, DateTimeOffset at, string who, string why) =>
        Patiently<long?>(() => Add(drafts, at, who, why, after: null, step), _connection.DataSource, _connection.DefaultTimeout);

    /// <summary>Does something that rests on the rows there are, while nobody adds any.</summary>
    /// <exception cref="LedgerException">Another process was writing for too long.</exception>
    internal void WhileNobodyAdds(Action step) => Patiently<object?>(
        () =>
        {
            using var held = _connection.BeginTransaction(deferred: false);
            step();
            return null;
        },
        _connection.DataSource, _connection.DefaultTimeout);

    private long? Add(IReadOnlyList<JournalDraft> drafts, DateTimeOffset at, string who, string why, long? after, Action? before = null)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var (position, hash) = Last(transaction);
        if (after is { } known && known != position) return null;
        before?.Invoke();
        foreach (var draft in drafts)
        {
            position++;
            hash = JournalEntry.HashOf(hash, position, draft.Kind, at, who, why, draft.Body);
            Insert(transaction, new JournalEntry(position, draft.Kind, at, who, why, draft.Body, hash));
        }
        transaction.Commit();
        return position;
    }

    /// <summary>Checks the chain.</summary>
    /// <returns>The position of the first row that does not follow from the rows before it, or null when all do.</returns>
    public long? FirstBroken()
    {
        var (position, hash) = (0L, JournalEntry.Genesis);
        foreach (var entry in Entries())
        {
            position++;
            hash = JournalEntry.HashOf(hash, position, entry.Kind, entry.At, entry.Who, entry.Why, entry.Body);
            if (entry.Position != position || entry.Hash != hash) return position;
        }
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    internal static LedgerException Missing(LedgerPaths paths) =>
        new(LedgerProblem.Missing, $"{paths.Root}: there is no ledger here; expected a folder with a journal; make one with `tributary import PATH` or name another with --ledger");

    // Made under another name and renamed whole: a kill leaves a journal or none.
    private static void Create(LedgerPaths paths)
    {
        var making = paths.Journal + ".making";
        foreach (var rest in (ReadOnlySpan<string>)[making, making + "-wal", making + "-shm"]) File.Delete(rest);
        using (var connection = Connect(making, SqliteOpenMode.ReadWriteCreate, UsualPatienceSeconds))
        {
            connection.Open();
            var journal = new Journal(connection);
            journal.Execute("PRAGMA journal_mode = WAL");
            journal.Execute(Schema);
        }
        File.Move(making, paths.Journal);
    }

    private static Journal Open(LedgerPaths paths, SqliteConnection connection, bool mayWrite)
    {
        try
        {
            connection.Open();
            var journal = new Journal(connection);
            // FULL: a row that was acknowledged survives a power cut.
            if (mayWrite) journal.Execute("PRAGMA synchronous = FULL");
            journal.CheckFormat(paths);
            return journal;
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is NotADatabase or Corrupt or NoSuchTable)
        {
            connection.Dispose();
            throw new LedgerException(LedgerProblem.Damaged, $"{paths.Journal}: not a journal ({broken.Message.TrimEnd('.')}); expected an SQLite database with the table entry; restore it from a copy", broken);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A journal that others hold is no damaged one: it is waited for, then it is busy.
    private static T Patiently<T>(Func<T> step, string path, int patienceSeconds)
    {
        try
        {
            return step();
        }
        catch (SqliteException held) when (held.SqliteErrorCode is Busy or Locked)
        {
            throw new LedgerException(LedgerProblem.Busy, $"{path}: another process is writing ({held.Message.TrimEnd('.')}); expected it to end within {patienceSeconds} s; try again", held);
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode, int patienceSeconds) => new(new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = patienceSeconds,
    }.ToString());

    private void CheckFormat(LedgerPaths paths)
    {
        using var command = Command("SELECT format FROM ledger");
        var format = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (format > Format)
        {
            throw new LedgerException(LedgerProblem.Newer, $"{paths.Root}: the ledger is of format {format}; expected at most {Format}; use the version of tributary that made it, or a later one");
        }
    }

    private (long Position, string Hash) Last(SqliteTransaction transaction)
    {
        using var command = Command("SELECT position, hash FROM entry ORDER BY position DESC LIMIT 1");
        command.Transaction = transaction;
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, JournalEntry.Genesis);
    }

    private void Insert(SqliteTransaction transaction, JournalEntry entry)
    {
        using var command = Command("INSERT INTO entry (position, kind, at, who, why, body, hash) VALUES ($position, $kind, $at, $who, $why, $body, $hash)");
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$position", entry.Position);
        command.Parameters.AddWithValue("$kind", entry.Kind);
        command.Parameters.AddWithValue("$at", JournalEntry.Timestamp(entry.At));
        command.Parameters.AddWithValue("$who", entry.Who);
        command.Parameters.AddWithValue("$why", entry.Why);
        command.Parameters.AddWithValue("$body", entry.Body);
        command.Parameters.AddWithValue("$hash", entry.Hash);
        command.ExecuteNonQuery();
    }

    private static JournalEntry ReadEntry(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), Instant(row.GetString(2)),
        row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6));

    // A time that was tampered with is read as none: the row's hash then shows it.
    private static DateTimeOffset Instant(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default;

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
