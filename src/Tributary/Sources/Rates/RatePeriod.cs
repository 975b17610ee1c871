using System.Runtime.InteropServices;
using Tributary.Money;

namespace Tributary.Sources.Rates;

/// <summary>What time a rate is of, and what it is.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last one.</param>
/// <param name="Basis">What it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RatePeriod(DateOnly First, DateOnly Last, RateBasis Basis)
{
    /// <summary>One day.</summary>
    public static RatePeriod Of(DateOnly day) => new(day, day, RateBasis.Daily);

    /// <summary>The average of a month, by its first day.</summary>
    public static RatePeriod AverageOf(DateOnly month) => new(month, EndOf(month), RateBasis.MonthlyAverage);

    /// <summary>The end of a month, by its first day.</summary>
    public static RatePeriod AtEndOf(DateOnly month) => new(EndOf(month), EndOf(month), RateBasis.EndOfMonth);

    private static DateOnly EndOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
}
