using Tributary.Listings;

namespace Tributary.Clearing;

/// <summary>What a person holds of a party that may be on a list.</summary>
public enum ScreeningOutcome
{
    /// <summary>The party is the entry. Its money stays blocked.</summary>
    TrueMatch,

    /// <summary>It is somebody else. Suppressed as long as neither side changes.</summary>
    FalsePositive,

    /// <summary>It cannot be said yet: the reason says what is missing.</summary>
    NeedsMore,

    /// <summary>It is, or may be, the entry, and an exemption lets the money flow.</summary>
    Cleared,
}

/// <summary>A decision about a party and an entry. A later one takes its place.</summary>
public sealed record ScreeningDecision
{
    /// <summary>What was decided on, as it was then.</summary>
    public required ScreeningHit Hit { get; init; }

    /// <summary>What was decided.</summary>
    public required ScreeningOutcome Outcome { get; init; }

    /// <summary>The list's version that was looked at.</summary>
    public required ScreenedVersion Version { get; init; }

    /// <summary>The last day on which it holds; null when it holds until something changes.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The row of the exemption that it rests on; null but for <see cref="ScreeningOutcome.Cleared"/>.</summary>
    public long? Exemption { get; init; }
}

/// <summary>A second person agrees with a decision, with taking one back, or with a rule.</summary>
/// <param name="Row">The row of it.</param>
public sealed record ScreeningConfirmation(long Row);

/// <summary>A decision or an exemption should not have been made. What was decided before it stands again.</summary>
/// <param name="Row">Its row.</param>
public sealed record ScreeningWithdrawal(long Row);

/// <summary>Which decisions hold only once a second person has confirmed them.</summary>
/// <param name="Confirmed">Their outcomes.</param>
public sealed record ScreeningRule(IReadOnlyList<ScreeningOutcome> Confirmed)
{
    /// <summary>The rule as long as nobody sets another: whatever lets money flow takes two.</summary>
    public static ScreeningRule Default { get; } = new([ScreeningOutcome.FalsePositive, ScreeningOutcome.Cleared]);
}

/// <summary>The words for outcomes.</summary>
public static class ScreeningOutcomes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScreeningOutcome> All { get; } = Enum.GetValues<ScreeningOutcome>();

    /// <summary>The word: true-match, false-positive, needs-more or cleared.</summary>
    public static string Word(this ScreeningOutcome outcome) => outcome switch
    {
        ScreeningOutcome.TrueMatch => "true-match",
        ScreeningOutcome.FalsePositive => "false-positive",
        ScreeningOutcome.NeedsMore => "needs-more",
        _ => "cleared",
    };

    /// <summary>Reads a word.</summary>
    public static bool TryParse(string? word, out ScreeningOutcome outcome)
    {
        foreach (var known in All)
        {
            outcome = known;
            if (string.Equals(known.Word(), word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        outcome = default;
        return false;
    }
}
