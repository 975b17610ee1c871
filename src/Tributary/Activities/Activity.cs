namespace Tributary.Activities;

/// <summary>An activity as one document states it: what a publisher plans, pays for or does.</summary>
/// <remarks>
/// Named after the IATI standard (https://iatistandard.org/en/iati-standard/203/activity-standard/). Codes are those of its codelists, version 2.03, whatever
/// version states them. <see cref="Details"/> holds whatever no other property does.
/// </remarks>
public sealed record Activity
{
    /// <summary>Which activity of its document it is, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The IATI identifier; null when the document does not state one.</summary>
    public string? Id { get; init; }

    /// <summary>The version of the standard that the document states; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>Who publishes it.</summary>
    public ActivityOrganisation? Reporter { get; init; }

    /// <summary>Whether somebody publishes it who has no part in it.</summary>
    public bool IsSecondary { get; init; }

    /// <summary>Its level in the publisher's hierarchy, 1 the topmost; null when not stated.</summary>
    public int? Hierarchy { get; init; }

    /// <summary>The code of its status; null when not stated.</summary>
    public string? Status { get; init; }

    /// <summary>The currency of amounts that state none; null when not stated.</summary>
    public string? DefaultCurrency { get; init; }

    /// <summary>The language of texts that state none; null when not stated.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>Whether it is humanitarian; null when not stated.</summary>
    public bool? IsHumanitarian { get; init; }

    /// <summary>When the publisher last changed it, in UTC; null when not stated.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>The planned and the actual start and end.</summary>
    public ActivityDates Dates { get; init; } = new(null, null, null, null);

    /// <summary>The title in English where it is stated, else in the first language; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>How its transactions are classified that do not say.</summary>
    public Classification Defaults { get; init; } = Classification.None;

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<ActivityParty> Parties { get; init; } = [];

    /// <summary>Its countries, regions and sectors.</summary>
    public IReadOnlyList<ActivityShare> Shares { get; init; } = [];

    /// <summary>The emergencies and appeals that it answers.</summary>
    public IReadOnlyList<HumanitarianScope> Scopes { get; init; } = [];

    /// <summary>Other activities that it names.</summary>
    public IReadOnlyList<RelatedActivity> Related { get; init; } = [];

    /// <summary>Its money that moved or was committed.</summary>
    public IReadOnlyList<ActivityTransaction> Transactions { get; init; } = [];

    /// <summary>Its budgets and planned disbursements.</summary>
    public IReadOnlyList<ActivityBudget> Budgets { get; init; } = [];

    /// <summary>Whatever no other property holds, as JsonML (http://www.jsonml.org): descriptions, texts in other languages, results, documents, locations, conditions …; null for nothing.</summary>
    public string? Details { get; init; }
}

/// <summary>The start and end of an activity.</summary>
/// <param name="PlannedStart">Null when not stated, like the others.</param>
/// <param name="ActualStart">The actual start.</param>
/// <param name="PlannedEnd">The planned end.</param>
/// <param name="ActualEnd">The actual end.</param>
public sealed record ActivityDates(DateOnly? PlannedStart, DateOnly? ActualStart, DateOnly? PlannedEnd, DateOnly? ActualEnd);

/// <summary>How money is classified, by codes of the standard; null for what is not stated.</summary>
/// <param name="FlowType">FlowType: official development assistance, private grants …</param>
/// <param name="FinanceType">FinanceType: grant, loan …</param>
/// <param name="AidType">AidType of the OECD: budget support, projects …</param>
/// <param name="TiedStatus">TiedStatus.</param>
public sealed record Classification(string? FlowType, string? FinanceType, string? AidType, string? TiedStatus)
{
    /// <summary>Nothing is stated.</summary>
    public static readonly Classification None = new(null, null, null, null);
}

/// <summary>An organisation as an activity names it.</summary>
/// <param name="Ref">Its identifier; null when not stated, like the others.</param>
/// <param name="Type">The code of its type.</param>
/// <param name="Name">Its name in English where it is stated, else in the first language.</param>
/// <param name="ActivityId">Its own activity, on the other side of the money.</param>
public sealed record ActivityOrganisation(string? Ref, string? Type, string? Name, string? ActivityId = null);

/// <summary>An organisation that takes part.</summary>
/// <param name="Role">The code of its role: 1 funding, 2 accountable, 3 extending, 4 implementing; null when not stated.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="CrsChannel">The OECD's code of the channel; null when not stated.</param>
public sealed record ActivityParty(string? Role, ActivityOrganisation Organisation, string? CrsChannel);

/// <summary>Another activity that an activity names.</summary>
/// <param name="Type">The code of the relation: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party; null when not stated.</param>
/// <param name="Id">Its identifier.</param>
public sealed record RelatedActivity(string? Type, string Id);

/// <summary>An emergency or an appeal that an activity answers.</summary>
/// <param name="Type">1 emergency, 2 appeal; null when not stated.</param>
/// <param name="Vocabulary">1-2 GLIDE, 2-1 humanitarian plan, 99 the publisher's own; null when not stated.</param>
/// <param name="Code">The code in that vocabulary.</param>
/// <param name="Name">A name; null when not stated.</param>
public sealed record HumanitarianScope(string? Type, string? Vocabulary, string Code, string? Name);

/// <summary>What part of an activity, or of a transaction, goes to a country, a region or a sector.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Vocabulary">The code of the vocabulary. Countries have none: null.</param>
/// <param name="Code">The code in that vocabulary; null when not stated.</param>
/// <param name="Percentage">Of a hundred; null when not stated.</param>
/// <param name="Name">A name; null when not stated.</param>
public sealed record ActivityShare(ShareKind Kind, string? Vocabulary, string? Code, decimal? Percentage, string? Name);

/// <summary>What a share is of.</summary>
public enum ShareKind
{
    /// <summary>A country, by ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A sector; in vocabulary 10 a humanitarian cluster.</summary>
    Sector,
}
