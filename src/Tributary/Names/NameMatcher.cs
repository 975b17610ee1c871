using System.Text;

namespace Tributary.Names;

/// <summary>Compares names across spellings and scripts.</summary>
public static class NameMatcher
{
    private const int MeetingsMax = 2 * RawWord.WordsMax;

    /// <summary>Sums of single precision may differ by this.</summary>
    internal const float Rounding = 1e-4f;

    /// <summary>The score from which two names are taken for one: at it, labelled pairs were told best.</summary>
    public const double DefaultThreshold = 0.72;

    /// <summary>How much two names look like one, from 0 to 1.</summary>
    public static double Score(PreparedName one, PreparedName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Score(one.View, other.View, 0);
    }

    /// <summary>The same, with which word met which.</summary>
    public static NameComparison Explain(PreparedName one, PreparedName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        var comparer = new NameComparer(one.View, other.View, meetings);
        var score = comparer.Score();
        if (score < Slip.Score && Slip.IsBetween(one.View, other.View)) return OfSlip(one, other);
        var parts = new List<(int Order, NameMeeting Part)>();
        var (ones, others) = (NamePreparation.Shown(one), NamePreparation.Shown(other));
        foreach (var meeting in comparer.Meetings) parts.Add((meeting.One < 0 ? RawWord.WordsMax + meeting.Other : meeting.One, PartOf(ones, others, meeting)));
        return new NameComparison(one.Text, other.Text, Math.Round(score, 4), [.. parts.OrderBy(part => part.Order).Select(part => part.Part)]);
    }

    private static NameComparison OfSlip(PreparedName one, PreparedName other)
    {
        var (ones, others) = (Encoding.ASCII.GetString(one.View.Letters).Split(' '), Encoding.ASCII.GetString(other.View.Letters).Split(' '));
        var slip = Slip.Find(one.View, other.View)!.Value;
        return new NameComparison(one.Text, other.Text, Slip.Score, [.. ones.Select((word, at) => at == slip.One ? new NameMeeting("slip", word, others[slip.Other], Slip.Score, 1) : new NameMeeting("same", word, word, 1, 1))]);
    }

    private static NameMeeting PartOf(List<string> one, List<string> other, in Meeting meeting) => new(
        meeting.Kind.ToString().ToLowerInvariant(), Words(one, meeting.One, meeting.OneCount), Words(other, meeting.Other, meeting.OtherCount), Math.Round(meeting.Alike, 4), Math.Round(meeting.Weight / NamePreparation.Full, 4));

    private static string? Words(List<string> shown, int first, int count) => first < 0 ? null : string.Join(' ', shown.GetRange(first, count));

    /// <summary>The same, or 0 where it is less than a score.</summary>
    internal static double Score(NameView one, NameView other, double least)
    {
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        var score = new NameComparer(one, other, meetings).Score((float)least - Rounding);
        return score < Slip.Score && least <= Slip.Score && Slip.IsBetween(one, other) ? Slip.Score : score;
    }

    /// <summary>The same, as if no word were several in the other name.</summary>
    internal static float ScoreUnjoined(NameView one, NameView other, float least)
    {
        Span<Meeting> meetings = stackalloc Meeting[MeetingsMax];
        return new NameComparer(one, other, meetings).ScoreUnjoined(least);
    }
}
