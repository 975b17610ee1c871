using Tributary.Activities;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What transactions of IATI are grouped by.</summary>
public enum ActivityGrouping
{
    /// <summary>The reporting organisation.</summary>
    Publisher,

    /// <summary>Recipient countries and regions, by the publisher's percentages.</summary>
    Country,

    /// <summary>Sectors of one vocabulary, by the publisher's percentages.</summary>
    Sector,

    /// <summary>Global clusters: the sectors of vocabulary 10.</summary>
    Cluster,

    /// <summary>The type of transaction.</summary>
    Type,

    /// <summary>Whether the transaction is humanitarian.</summary>
    Humanitarian,
}

/// <summary>What are the transactions of activities together, by publisher, country, sector, cluster, type or humanitarian flag?</summary>
/// <remarks>The lines of one type, currency and flag add up to all that is counted: what nobody shares out, and what is left of a hundred, has lines of its own.</remarks>
public sealed record ActivitySumsQuestion : ActivityFilter, IQuestion<ActivitySumsAnswer>
{
    /// <summary>What they are grouped by.</summary>
    public required ActivityGrouping By { get; init; }

    /// <summary>The vocabulary of sectors, when grouped by them. Default: 1, the OECD's five digits.</summary>
    public string SectorVocabulary { get; init; } = ShareAxis.OecdSectors;

    /// <inheritdoc/>
    public ActivitySumsAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var axis = By switch { ActivityGrouping.Country => ShareAxis.Places, ActivityGrouping.Sector => new ShareAxis(SectorVocabulary), ActivityGrouping.Cluster => ShareAxis.Clusters, _ => null };
        var transactions = CountedTransactions.Of(facts, this, axis);
        var groups = transactions.By(By == ActivityGrouping.Publisher ? ["reporter_ref", "reporter_name"] : [], token);
        var counted = groups.FindAll(group => group.Currency is not null);
        var parts = axis is null
            ? counted.Select(group => (Group: Whole(facts, group), Part: CountedPart.Of(group, transactions.Portion(group).Inside)))
            : SharedOut(transactions, counted, axis, ShareNames.Of(facts, axis, token));
        return new ActivitySumsAnswer
        {
            By = By,
            Lines = [.. Lines(parts).OrderBy(line => line.Rest is not null).ThenBy(line => line.Name, StringComparer.Ordinal).ThenBy(line => line.Code, StringComparer.Ordinal)
                .ThenBy(line => line.Currency, StringComparer.Ordinal).ThenBy(line => line.Type, StringComparer.Ordinal).ThenBy(line => line.IsHumanitarian)],
            Undivided = UndividedSum.Of(transactions, counted),
            Uncounted = UncountedTransactions.Of(groups),
            Conversions = transactions.Conversions,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private SumGroup Whole(Facts facts, TransactionGroup group) => By switch
    {
        ActivityGrouping.Publisher => PublisherNames.Of(facts, group.Columns[0], group.Columns[1]),
        ActivityGrouping.Type => new SumGroup(group.Type, null, TransactionTypes.NameOf(group.Type), null),
        _ => new SumGroup(group.IsHumanitarian ? "1" : "0", null, group.IsHumanitarian ? "humanitarian" : "not humanitarian", null),
    };

    private static IEnumerable<(SumGroup Group, CountedPart Part)> SharedOut(CountedTransactions transactions, List<TransactionGroup> groups, ShareAxis axis, ShareNames names)
    {
        var wanted = transactions.WantedOf(axis);
        foreach (var group in groups)
        {
            var sharing = transactions.SharingOf(group, axis);
            foreach (var (code, amount) in sharing.PartsOf(transactions.Portion(group, axis).Inside))
            {
                // With a filter on the axis, a rest is not inside: it is told beside.
                if (wanted is not null && (code is null || !wanted.Contains(code.Value))) continue;
                yield return (code is { } share ? new SumGroup(names.CodeOf(share), names.VocabularyOf(share), names.Of(share) ?? names.CodeOf(share), null) : new SumGroup(null, null, IatiWords.Rest(sharing.Reason), sharing.Reason), CountedPart.Of(group, amount));
            }
        }
    }

    private static IEnumerable<ActivitySum> Lines(IEnumerable<(SumGroup Group, CountedPart Part)> parts) => parts
        .GroupBy(part => (part.Group, part.Part.Type, part.Part.Currency, part.Part.IsHumanitarian))
        .Select(line => new ActivitySum(line.Key.Group.Code, line.Key.Group.Vocabulary, line.Key.Group.Name, line.Key.Group.Rest, line.Key.Type, line.Key.Currency, line.Key.IsHumanitarian, line.Sum(part => part.Part.Amount), line.Sum(part => part.Part.Count)));
}

/// <summary>Sums of transactions by group, type, currency and humanitarian flag.</summary>
public sealed record ActivitySumsAnswer
{
    /// <summary>What they are grouped by.</summary>
    public required ActivityGrouping By { get; init; }

