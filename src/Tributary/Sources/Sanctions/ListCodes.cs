namespace Tributary.Sources.Sanctions;

/// <summary>Codes of the issues that sanctions lists can have.</summary>
internal static class ListCodes
{
    /// <summary>A list without any entry.</summary>
    public const string Empty = "list-empty";

    /// <summary>An entry without a name.</summary>
    public const string NameMissing = "list-name-missing";

    /// <summary>An entry without its list's reference.</summary>
    public const string IdMissing = "list-id-missing";

    /// <summary>Two entries with one reference; both are kept.</summary>
    public const string IdRepeated = "list-id-repeated";

    /// <summary>A field that the reader does not know.</summary>
    public const string FieldUnknown = "list-field-unknown";

    /// <summary>A word of the list's own set of words that the reader does not know, or a day that is none.</summary>
    public const string ValueUnknown = "list-value-unknown";

    /// <summary>The list says how many entries it has, and has another number.</summary>
    public const string CountDiffers = "list-count-differs";

    /// <summary>More than a reader will hold of a list.</summary>
    public const string TooLong = "list-too-long";

    /// <summary>A row about an entry that the set does not have.</summary>
    public const string EntryUnknown = "list-entry-unknown";

    /// <summary>A set lacks a file, and so what stands in it.</summary>
    public const string PartMissing = "list-part-missing";

    /// <summary>A file that says nothing without the others of its set.</summary>
    public const string PartAlone = "list-part-alone";

    /// <summary>Two files of a set are the same part of it.</summary>
    public const string PartRepeated = "list-part-repeated";

    /// <summary>A set whose files cannot be told apart.</summary>
    public const string SetBroken = "list-set-broken";

    /// <summary>A version that loses more entries than is believed without a word.</summary>
    public const string LosesEntries = "list-loses-entries";

    /// <summary>A version of which records cannot be used.</summary>
    public const string LacksEntries = "list-lacks-entries";

    /// <summary>A version that says it was made after today.</summary>
    public const string DayAhead = "list-day-ahead";
}
