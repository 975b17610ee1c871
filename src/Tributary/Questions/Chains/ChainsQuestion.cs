using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How far can the money of activities be followed, and where do the trails end?</summary>
/// <remarks>Each end of a trail is one line, with the way that most of its money came; amounts are whole, not shared out by country. Years and the humanitarian flag choose among payments.</remarks>
public sealed record ChainsQuestion : ActivityFilter, IQuestion<ChainsAnswer>
{
    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">The filter names what the ledger does not know.</exception>
    public ChainsAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var graph = MovementGraph.Of(facts, new PaymentChoice(ConvertTo, Years, IsHumanitarian), token);
        var chosen = Chosen(facts, token);
        var paths = new MovementPaths(graph);
        var lines = chosen.Order(StringComparer.Ordinal).SelectMany(activity => Lines(graph, paths, activity)).ToList();
        return new ChainsAnswer
        {
            Activities = chosen.Count,
            Lines = [.. new MovementSize(RateBook.Of(facts)).LargestFirst(lines.OrderBy(line => line.Steps[^1].Id, StringComparer.Ordinal).ThenBy(line => line.Receiver, StringComparer.Ordinal), line => line.Amount is { } amount ? [new CurrencySum(line.Currency!, amount)] : [], line => line.Last)],
            Ends = [.. lines.Where(line => line.Currency is not null).GroupBy(line => (line.End, line.Currency)).Select(end => new ChainEndSum(end.Key.End, end.Key.Currency!, end.Sum(line => line.Amount!.Value), end.LongCount()))
                .OrderBy(end => end.Currency, StringComparer.Ordinal).ThenByDescending(end => end.Amount)],
            Conversions = Questions.Conversions.Together(chosen.SelectMany(activity => Ends(graph, activity)).Select(end => end.Conversions)),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    // What has no identifier cannot be followed.
    private List<string> Chosen(Facts facts, CancellationToken token)
    {
        // A year, or a flag, is about transactions: an activity that has none such is not asked about.
        var counted = CountedTransactions.Of(facts, this);
        var records = Years.Count > 0 || IsHumanitarian is not null ? counted.Paying(token) : counted.Activities(token);
        return [.. facts.Query($"SELECT document, record, activity_id FROM activity WHERE ({facts.LatestWord}) AND activity_id IS NOT NULL", row => (Record: (row.GetInt32(0), row.GetInt32(1)), Id: row.GetString(2)), token)
            .Where(activity => records.Contains(activity.Record)).Select(activity => activity.Id)];
    }

    private static IEnumerable<ChainLine> Lines(MovementGraph graph, MovementPaths paths, string activity)
    {
        var (steps, furtherSources) = paths.To(activity);
        var ends = Ends(graph, activity).ToList();
        foreach (var end in ends.Where(end => end.Reason != TrailEndReason.NothingPaid || (ends.Count == 1 && !graph.OutOf(activity).Any())))
        {
            if (end.Amounts.Count == 0) yield return new ChainLine(steps, furtherSources, end.Receiver, end.Reason, null, null, end.Transactions);
            foreach (var amount in end.Amounts) yield return new ChainLine(steps, furtherSources, end.Receiver, end.Reason, amount.Currency, amount.Value, end.Transactions) { Last = end.Last };
        }
    }

    private static IEnumerable<TrailEnd> Ends(MovementGraph graph, string activity) => graph.EndsOf(activity).Concat(graph.OutOf(activity).Where(movement => movement.Basis != MovementBasis.Part && !graph.Node(movement.To).IsInLedger)
        .Select(movement => new TrailEnd(TrailEndReason.NotInLedger, movement.To, null, MovementTree.Sums([movement]), movement.Transactions) { Last = movement.Last, Conversions = movement.Conversions }));
}

/// <summary>The chains of a plan's or a country's activities.</summary>
public sealed record ChainsAnswer
{
    /// <summary>How many activities were chosen.</summary>
    public required int Activities { get; init; }

    /// <summary>The ends of trails, largest first.</summary>
    public required IReadOnlyList<ChainLine> Lines { get; init; }

    /// <summary>What ends why, by currency.</summary>
    public required IReadOnlyList<ChainEndSum> Ends { get; init; }

    /// <summary>What converted amounts rest on; null where all are as stated.</summary>
    public required Conversions? Conversions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One end of a trail, and the way that its money came.</summary>
/// <param name="Steps">The activities from the topmost known source to the one where the trail ends.</param>
/// <param name="FurtherSources">How many further sources the last activity's money has along that way, on each step beside the largest.</param>
/// <param name="Receiver">Who received it there: an organisation, or an activity that the ledger does not hold; null when nobody is named.</param>
/// <param name="End">Why it ends.</param>
/// <param name="Currency">The currency; null where nothing was paid.</param>
/// <param name="Amount">How much ends there; null where nothing was paid.</param>
/// <param name="Transactions">How many transactions state it.</param>
public sealed record ChainLine(IReadOnlyList<ActivityNode> Steps, int FurtherSources, string? Receiver, TrailEndReason End, string? Currency, decimal? Amount, long Transactions)
{
    /// <summary>The last of their days; null when none has one.</summary>
    public DateOnly? Last { get; init; }
}

/// <summary>What ends for one reason.</summary>
/// <param name="End">The reason.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Amount">The sum.</param>
/// <param name="Ends">How many ends it is.</param>
public sealed record ChainEndSum(TrailEndReason End, string Currency, decimal Amount, long Ends);
