namespace Tributary.Sources.Rates;

/// <summary>Codes of the issues that tables of exchange rates can have.</summary>
internal static class RateCodes
{
    /// <summary>A table without any rate.</summary>
    public const string Empty = "rates-empty";

    /// <summary>More rates than a reader will hold.</summary>
    public const string TooMany = "rates-too-many";

    /// <summary>A day or month that is none.</summary>
    public const string DayInvalid = "rates-day-invalid";

    /// <summary>A rate that is no number above zero.</summary>
    public const string ValueInvalid = "rates-value-invalid";

    /// <summary>A rate with more digits than can be kept exactly.</summary>
    public const string ValueTooFine = "rates-value-too-fine";

    /// <summary>A name, code or area that stands for no currency the reader knows.</summary>
    public const string CurrencyUnknown = "rates-currency-unknown";

    /// <summary>One currency and day with two rates.</summary>
    public const string Repeated = "rates-repeated";

    /// <summary>A table that does not say which way round its rates are.</summary>
    public const string DirectionUnstated = "rates-direction-unstated";

    /// <summary>A currency that is marked with the number of a note that is not there.</summary>
    public const string NoteMissing = "rates-note-missing";

    /// <summary>A field that the reader does not know.</summary>
    public const string FieldUnknown = "rates-field-unknown";
}
