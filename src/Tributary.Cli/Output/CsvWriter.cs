using System.Globalization;
using Tributary.Tables;

namespace Tributary.Cli.Output;

/// <summary>Writes a table as CSV (RFC 4180, LF, exact numbers).</summary>
internal static class CsvWriter
{
    public static void Write(TextWriter output, Table table, int limit = int.MaxValue)
    {
        var columns = table.FileColumns().ToList();
        output.Write(string.Join(',', columns.Select(kept => Quote(kept.Column.Name))) + "\n");
        foreach (var row in table.Rows.Take(limit)) output.Write(string.Join(',', columns.Select(kept => Quote(Text(row[kept.Index])))) + "\n");
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Harmless(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Harmless(value.ToString()!),
    };

    // Spreadsheets run text that begins so as a formula; an apostrophe makes it text again.
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
