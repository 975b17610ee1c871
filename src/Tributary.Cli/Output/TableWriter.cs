using Spectre.Console;
using Tributary.Tables;
using Column = Tributary.Tables.Column;
using Table = Tributary.Tables.Table;

namespace Tributary.Cli.Output;

/// <summary>Draws answers as tables that fit the terminal.</summary>
internal static class TableWriter
{
    private const int BarWidth = 16;
    private const int LongTextWidthMax = 160;
    private const int LongTextLinesMax = 3;

    /// <param name="console">Where to draw.</param>
    /// <param name="answer">What to draw.</param>
    /// <param name="limit">Lines of each table at most; a sentence says how many there are beyond.</param>
    public static void Write(IAnsiConsole console, Tabulated answer, int limit = int.MaxValue)
    {
        foreach (var table in answer.Tables)
        {
            if (table.Title.Length > 0) console.MarkupLineInterpolated($"[bold]{CellText.Clean(table.Title)}[/]");
            if (table.Rows.Count > 0) console.Write(Draw(table.Cut(limit), console.Profile.Width));
            if (More(table, limit) is { } more) console.MarkupLineInterpolated($"[grey]{more}[/]");
        }
        foreach (var note in answer.Notes) console.MarkupLineInterpolated($"[grey]{CellText.Clean(note)}[/]");
    }

    /// <summary>A percentage as a bar; what is over 100 ends in an arrow.</summary>
    public static string Bar(decimal percent)
    {
        var filled = (int)Math.Clamp(Math.Round(percent / 100 * BarWidth, MidpointRounding.AwayFromZero), 0, BarWidth);
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        return percent > 100 ? bar[..^1] + "▶" : bar;
    }

    private static string Text(object? value, Cells cells) => (value, cells) switch
    {
        (decimal percent, Cells.Bar) => Bar(percent),
        (_, Cells.LongText) => Shorten(CellText.Of(value, cells), LongTextWidthMax),
        _ => CellText.Of(value, cells),
    };

    private static string Shorten(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;

    private static string? More(Table table, int limit)
    {
        var shown = table.Cut(limit).Rows.Count;
        var more = (table.RowsInAll ?? table.Rows.Count) - shown;
        if (more == 0) return null;
        var sum = table.SummedColumn is { } column ? $" with {CellText.Money(table.Rows.Skip(shown).Sum(row => row[table.IndexOf(column)] as decimal? ?? 0))} together" : "";
        return $"{CellText.Number(more)} more {(more == 1 ? "line" : "lines")}{sum}; --limit 0 shows all.";
    }

    private static Spectre.Console.Table Draw(Table table, int width)
    {
        var drawn = new Spectre.Console.Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        var cells = table.Rows.Select(row => row.Select((value, index) => Text(value, table.Columns[index].Cells)).ToArray()).ToList();
        var layout = TableLayout.Fit(table.Columns, cells, width);
        foreach (var (index, room) in layout.Columns) drawn.AddColumn(Heading(table.Columns[index], room).Padding(1, 0, layout.Gap - 2, 0));
        foreach (var row in cells) drawn.AddRow(layout.Columns.Select(shown => new Text(table.Columns[shown.Column].Cells == Cells.LongText ? Shorten(row[shown.Column], shown.Room * LongTextLinesMax) : row[shown.Column])));
        return drawn;
    }

    private static TableColumn Heading(Column column, int room)
    {
        var heading = new TableColumn(new Markup($"[bold]{Markup.Escape(column.Header)}[/]")).Width(room);
        return column.Cells is Cells.Text or Cells.LongText or Cells.Tree or Cells.Bar ? heading : heading.RightAligned();
    }
}
