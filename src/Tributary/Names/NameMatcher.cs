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

    /// <summary>The same, with which word met which.</summary>
    public static NameComparison Explain(PreparedName one, PreparedName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        var comparer = new NameComparer(one, other, meetings);
        var score = comparer.Score();
        var parts = new List<(int Order, NameMeeting Part)>();
        foreach (var meeting in comparer.Meetings) parts.Add((meeting.One < 0 ? RawWord.WordsMax + meeting.Other : meeting.One, PartOf(one, other, meeting)));
        return new NameComparison(one.Text, other.Text, Math.Round(score, 4), [.. parts.OrderBy(part => part.Order).Select(part => part.Part)]);
    }

    private static NameMeeting PartOf(PreparedName one, PreparedName other, in Meeting meeting) => new(
        meeting.Kind.ToString().ToLowerInvariant(), Words(one, meeting.One, meeting.OneCount), Words(other, meeting.Other, meeting.OtherCount), Math.Round(meeting.Alike, 4), Math.Round(meeting.Weight / NamePreparation.Full, 4));

    private static string? Words(PreparedName name, int first, int count) => first < 0 ? null : string.Join(' ', Enumerable.Range(first, count).Select(name.Shown));

    /// <summary>The same, or 0 where it is less than a score.</summary>
    internal static double Score(PreparedName one, PreparedName other, double least)
    {
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        return new NameComparer(one, other, meetings).Score((float)least - Rounding);
    }
}
