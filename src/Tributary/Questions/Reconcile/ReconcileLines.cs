using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Makes lines of pairs, flows and transactions.</summary>
internal sealed class ReconcileLines(Facts facts, MovementCandidates movements, MovementVerdicts words, MovementGroups groups)
{
    public ReconciledPair Pair(MovementCandidate pair)
    {
        var said = words.On(pair.Transaction.Name, pair.Flow.Id.Value);
        var amounts = pair.Amounts;
        return new ReconciledPair(
            Transaction(pair.Transaction), Flow(pair.Flow), pair.Score,
            said is null ? "likely" : said.Value.Word.What.Rule is null ? "confirmed" : "rule", said?.Word.Who, said?.Word.Position,
            said is not null && said.Value.Pair.Stated != MovementVerdicts.Stated(pair.Transaction, pair.Flow),
            amounts.Agreement, amounts.Currency, amounts.Transaction, amounts.Flow, amounts.Flow - amounts.Transaction,
            amounts.Rate?.Rate, amounts.Rate?.First, amounts.Rate is null ? [] : [.. amounts.Rate.Sources], amounts.WhyNot, movements.Reasons(pair));
    }

    public ReconciledFlow Flow(FlowSide flow) => new(
        flow.Id, flow.AmountUsd, flow.Original?.Value, flow.Original?.Currency.Code, flow.Status.ToString().ToLowerInvariant(), flow.Date ?? flow.DecisionDate,
        PartyNames.Of(facts, flow.DonorSet).Name, PartyNames.Of(facts, flow.RecipientSet).Name, flow.References, flow.Source);

    public ReconciledTransaction Transaction(TransactionSide transaction) => new(
        transaction.Name, TransactionTypes.NameOf(transaction.Type), transaction.Value, transaction.Currency, transaction.Date,
        Words(transaction.Provider), Words(transaction.Receiver), transaction.Activity.Title, groups.Linked.Contains(transaction.Activity.Name), transaction.Source);

    private string? Words(int? party) => party is { } one ? movements.Parties.Words(one) : null;
}

/// <summary>Adds up what is in a group: each flow and transaction once, and never two currencies or kinds.</summary>
internal sealed class ReconcileTotals(Facts facts)
{
    private readonly RateBook _rates = RateBook.Of(facts);

    public IEnumerable<ReconcileTotal> OfPairs(string group, IReadOnlyList<MovementCandidate> pairs) =>
        [.. OfFlows(group, [.. pairs.Select(pair => pair.Flow).DistinctBy(flow => flow.Id)]), .. OfTransactions(group, [.. pairs.Select(pair => pair.Transaction).DistinctBy(transaction => transaction.Name)])];

    public IEnumerable<ReconcileTotal> OfFlows(string group, IReadOnlyList<FlowSide> flows) => flows.GroupBy(flow => flow.Status).OrderBy(kind => kind.Key)
        .Select(kind => new ReconcileTotal(group, "FTS", kind.Key.ToString().ToLowerInvariant(), Currency.Usd.Code, kind.Count(), kind.Sum(flow => flow.AmountUsd), kind.Sum(flow => flow.AmountUsd)));

    public IEnumerable<ReconcileTotal> OfTransactions(string group, IReadOnlyList<TransactionSide> transactions) => transactions
        .GroupBy(transaction => (transaction.Type, transaction.Currency)).OrderBy(kind => kind.Key.Type, StringComparer.Ordinal).ThenBy(kind => kind.Key.Currency, StringComparer.Ordinal)
        .Select(kind => new ReconcileTotal(group, "IATI", TransactionTypes.NameOf(kind.Key.Type), kind.Key.Currency, kind.Count(), kind.Sum(transaction => transaction.Value ?? 0), InUsd(kind)));

    private decimal? InUsd(IEnumerable<TransactionSide> transactions)
    {
        var sum = 0m;
        foreach (var transaction in transactions)
        {
            if (transaction is not { Value: { } value, Currency: { } currency }) return null;
            if (currency == Currency.Usd.Code) sum += value;
            else if (transaction.RateDay is { } day && _rates.Convert(new Amount(value, new Currency(currency)), Currency.Usd, day).To is { } usd) sum += usd.Value;
            else return null;
        }
        return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
    }
}
