namespace Tributary.Sources.Iati;

/// <summary>Codes of the issues that IATI documents can have.</summary>
internal static class IatiCodes
{
    /// <summary>A root in a namespace, where the standard has none.</summary>
    public const string RootNamespace = "iati-root-namespace";

    /// <summary>An activity, or an organisation, without its identifier.</summary>
    public const string IdentifierMissing = "iati-identifier-missing";

    /// <summary>An identifier that stands twice in one document; the one changed later counts, else the first.</summary>
    public const string IdentifierRepeated = "iati-identifier-repeated";

    /// <summary>An amount that is missing, or is no number that can be kept exactly: it is in no sum.</summary>
    public const string AmountUnreadable = "iati-amount-unreadable";

    /// <summary>An amount of which nobody states the currency: it is in no sum.</summary>
    public const string CurrencyMissing = "iati-currency-missing";

    /// <summary>A currency that is no code of three letters.</summary>
    public const string CurrencyUnknown = "iati-currency-unknown";

    /// <summary>A day that is none, or is missing where the standard wants one.</summary>
    public const string DateUnreadable = "iati-date-unreadable";

    /// <summary>A transaction without a type: it is in no sum by type.</summary>
    public const string TypeMissing = "iati-transaction-type-missing";

    /// <summary>A percentage that is no number.</summary>
    public const string PercentageUnreadable = "iati-percentage-unreadable";

    /// <summary>Percentages of one vocabulary that do not make a hundred.</summary>
    public const string PercentagesUneven = "iati-percentages-not-100";

    /// <summary>An element of the document that is no activity and no organisation.</summary>
    public const string ElementUnknown = "iati-element-unknown";

    /// <summary>A document without an activity or organisation.</summary>
    public const string Empty = "iati-empty";
}
