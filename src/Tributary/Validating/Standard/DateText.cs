using System.Globalization;

namespace Tributary.Validating;

/// <summary>Days and instants as XML Schema writes them.</summary>
internal static class DateText
{
    private const int DayLength = 10;
    private const int TimeLength = 9;

    /// <summary>Whether a text is an <c>xsd:date</c>: a day, perhaps with a zone.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TryDay(ref text, out _, out _) && IsZone(text);

    /// <summary>Whether a text is an <c>xsd:dateTime</c>.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text) => TryDay(ref text, out _, out _) && TryTime(ref text, out _) && IsZone(text);

    /// <summary>The instant of a day or a day and time; the first of a day, and UTC where no zone is named.</summary>
    /// <returns>Null for a text that is neither, and for years that no calendar of ours has.</returns>
    public static DateTimeOffset? Instant(string text)
    {
        var rest = text.AsSpan().Trim();
        if (!TryDay(ref rest, out var day, out var isOurs) || !isOurs) return null;
        var time = TimeSpan.Zero;
        if (rest is ['T', ..] && !TryTime(ref rest, out time)) return null;
        if (!IsZone(rest)) return null;
        var instant = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var shift = time - Zone(rest);
        return instant.Ticks + shift.Ticks < 0 || shift > DateTimeOffset.MaxValue - instant ? instant : instant + shift;
    }

    // Years have four digits or more; -0001 is the year before 0001.
    private static bool TryDay(ref ReadOnlySpan<char> text, out DateOnly day, out bool isOurs)
    {
        (day, isOurs) = (default, false);
        var isBefore = text is ['-', ..];
        var body = isBefore ? text[1..] : text;
        var digits = body.IndexOf('-');
        if (digits < 4 || body.Length < digits + 6 || body[..digits].ContainsAnyExceptInRange('0', '9') || (digits > 4 && body[0] == '0') || !body[..digits].ContainsAnyInRange('1', '9')) return false;
        if (body[digits + 3] != '-' || !TryTwo(body[(digits + 1)..], out var month) || !TryTwo(body[(digits + 4)..], out var date) || month is < 1 or > 12) return false;
        isOurs = digits == 4 && !isBefore;
        // Leap years come again every four hundred years.
        var year = int.Parse(body[Math.Max(0, digits - 4)..digits], CultureInfo.InvariantCulture);
        var like = isOurs ? year : 2000 + year % 400;
        if (date < 1 || date > DateTime.DaysInMonth(like, month)) return false;
        day = new DateOnly(like, month, date);
        text = body[(digits + DayLength - 4)..];
        return true;
    }

    private static bool TryTime(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length < TimeLength || text[0] != 'T' || text[3] != ':' || text[6] != ':') return false;
        if (!TryTwo(text[1..], out var hour) || !TryTwo(text[4..], out var minute) || !TryTwo(text[7..], out var second) || minute > 59 || second > 59 || hour > 24) return false;
        text = text[TimeLength..];
        var part = 0;
        if (text is ['.', ..])
        {
            part = 1;
            while (part < text.Length && char.IsAsciiDigit(text[part])) part++;
            if (part == 1) return false;
        }
        // 24:00:00 is the end of the day, and nothing is after it.
        if (hour == 24 && (minute > 0 || second > 0 || text[..part].ContainsAnyInRange('1', '9'))) return false;
        text = text[part..];
        time = new TimeSpan(hour, minute, second);
        return true;
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "" or "Z" || (text is ['+' or '-', _, _, ':', _, _] && TryTwo(text[1..], out var hours) && TryTwo(text[4..], out var minutes) && minutes <= 59 && hours * 60 + minutes <= 14 * 60);

    private static TimeSpan Zone(ReadOnlySpan<char> text)
    {
        if (text.Length < 6 || !TryTwo(text[1..], out var hours) || !TryTwo(text[4..], out var minutes)) return TimeSpan.Zero;
        var zone = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -zone : zone;
    }

    private static bool TryTwo(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])) return false;
        number = (text[0] - '0') * 10 + text[1] - '0';
        return true;
    }
}
