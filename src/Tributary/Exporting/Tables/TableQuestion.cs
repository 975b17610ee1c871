using DuckDB.NET.Data;
using Tributary.Ledgers;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>What does a table of facts hold? Filters choose among flows, and are for that table alone.</summary>
public sealed record TableQuestion : FlowFilter, IQuestion<ExportedTable>
{
    /// <summary>The table.</summary>
    public required FactTable Table { get; init; }

    /// <summary>Of flows, every statement that any document makes, rather than the latest word on each.</summary>
    public bool AllStatements { get; init; }

    /// <inheritdoc/>
    public ExportedTable AnswerFrom(Facts facts, CancellationToken token) => new(facts, this);
}

/// <summary>Hears how a long export goes on.</summary>
public interface IExportProgress
{
    /// <summary>Rows written so far.</summary>
    void Rows(long rows);

    /// <summary>How much is done, in percent; negative where that cannot be told.</summary>
    void Percent(double percent);
}

/// <summary>A table to be written, as long as the ledger is open.</summary>
public sealed class ExportedTable
{
    private const int RowsBetweenWords = 1 << 20;

    private readonly Facts _facts;
    private readonly TableQuestion _question;

    internal ExportedTable(Facts facts, TableQuestion question) => (_facts, _question) = (facts, question);

    private bool IsFlows => _question.Table.Name == FactTable.Flow;

    /// <summary>The names of its columns, what they hold, and what they mean where it is not plain.</summary>
    public IReadOnlyList<(string Name, string Type, string Meaning)> Columns() => IsFlows
        ? [.. FlowColumn.All.Select(column => (column.Name, FlowTypes.Of(column.Cell), column.Meaning))]
        : [.. _facts.Query($"DESCRIBE {_question.Table.Sql(_facts)}", row => (row.GetString(0), row.GetString(1).StartsWith("ENUM", StringComparison.Ordinal) ? "VARCHAR" : row.GetString(1), ""))];

    /// <summary>Writes it to a file.</summary>
    /// <param name="path">The file. It must not be there.</param>
    /// <param name="form">CSV, JSON lines or Parquet.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops the writing.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The form is another one.</exception>
    public long Write(string path, ExportForm form, IExportProgress? progress = null, CancellationToken token = default)
    {
        if (form == ExportForm.Parquet) return WriteParquet(path, progress, token);
        // Rows are gathered by the megabyte before they come here.
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        return Write(file, form, progress, token);
    }

    /// <summary>Writes it as text.</summary>
    /// <param name="output">Takes UTF-8.</param>
    /// <param name="form">CSV or JSON lines.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops the writing.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The form is another one.</exception>
    public long Write(Stream output, ExportForm form, IExportProgress? progress = null, CancellationToken token = default)
    {
        if (form is not (ExportForm.Csv or ExportForm.Jsonl)) throw new ArgumentOutOfRangeException(nameof(form), form, "a table is written as CSV, JSON lines or Parquet");
        return IsFlows ? WriteFlows(output, form, progress, token) : WriteOther(output, form, token);
    }

    private long WriteParquet(string path, IExportProgress? progress, CancellationToken token)
    {
        if (IsFlows) return FlowParquet.Write(new FlowTexts(_facts), FlowTableQuery.Of(_facts, _question, _question.AllStatements), path, progress, token);
        var target = Path.GetFullPath(path);
        using var database = FactDatabase.OpenForExport(target, target + ".spill", Path.GetFullPath(_facts.Connection.DataSource));
        return database.Execute($"COPY ({_question.Table.Sql(_facts)}) TO {FactDatabase.Literal(target)} ({ParquetWriter.Options})");
    }

    private long WriteFlows(Stream output, ExportForm form, IExportProgress? progress, CancellationToken token)
    {
        var query = FlowTableQuery.Of(_facts, _question, _question.AllStatements);
        using var buffer = new Utf8Buffer(output);
        IFlowRowWriter writer = form == ExportForm.Csv ? new FlowCsvWriter(new FlowTexts(_facts), buffer) : new FlowJsonWriter(new FlowTexts(_facts), buffer);
        using var chunk = new ChunkReader(_facts.Connection, query, FlowColumn.All.Count);
        writer.Begin();
        var (written, told) = (0L, 0L);
        while (chunk.Next())
        {
            token.ThrowIfCancellationRequested();
            for (var row = 0; row < chunk.Rows; row++) writer.Write(chunk, row);
            written += chunk.Rows;
            if (written - told < RowsBetweenWords) continue;
            progress?.Rows(told = written);
        }
        buffer.Finish();
        return written;
    }

    private long WriteOther(Stream output, ExportForm form, CancellationToken token)
    {
        var names = Columns();
        var columns = names.Select(column => new Column(column.Name, column.Name)).ToList();
        var written = 0L;
        var rows = _facts.Stream(_question.Table.Sql(_facts), row => Cells(row, names.Count), token).Select(row =>
        {
            written++;
            return row;
        });
        if (form == ExportForm.Jsonl) JsonLinesWriter.Write(output, columns, rows, token);
        else
        {
            using var text = new StreamWriter(output, new System.Text.UTF8Encoding(false), 1 << 16, leaveOpen: true);
            CsvTableWriter.Write(text, columns, rows, hxl: false, token);
        }
        return written;
    }

    private static object?[] Cells(DuckDBDataReader row, int count)
    {
        var cells = new object?[count];
        for (var column = 0; column < count; column++)
        {
            cells[column] = row.IsDBNull(column) ? null : row.GetValue(column) switch
            {
                decimal => row.GetAmount(column),
                var value => value,
            };
        }
        return cells;
    }
}

/// <summary>The types of the columns of flows in Parquet.</summary>
internal static class FlowTypes
{
    /// <summary>The type.</summary>
    public static string Of(FlowCell cell) => cell switch
    {
        FlowCell.Long => "BIGINT",
        FlowCell.Number => "INTEGER",
        FlowCell.Amount => "DECIMAL(18,4)",
        FlowCell.Rate => "DECIMAL(18,8)",
        FlowCell.Truth => "BOOLEAN",
        FlowCell.Day => "DATE",
        FlowCell.Instant => "TIMESTAMP",
        _ => "VARCHAR",
    };
}
