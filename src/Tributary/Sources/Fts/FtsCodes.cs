namespace Tributary.Sources.Fts;

/// <summary>Codes of the issues that any document with FTS flows can have, whatever its format.</summary>
internal static class FtsCodes
{
    /// <summary>An id that is no positive whole number.</summary>
    public const string IdInvalid = "fts-id-invalid";

    /// <summary>A flow without an amount in US dollars.</summary>
    public const string AmountMissing = "fts-amount-missing";

    /// <summary>An amount in US dollars that is no number, or cannot be kept exactly.</summary>
    public const string AmountInvalid = "fts-amount-invalid";

    /// <summary>A status other than pledge, commitment and paid.</summary>
    public const string StatusUnknown = "fts-status-unknown";

    /// <summary>A boundary other than incoming, internal and outgoing.</summary>
    public const string BoundaryUnknown = "fts-boundary-unknown";

    /// <summary>An onBoundary other than single and shared.</summary>
    public const string OnBoundaryUnknown = "fts-onboundary-unknown";

    /// <summary>A day or instant that is not ISO 8601 or not in the calendar.</summary>
    public const string DateInvalid = "fts-date-invalid";

    /// <summary>Another number that is none, or cannot be kept exactly.</summary>
    public const string NumberInvalid = "fts-number-invalid";

    /// <summary>An original amount that is none, or cannot be kept exactly; the flow is kept without it.</summary>
    public const string OriginalAmountInvalid = "fts-original-amount-invalid";

    /// <summary>An exchange rate that is none, or cannot be kept exactly.</summary>
    public const string RateInvalid = "fts-rate-invalid";

    /// <summary>A currency that is not three capital letters.</summary>
    public const string CurrencyInvalid = "fts-currency-invalid";

    /// <summary>A behaviour of an object other than single, shared and overlap.</summary>
    public const string BehaviourUnknown = "fts-behaviour-unknown";

    /// <summary>A day with a time of day, which is dropped.</summary>
    public const string DateHasTime = "fts-date-has-time";

    /// <summary>A field that the reader does not know.</summary>
    public const string FieldUnknown = "fts-field-unknown";

    /// <summary>A page that promises flows and gives none.</summary>
    public const string FlowsMissing = "fts-flows-missing";

    /// <summary>An object of a type that the reader does not know.</summary>
    public const string ObjectTypeUnknown = "fts-object-type-unknown";

    /// <summary>An answer that does not say what it is about.</summary>
    public const string ScopeUnstated = "fts-scope-unstated";

    /// <summary>An answer with which FTS says that it could not answer.</summary>
    public const string StatusNotOk = "fts-status-not-ok";

    /// <summary>A value of another type than its field has, or none where one must be.</summary>
    public const string TypeWrong = "fts-type-wrong";
}
