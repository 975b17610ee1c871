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
        (decimal number, Cells.Money) => number.ToString("#,##0.####", CultureInfo.InvariantCulture),
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
        // Bars go first when room is short.
        var columns = section.Columns.Select((column, index) => (column, index)).Where(shown => shown.column.Cells != Cells.Bar || width >= 100).ToList();
        foreach (var (column, _) in columns) table.AddColumn(Heading(column));
        foreach (var row in section.Rows) table.AddRow(columns.Select(shown => new Markup(Markup.Escape(Text(row[shown.index], shown.column.Cells)))));
        return table;
    }

    private static TableColumn Heading(Column column)
    {
        var heading = new TableColumn(new Markup($"[bold]{Markup.Escape(column.Header)}[/]")).PadRight(1);
        return column.Cells is Cells.Text ? heading : column.Cells is Cells.Bar ? heading.NoWrap() : heading.RightAligned().NoWrap();
    }
}
