namespace Tributary.Sources.News;

/// <summary>Reads a time of day: <c>22:28</c>, <c>22:28:05</c>, <c>10:28 PM</c>, <c>10:28 p.m.</c></summary>
internal static class ClockTime
{
    /// <summary>Reads a time at the start of a passage.</summary>
    /// <returns>The position after it, or -1.</returns>
    public static int Read(Passage passage, out TimeOnly time)
    {
        time = default;
        var scan = new Scan(passage);
        var hour = scan.Number(1, 2);
        if (hour < 0 || scan.Any(":") == '\0') return -1;
        var minute = scan.Number(2, 2);
        var second = scan.Any(":") == '\0' ? 0 : scan.Number(2, 2);
        Fraction(ref scan);
        hour = HalfDay(ref scan, hour);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return -1;
        time = new TimeOnly(hour, minute, second);
        return scan.At;
    }

    /// <summary>Parts of a second tell nothing about a report, but stand in times that machines write.</summary>
    private static void Fraction(ref Scan scan)
    {
        var rest = scan;
        if (rest.Any(".") == '\0' || !rest.AtDigit) return;
        while (rest.AtDigit) rest.Any("0123456789");
        scan = rest;
    }

    private static int HalfDay(ref Scan scan, int hour)
    {
        var rest = scan;
        rest.Spaces();
        var afternoon = rest.Take("pm") || rest.Take("p.m.");
        if (!afternoon && !rest.Take("am") && !rest.Take("a.m.")) return hour;
        if (hour is < 1 or > 12) return -1;
        scan = rest;
        return hour % 12 + (afternoon ? 12 : 0);
    }
}

/// <summary>Reads what follows a time and says which clock it is of.</summary>
internal static class ClockZone
{
    private const int HoursMax = 14;

    /// <summary>Reads the zone at a position, over white space and an opening bracket.</summary>
    /// <returns>An empty place when none stands there; words without an offset for a zone's name.</returns>
    public static (Passage At, int? OffsetMinutes, string? Words) After(Passage passage, int position)
    {
        var scan = new Scan(passage.From(position));
        scan.Spaces();
        if (scan.Any("(") != '\0') scan.Spaces();
        var start = passage.From(scan.At);
        var end = ReadOffset(start, out var minutes);
        if (end > 0) return (start.Before(end), minutes, null);
        end = ReadName(start);
        return end > 0 ? (start.Before(end), null, start.Before(end).Clean()) : default;
    }

    /// <summary>Reads <c>UTC</c>, <c>GMT</c>, <c>Z</c>, <c>UTC+8</c>, <c>GMT-03:30</c>, <c>+0800</c>.</summary>
    private static int ReadOffset(Passage passage, out int minutes)
    {
        minutes = 0;
        var scan = new Scan(passage);
        var named = scan.Take("UTC") || scan.Take("GMT") || scan.Take("Z");
        var zero = scan.At;
        var sign = scan.Any("+-−–");
        var hours = sign == '\0' ? -1 : scan.Number(1, 2);
        if (hours >= 0) return ReadMinutes(ref scan, hours, sign, out minutes);
        hours = sign == '\0' ? -1 : scan.Number(4, 4);
        if (hours >= 0 && hours % 100 < 60 && hours / 100 <= HoursMax) return Signed(scan.At, hours / 100 * 60 + hours % 100, sign, out minutes);
        return named && !IsLetterAt(passage, zero) ? zero : -1;
    }

    private static int ReadMinutes(ref Scan scan, int hours, char sign, out int minutes)
    {
        minutes = 0;
        var part = scan.Any(":") == '\0' ? 0 : scan.Number(2, 2);
        return hours > HoursMax || part is < 0 or > 59 ? -1 : Signed(scan.At, hours * 60 + part, sign, out minutes);
    }

    private static int Signed(int end, int value, char sign, out int minutes)
    {
        minutes = sign == '+' ? value : -value;
        return end;
    }

    /// <summary>Reads <c>CST</c>, <c>MSK</c>, <c>local time</c>, <c>Moscow time</c>.</summary>
    private static int ReadName(Passage passage)
    {
        var scan = new Scan(passage);
        var word = scan.Letters();
        if (word is "MSK" || (word.Length is >= 2 and <= 5 && word[^1] == 'T' && !word.ContainsAnyExceptInRange('A', 'Z'))) return scan.At;
        scan.Spaces();
        return word.Length > 0 && scan.Letters().Equals("time", StringComparison.OrdinalIgnoreCase) ? scan.At : -1;
    }

    private static bool IsLetterAt(Passage passage, int at) => at < passage.End && char.IsLetterOrDigit(passage.Text[at]);
}
