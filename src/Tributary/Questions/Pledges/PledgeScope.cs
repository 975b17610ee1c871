using Tributary.Conferences;

namespace Tributary.Questions;

/// <summary>Says for what time a pledge is.</summary>
internal static class PledgeScope
{
    /// <summary>How a pledge of which no document says the time is taken.</summary>
    public const string YearBasis = "a pledge whose time no document states is taken for the year in which it was made";

    /// <summary>Whether a pledge is for a year.</summary>
    public static bool Covers(Pledge pledge, int year) => HasPeriod(pledge)
        ? (pledge.PeriodFirst?.Year ?? int.MinValue) <= year && year <= (pledge.PeriodLast?.Year ?? int.MaxValue)
        : pledge.MadeOn.Year == year;

    /// <summary>Whether its document states the time.</summary>
    public static bool HasPeriod(Pledge pledge) => pledge.PeriodFirst is not null || pledge.PeriodLast is not null;
}
