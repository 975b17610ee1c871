namespace Tributary.Reading;

/// <summary>Reads ISO 8601 days and instants from UTF-8 without allocating.</summary>
public static class Utf8Date
{
    private const int DaysTo1970 = 719_162;

    /// <summary>Reads <c>2020-07-02</c>.</summary>
    /// <param name="utf8">Exactly ten bytes.</param>
    /// <param name="days">Days since 1970-01-01.</param>
    /// <returns>False when it is not a day of the calendar.</returns>
    public static bool TryParseDay(ReadOnlySpan<byte> utf8, out int days)
    {
        days = 0;
        if (utf8.Length != 10 || utf8[4] != '-' || utf8[7] != '-') return false;
        var year = Digits(utf8[..4]);
        var month = Digits(utf8[5..7]);
        var day = Digits(utf8[8..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        days = new DateOnly(year, month, day).DayNumber - DaysTo1970;
        return true;
    }

    /// <summary>Reads <c>2020-07-02</c>, <c>2020-07-02T00:00:00Z</c> or <c>2017-05-09T14:49:37.282Z</c> (also <c>+00:00</c>).</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="micros">Microseconds since 1970-01-01 UTC; a day alone stands for its midnight.</param>
    /// <returns>False when it is none of these.</returns>
    public static bool TryParseInstant(ReadOnlySpan<byte> utf8, out long micros)
    {
        micros = 0;
        if (utf8.Length < 10 || !TryParseDay(utf8[..10], out var days)) return false;
        micros = days * 86_400_000_000L;
        if (utf8.Length == 10) return true;
        if (utf8.Length < 20 || utf8[10] is not ((byte)'T' or (byte)' ') || utf8[13] != ':' || utf8[16] != ':') return false;
        var (hour, minute, second) = (Digits(utf8[11..13]), Digits(utf8[14..16]), Digits(utf8[17..19]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        micros += ((hour * 60L + minute) * 60 + second) * 1_000_000;
        return TryParseFraction(utf8[19..], out var fraction, out var zone) && Add(ref micros, fraction)
            && (zone.SequenceEqual("Z"u8) || zone.SequenceEqual("+00:00"u8));
    }

    /// <summary>The day as a date.</summary>
    public static DateOnly ToDate(int days) => DateOnly.FromDayNumber(days + DaysTo1970);

    /// <summary>Days since 1970-01-01.</summary>
    public static int ToDays(DateOnly date) => date.DayNumber - DaysTo1970;

    private static bool TryParseFraction(ReadOnlySpan<byte> rest, out long micros, out ReadOnlySpan<byte> zone)
    {
        micros = 0;
        zone = rest;
        if (rest.Length == 0 || rest[0] != '.') return true;
        var at = 1;
        for (long unit = 100_000; at < rest.Length && rest[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10) micros += (rest[at] - '0') * unit;
        zone = rest[at..];
        return at > 1;
    }

    private static bool Add(ref long micros, long fraction)
    {
        micros += fraction;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> utf8)
    {
        var value = 0;
        foreach (var c in utf8)
        {
            if (c is < (byte)'0' or > (byte)'9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
