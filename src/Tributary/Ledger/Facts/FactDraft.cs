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
    private readonly List<int> _abandoned = [];
    private readonly int _firstNew;
    private int _lastDocument;
    private readonly FlowIdsSeen _flowIds = new();

    private FactDraft(DuckDBConnection connection, string path)
    {
        (_connection, FilePath) = (connection, path);
        _lastDocument = (int)connection.Scalar("SELECT coalesce(max(code), 0) FROM document");
        _firstNew = _lastDocument + 1;
        LoadCodes();
        connection.Execute("BEGIN");
        Flows = Table("flow");
    }

    /// <summary>The draft's file.</summary>
    public string FilePath { get; }

    internal FactCodes Codes { get; } = new();

    internal ChunkAppender Flows { get; }

    /// <summary>Starts from a copy of a snapshot, or from nothing.</summary>
    public static FactDraft Begin(string path, string? from, string spill)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        if (from is not null) File.Copy(from, path);
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

    /// <summary>Writes the draft out whole and closes it.</summary>
    /// <returns>How many documents it holds.</returns>
    public long Finish()
    {
        WriteCodes();
        foreach (var table in _tables.Values) table.Flush();
        foreach (var document in _abandoned) Remove(document);
        _connection.Execute("COMMIT");
        Derive();
        var documents = _connection.Scalar("SELECT count(*) FROM document");
        _connection.Execute(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"DELETE FROM snapshot; INSERT INTO snapshot VALUES ({FactDatabase.Format}, {documents}); CHECKPOINT"));
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

    internal void CoverFlowId(long id) => _flowIds.Add(id);

    internal void EndDocument(int document, bool kept)
    {
        Codes.EndDocument();
        if (!kept) _abandoned.Add(document);
    }

    private void Derive()
    {
        if (_flowIds.MayRepeat || IsStatedBefore(_flowIds))
        {
            _connection.Execute(FactDatabase.Sql("Ledger/Facts/known.sql")
                .Replace("$low", Text(_flowIds.Low), StringComparison.Ordinal)
                .Replace("$high", Text(_flowIds.High), StringComparison.Ordinal)
                .Replace("$first_new", Text(_firstNew), StringComparison.Ordinal));
        }
        _connection.Execute(FactDatabase.Sql("Ledger/Facts/figure-scope.sql"));
    }

    // A flow that is stated once is the latest word on itself: there is nothing to rank.
    private bool IsStatedBefore(FlowIdsSeen ids) => _connection.Scalar(
        $"SELECT count(*) FROM (FROM flow WHERE document < {Text(_firstNew)} AND flow_id BETWEEN {Text(ids.Low)} AND {Text(ids.High)} LIMIT 1)") > 0;

    private void LoadCodes()
    {
        foreach (var set in ObjectSets.Load(_connection)) Codes.Know(set.Key, set.Value);
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT code, text FROM term";
        using var rows = command.ExecuteReader();
        while (rows.Read()) Codes.Know(rows.GetInt32(0), rows.GetString(1));
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
