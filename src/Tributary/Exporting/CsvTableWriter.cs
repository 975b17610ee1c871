using System.Globalization;
using Tributary.Reading;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>Writes tables as CSV: RFC 4180, UTF-8, LF, exact numbers, days as ISO 8601, and no cell that a spreadsheet runs.</summary>
/// <remarks>The one place where a cell is quoted, and where text that begins like a formula gets its apostrophe (<see cref="FormulaMark"/>).</remarks>
public static class CsvTableWriter
{
    /// <summary>Writes a table: a row of names, then, if wanted, a row of HXL hashtags, then the rows.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="columns">The columns; bars and what is drawn for people are left out, because they repeat others.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    /// <param name="hxl">Whether the second row holds the columns' hashtags (https://hxlstandard.org).</param>
    /// <param name="token">Stops the writing.</param>
    public static void Write(TextWriter output, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, bool hxl = false, CancellationToken token = default)
    {
        var kept = KeptColumns.Of(columns);
        using var next = rows.GetEnumerator();
        // Where there is no first row because making it failed, there is nothing to write.
        var isRow = next.MoveNext();
        WriteRow(output, kept.Select(index => columns[index].Name));
        if (hxl) WriteRow(output, kept.Select(index => columns[index].Hxl));
        for (; isRow; isRow = next.MoveNext())
        {
            token.ThrowIfCancellationRequested();
            var row = next.Current;
            WriteRow(output, kept.Select(index => Text(row[index])));
        }
    }

    /// <summary>Writes a row of texts as they are, quoted where needed.</summary>
    internal static void WriteRow(TextWriter output, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) output.Write(',');
            first = false;
            WriteCell(output, cell);
        }
        output.Write('\n');
    }

    /// <summary>Text that no spreadsheet runs.</summary>
    internal static string Harmless(string text) => FormulaMark.IsNeeded(text) ? "'" + text : text;

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture),
        string text => Harmless(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Harmless(value.ToString()!),
    };

    // No CSV can hold NUL: readers take it for the end, or for UTF-16.
    private static void WriteCell(TextWriter output, string cell)
    {
        if (cell.Contains('\0', StringComparison.Ordinal)) cell = cell.Replace('\0', '\uFFFD');
        if (cell.AsSpan().IndexOfAny(",\"\n\r") < 0)
        {
            output.Write(cell);
            return;
        }
        output.Write('"');
        output.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}

/// <summary>The columns of a table that a file gets.</summary>
internal static class KeptColumns
{
    /// <summary>Their places; a bar and what is drawn for people repeat other columns.</summary>
    public static List<int> Of(IReadOnlyList<Column> columns) => [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].Cells != Cells.Bar && columns[index].On != Shown.ToPeopleOnly)];
}
