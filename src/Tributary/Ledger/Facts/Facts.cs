using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>One published snapshot, open for reading. It never changes.</summary>
/// <remarks>Serves one thread at a time.</remarks>
public sealed class Facts : IDisposable
{
    private readonly Dictionary<ObjectType, IReadOnlyDictionary<int, ObjectSet>> _sets = [];
    private IReadOnlyDictionary<int, FactDocument>? _documents;
    private IReadOnlyDictionary<int, string>? _terms;
    private readonly Dictionary<string, object> _remembered = new(StringComparer.Ordinal);
    private DateOnly? _asOf;

    private readonly Facts? _whole;
    private IReadOnlyDictionary<int, DateOnly>? _setsKnownFrom;

    private Facts(DuckDBConnection connection, int number) => (Connection, Number) = (connection, number);

    private Facts(Facts whole, DateOnly until) : this(whole.Connection, whole.Number) => (_whole, Until, Decisions) = (whole, until, whole.Decisions);

    /// <summary>The snapshot's number in its ledger.</summary>
    public int Number { get; }

    /// <summary>The snapshot's name, as in a citation.</summary>
    public string Name => Path.GetFileNameWithoutExtension(LedgerPaths.SnapshotName(Number));

    /// <summary>The day as of which these facts are read; null for all that is known.</summary>
    public DateOnly? Until { get; }

    internal DuckDBConnection Connection { get; }

    /// <summary>What people decided, to be read beside the facts.</summary>
    internal Decisions Decisions { get; set; } = Decisions.None;

    /// <summary>The condition, in SQL, that a row with <c>known_from</c> and <c>known_to</c> is the latest word.</summary>
    internal string LatestWord => Until is { } day
        ? $"known_from <= {Sql(day)} AND (known_to IS NULL OR known_to > {Sql(day)})"
        : "known_to IS NULL";

    /// <summary>The condition, in SQL, that such a row was the latest word at some time. One that a better statement of its own day took the place of never was.</summary>
    internal string EverLatestWord => $"(known_to IS NULL OR known_to > known_from){(Until is { } day ? $" AND known_from <= {Sql(day)}" : "")}";

    /// <summary>The condition, in SQL, that a row with <c>known_from</c> was stated at all, whether or not a better one came.</summary>
    internal string WasStated => Until is { } day ? $"known_from <= {Sql(day)}" : "true";

    /// <summary>The documents by their number in this snapshot.</summary>
    internal IReadOnlyDictionary<int, FactDocument> Documents => _documents ??= LoadDocuments();

    /// <summary>Shared words by their number in this snapshot.</summary>
    internal IReadOnlyDictionary<int, string> Terms => _whole?.Terms ?? (_terms ??= Query("SELECT code, text FROM term", row => (row.GetInt32(0), row.GetString(1))).ToDictionary(t => t.Item1, t => t.Item2));

    /// <summary>The day as of which answers stand: the day asked for, else that of the latest document.</summary>
    public DateOnly? AsOf => _asOf ??= Until ?? (Documents.Count == 0 ? null : Documents.Values.Max(document => document.Day));

    /// <summary>The day of the first document, whatever day is asked for; null when there is none.</summary>
    internal DateOnly? FirstDay => _whole is not null ? _whole.FirstDay : Documents.Count == 0 ? null : Documents.Values.Min(document => document.Day);

    /// <summary>The sets of one type by their number in this snapshot.</summary>
    internal IReadOnlyDictionary<int, ObjectSet> Sets(ObjectType type)
    {
        if (!_sets.TryGetValue(type, out var sets)) _sets[type] = sets = _whole is null ? ObjectSets.Load(Connection, type) : _whole.SetsKnownOn(type, Until!.Value);
        return sets;
    }

    /// <summary>The same snapshot as it was known on a day: only documents of that day and before. It lives as long as this one.</summary>
    /// <remarks>What people decided is read in full: a decision is about what documents say, and they are what a day chooses.</remarks>
    public Facts AsKnownOn(DateOnly day) => new(_whole ?? this, day);

    /// <summary>The condition, in SQL, that a row of <c>document</c> was there.</summary>
    /// <param name="document">The name of the table in the query.</param>
    internal string WasKnown(string document) => Until is { } day ? $"{document}.day <= {Sql(day)}" : "true";

