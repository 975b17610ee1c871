using DuckDB.NET.Data;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>The next snapshot while it is being made: a copy of the current one that documents are added to.</summary>
/// <remarks>Nobody reads it before it is published, and it is dropped when anything fails: half an import is never seen.</remarks>
internal sealed class FactDraft : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChunkAppender> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactRow> _rows = new(StringComparer.Ordinal);
    private readonly List<int> _abandoned = [];
    private readonly List<FetchCompleted> _fetches = [];
    private readonly int _firstNew, _firstNewFetch;
    private int _lastDocument;
    private readonly FlowIdsSeen _flowIds = new();
    private ListedContents? _contents;

    private FactDraft(DuckDBConnection connection, string path)
    {
        (_connection, FilePath) = (connection, path);
        _lastDocument = (int)connection.Scalar("SELECT coalesce(max(code), 0) FROM document");
        _firstNew = _lastDocument + 1;
        _firstNewFetch = (int)connection.Scalar("SELECT coalesce(max(code), 0) + 1 FROM completed_fetch");
        LoadCodes();
        connection.Execute("BEGIN");
        Flows = Table("flow");
    }

    /// <summary>The draft's file.</summary>
    public string FilePath { get; }

    /// <summary>How many fetches the draft holds: the first of the journal's.</summary>
    public int Fetches => _firstNewFetch - 1 + _fetches.Count;

    internal FactCodes Codes { get; } = new();

    /// <summary>What is stated of entries of sanctions lists, loaded when the first of them comes.</summary>
    internal ListedContents Contents => _contents ??= LoadContents();

    internal ChunkAppender Flows { get; }

    /// <summary>Starts from a copy of a snapshot, or from nothing.</summary>
    public static FactDraft Begin(string path, string? from, string spill)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        if (from is not null) Copy(from, path);
        var connection = FactDatabase.OpenForWriting(path, spill);
        try
        {
            if (from is null) connection.Execute(FactDatabase.Sql("Ledger/Facts/schema.sql"));
            return new FactDraft(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Starts a document.</summary>
    /// <param name="day">The day as of which it speaks.</param>
    public DocumentFacts BeginDocument(DateOnly day) => new(this, ++_lastDocument, day);

    /// <summary>Adds the next of the journal's fetches. Its documents are here or are added before <see cref="Finish"/>.</summary>
    public void Add(FetchCompleted fetch) => _fetches.Add(fetch);

    /// <summary>Writes the draft out whole and closes it.</summary>
    /// <returns>How many documents it holds.</returns>
    public long Finish()
    {
        WriteCodes();
        foreach (var table in _tables.Values) table.Flush();
        foreach (var document in _abandoned) Remove(document);
        _connection.Execute("COMMIT");
        WriteFetches();
        new FactDerivation(_connection, Codes.Sets, _firstNew, _firstNewFetch).Run(_flowIds);
        var documents = _connection.Scalar("SELECT count(*) FROM document");
        _connection.Execute($"DELETE FROM snapshot; INSERT INTO snapshot VALUES ({FactDatabase.Format}, {Text(documents)}, {Text(Fetches)}); CHECKPOINT");
        Dispose();
        return documents;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in _tables.Values) table.Dispose();
        _tables.Clear();
        _connection.Dispose();
    }

    internal ChunkAppender Table(string name)
    {
        if (_tables.TryGetValue(name, out var table)) return table;
        return _tables[name] = new ChunkAppender(_connection, name, _gate);
    }

    /// <summary>The next row of a table, to be filled from its first column on.</summary>
    internal FactRow Row(string name)
    {
        if (_rows.TryGetValue(name, out var row)) return row;
        return _rows[name] = new FactRow(Table(name), Codes);
    }

    internal void CoverFlowId(long id) => _flowIds.Add(id);

    internal void EndDocument(int document, int? day)
    {
        Codes.EndDocument(day);
        if (day is null) _abandoned.Add(document);
    }

    // A limit on the size of files is the world's, and .NET makes a mistaken argument of it.
    private static void Copy(string from, string to)
    {
        try
        {
            File.Copy(from, to);
        }
        catch (ArgumentOutOfRangeException limit)
        {
            throw new IOException($"{to}: File too large", limit);
        }
    }

    private void LoadCodes()
    {
        foreach (var set in ObjectSets.Load(_connection)) Codes.Know(set.Key, set.Value);
        Read("SELECT code, text FROM term", row => Codes.Know(row.GetInt32(0), row.GetString(1)));
        Read("SELECT code, min(known_from) FROM object_set_known GROUP BY code", row => Codes.KnowFrom(row.GetInt32(0), Reading.Utf8Date.ToDays(row.GetFieldValue<DateOnly>(1))));
    }

    // Appenders are at work by then, on the same connection.
    private ListedContents LoadContents()
    {
        var contents = Table("listed_content");
        lock (_gate)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            Read("SELECT hash, code FROM listed_content", row => known.Add(row.GetString(0), row.GetInt32(1)));
            return new ListedContents(contents, known);
        }
    }

    private void Read(string sql, Action<DuckDBDataReader> take)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read()) take(rows);
    }

    private void WriteCodes()
    {
        var terms = Table("term");
        foreach (var (code, text) in Codes.NewTerms)
        {
            terms.Set(0, code);
            terms.Set(1, text);
            terms.EndRow();
        }
        var members = Table("object_set_member");
        foreach (var (code, set) in Codes.NewSets)
        {
            for (var ordinal = 0; ordinal < set.Members.Count; ordinal++) WriteMember(members, code, set.Type, ordinal, set.Members[ordinal]);
        }
        var known = Table("object_set_known");
        foreach (var (code, day) in Codes.NewlyKnown)
        {
            known.Set(0, code);
            known.Set(1, day);
            known.EndRow();
        }
    }

    private void WriteFetches()
    {
        if (_fetches.Count == 0) return;
        var codes = _connection.Column("SELECT code, sha256 FROM document", row => (Code: row.GetInt32(0), Sha256: row.GetString(1))).ToDictionary(document => document.Sha256, document => document.Code, StringComparer.Ordinal);
        for (var index = 0; index < _fetches.Count; index++) WriteFetch(_firstNewFetch + index, _fetches[index], codes);
    }

    private void WriteFetch(int code, FetchCompleted fetch, Dictionary<string, int> documents)
    {
        using (var row = Insert("INSERT INTO completed_fetch VALUES ($1, $2, $3)", code, fetch.Fetch, fetch.Day)) row.ExecuteNonQuery();
        foreach (var thing in fetch.Scope?.Objects ?? [])
        {
            using var row = Insert($"INSERT INTO fetch_object VALUES ($1, '{thing.Type}', $2, $3, $4)", code, thing.Id, thing.Code, thing.Name);
            row.ExecuteNonQuery();
        }
        foreach (var sha256 in fetch.ScopeDocuments)
        {
            using var row = Insert("INSERT INTO fetch_document VALUES ($1, $2)", code, documents[sha256]);
            row.ExecuteNonQuery();
        }
    }

    private DuckDBCommand Insert(string sql, params ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values) command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        return command;
    }

    private static void WriteMember(ChunkAppender row, int code, ObjectType type, int ordinal, FlowObject member)
    {
        row.Set(0, code);
        row.Set(1, (byte)type);
        row.Set(2, ordinal);
        row.Set(3, member.Id);
        row.Set(4, member.Name);
        row.Set(5, member.Code);
        row.Set(6, (byte)member.Behaviour);
        row.Set(7, member.Kinds);
        row.Set(8, member.Subkinds);
        row.EndRow();
    }

    private void Remove(int document)
    {
        foreach (var table in FactDatabase.StatedTables.Prepend("flow"))
        {
            _connection.Execute($"DELETE FROM {table} WHERE document = {Text(document)}");
        }
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