    /// <summary>The sums, by the names of the groups; rests come last.</summary>
    public required IReadOnlyList<ActivitySum> Lines { get; init; }

    /// <summary>Beside them: amounts of which an unknown part is for what the filter names.</summary>
    public required IReadOnlyList<UndividedSum> Undivided { get; init; }

    /// <summary>Transactions in no sum.</summary>
    public required UncountedTransactions Uncounted { get; init; }

    /// <summary>What converted sums rest on; null where all are as stated.</summary>
    public required Conversions? Conversions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One sum.</summary>
/// <param name="Code">The group's code as stated: a country of two letters, a region, a sector, a type, a publisher's identifier; <c>1</c> or <c>0</c> of the flag. Null for a rest.</param>
/// <param name="Vocabulary">The vocabulary of a region or a sector; null for others.</param>
/// <param name="Name">The group's name, else its code.</param>
/// <param name="Rest">Why it is for no country, region or sector; null where it is for one.</param>
/// <param name="Type">The code of the type of transaction; null when none is stated.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="IsHumanitarian">What the transaction says, else its activity.</param>
/// <param name="Sum">The sum, exact but for percentages that do not come out even.</param>
/// <param name="TransactionCount">Transactions that have a part in it.</param>
public sealed record ActivitySum(string? Code, string? Vocabulary, string Name, RestReason? Rest, string? Type, string Currency, bool IsHumanitarian, decimal Sum, long TransactionCount);

/// <summary>Amounts of which an unknown part is for what a filter names. They are in no sum.</summary>
/// <param name="Type">The code of the type of transaction; null when none is stated.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="Sum">The most that it can be.</param>
/// <param name="TransactionCount">The transactions.</param>
public sealed record UndividedSum(string? Type, string Currency, decimal Sum, long TransactionCount)
{
    internal static IReadOnlyList<UndividedSum> Of(CountedTransactions transactions, IEnumerable<TransactionGroup> groups) =>
    [
        .. groups.Select(group => CountedPart.Of(group, transactions.Portion(group).Undivided)).Where(part => part.Amount != 0)
            .GroupBy(part => (part.Type, part.Currency))
            .Select(line => new UndividedSum(line.Key.Type, line.Key.Currency, line.Sum(part => part.Amount), line.Sum(part => part.Count)))
            .OrderBy(line => line.Currency, StringComparer.Ordinal).ThenBy(line => line.Type, StringComparer.Ordinal),
    ];
}

/// <summary>What a sum is of.</summary>
internal readonly record struct SumGroup(string? Code, string? Vocabulary, string Name, RestReason? Rest);

/// <summary>Reporting organisations by their terms.</summary>
internal static class PublisherNames
{
    /// <summary>One by its identifier and name.</summary>
    public static SumGroup Of(Facts facts, int? identifier, int? name)
    {
        var (stated, named) = (IatiTerms.Text(facts, identifier), IatiTerms.Text(facts, name));
        return new SumGroup(stated, null, NameOf(facts, identifier) ?? named ?? stated ?? "Not specified", null);
    }

    // Publishers write their own names in several ways: an identifier has the one that is stated most.
    private static string? NameOf(Facts facts, int? identifier) => identifier is { } number ? facts.Remember(nameof(PublisherNames), () => facts.Query(
        $"SELECT reporter_ref, reporter_name FROM activity WHERE {facts.LatestWord} AND reporter_ref IS NOT NULL AND reporter_name IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, reporter_name", row => (Ref: row.GetInt32(0), Name: row.GetInt32(1)))
        .DistinctBy(publisher => publisher.Ref).ToDictionary(publisher => publisher.Ref, publisher => facts.Terms[publisher.Name])).GetValueOrDefault(number) : null;
}
