namespace Tributary.Sources.News;

/// <summary>Reads a day with its year: <c>2021-10-20</c>, <c>October 20, 2021</c>, <c>20 Oct. 2021</c>.</summary>
/// <remarks>Days in figures only with the year last (20/10/2021) are not read: which part is the month depends on the country.</remarks>
internal static class CalendarDate
{
    private const int YearMin = 1800;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads a day at the start of a passage.</summary>
    /// <returns>The position after it, or -1.</returns>
    public static int Read(Passage passage, out DateOnly date)
    {
        date = default;
        var scan = new Scan(passage);
        var (year, month, day) = ReadIso(ref scan);
        if (year < 0)
        {
            scan = new Scan(passage);
            (year, month, day) = ReadWords(ref scan);
        }
        if (year < YearMin || month < 1 || day < 1 || scan.AtDigit || day > DateTime.DaysInMonth(year, month)) return -1;
        date = new DateOnly(year, month, day);
        return scan.At;
    }

    /// <summary>Reads a month and a day without a year at the start of a passage: <c>Oct 20</c>, <c>20 October</c>.</summary>
    /// <returns>The position after them, or -1.</returns>
    public static int ReadMonthAndDay(Passage passage)
    {
        var scan = new Scan(passage);
        var (month, day) = MonthAndDay(ref scan);
        return month < 1 || day is < 1 or > 31 ? -1 : scan.At;
    }

    private static (int Year, int Month, int Day) ReadIso(ref Scan scan)
    {
        var year = scan.Number(4, 4);
        var separator = scan.Any("-/");
        var month = separator == '\0' ? -1 : scan.Number(2, 2);
        return month is >= 1 and <= 12 && scan.Any("-/") == separator ? (year, month, scan.Number(2, 2)) : (-1, -1, -1);
    }

    private static (int Year, int Month, int Day) ReadWords(ref Scan scan)
    {
        var (month, day) = MonthAndDay(ref scan);
        scan.Any(",");
        scan.Spaces();
        return (scan.Number(4, 4), month, day);
    }

    private static (int Month, int Day) MonthAndDay(ref Scan scan)
    {
        var day = scan.Number(1, 2);
        if (day > 0) scan.Ordinal();
        scan.Spaces();
        var month = MonthNumber(scan.Letters());
        scan.Any(".");
        scan.Spaces();
        if (day > 0) return (month, day);
        day = scan.Number(1, 2);
        scan.Ordinal();
        return (month, day);
    }

    /// <summary>The month's number by its name, its first three letters, or "Sept"; -1 for other words.</summary>
    private static int MonthNumber(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return -1;
        for (var i = 0; i < Months.Length; i++)
        {
            var whole = word.Length == 3 || word.Length == Months[i].Length || word.Equals("sept", StringComparison.OrdinalIgnoreCase);
            if (whole && Months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)) return i + 1;
        }
        return -1;
    }
}
