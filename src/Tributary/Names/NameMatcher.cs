namespace Tributary.Names;

/// <summary>Compares names across spellings and scripts.</summary>
public static class NameMatcher
{
    private const int MeetingsMax = 2 * RawWord.WordsMax;

    /// <summary>The score from which two names are taken for one: at it, labelled pairs were told best.</summary>
    public const double DefaultThreshold = 0.72;

    /// <summary>How much two names look like one, from 0 to 1.</summary>
    public static double Score(PreparedName one, PreparedName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        return new NameComparer(one, other, meetings).Score();
    }
}
