using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>Writes tables as JSON lines (https://jsonlines.org): an object for each row, exact numbers, days as ISO 8601.</summary>
public static class JsonLinesWriter
{
    private const int FlushBytes = 1 << 16;

    // Names in any script stay readable; the output is JSON for programs, never put into HTML as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a table.</summary>
    /// <param name="output">Takes UTF-8.</param>
    /// <param name="columns">The columns; bars are left out, because they repeat others.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    /// <param name="token">Stops the writing.</param>
    public static void Write(Stream output, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken token = default)
    {
        var kept = KeptColumns.Of(columns);
        List<JsonEncodedText> names = [.. kept.Select(index => JsonEncodedText.Encode(columns[index].Name))];
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, Options);
        foreach (var row in rows)
        {
            token.ThrowIfCancellationRequested();
            json.WriteStartObject();
            for (var at = 0; at < kept.Count; at++) Write(json, names[at], row[kept[at]]);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            buffer.WriteByte((byte)'\n');
            if (buffer.Length >= FlushBytes) Pass(buffer, output);
        }
        Pass(buffer, output);
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case decimal number: json.WriteNumber(name, number); break;
            case DateOnly day: json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset instant: json.WriteString(name, instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, value.ToString()); break;
        }
    }

    private static void Pass(MemoryStream buffer, Stream output)
    {
        output.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
        buffer.SetLength(0);
    }
}
