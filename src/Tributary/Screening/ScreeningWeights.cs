using System.Globalization;

namespace Tributary.Screening;

/// <summary>What raises and lowers the score of a name, in points of it, from −1 to 1. The values given are the defaults.</summary>
public sealed record ScreeningWeights
{
    /// <summary>The score from which a candidate is shown. Names alone are taken for one from less on; a list of thousands of names needs more.</summary>
    public const double DefaultThreshold = 0.85;

    /// <summary>The least score where a number is the same: numbers identify.</summary>
    public const double SameIdentifier = 0.98;

    /// <summary>How many years of birth are near.</summary>
    public const int YearsApart = 2;

    /// <summary>The defaults.</summary>
    public static ScreeningWeights Default { get; } = new();

    /// <summary>The ranges of birth meet.</summary>
    public double SameBirth { get; init; } = 0.05;

    /// <summary>They do not, but nearly: years are often stated wrong by one.</summary>
    public double NearBirth { get; init; } = -0.05;

    /// <summary>They do not, and are more than <see cref="YearsApart"/> years apart.</summary>
    public double OtherBirth { get; init; } = -0.25;

    /// <summary>A country in common.</summary>
    public double SameCountry { get; init; } = 0.03;

    /// <summary>Countries on both sides, and none in common. People move: it says little.</summary>
    public double OtherCountry { get; init; } = -0.03;

    /// <summary>The list holds the name for a weak one, which many may bear.</summary>
    public double WeakAlias { get; init; } = -0.1;

    /// <summary>The listed name is a single word, besides titles and particles, and the party has more.</summary>
    public double SingleWord { get; init; } = -0.15;

    /// <summary>One name is made of the other's first letters. Among thousands of names many are.</summary>
    public double FirstLetters { get; init; } = -0.12;

    /// <summary>The words for them, in order: <c>same-birth</c> …</summary>
    public static IReadOnlyList<string> Names { get; } = ["same-birth", "near-birth", "other-birth", "same-country", "other-country", "weak-alias", "single-word", "first-letters"];

    /// <summary>The same with one changed.</summary>
    /// <param name="text">A name of <see cref="Names"/> and its points: <c>other-country=-0.1</c>.</param>
    /// <returns>Null when it is none.</returns>
    public ScreeningWeights? TryWith(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('=');
        if (parts.Length != 2 || !double.TryParse(parts[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) || points is not (>= -1 and <= 1)) return null;
        return parts[0] switch
        {
            "same-birth" => this with { SameBirth = points },
            "near-birth" => this with { NearBirth = points },
            "other-birth" => this with { OtherBirth = points },
            "same-country" => this with { SameCountry = points },
            "other-country" => this with { OtherCountry = points },
            "weak-alias" => this with { WeakAlias = points },
            "single-word" => this with { SingleWord = points },
            "first-letters" => this with { FirstLetters = points },
            _ => null,
        };
    }

    /// <summary>Those that are not the defaults, as <see cref="TryWith"/> reads them, joined by blanks; empty where all are.</summary>
    public string Changed() => string.Join(' ', Names.Zip(Points(), Default.Points()).Where(weight => !weight.Second.Equals(weight.Third)).Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.First}={weight.Second}")));

    /// <summary>What the score of a party's name may be raised by at most.</summary>
    /// <param name="withBirth">Whether it is known when the party was born.</param>
    /// <param name="withCountry">Whether a country of the party is known.</param>
    internal double Most(bool withBirth, bool withCountry) => Math.Max(WeakAlias, 0) + Math.Max(SingleWord, 0) + Math.Max(FirstLetters, 0)
        + (withBirth ? Math.Max(Math.Max(SameBirth, NearBirth), Math.Max(OtherBirth, 0)) : 0) + (withCountry ? Math.Max(Math.Max(SameCountry, OtherCountry), 0) : 0);

    private double[] Points() => [SameBirth, NearBirth, OtherBirth, SameCountry, OtherCountry, WeakAlias, SingleWord, FirstLetters];
}
