using System.Globalization;
using System.Text;
using Tributary.Tables;

namespace Tributary.Exporting;

/// <summary>Values as a workbook holds them.</summary>
internal static class XlsxText
{
    /// <summary>Spreadsheets count days from 1900 and think that year a leap year: days before March are text.</summary>
    public static readonly DateOnly FirstDay = new(1900, 3, 1);

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>A day's number.</summary>
    public static string Serial(DateOnly day) => (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture);

    /// <summary>How a number is shown: whole numbers without decimal places.</summary>
    public static XlsxStyle StyleOf(decimal number, Cells? kind) =>
        kind == Cells.Percent ? XlsxStyle.Percent : number == decimal.Truncate(number) ? XlsxStyle.Whole : XlsxStyle.Decimal;

    /// <summary>As much of a text as a cell holds, never half of a surrogate pair.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= XlsxWriter.CellCharactersMax) return text;
        var end = XlsxWriter.CellCharactersMax - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Text with what XML cannot hold as <c>_x0001_</c>, and what reads like that itself escaped (ISO/IEC 29500, ST_Xstring).</summary>
    public static string Escape(string text)
    {
        var escaped = (StringBuilder?)null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsEscaped(text, at)) escaped?.Append(text[at]);
            else (escaped ??= new StringBuilder(text, 0, at, text.Length + 16)).Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
        }
        return escaped?.ToString() ?? text;
    }

    // A carriage return in XML is read as a line feed unless it is escaped.
    private static bool IsEscaped(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        < ' ' or '\uFFFE' or '\uFFFF' => true,
        '_' => at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).ToString().All(char.IsAsciiHexDigit),
        var c when char.IsHighSurrogate(c) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };
}

/// <summary>Names of sheets: at most 31 characters, none of <c>[]:*?/\</c>, each once, whatever the case.</summary>
internal sealed class SheetNames
{
    private const int LengthMax = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>A valid name that no sheet has yet.</summary>
    public string Of(string wanted)
    {
        var clean = string.Concat(wanted.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "[]:*?/\\'\uFFFE\uFFFF".Contains(c, StringComparison.Ordinal) ? ' ' : c));
        var name = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : "sheet";
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var candidate = name[..Math.Min(name.Length, LengthMax - suffix.Length)].TrimEnd() + suffix;
            if (_taken.Add(candidate)) return candidate;
        }
    }
}

/// <summary>Widths of columns, from what they hold and the first rows: they stand in a sheet before its rows.</summary>
internal static class XlsxWidths
{
    private const int PeekedRows = 200;
    private const int WidthMin = 8;
    private const int WidthMax = 60;

    /// <summary>Takes the first rows out.</summary>
    public static Queue<object?[]> Peek(IEnumerator<object?[]> rows)
    {
        var first = new Queue<object?[]>();
        while (first.Count < PeekedRows && rows.MoveNext()) first.Enqueue(rows.Current);
        return first;
    }

    /// <summary>The next row, of those taken out or after them; null at the end.</summary>
    public static object?[]? Next(Queue<object?[]> first, IEnumerator<object?[]> rows) => first.TryDequeue(out var row) ? row : rows.MoveNext() ? rows.Current : null;

    /// <summary>Whether there is a next row; it is then taken out.</summary>
    public static bool HasNext(Queue<object?[]> first, IEnumerator<object?[]> rows)
    {
        if (first.Count == 0 && rows.MoveNext()) first.Enqueue(rows.Current);
        return first.Count > 0;
    }

    /// <summary>The element that states them.</summary>
    public static string Of(IReadOnlyList<Column> columns, List<int> kept, Queue<object?[]> first) => "<cols>" + string.Concat(kept.Select((index, at) => string.Create(CultureInfo.InvariantCulture,
        $"<col min=\"{at + 1}\" max=\"{at + 1}\" width=\"{Width(columns[index], first.Select(row => row[index]))}\" customWidth=\"1\"/>"))) + "</cols>";

    private static int Width(Column column, IEnumerable<object?> cells) =>
        Math.Clamp(cells.Select(cell => CellText.Of(cell, column.Cells).Length).Append(column.Name.Length).Max() + 2, WidthMin, WidthMax);
}
