using Tributary.Activities;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Who publishes IATI data, how much, how late, and how far can its money be followed?</summary>
public sealed record PublishersQuestion : IQuestion<PublishersAnswer>
{
    /// <summary>Only these reporting organisations: identifiers or names, whatever their case.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The ledger knows no such publisher.</exception>
    public PublishersAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var stated = PublisherRecords.Of(facts, token);
        var filter = new ActivitySumsQuestion { By = ActivityGrouping.Publisher, Publishers = Publishers };
        var sums = CountedTransactions.Of(facts, filter).By(["reporter_ref", "reporter_name"], token).ToLookup(group => PublisherKey.Of(group.Columns[0], group.Columns[1]));
        var chosen = ChosenKeys(facts, filter, token);
        var (delays, oddities, transactions) = (PublisherRecords.Delays(facts, token), PublisherOddities.Of(facts, token), PublisherRecords.Transactions(facts, token));
        return new PublishersAnswer
        {
            Publishers = [.. stated.Where(publisher => chosen.Contains(publisher.Key)).Select(publisher => Line(facts, publisher, transactions.GetValueOrDefault(publisher.Key), delays.GetValueOrDefault(publisher.Key), [.. sums[publisher.Key]], oddities[publisher.Key]))
                .OrderByDescending(line => line.TransactionCount).ThenBy(line => line.Name, StringComparer.Ordinal)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static HashSet<int> ChosenKeys(Facts facts, ActivityFilter filter, CancellationToken token) =>
        [.. facts.Query($"{ActivityChoice.Of(facts, filter).Sql} SELECT DISTINCT reporter_ref, reporter_name FROM chosen", row => PublisherKey.Of(row.GetNumber(0), row.GetNumber(1)), token)];

    private static PublisherLine Line(Facts facts, PublisherRecord publisher, TransactionRecord? transactions, Delays? delays, List<TransactionGroup> groups, IEnumerable<PublisherOddity> oddities)
    {
        var name = PublisherNames.Of(facts, publisher.Ref, publisher.Name);
        return new PublisherLine
        {
            Id = name.Code,
            Name = name.Name,
            ActivityCount = publisher.Activities,
            SecondaryCount = publisher.Secondary,
            HumanitarianActivityCount = publisher.Humanitarian,
            DocumentCount = publisher.Documents,
            LatestUpdate = publisher.LatestUpdate,
            TransactionCount = transactions?.Count ?? 0,
            HumanitarianTransactionCount = transactions?.Humanitarian ?? 0,
            WithoutDate = transactions?.WithoutDate ?? 0,
            LatestTransaction = transactions?.Latest,
            MedianDelayDays = delays?.Median,
            NamesActivity = transactions?.NamesActivity ?? 0,
            NamesOrganisation = transactions?.NamesOrganisation ?? 0,
            WithCountry = transactions?.WithCountry ?? 0,
            WithPlace = transactions?.WithPlace ?? 0,
            WithSector = transactions?.WithSector ?? 0,
            WithOtherSide = transactions?.WithOtherSide ?? 0,
            Sums = CurrencySums.Of(groups.Where(group => group.Currency is not null).Select(group => CountedPart.Of(group, group.Sum))),
            Uncounted = UncountedTransactions.Of(groups),
            Oddities = [.. oddities],
        };
    }
}

/// <summary>Publishers of IATI data, those with the most transactions first.</summary>
public sealed record PublishersAnswer
{
    /// <summary>The publishers.</summary>
    public required IReadOnlyList<PublisherLine> Publishers { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One publisher. What is counted are transactions, unless the name says otherwise.</summary>
public sealed record PublisherLine
{
    /// <summary>Its identifier; null where its activities state none.</summary>
    public required string? Id { get; init; }

    /// <summary>Its name as most of its activities write it.</summary>
    public required string Name { get; init; }

    /// <summary>Activities.</summary>
    public required long ActivityCount { get; init; }

    /// <summary>Activities that it publishes for others.</summary>
    public required long SecondaryCount { get; init; }

    /// <summary>Activities that say they are humanitarian.</summary>
    public required long HumanitarianActivityCount { get; init; }

    /// <summary>Documents that state its activities.</summary>
    public required long DocumentCount { get; init; }

    /// <summary>The latest day on which it changed an activity, as it says.</summary>
    public required DateOnly? LatestUpdate { get; init; }

    /// <summary>All of its transactions.</summary>
    public required long TransactionCount { get; init; }

    /// <summary>Humanitarian ones: as they say, else as their activity says.</summary>
    public required long HumanitarianTransactionCount { get; init; }

    /// <summary>Without a day.</summary>
    public required long WithoutDate { get; init; }

    /// <summary>The latest day of one.</summary>
    public required DateOnly? LatestTransaction { get; init; }

    /// <summary>The median of the days from a transaction to its activity's last change, else to the document's day. Null when there is none.</summary>
    public required decimal? MedianDelayDays { get; init; }

    /// <summary>That name the activity on the other side of the money: its provider where it comes in, else its receiver.</summary>
    public required long NamesActivity { get; init; }

    /// <summary>That name no activity there, but an organisation by an identifier of the standard's form.</summary>
    public required long NamesOrganisation { get; init; }

    /// <summary>With a country, their own or their activity's.</summary>
    public required long WithCountry { get; init; }

    /// <summary>With a country or a region, their own or their activity's.</summary>
    public required long WithPlace { get; init; }

    /// <summary>With a sector, their own or their activity's.</summary>
    public required long WithSector { get; init; }

    /// <summary>That name the other side at all.</summary>
    public required long WithOtherSide { get; init; }

    /// <summary>What they are together, by currency.</summary>
    public required IReadOnlyList<CurrencySums> Sums { get; init; }

    /// <summary>Transactions in no sum.</summary>
    public required UncountedTransactions Uncounted { get; init; }

    /// <summary>What was odd when its documents were imported.</summary>
    public required IReadOnlyList<PublisherOddity> Oddities { get; init; }

    /// <summary>What validation finds in its documents; null when it was not asked for.</summary>
    public IReadOnlyList<PublisherFinding>? Findings { get; init; }
}

/// <summary>Something odd in a publisher's documents.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">How often.</param>
/// <param name="IsAtLeast">Whether there may be more: a document of several publishers lists only its first places, which say whose they are.</param>
public sealed record PublisherOddity(string Code, long Count, bool IsAtLeast);

/// <summary>Findings of a kind in a publisher's documents.</summary>
/// <param name="Severity">Critical, Error, Warning or Advisory.</param>
/// <param name="Category">The validator's group.</param>
/// <param name="Count">How often. What is about a whole file counts for each of its publishers.</param>
public sealed record PublisherFinding(string Severity, string Category, long Count);
