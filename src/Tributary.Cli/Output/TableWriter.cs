using System.Globalization;
using Spectre.Console;

namespace Tributary.Cli.Output;

/// <summary>Draws a report as tables that fit the terminal.</summary>
internal static class TableWriter
{
    private const int BarWidth = 16;

    public static void Write(IAnsiConsole console, Report report)
    {
        foreach (var section in report.Sections)
        {
            if (section.Title.Length > 0) console.MarkupLineInterpolated($"[bold]{section.Title}[/]");
            if (section.Rows.Count > 0) console.Write(Draw(section, console.Profile.Width));
        }
        foreach (var note in report.Notes) console.MarkupLineInterpolated($"[grey]{note}[/]");
    }

    /// <summary>A cell as people read it.</summary>
    public static string Text(object? value, Cells cells) => (value, cells) switch
    {
        (null, _) => "",
        (decimal and 0, Cells.MoneyIfAny) => "",
        (decimal number, Cells.Money or Cells.MoneyIfAny) => number.ToString("#,##0.####", CultureInfo.InvariantCulture),
        (decimal number, Cells.Percent) => number.ToString("0.00", CultureInfo.InvariantCulture) + " %",
        (decimal number, Cells.Bar) => Bar(number),
        (long number, _) => number.ToString("#,##0", CultureInfo.InvariantCulture),
        (DateOnly day, _) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (IFormattable other, _) => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Clean(value.ToString()!),
    };

    /// <summary>A percentage as a bar; what is over 100 ends in an arrow.</summary>
    public static string Bar(decimal percent)
    {
        var filled = (int)Math.Clamp(Math.Round(percent / 100 * BarWidth, MidpointRounding.AwayFromZero), 0, BarWidth);
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        return percent > 100 ? bar[..^1] + "▶" : bar;
    }

    // A document's text must not move the cursor or break a line of the table.
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static Table Draw(Section section, int width)
    {
        var table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        var cells = section.Rows.Select(row => row.Select((value, index) => Text(value, section.Columns[index].Cells)).ToArray()).ToList();
        var layout = TableLayout.Fit(section.Columns, cells, width);
        foreach (var (index, room) in layout) table.AddColumn(Heading(section.Columns[index], room));
        foreach (var row in cells) table.AddRow(layout.Select(shown => new Text(row[shown.Column])));
        return table;
    }

    private static TableColumn Heading(Column column, int room)
    {
        var heading = new TableColumn(new Markup($"[bold]{Markup.Escape(column.Header)}[/]")).Width(room);
        return column.Cells is Cells.Text or Cells.Bar ? heading : heading.RightAligned();
    }
}

/// <summary>Divides a terminal's width among columns.</summary>
internal static class TableLayout
{
    // Each column has a blank on either side and a rule between; text may wrap, but not below a readable width.
    private const int Gap = 3;
    private const int TextMin = 16;

    /// <summary>The columns that fit, in order, each with its width.</summary>
    public static List<(int Column, int Room)> Fit(IReadOnlyList<Column> columns, List<string[]> cells, int width)
    {
        var natural = columns.Select((column, index) => cells.Select(row => row[index].Length).Append(column.Header.Length).Max()).ToArray();
        var shown = Enumerable.Range(0, columns.Count).Where(index => columns[index].On != Shown.InCsvOnly).ToList();
        while (Least(shown) > width && shown.FindLastIndex(index => columns[index].On == Shown.WithRoom || columns[index].Cells == Cells.Bar) is var spare and >= 0) shown.RemoveAt(spare);
        var room = width - Gap - shown.Sum(index => IsText(index) ? Gap : natural[index] + Gap);
        return Share(shown, natural, IsText, room);

        bool IsText(int index) => columns[index].Cells == Cells.Text;

        int Least(List<int> kept) => Gap + kept.Sum(index => Gap + (IsText(index) ? Math.Min(natural[index], TextMin) : natural[index]));
    }

    // Narrow columns get what they need; the wide ones share the rest.
    private static List<(int Column, int Room)> Share(List<int> shown, int[] natural, Func<int, bool> isText, int room)
    {
        var rooms = shown.ToDictionary(index => index, index => natural[index]);
        var open = shown.Where(isText).OrderBy(index => natural[index]).ToList();
        for (var left = open.Count; left > 0; left--)
        {
            var index = open[^left];
            rooms[index] = Math.Max(1, Math.Min(natural[index], room / left));
            room -= rooms[index];
        }
        return [.. shown.Select(index => (index, rooms[index]))];
    }
}
