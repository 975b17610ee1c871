using Tributary.Activities;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>All that is known of one activity.</summary>
public sealed record ActivityAnswer
{
    /// <summary>Its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in the first language stated.</summary>
    public required string? Title { get; init; }

    /// <summary>Who publishes it.</summary>
    public required OrganisationLine? Publisher { get; init; }

    /// <summary>Whether somebody publishes it who has no part in it.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>Its status.</summary>
    public required string? Status { get; init; }

    /// <summary>Its level in the publisher's hierarchy, 1 the topmost.</summary>
    public required int? Hierarchy { get; init; }

    /// <summary>Whether it is humanitarian; null when it does not say.</summary>
    public required bool? IsHumanitarian { get; init; }

    /// <summary>The version of the standard.</summary>
    public required string? Version { get; init; }

    /// <summary>The currency of amounts that state none.</summary>
    public required string? DefaultCurrency { get; init; }

    /// <summary>The language of texts that state none.</summary>
    public required string? DefaultLanguage { get; init; }

    /// <summary>When the publisher last changed it.</summary>
    public required DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Start and end.</summary>
    public required ActivityDates Dates { get; init; }

    /// <summary>How its transactions are classified that do not say, by codes of the standard.</summary>
    public required Classification Defaults { get; init; }

    /// <summary>Who takes part.</summary>
    public required IReadOnlyList<PartyLine> Parties { get; init; }

    /// <summary>Its countries, regions and sectors.</summary>
    public required IReadOnlyList<ShareLine> Shares { get; init; }

    /// <summary>The emergencies and appeals that it answers.</summary>
    public required IReadOnlyList<ScopeLine> Scopes { get; init; }

    /// <summary>Other activities that it names.</summary>
    public required IReadOnlyList<RelatedLine> Related { get; init; }

    /// <summary>What its transactions are together, by currency; converted where that was asked for and a rate is known.</summary>
    public required IReadOnlyList<CurrencySums> Sums { get; init; }

    /// <summary>Its transactions as they are stated, by their days.</summary>
    public required IReadOnlyList<TransactionLine> Transactions { get; init; }

    /// <summary>Its budgets and planned disbursements.</summary>
    public required IReadOnlyList<BudgetLine> Budgets { get; init; }

    /// <summary>Whatever else it states: descriptions, texts in other languages, results, documents, locations, conditions, contacts …</summary>
    public required IReadOnlyList<DetailLine> Details { get; init; }

    /// <summary>Where it is stated.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>All statements of it that the ledger has, the one that counts first.</summary>
    public required IReadOnlyList<ActivityStatement> Statements { get; init; }

    /// <summary>What converted sums rest on; null where all are as stated.</summary>
    public required Conversions? Conversions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>An organisation as it is named.</summary>
/// <param name="Id">Its identifier; null when not stated, like the others.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <param name="ActivityId">Its own activity on the other side.</param>
public sealed record OrganisationLine(string? Id, string? Name, string? Type, string? ActivityId)
{
    /// <summary>Name, else identifier, and its activity, for people.</summary>
    internal string Words => $"{Name ?? Id ?? "(not named)"}{(ActivityId is null ? "" : $" [{ActivityId}]")}";
}

/// <summary>An organisation that takes part.</summary>
/// <param name="Role">What it does: funding, accountable, extending, implementing.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="CrsChannel">The OECD's code of the channel.</param>
public sealed record PartyLine(string? Role, OrganisationLine Organisation, string? CrsChannel);

/// <summary>A part that goes to a country, a region or a sector.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Vocabulary">The vocabulary; null for countries.</param>
/// <param name="Code">The code.</param>
/// <param name="Name">Its name, as stated or as the ledger knows it.</param>
/// <param name="Percentage">Of a hundred; null when not stated.</param>
public sealed record ShareLine(ShareKind Kind, string? Vocabulary, string? Code, string? Name, decimal? Percentage);

/// <summary>An emergency or appeal that an activity answers.</summary>
/// <param name="Kind">emergency or appeal.</param>
/// <param name="Vocabulary">1-2 GLIDE, 2-1 humanitarian plan, 99 the publisher's own.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Name">A name, as stated.</param>
/// <param name="PlanId">FTS's id of the plan, where the ledger knows one by that code.</param>
/// <param name="Plan">Its name.</param>
public sealed record ScopeLine(string? Kind, string? Vocabulary, string Code, string? Name, int? PlanId, string? Plan);

/// <summary>Another activity.</summary>
/// <param name="Relation">parent, child, sibling, co-funded or third party.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title, where the ledger has it.</param>
/// <param name="IsKnown">Whether the ledger has it.</param>
public sealed record RelatedLine(string? Relation, string Id, string? Title, bool IsKnown);

/// <summary>A transaction as it is stated.</summary>
public sealed record TransactionLine
{
    /// <summary>Which of the activity's it is, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The publisher's own reference.</summary>
    public required string? Reference { get; init; }

