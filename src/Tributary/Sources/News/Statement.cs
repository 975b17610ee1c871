namespace Tributary.Sources.News;

/// <summary>One place where a report says one thing about itself.</summary>
/// <param name="Field">One of <see cref="NewsFields"/>.</param>
/// <param name="Value">The value, cleaned.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Basis">Empty when the text says just this; otherwise how the value was found or what it lacks.</param>
internal sealed record Statement(string Field, string Value, Passage At, string Basis = "")
{
    /// <summary>A statement whose value is what stands there.</summary>
    public static Statement Of(string field, Passage at) => new(field, at.Clean(), at);
}

/// <summary>What a report can say about itself.</summary>
internal static class NewsFields
{
    /// <summary>One report of several in a document, by its number from 1: its place is all that belongs to it.</summary>
    public const string Item = "item";

    public const string Headline = "headline";
    public const string Section = "section";
    public const string Agency = "agency";
    public const string Author = "author";
    public const string Editor = "editor";
    public const string Publisher = "publisher";

    /// <summary>From where the report was sent.</summary>
    public const string Located = "located";

    public const string Published = "published";
    public const string Language = "language";
    public const string Url = "url";
    public const string Standfirst = "standfirst";
    public const string Body = "body";
    public const string CollectorDate = "collector-date";
    public const string Noise = "noise";

    /// <summary>The fields that are kept, in the order in which they are given out.</summary>
    public static readonly IReadOnlyList<string> Kept =
        [Item, Headline, Section, Agency, Author, Editor, Publisher, Located, Published, Language, Url, Standfirst, Body, CollectorDate, Noise];

    /// <summary>A time of change: read, so that it is not taken for the time of publication, and left out.</summary>
    public const string Updated = "updated";

    /// <summary>A picture's credit: read, so that it is not taken for the report's, and left out.</summary>
    public const string Picture = "picture";

    /// <summary>A line of the head that no rule places.</summary>
    public const string Unplaced = "unplaced line";

    /// <summary>A value that its field cannot have.</summary>
    public const string Misplaced = "misplaced value";

    /// <summary>Why a field that is read is left out.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        [Updated] = "only the time of publication is kept",
        [Picture] = "a picture's credit is not the report's",
        [Misplaced] = "an address where a name belongs, or a name where an address does",
        [Unplaced] = "no rule says what a line before the headline with this form is",
    };

    /// <summary>A date under a label of publication or collection that cannot be read: reported, never guessed.</summary>
    public const string UnreadableDate = "unreadable date";

    /// <summary>Data for machines that cannot be read: reported.</summary>
    public const string UnreadableData = "unreadable data";
}
