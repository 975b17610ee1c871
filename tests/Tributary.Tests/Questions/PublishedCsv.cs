using System.Globalization;
using System.Text;
using Tributary.Reading;

namespace Tributary.Tests.Questions;

/// <summary>The rows of a published CSV file, by column name.</summary>
internal static class PublishedCsv
{
    public static List<Dictionary<string, string>> Rows(string path)
    {
        using var stream = File.OpenRead(path);
        var csv = new CsvReader(stream);
        Assert.True(csv.Read());
        var names = Fields(csv);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            var cells = Fields(csv);
            if (cells.Length == names.Length) rows.Add(names.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
        }
        return rows;
    }

    /// <summary>A figure; null where the cell is empty.</summary>
    public static decimal? Figure(this Dictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : decimal.Parse(row[column], CultureInfo.InvariantCulture);

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(field => Encoding.UTF8.GetString(csv.Field(field)))];
}
