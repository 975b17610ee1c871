using System.Globalization;

namespace Tributary.Sources.Iati;

/// <summary>Days and instants as IATI documents write them.</summary>
internal static class IatiDates
{
    /// <summary>The length of a day, with a <c>Z</c> behind it. What is longer says more than a day.</summary>
    public const int LengthMax = 11;

    private const int DayLength = 10;

    /// <summary>A day of XML Schema: <c>2021-10-20</c>, with a time zone or time behind it that says nothing about the day; null when it is none.</summary>
    public static DateOnly? Day(string text)
    {
        if (text.Length < DayLength || !DateOnly.TryParseExact(text.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        return text.Length == DayLength || text[DayLength] is 'T' or 'Z' or '+' or '-' or ' ' ? day : null;
    }

    /// <summary>An instant of XML Schema; one without a time zone is taken for UTC. Null when it is none.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        text is not null && Day(text) is not null && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
}
