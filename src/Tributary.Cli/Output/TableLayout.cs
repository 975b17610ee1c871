using Tributary.Tables;

namespace Tributary.Cli.Output;

/// <summary>How a table stands on a terminal.</summary>
/// <param name="Columns">The columns that fit, in order, each with its width.</param>
/// <param name="Gap">What stands between two of them: blanks and a rule.</param>
internal sealed record TableLayout(IReadOnlyList<(int Column, int Room)> Columns, int Gap)
{
    private const int UsualGap = 3, TightGap = 2, Edge = 2;

    // Text wraps, but not below a readable width, and not inside its words as long as they are not longer than this.
    private const int TextMin = 16;
    private const int WordMax = 32;
    private const int TreeMax = 60;

    /// <summary>Divides a terminal's width. Columns that need room are left out from the last one on, rather than that words of any other are broken.</summary>
    public static TableLayout Fit(IReadOnlyList<Column> columns, List<string[]> cells, int width)
    {
        var needs = columns.Select((column, index) => Need.Of(column, cells.ConvertAll(row => row[index]))).ToArray();
        var shown = Enumerable.Range(0, columns.Count).Where(index => columns[index].On != Shown.InFilesOnly).ToList();
        while (Least(UsualGap) > width && shown.FindLastIndex(index => columns[index].On == Shown.WithRoom || columns[index].Cells == Cells.Bar) is var spare and >= 0) shown.RemoveAt(spare);
        var gap = Least(UsualGap) > width ? TightGap : UsualGap;
        if (Least(gap) > width) needs = Array.ConvertAll(needs, need => need with { Least = need.Word });
        return new TableLayout(Share(shown, needs, width - Edge - gap * shown.Count), gap);

        int Least(int gap) => Edge + shown.Sum(index => needs[index].Least + gap);
    }

    // Narrow columns get what they would like; the wide ones share the rest, and none has less than it needs.
    private static List<(int Column, int Room)> Share(List<int> shown, Need[] needs, int room)
    {
        if (shown.Sum(index => needs[index].Least) > room) return Squeeze(shown, needs, room);
        var rooms = new Dictionary<int, int>();
        var (left, needed) = (shown.Count, shown.Sum(index => needs[index].Least));
        foreach (var index in shown.OrderBy(index => needs[index].Whole))
        {
            needed -= needs[index].Least;
            rooms[index] = Math.Min(needs[index].Whole, Math.Max(needs[index].Least, Math.Min(room / left--, room - needed)));
            room -= rooms[index];
        }
        return [.. shown.Select(index => (index, rooms[index]))];
    }

    // Where not even that is there, numbers stay whole and texts share what is left of the line.
    private static List<(int Column, int Room)> Squeeze(List<int> shown, Need[] needs, int room)
    {
        var rooms = shown.ToDictionary(index => index, index => needs[index].Least);
        var texts = shown.Where(index => needs[index].Wraps).OrderBy(index => needs[index].Least).ToList();
        room -= shown.Except(texts).Sum(index => rooms[index]);
        for (var left = texts.Count; left > 0; left--)
        {
            var index = texts[^left];
            rooms[index] = Math.Max(1, Math.Min(needs[index].Least, room / left));
            room -= rooms[index];
        }
        return [.. shown.Select(index => (index, rooms[index]))];
    }

    /// <summary>The width that a column needs to be read with ease, with which no word of it breaks, and with which nothing of it wraps.</summary>
    private readonly record struct Need(int Least, int Word, int Whole, bool Wraps)
    {
        public static Need Of(Column column, List<string> cells)
        {
            var whole = Math.Max(column.Header.Length, Longest(cells));
            if (column.Cells == Cells.Tree) return new Need(Math.Min(whole, TreeMax), Math.Min(whole, TreeMax), whole, Wraps: true);
            if (column.Cells is not (Cells.Text or Cells.LongText)) return OfNumbers(Math.Max(LongestWord(column.Header), Longest(cells)), whole);
            var word = column.Cells == Cells.LongText ? TextMin : cells.Select(LongestWord).Append(LongestWord(column.Header)).Max();
            return new Need(Math.Min(whole, Math.Max(TextMin, Math.Min(WordMax, word))), Math.Min(Math.Min(whole, WordMax), word), whole, Wraps: true);
        }

        // Of a number nothing wraps but its heading.
        private static Need OfNumbers(int least, int whole) => new(least, least, whole, Wraps: false);

        private static int Longest(List<string> cells) => cells.Select(cell => cell.Length).DefaultIfEmpty().Max();

        private static int LongestWord(string text) => text.Split(' ').Max(word => word.Length);
    }
}
