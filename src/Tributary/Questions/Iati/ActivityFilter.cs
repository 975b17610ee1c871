using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Which activities and transactions of IATI a question is about. Values of one kind are alternatives; different kinds must all hold.</summary>
/// <remarks>
/// Publishers, statuses, plans and emergencies choose among activities; years and the humanitarian flag among transactions. Countries, sectors and clusters take
/// of each transaction the part that is for them, as the publisher's percentages share it out. Of each activity only the latest word counts.
/// </remarks>
public abstract record ActivityFilter
{
    /// <summary>Recipient countries: ISO 3166 codes or names.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Reporting organisations: identifiers or names, whatever their case.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>Only transactions that are humanitarian (true) or that are not (false); null for both.</summary>
    public bool? IsHumanitarian { get; init; }

    /// <summary>Sectors by their codes: <c>72010</c> of the OECD's five digits, or with another vocabulary before it, <c>2:720</c>.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Global clusters: their numbers in IATI's vocabulary 10, or their names.</summary>
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Plans that activities say they answer: FTS ids or codes such as HAFG20.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Emergencies that activities say they answer: GLIDE numbers.</summary>
    public IReadOnlyList<string> Emergencies { get; init; } = [];

    /// <summary>Statuses of activities: codes of the standard or their names.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Years of the transactions' days.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>The currency into which sums are converted, each transaction at the rate of its value date, else of its day; null to leave them as stated.</summary>
    public Currency? ConvertTo { get; init; }

    /// <summary>The filter in words, for headings.</summary>
    public string Describe()
    {
        var parts = new List<string>();
        Add(parts, "country", Countries);
        Add(parts, "publisher", Publishers);
        if (IsHumanitarian is { } humanitarian) parts.Add(humanitarian ? "humanitarian" : "not humanitarian");
        Add(parts, "sector", Sectors);
        Add(parts, "cluster", Clusters);
        Add(parts, "plan", Plans);
        Add(parts, "emergency", Emergencies);
        Add(parts, "status", Statuses);
        Add(parts, "year", Years);
        var words = parts.Count == 0 ? "all activities" : string.Join(", ", parts);
        return ConvertTo is { } currency ? $"{words}, in {currency}" : words;
    }

    private static void Add<T>(List<string> parts, string kind, IReadOnlyList<T> values)
    {
        if (values.Count > 0) parts.Add($"{kind} {string.Join(" or ", values)}");
    }
}
