using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which transactions of IATI and which flows of FTS are one movement of money, and what does only one of the two have?</summary>
/// <remarks>Nothing of it changes funding. A pair is shown if its flow or its transaction is chosen; what has no pair is shown where it is chosen.</remarks>
public sealed record ReconcileQuestion : MovementFilter, IQuestion<ReconcileAnswer>
{
    /// <summary>The least score of a pair that is shown as likely, 40 to 100. Default: 60.</summary>
    public int MinScore { get; init; } = LikelyScore;

    /// <summary>How many lines each list has at most. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>The score from which a pair is likely, unless a question says otherwise.</summary>
    public const int LikelyScore = 60;

    /// <inheritdoc/>
    public ReconcileAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        if (MinScore is < MovementCandidates.ScoreMin or > 100) throw new UnknownValueException($"the least score: {MinScore}; expected {MovementCandidates.ScoreMin} to 100; leave it out for {LikelyScore}");
        var movements = MovementCandidates.Of(facts, token);
        var (choice, words) = (new MovementChoice(facts, movements, this, token), MovementVerdicts.Of(facts));
        var groups = new MovementGroups(movements, words, MinScore);
        // What hangs together is shown together.
        var wanted = groups.Pairs.Where(pair => choice.Has(pair.Transaction, pair.Flow)).Select(groups.GroupOf).ToHashSet(StringComparer.Ordinal);
        var pairs = groups.Pairs.Where(pair => wanted.Contains(groups.GroupOf(pair))).ToList();
        var (agreed, different) = (pairs.FindAll(groups.Agree), pairs.FindAll(pair => !groups.Agree(pair)));
        List<FlowSide> flows = [.. movements.Flows.Where(flow => choice.Has(flow) && !groups.Has(flow)).OrderByDescending(flow => flow.AmountUsd).ThenBy(flow => flow.Id.Value)];
        List<TransactionSide> transactions = [.. movements.Transactions.Where(transaction => choice.Has(transaction) && !groups.Has(transaction))
            .OrderByDescending(transaction => Math.Abs(transaction.Value ?? 0)).ThenBy(transaction => transaction.Name, StringComparer.Ordinal)];
        var (lines, totals) = (new ReconcileLines(facts, movements, words, groups), new ReconcileTotals(facts));
        return new ReconcileAnswer
        {
            Agreed = [.. agreed.Take(Limit).Select(lines.Pair)],
            AgreedCount = agreed.Count,
            Different = [.. different.Take(Limit).Select(lines.Pair)],
            DifferentCount = different.Count,
            OnlyInFts = [.. flows.Take(Limit).Select(lines.Flow)],
            OnlyInFtsCount = flows.Count,
            OnlyInIati = [.. transactions.Take(Limit).Select(lines.Transaction)],
            OnlyInIatiCount = transactions.Count,
            Totals = [.. totals.OfPairs("agreed", agreed), .. totals.OfPairs("different", different), .. totals.OfFlows("only in FTS", flows), .. totals.OfTransactions("only in IATI", transactions)],
            LapsedCount = groups.Lapsed,
            MinScore = MinScore,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}

/// <summary>Movements of money as FTS and IATI have them. Each flow and each transaction chosen is in one of the four groups.</summary>
public sealed record ReconcileAnswer
{
    /// <summary>Pairs that are one movement, or likely one, and whose amounts agree; best first.</summary>
    public required IReadOnlyList<ReconciledPair> Agreed { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long AgreedCount { get; init; }

    /// <summary>Pairs that are one movement, or likely one, with amounts that differ or cannot be compared, and what hangs together with them.</summary>
    public required IReadOnlyList<ReconciledPair> Different { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long DifferentCount { get; init; }

    /// <summary>Flows without a transaction, largest first.</summary>
    public required IReadOnlyList<ReconciledFlow> OnlyInFts { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long OnlyInFtsCount { get; init; }

    /// <summary>Transactions without a flow, largest first.</summary>
    public required IReadOnlyList<ReconciledTransaction> OnlyInIati { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long OnlyInIatiCount { get; init; }

    /// <summary>Sums by group, source, kind and currency; each flow and transaction once. Kinds are never added to each other: a commitment and its payments are one money.</summary>
    public required IReadOnlyList<ReconcileTotal> Totals { get; init; }

    /// <summary>Confirmed pairs of which the ledger no longer has the transaction or the flow.</summary>
    public required long LapsedCount { get; init; }

    /// <summary>The score from which pairs are shown as likely.</summary>
    public required int MinScore { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A transaction and a flow that are one movement, or likely one.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Standing">confirmed by a person, by a rule, or likely.</param>
/// <param name="SettledBy">Who confirmed it, or stated the rule; null for likely.</param>
/// <param name="SettledRow">The row of the journal.</param>
/// <param name="FiguresChanged">Whether documents state other figures now than when it was settled.</param>
/// <param name="Amounts">same, near, sum, different or notCompared.</param>
/// <param name="ComparedIn">The currency in which the amounts were compared; null where they were not.</param>
/// <param name="TransactionAmount">The transaction in it.</param>
/// <param name="FlowAmount">The flow in it.</param>
/// <param name="Difference">The flow less the transaction.</param>
/// <param name="Rate">The rate by which the transaction was converted; null where none was needed.</param>
/// <param name="RateDay">Its day.</param>
/// <param name="RateSources">The documents that state it.</param>
/// <param name="WhyNotCompared">Empty, or why the amounts were not compared.</param>
/// <param name="Reasons">What speaks for it and against it, the weightiest first.</param>
public sealed record ReconciledPair(
    ReconciledTransaction Transaction, ReconciledFlow Flow, int Score, string Standing, string? SettledBy, long? SettledRow, bool FiguresChanged,
    AmountAgreement Amounts, string? ComparedIn, decimal? TransactionAmount, decimal? FlowAmount, decimal? Difference, decimal? Rate, DateOnly? RateDay, IReadOnlyList<SourceLocation> RateSources, string WhyNotCompared,
    IReadOnlyList<MovementReason> Reasons);

/// <summary>A flow of FTS.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="Original">The amount in its original currency; null where none is stated.</param>
/// <param name="OriginalCurrency">ISO 4217.</param>
/// <param name="Status">pledge, commitment or paid.</param>
/// <param name="Date">Its day.</param>
/// <param name="Donor">The source organisation.</param>
/// <param name="Recipient">The destination organisation.</param>
/// <param name="References">The references that it states.</param>
/// <param name="Source">The document that states it, and where.</param>
public sealed record ReconciledFlow(FlowId Id, decimal AmountUsd, decimal? Original, string? OriginalCurrency, string Status, DateOnly? Date, string Donor, string Recipient, IReadOnlyList<string> References, SourceLocation Source);

/// <summary>A transaction of IATI.</summary>
/// <param name="Id">The activity's identifier, # and what tells the transaction apart there.</param>
/// <param name="Type">Its type in words.</param>
/// <param name="Value">The amount; null where none can be read or nobody states its currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Date">Its day.</param>
/// <param name="Provider">Who gives.</param>
/// <param name="Receiver">Who gets.</param>
/// <param name="Title">The title of its activity.</param>
/// <param name="ActivityIsReconciled">Whether another transaction of its activity has a flow: then this one may be a part or a payment of it.</param>
/// <param name="Source">The document that states it, and where.</param>
public sealed record ReconciledTransaction(string Id, string Type, decimal? Value, string? Currency, DateOnly? Date, string? Provider, string? Receiver, string? Title, bool ActivityIsReconciled, SourceLocation Source);

/// <summary>A sum.</summary>
/// <param name="Group">agreed, different, only in FTS or only in IATI.</param>
/// <param name="In">FTS or IATI.</param>
/// <param name="Kind">Of flows their status, of transactions their type.</param>
/// <param name="Currency">ISO 4217; null for transactions without an amount.</param>
/// <param name="Count">How many flows or transactions.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="AmountUsd">The sum in US dollars at the rate of each one's day; null where one has no rate.</param>
public sealed record ReconcileTotal(string Group, string In, string Kind, string? Currency, long Count, decimal Amount, decimal? AmountUsd);
