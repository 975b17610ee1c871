namespace Tributary.Names;

/// <summary>Compares names across spellings and scripts.</summary>
public static class NameMatcher
{
    private const int MeetingsMax = 2 * RawWord.WordsMax;

    // Sums of single precision may differ by this.
    private const float Rounding = 1e-4f;

    /// <summary>The score from which two names are taken for one: at it, labelled pairs were told best.</summary>
    public const double DefaultThreshold = 0.72;

    /// <summary>How much two names look like one, from 0 to 1.</summary>
    public static double Score(PreparedName one, PreparedName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Score(one, other, 0);
    }

    /// <summary>The same, or 0 where it is less than a score.</summary>
    internal static double Score(PreparedName one, PreparedName other, double least)
    {
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        return new NameComparer(one, other, meetings).Score((float)least - Rounding);
    }
}
