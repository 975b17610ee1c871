using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Days as FTS writes them: an instant in UTC at midnight.</summary>
internal static class FlowDates
{
    /// <summary>What a date should look like.</summary>
    public const string Expected = "a day such as 2020-07-02 or 2020-07-02T00:00:00Z was expected";

    /// <summary>What the time of a day should be.</summary>
    public const string ExpectedMidnight = "midnight UTC was expected, as for any day";

    /// <summary>What happens to a time of day.</summary>
    public const string TimeDropped = "the day is kept and the time is not";

    private const long MicrosPerDay = 86_400_000_000;

    /// <summary>Reads a day.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="days">Days since 1970-01-01.</param>
    /// <param name="hasTime">Whether it is not midnight.</param>
    /// <returns>False when it is no day.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out int days, out bool hasTime)
    {
        (days, hasTime) = (0, false);
        if (!Utf8Date.TryParseInstant(utf8, out var micros) || !Utf8Date.TryParseDay(utf8[..10], out days)) return false;
        hasTime = micros != days * MicrosPerDay;
        return true;
    }
}
