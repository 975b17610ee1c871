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
            if (table.Title.Length > 0) console.MarkupLineInterpolated($"[bold]{table.Title}[/]");
            if (table.Rows.Count > 0) console.Write(Draw(table, limit, console.Profile.Width));
            if (More(table, limit) is { } more) console.MarkupLineInterpolated($"[grey]{more}[/]");
        }
        foreach (var note in answer.Notes) console.MarkupLineInterpolated($"[grey]{note}[/]");
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
        var more = (table.RowsInAll ?? table.Rows.Count) - Math.Min(table.Rows.Count, limit);
        if (more == 0) return null;
        var sum = table.SummedColumn is { } column ? $" with {CellText.Money(table.Rows.Skip(limit).Sum(row => row[table.IndexOf(column)] as decimal? ?? 0))} together" : "";
        return $"{CellText.Number(more)} more lines{sum}; --limit 0 shows all.";
    }

    private static Spectre.Console.Table Draw(Table table, int limit, int width)
    {
        var drawn = new Spectre.Console.Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        var cells = table.Rows.Take(limit).Select(row => row.Select((value, index) => Text(value, table.Columns[index].Cells)).ToArray()).ToList();
        var layout = TableLayout.Fit(table.Columns, cells, width);
        foreach (var (index, room) in layout) drawn.AddColumn(Heading(table.Columns[index], room));
        foreach (var row in cells) drawn.AddRow(layout.Select(shown => new Text(table.Columns[shown.Column].Cells == Cells.LongText ? Shorten(row[shown.Column], shown.Room * LongTextLinesMax) : row[shown.Column])));
        return drawn;
    }

    private static TableColumn Heading(Column column, int room)
    {
        var heading = new TableColumn(new Markup($"[bold]{Markup.Escape(column.Header)}[/]")).Width(room);
        return column.Cells is Cells.Text or Cells.LongText or Cells.Bar ? heading : heading.RightAligned();
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
        var shown = Enumerable.Range(0, columns.Count).Where(index => columns[index].On != Shown.InFilesOnly).ToList();
        while (Least(shown) > width && shown.FindLastIndex(index => columns[index].On == Shown.WithRoom || columns[index].Cells == Cells.Bar) is var spare and >= 0) shown.RemoveAt(spare);
        var room = width - Gap - shown.Sum(index => IsText(index) ? Gap : natural[index] + Gap);
        return Share(shown, natural, IsText, room);

        bool IsText(int index) => columns[index].Cells is Cells.Text or Cells.LongText;

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