    /// <summary>The code of its type.</summary>
    public required string? Type { get; init; }

    /// <summary>Its type in words.</summary>
    public required string TypeName { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The amount as stated; null where it cannot be read.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The currency; null where nobody states one.</summary>
    public required string? Currency { get; init; }

    /// <summary>Where the currency is from.</summary>
    public required CurrencyBasis CurrencyBasis { get; init; }

    /// <summary>The day for whose rate the amount is to be converted.</summary>
    public required DateOnly? ValueDate { get; init; }

    /// <summary>The day for whose rate it counts: the value date, else its own.</summary>
    internal DateOnly? RateDay => ValueDate ?? Date;

    /// <summary>The amount in the currency that was asked for, not rounded; null where none was, none is needed or no rate is known.</summary>
    public ConvertedAmount? Converted { get; init; }

    /// <summary>What it says itself; null when it does not, and the activity's word counts.</summary>
    public required bool? StatedHumanitarian { get; init; }

    /// <summary>What counts.</summary>
    public required bool IsHumanitarian { get; init; }

    /// <summary>Where the money comes from.</summary>
    public required OrganisationLine? Provider { get; init; }

    /// <summary>Where it goes.</summary>
    public required OrganisationLine? Receiver { get; init; }

    /// <summary>A description.</summary>
    public required string? Description { get; init; }

    /// <summary>The code of the channel of disbursement.</summary>
    public required string? Channel { get; init; }

    /// <summary>How it is classified, as far as it says itself.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Its own countries, regions and sectors; none where the activity's count.</summary>
    public required IReadOnlyList<ShareLine> Shares { get; init; }

    /// <summary>Whatever else it states.</summary>
    public required IReadOnlyList<DetailLine> Details { get; init; }

    /// <summary>Where it is stated.</summary>
    public required SourceLocation Source { get; init; }
}

/// <summary>An amount in another currency.</summary>
/// <param name="Value">The amount.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Rate">Units of it for one of the currency that is stated.</param>
/// <param name="RateFirstDay">The first day that the rate is of.</param>
/// <param name="RateLastDay">The last one.</param>
/// <param name="Sources">Where it is stated.</param>
public sealed record ConvertedAmount(decimal Value, string Currency, decimal Rate, DateOnly RateFirstDay, DateOnly RateLastDay, IReadOnlyList<SourceLocation> Sources);

/// <summary>A budget or a planned disbursement.</summary>
public sealed record BudgetLine
{
    /// <summary>Which of them.</summary>
    public required BudgetKind Kind { get; init; }

    /// <summary>original or revised.</summary>
    public required string? Type { get; init; }

    /// <summary>indicative or committed.</summary>
    public required string? Status { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>The amount as stated; null where it cannot be read.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The currency; null where nobody states one.</summary>
    public required string? Currency { get; init; }

    /// <summary>Where the currency is from.</summary>
    public required CurrencyBasis CurrencyBasis { get; init; }

    /// <summary>The day for whose rate the amount is to be converted.</summary>
    public required DateOnly? ValueDate { get; init; }

    /// <summary>Where the money comes from.</summary>
    public required OrganisationLine? Provider { get; init; }

    /// <summary>Where it goes.</summary>
    public required OrganisationLine? Receiver { get; init; }

    /// <summary>Whatever else it states.</summary>
    public required IReadOnlyList<DetailLine> Details { get; init; }

    /// <summary>Where it is stated.</summary>
    public required SourceLocation Source { get; init; }
}

/// <summary>A statement of an activity.</summary>
/// <param name="Source">Where it is made.</param>
/// <param name="Day">The day of the document.</param>
/// <param name="LastUpdated">When the publisher last changed it, as it says.</param>
/// <param name="IsSecondary">Whether somebody makes it who has no part in the activity.</param>
/// <param name="Counts">Whether it is the latest word.</param>
/// <param name="Why">Why it counts, or what is put before it.</param>
public sealed record ActivityStatement(SourceLocation Source, DateOnly Day, DateTimeOffset? LastUpdated, bool IsSecondary, bool Counts, string Why);
