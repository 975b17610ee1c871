namespace Tributary.Screening;

/// <summary>What raises and lowers the score of a name, in points of it. These are the defaults.</summary>
public static class ScreeningWeights
{
    /// <summary>The score from which a candidate is shown. Names alone are taken for one from less on; a list of thousands of names needs more.</summary>
    public const double DefaultThreshold = 0.85;

    /// <summary>The ranges of birth meet.</summary>
    public const double SameBirth = 0.05;

    /// <summary>They do not, and are more than <see cref="YearsApart"/> years apart.</summary>
    public const double OtherBirth = -0.25;

    /// <summary>They do not, but nearly: years are often stated wrong by one.</summary>
    public const double NearBirth = -0.05;

    /// <summary>How many years of birth are near.</summary>
    public const int YearsApart = 2;

    /// <summary>A country in common.</summary>
    public const double SameCountry = 0.03;

    /// <summary>Countries on both sides, and none in common. People move: it says little.</summary>
    public const double OtherCountry = -0.03;

    /// <summary>The list holds the name for a weak one, which many may bear.</summary>
    public const double WeakAlias = -0.1;

    /// <summary>The listed name is a single word, besides titles and particles, and the party has more.</summary>
    public const double SingleWord = -0.15;

    /// <summary>The least score where a number is the same: numbers identify.</summary>
    public const double SameIdentifier = 0.98;
}
