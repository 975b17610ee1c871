using System.Globalization;
using System.Text;
using Tributary.Reading;
using Tributary.Sources.Fts;

namespace Tributary.Benchmarks;

/// <summary>A published flow row, cut where a generated row says something of its own.</summary>
/// <remarks>What names donors, recipients, countries, plans, clusters and years is kept as it stands, so that generated flows have their real joint distribution.</remarks>
internal sealed class FlowTemplate
{
    private static readonly string[] Days = ["date", "firstReportedDate", "decisionDate", "createdAt", "updatedAt"];
    private static readonly string[] Amounts = ["amountUSD", "originalAmount"];

    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _fixed = new();

    private FlowTemplate(string[] columns, CsvReader row)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (column > 0) _fixed.Append(',');
            Cut(columns[column], Encoding.UTF8.GetString(row.Field(column)));
        }
        EndFixed(Slot.None, 0);
    }

    /// <summary>What a generated row says of its own.</summary>
    public enum Slot
    {
        /// <summary>Nothing: the row ends here.</summary>
        None,

        /// <summary>Its id.</summary>
        Id,

        /// <summary>A day, as days since 1970.</summary>
        Day,

        /// <summary>An amount.</summary>
        Amount,
    }

    /// <summary>The row's pieces in order.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Reads the flow rows of all CSV files of a folder that have the columns of HDX's flows, or of one file.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public static List<FlowTemplate> Load(string path)
    {
        var templates = new List<FlowTemplate>();
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.csv") : [path];
        foreach (var file in files.Order(StringComparer.Ordinal)) Load(file, templates);
        return templates.Count > 0 ? templates : throw new InvalidDataException($"{path}: no flow rows; expected CSV files of HDX's flows; name another with --from");
    }

    private static void Load(string file, List<FlowTemplate> templates)
    {
        using var stream = File.OpenRead(file);
        var csv = new CsvReader(stream);
        if (!csv.Read()) return;
        var columns = HdxColumns.NamesOf(csv);
        if (!columns.Order(StringComparer.Ordinal).SequenceEqual(FlowGenerator.Columns.Order(StringComparer.Ordinal))) return;
        var order = FlowGenerator.Columns.SequenceEqual(columns) ? columns : throw new InvalidDataException($"{file}: the columns stand in another order than HDX's; expected {string.Join(',', FlowGenerator.Columns)}; reorder them");
        while (csv.Read())
        {
            // Old files have a second line of HXL tags.
            if (csv.FieldCount == order.Length && csv.Field(0) is not [(byte)'#', ..]) templates.Add(new FlowTemplate(order, csv));
        }
    }

    private void Cut(string column, string cell)
    {
        if (column == "id") EndFixed(Slot.Id, 0);
        else if (column == "description") CutDescription(cell);
        else if (Days.Contains(column) && DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var day)) EndFixed(Slot.Day, Utf8Date.ToDays(day));
        else if (Amounts.Contains(column) && long.TryParse(cell.Split('.')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) EndFixed(Slot.Amount, amount);
        else _fixed.Append(Quoted(cell));
    }

    private void CutDescription(string cell)
    {
        _fixed.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append(" [");
        EndFixed(Slot.Id, 0);
        _fixed.Append("]\"");
    }

    private void EndFixed(Slot slot, long value)
    {
        if (slot == Slot.None) _fixed.Append('\n');
        _pieces.Add(new Piece(Encoding.UTF8.GetBytes(_fixed.ToString()), slot, value));
        _fixed.Clear();
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Bytes that stay, and what comes after them.</summary>
    /// <param name="Fixed">The bytes.</param>
    /// <param name="Slot">What follows.</param>
    /// <param name="Value">Its value in the published row.</param>
    public sealed record Piece(byte[] Fixed, Slot Slot, long Value);
}
