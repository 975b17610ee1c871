namespace Tributary.Screening;

/// <summary>Codes of the issues that rows of a file of parties can have.</summary>
internal static class PartyCodes
{
    /// <summary>A row without a name.</summary>
    public const string NameMissing = "party-name-missing";

    /// <summary>A cell that is longer than any name or list of numbers.</summary>
    public const string CellTooLong = "party-cell-too-long";

    /// <summary>A word for what a party is that is not known.</summary>
    public const string TypeUnknown = "party-type-unknown";

    /// <summary>A time of birth that is no day, month or year.</summary>
    public const string BornInvalid = "party-born-invalid";

    /// <summary>A country that is not known.</summary>
    public const string CountryUnknown = "party-country-unknown";
}
