namespace Tributary.Reading;

/// <summary>Codes of the issues that lie in the form of a document, whatever it is about.</summary>
internal static class ReadingCodes
{
    /// <summary>The document ends before what it began is closed.</summary>
    public const string Truncated = "document-truncated";

    /// <summary>Bytes that are no UTF-8, or NUL.</summary>
    public const string Encoding = "document-encoding";

    /// <summary>One record is longer than a reader will hold in memory.</summary>
    public const string RecordTooLong = "document-record-too-long";

    /// <summary>More lines than can be numbered.</summary>
    public const string TooManyLines = "document-too-many-lines";

    /// <summary>A row with more or fewer fields than its header, or than a reader will hold.</summary>
    public const string FieldCount = "csv-field-count";

    /// <summary>A quote or carriage return where RFC 4180 has none, so that fields and rows cannot be told apart.</summary>
    public const string Malformed = "csv-malformed";
}