    /// <summary>Runs a query and makes something of each row.</summary>
    internal List<T> Query<T>(string sql, Func<DuckDBDataReader, T> make, CancellationToken token = default)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var stop = token.Register(command.Cancel);
        using var rows = Stoppable(command.ExecuteReader, token);
        var made = new List<T>();
        while (Stoppable(rows.Read, token)) made.Add(make(rows));
        return made;
    }

    /// <summary>Runs a query and makes something of each row while it is read. Until the last one nothing else can be asked.</summary>
    internal IEnumerable<T> Stream<T>(string sql, Func<DuckDBDataReader, T> make, CancellationToken token)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using var stop = token.Register(command.Cancel);
        using var rows = Stoppable(command.ExecuteReader, token);
        while (Stoppable(rows.Read, token)) yield return make(rows);
    }

    /// <summary>Something derived from the snapshot once and kept as long as it is open.</summary>
    internal T Remember<T>(string name, Func<T> make) where T : notnull
    {
        if (!_remembered.TryGetValue(name, out var kept)) _remembered[name] = kept = make();
        return (T)kept;
    }

    /// <summary>The place of a flow's statement, for people.</summary>
    internal SourceLocation Locate(int document, int place)
    {
        var stated = Documents[document];
        return new SourceLocation(stated.Hash, stated.Name, string.Format(System.Globalization.CultureInfo.InvariantCulture, stated.FlowPlace, place));
    }

    /// <summary>The place of any other fact.</summary>
    internal SourceLocation Locate(int document, string place) => new(Documents[document].Hash, Documents[document].Name, place);

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    internal static Facts Open(string path, int number, string spill)
    {
        DuckDBConnection connection;
        try
        {
            connection = FactDatabase.OpenForReading(path, spill);
        }
        catch (DuckDBException broken)
        {
            throw new LedgerException(LedgerProblem.Damaged, $"{path}: {broken.Message.ReplaceLineEndings(" ")}; expected a fact snapshot; run `tributary rebuild`", broken);
        }
        var facts = new Facts(connection, number);
        facts.CheckFormat(path);
        return facts;
    }

    /// <summary>How many documents the snapshot holds.</summary>
    internal long DocumentCount() => Connection.Scalar("SELECT documents FROM snapshot");

    /// <summary>How many of the journal's fetches it knows of: the first ones.</summary>
    internal long FetchCount() => Connection.Scalar("SELECT fetches FROM snapshot");

    /// <summary>The version of its tables.</summary>
    internal int Format() => (int)Connection.Scalar("SELECT format FROM snapshot");

    private IReadOnlyDictionary<int, ObjectSet> SetsKnownOn(ObjectType type, DateOnly day)
    {
        var knownFrom = _setsKnownFrom ??= ObjectSets.LoadKnownFrom(Connection);
        var sets = Sets(type);
        return sets.Keys.All(code => knownFrom[code] <= day) ? sets : sets.Where(set => knownFrom[set.Key] <= day).ToDictionary();
    }

    // DuckDB reports that it was interrupted as a failure of its own. A cancellation before a query runs would interrupt nothing.
    private static T Stoppable<T>(Func<T> step, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        try
        {
            return step();
        }
        catch (DuckDBException interrupted) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException("stopped", interrupted, token);
        }
    }

    private static string Sql(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");

    private void CheckFormat(string path)
    {
        var format = Format();
        if (format <= FactDatabase.Format) return;
        Dispose();
        throw new LedgerException(LedgerProblem.Newer, $"{path}: the snapshot is of format {format}; expected at most {FactDatabase.Format}; use the version of tributary that made it, or `tributary rebuild`");
    }

    private Dictionary<int, FactDocument> LoadDocuments() => Query(
        $"SELECT code, sha256, bytes, format, name, day, day_basis, flow_place, records, left_out FROM document WHERE {WasKnown("document")} ORDER BY day, sha256",
        row => new FactDocument(row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4),
            row.GetFieldValue<DateOnly>(5), row.GetString(6), row.GetString(7), row.GetInt64(8), row.GetInt64(9)))
        .ToDictionary(document => document.Code);
}

/// <summary>A document as a snapshot knows it.</summary>
internal sealed record FactDocument(int Code, string Sha256, long Bytes, string Format, string Name, DateOnly Day, string DayBasis, string FlowPlace, long Records, long LeftOut)
{
    public DocumentHash Hash => DocumentHash.TryParse(Sha256, out var hash) ? hash : default;
}

/// <summary>Something asked of the facts. Reading is all it does.</summary>
/// <typeparam name="TAnswer">What it gives.</typeparam>
public interface IQuestion<out TAnswer>
{
    /// <summary>Answers from one snapshot.</summary>
    TAnswer AnswerFrom(Facts facts, CancellationToken token);
}
