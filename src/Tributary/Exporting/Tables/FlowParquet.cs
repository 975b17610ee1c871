using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>Writes statements of flows as Parquet, by DuckDB itself.</summary>
/// <remarks>
/// What a number stands for comes as a value of an enumeration: DuckDB writes its values once to a group of rows, and of
/// each flow only which one it is. As plain text the same columns take twice the time.
/// </remarks>
internal sealed class FlowParquet
{
    /// <summary>Distinct texts of one column above which an enumeration costs more than it saves: each group of rows repeats it.</summary>
    private const int EnumerationMax = 20_000;

    private readonly DuckDBConnection _database;
    private readonly FlowTexts _texts;
    private readonly string _target;

    private FlowParquet(DuckDBConnection database, FlowTexts texts, string target) => (_database, _texts, _target) = (database, texts, target);

    /// <summary>Writes a file.</summary>
    /// <param name="texts">What the snapshot's numbers stand for.</param>
    /// <param name="query">The statements, as <see cref="FlowTableQuery"/> gives them.</param>
    /// <param name="path">The file. It must not be there.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops the writing.</param>
    /// <returns>Rows written.</returns>
    public static long Write(FlowTexts texts, string query, string path, IExportProgress? progress, CancellationToken token)
    {
        var target = Path.GetFullPath(path);
        using var database = FactDatabase.OpenForExport(target, target + ".spill", Path.GetFullPath(texts.SnapshotPath));
        return new FlowParquet(database, texts, target).Copy(query, progress, token);
    }

    private long Copy(string query, IExportProgress? progress, CancellationToken token)
    {
        AddTexts("document", _texts.Documents.Select(document => (document.Key, document.Value.Sha256)));
        AddTexts("term", _texts.Terms.Select(term => (term.Key, term.Value)));
        foreach (var type in ObjectTypes.All) AddTexts(type.ToString(), _texts.Sets.Where(set => set.Value.Type == type).Select(set => (set.Key, System.Text.Encoding.UTF8.GetString(FlowTexts.Json(set.Value)))));
        var columns = FlowColumn.All.Select(Expression);
        var joins = FlowColumn.All.Select(Join).Where(join => join.Length > 0);
        using var command = _database.CreateCommand();
        command.CommandText = $"COPY (SELECT {string.Join(", ", columns)} FROM ({query}) AS f {string.Join(' ', joins)}) TO {FactDatabase.Literal(_target)} ({ParquetWriter.Options})";
        token.ThrowIfCancellationRequested();
        using var stop = token.Register(command.Cancel);
        using var watch = progress is null ? null : new Timer(_ => progress.Percent(_database.GetQueryProgress().Percentage), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (DuckDBException interrupted) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException("stopped", interrupted, token);
        }
    }

    private void AddTexts(string name, IEnumerable<(int Number, string Text)> texts)
    {
        var rows = texts.ToList();
        _database.Execute($"CREATE TEMP TABLE text_{name} (code INTEGER, text VARCHAR)");
        using (var table = _database.CreateAppender("temp", "main", $"text_{name}"))
        {
            foreach (var (number, text) in rows) table.CreateRow().AppendValue((int?)number).AppendValue(text).EndRow();
        }
        if (rows.Count is 0 or > EnumerationMax) return;
        _database.Execute($"CREATE TEMP TYPE enum_{name} AS ENUM (SELECT DISTINCT text FROM text_{name}); ALTER TABLE text_{name} ALTER text TYPE enum_{name}");
    }

    private static string Expression(FlowColumn column) => column.Cell switch
    {
        FlowCell.Term or FlowCell.Set or FlowCell.Document => $"t_{column.Name}.text AS {column.Name}",
        FlowCell.Place => $"replace(placed.flow_place, '{{0}}', f.{column.Name}::VARCHAR) AS {column.Name}",
        _ => $"f.{column.Name}",
    };

    private static string Join(FlowColumn column) => column.Cell switch
    {
        FlowCell.Term => $"LEFT JOIN text_term t_{column.Name} ON t_{column.Name}.code = f.{column.Name}",
        FlowCell.Document => $"LEFT JOIN text_document t_{column.Name} ON t_{column.Name}.code = f.{column.Name}",
        FlowCell.Set => string.Create(CultureInfo.InvariantCulture, $"LEFT JOIN text_{column.Set} t_{column.Name} ON t_{column.Name}.code = f.{column.Name}"),
        FlowCell.Place => "JOIN document placed ON placed.code = f.document",
        _ => "",
    };
}
