namespace Tributary.Reading;

/// <summary>Codes of the issues that lie in the form of a document, whatever it is about.</summary>
internal static class ReadingCodes
{
    /// <summary>The document ends before what it began is closed.</summary>
    public const string Truncated = "document-truncated";

    /// <summary>An XML document that declares a document type.</summary>
    public const string DocumentType = "document-type-declared";

    /// <summary>Not JSON or not XML, too deep, or going on after its root value.</summary>
    public const string JsonMalformed = "document-malformed";

    /// <summary>Bytes that are no UTF-8, or NUL.</summary>
    public const string Encoding = "document-encoding";

    /// <summary>One record is longer than a reader will hold in memory.</summary>
    public const string RecordTooLong = "document-record-too-long";

    /// <summary>A text that is longer than its reader will hold in memory.</summary>
    public const string DocumentTooLong = "document-too-long";

    /// <summary>A name that stands twice in one object of a record; the last value is used.</summary>
    public const string KeyRepeated = "document-key-repeated";

    /// <summary>A part of the document that stands there twice; the first is used and the second is not.</summary>
    public const string PartRepeated = "document-part-repeated";

    /// <summary>More lines than can be numbered.</summary>
    public const string TooManyLines = "document-too-many-lines";

    /// <summary>A row with more or fewer fields than its header.</summary>
    public const string FieldCount = "csv-field-count";

    /// <summary>A row with more fields than a reader will hold.</summary>
    public const string TooManyFields = "csv-too-many-fields";

    /// <summary>A quote or carriage return where RFC 4180 has none, so that fields and rows cannot be told apart.</summary>
    public const string Malformed = "csv-malformed";

    /// <summary>Compressed data that swells more than honest data does.</summary>
    public const string GzipBomb = "gzip-bomb";

    /// <summary>Compressed data that does not decompress, or is cut off.</summary>
    public const string GzipBroken = "gzip-broken";

    /// <summary>A document that says it is of a day that has not come.</summary>
    public const string DayAhead = "document-day-ahead";

    /// <summary>A document that no reader knows.</summary>
    public const string FormatUnknown = "format-unknown";
}
