using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Ledgers;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>Writes tables as Parquet (https://parquet.apache.org): amounts as decimals, days as dates, text as it is.</summary>
public static class ParquetWriter
{
    /// <summary>How a Parquet file is written: no Bloom filters, which cost more time than the writing and save nobody a read of a whole column.</summary>
    internal const string Options = "FORMAT parquet, WRITE_BLOOM_FILTER false, USE_TMP_FILE false";

    private const string Amount = "DECIMAL(38, 10)";

    /// <summary>Writes a table.</summary>
    /// <param name="path">The file. It must not be there.</param>
    /// <param name="columns">The columns; bars are left out, because they repeat others.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    /// <param name="token">Stops the writing.</param>
    public static void Write(string path, IReadOnlyList<Column> columns, IReadOnlyList<object?[]> rows, CancellationToken token = default)
    {
        var full = Path.GetFullPath(path);
        var kept = KeptColumns.Of(columns);
        using var database = FactDatabase.OpenForExport(full, full + ".spill", snapshot: null);
        database.Execute($"CREATE TABLE answer ({string.Join(", ", kept.Select(index => $"{Name(columns[index].Name)} {TypeOf(columns[index], rows.Select(row => row[index]))}"))})");
        using (var table = database.CreateAppender("answer"))
        {
            foreach (var row in rows)
            {
                token.ThrowIfCancellationRequested();
                Append(table, kept.Select(index => row[index]));
            }
        }
        database.Execute($"COPY answer TO {FactDatabase.Literal(full)} ({Options})");
    }

    /// <summary>A column's name as SQL writes it.</summary>
    internal static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string TypeOf(Column column, IEnumerable<object?> cells) => cells.FirstOrDefault(cell => cell is not null) switch
    {
        bool => "BOOLEAN",
        int or long => "BIGINT",
        decimal => Amount,
        DateOnly => "DATE",
        null when column.Cells is Cells.Money or Cells.MoneyIfAny or Cells.Percent => Amount,
        null when column.Cells is Cells.Number => "BIGINT",
        _ => "VARCHAR",
    };

    private static void Append(DuckDBAppender table, IEnumerable<object?> cells)
    {
        var row = table.CreateRow();
        foreach (var cell in cells)
        {
            _ = cell switch
            {
                null => row.AppendNullValue(),
                bool truth => row.AppendValue(truth),
                int number => row.AppendValue((long)number),
                long number => row.AppendValue(number),
                decimal number => row.AppendValue(number),
                DateOnly day => row.AppendValue(day),
                IFormattable other => row.AppendValue(other.ToString(null, CultureInfo.InvariantCulture)),
                _ => row.AppendValue(cell.ToString()),
            };
        }
        row.EndRow();
    }
}
