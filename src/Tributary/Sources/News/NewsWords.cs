namespace Tributary.Sources.News;

/// <summary>The words that the layout rules know. They are data: a new agency is one more entry.</summary>
internal static class NewsWords
{
    /// <summary>News agencies that stand alone on a line or after "By".</summary>
    public static readonly HashSet<string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Reuters", "Thomson Reuters", "AP", "Associated Press", "The Associated Press", "AFP", "Agence France-Presse",
        "Xinhua", "Xinhua News Agency", "TASS", "Interfax", "RIA Novosti", "Sputnik", "dpa", "Deutsche Presse-Agentur",
        "ANSA", "EFE", "Kyodo", "Kyodo News", "Jiji Press", "Yonhap", "UPI", "United Press International", "Bloomberg",
        "PTI", "Press Trust of India", "ANI", "APP", "Associated Press of Pakistan", "IRNA", "Anadolu Agency", "Anadolu",
        "Pajhwok", "Pajhwok Afghan News", "TOLOnews", "Khaama Press", "Bakhtar", "The New Humanitarian", "IRIN", "UN News",
        "SANA", "WAM", "MENA", "Belga", "APA", "NTB", "TT", "Ritzau", "PA", "PA Media", "Press Association",
        "Canadian Press", "The Canadian Press", "AAP", "Australian Associated Press",
    };

    /// <summary>Labels before a colon and the field they announce.</summary>
    public static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["source"] = NewsFields.Agency, ["agency"] = NewsFields.Agency, ["news agency"] = NewsFields.Agency,
        ["author"] = NewsFields.Author, ["authors"] = NewsFields.Author, ["by"] = NewsFields.Author,
        ["reporter"] = NewsFields.Author, ["written by"] = NewsFields.Author, ["reporting by"] = NewsFields.Author,
        ["editor"] = NewsFields.Editor, ["edited by"] = NewsFields.Editor, ["editing by"] = NewsFields.Editor,
        ["publisher"] = NewsFields.Publisher, ["published by"] = NewsFields.Publisher,
        ["published"] = NewsFields.Published, ["published on"] = NewsFields.Published, ["posted"] = NewsFields.Published,
        ["posted on"] = NewsFields.Published, ["date"] = NewsFields.Published, ["publication date"] = NewsFields.Published,
        ["updated"] = NewsFields.Updated, ["last updated"] = NewsFields.Updated, ["modified"] = NewsFields.Updated,
        ["last modified"] = NewsFields.Updated,
        ["language"] = NewsFields.Language, ["url"] = NewsFields.Url, ["link"] = NewsFields.Url,
        ["section"] = NewsFields.Section, ["category"] = NewsFields.Section,
        ["headline"] = NewsFields.Headline, ["title"] = NewsFields.Headline,
        ["crawled"] = NewsFields.CollectorDate, ["retrieved"] = NewsFields.CollectorDate, ["fetched"] = NewsFields.CollectorDate,
        ["collected"] = NewsFields.CollectorDate, ["crawl date"] = NewsFields.CollectorDate,
        ["photo"] = NewsFields.Picture, ["photo by"] = NewsFields.Picture, ["image"] = NewsFields.Picture, ["picture"] = NewsFields.Picture,
    };

    /// <summary>Words with which a collector begins a line that holds nothing else but a date.</summary>
    public static readonly IReadOnlyList<string> CollectorLabels = ["date", "crawled", "retrieved", "fetched", "collected"];

    /// <summary>Words that may stand beside a time without making its line a sentence.</summary>
    public static readonly HashSet<string> TimeLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "published", "posted", "issued", "first", "updated", "modified", "last", "on", "at", "date", "time",
    };

    /// <summary>Labels of a time of change.</summary>
    public static readonly HashSet<string> ChangeLabels = new(StringComparer.OrdinalIgnoreCase) { "updated", "modified" };

    public static readonly HashSet<string> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
    };

    /// <summary>What the counters of a page count.</summary>
    public static readonly HashSet<string> CounterUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        "min", "mins", "minute", "minutes", "read", "comment", "comments", "share", "shares", "view", "views", "like", "likes",
    };

    /// <summary>Small words inside names: they alone may begin with a small letter in a byline.</summary>
    public static readonly HashSet<string> NameParticles = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "in", "of", "the", "for", "de", "da", "di", "del", "der", "den", "van", "von", "al", "el", "bin", "ibn", "la", "le", "ul", "uz",
    };

    /// <summary>A part of a byline that is a person's role, not a person.</summary>
    public static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "writer", "correspondent", "reporter", "editor", "staff", "bureau", "desk", "columnist",
    };
}
