using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which activities of IATI are there, and what of their transactions is inside a filter?</summary>
public sealed record ActivitiesQuestion : ActivityFilter, IQuestion<ActivitiesAnswer>
{
    /// <inheritdoc/>
    public ActivitiesAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var transactions = CountedTransactions.Of(facts, this);
        var groups = transactions.By(["document", "record"], token);
        var byActivity = groups.ToLookup(group => (group.Columns[0]!.Value, group.Columns[1]!.Value));
        var chosen = byActivity.Select(activity => activity.Key).ToHashSet();
        // A year is about transactions; without one, an activity that has none is still an activity.
        if (Years.Count == 0) chosen.UnionWith(transactions.Activities(token));
        var counted = groups.FindAll(group => group.Currency is not null);
        return new ActivitiesAnswer
        {
            ActivityCount = chosen.Count,
            TransactionCount = groups.Sum(group => group.Count),
            Totals = CurrencySums.Of(Inside(transactions, counted)),
            Undivided = UndividedSum.Of(transactions, counted),
            Uncounted = UncountedTransactions.Of(groups),
            Activities = [.. ActivityHeads.Of(facts, chosen, token).Select(head => Line(head, transactions, [.. byActivity[head.Key]]))
                .OrderByDescending(line => line.LatestTransaction).ThenBy(line => line.Id, StringComparer.Ordinal).ThenBy(line => line.Source.Name, StringComparer.Ordinal).ThenBy(line => line.Source.Place, StringComparer.Ordinal)],
            Conversions = transactions.Conversions,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static ActivityLine Line(ActivityHead head, CountedTransactions transactions, List<TransactionGroup> groups) => new()
    {
        Id = head.Id,
        PublisherId = head.Publisher.Code,
        Publisher = head.Publisher.Name,
        Title = head.Title,
        Countries = head.Places,
        Status = IatiWords.Status(head.Status),
        IsHumanitarian = head.IsHumanitarian,
        TransactionCount = groups.Sum(group => group.Count),
        LatestTransaction = groups.Max(group => group.Latest),
        Sums = CurrencySums.Of(Inside(transactions, groups.FindAll(group => group.Currency is not null))),
        Source = head.Source,
    };

    private static IEnumerable<CountedPart> Inside(CountedTransactions transactions, List<TransactionGroup> groups) => groups.Select(group => CountedPart.Of(group, transactions.Portion(group).Inside));
}

/// <summary>Activities, those with the latest transactions first.</summary>
public sealed record ActivitiesAnswer
{
    /// <summary>How many there are.</summary>
    public required int ActivityCount { get; init; }

    /// <summary>How many transactions of theirs belong to the filter, of all types.</summary>
    public required long TransactionCount { get; init; }

    /// <summary>What they are together, by currency.</summary>
    public required IReadOnlyList<CurrencySums> Totals { get; init; }

    /// <summary>Beside them: amounts of which an unknown part is for what the filter names.</summary>
    public required IReadOnlyList<UndividedSum> Undivided { get; init; }

    /// <summary>Transactions in no sum.</summary>
    public required UncountedTransactions Uncounted { get; init; }

    /// <summary>The activities.</summary>
    public required IReadOnlyList<ActivityLine> Activities { get; init; }

    /// <summary>What converted sums rest on; null where all are as stated.</summary>
    public required Conversions? Conversions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One activity.</summary>
public sealed record ActivityLine
{
    /// <summary>Its identifier; null where the document states none.</summary>
    public required string? Id { get; init; }

    /// <summary>The identifier of who publishes it.</summary>
    public required string? PublisherId { get; init; }

    /// <summary>The name of who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Its title.</summary>
    public required string? Title { get; init; }

    /// <summary>Countries and regions that it or a transaction of it names, by their codes.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Its status.</summary>
    public required string? Status { get; init; }

    /// <summary>What it says of itself; null when it does not say.</summary>
    public required bool? IsHumanitarian { get; init; }

    /// <summary>Transactions that belong to the filter.</summary>
    public required long TransactionCount { get; init; }

    /// <summary>The latest day of these.</summary>
    public required DateOnly? LatestTransaction { get; init; }

    /// <summary>What of them is inside the filter, by currency.</summary>
    public required IReadOnlyList<CurrencySums> Sums { get; init; }

    /// <summary>Where it is stated.</summary>
    public required SourceLocation Source { get; init; }
}
