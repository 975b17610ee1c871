using CsCheck;
using Tributary.Questions;

namespace Tributary.Tests.Questions.Reconcile;

/// <summary>What always holds of flows and transactions side by side.</summary>
public sealed class ReconcileProperties
{
    private const int Cases = 12;

    private static readonly Gen<FlowBuilder> Flow =
        from id in Gen.Long[1, 30]
        from amount in Gen.OneOf(50_000m, 100_000m, 150_000m)
        from day in Gen.Int[1, 28]
        from donor in Gen.OneOf("Land of Plenty Aid", "Sunrise Bakery")
        from reference in Gen.OneOf<string?>(null, "GRANT-7001", "GRANT-7002")
        select ReconcileDesk.Flow with { Id = id, AmountUsd = amount, Date = $"2020-03-{day:00}T00:00:00Z", Source = [$"Organization:{donor.Length}={donor}"], RefCode = reference };

    private static readonly Gen<ActivityBuilder> Activity =
        from number in Gen.Int[7001, 7004]
        from country in Gen.OneOf("AF", "MX")
        from values in Gen.OneOf("50000", "100000", "150000").List[1, 3]
        from day in Gen.Int[1, 28]
        select new ActivityBuilder { Id = $"XX-ABC-1-GRANT-{number}", Country = country, Transactions = [.. values.Select(value => new TransactionBuilder { Value = value, Date = $"2020-03-{day:00}" })] };

    [Fact]
    public void Groups_HoldEveryFlowAndTransactionOnce_WhateverTheOrderOfDocuments() =>
        Gen.Select(Flow.List[1, 6], Activity.List[1, 4]).Sample((drawn, activities) =>
        {
            var flows = drawn.DistinctBy(flow => flow.Id).ToList();
            var distinct = activities.DistinctBy(activity => activity.Id).ToList();
            using var desk = ReconcileDesk.Of(flows, distinct);
            var answer = desk.Ask();
            Assert.Equal(flows.Select(flow => flow.Id).Order(), Groups(answer).SelectMany(group => group.Flows).Order());
            Assert.Equal(distinct.Sum(activity => activity.Transactions.Count), Groups(answer).Sum(group => group.Transactions.Count));
            Assert.Equal(flows.Count, answer.Totals.Where(total => total.In == "FTS").Sum(total => total.Count));
            using var other = new ReconcileDesk();
            other.Import([.. distinct.AsEnumerable().Reverse().Select(activity => ActivityBuilder.File(activity)), .. flows.AsEnumerable().Reverse().Select(flow => FlowBuilder.Page(flow))]);
            Assert.Equal(Shown(answer), Shown(other.Ask()));
        }, iter: Cases, threads: 1);

    // A pair has one score, whoever asks and for what.
    [Fact]
    public void Score_OfAPair_DoesNotDependOnTheQuestion() =>
        Gen.Select(Flow.List[1, 6], Activity.List[1, 4]).Sample((drawn, activities) =>
        {
            using var desk = ReconcileDesk.Of(drawn.DistinctBy(flow => flow.Id), activities.DistinctBy(activity => activity.Id));
            var all = Scores(desk.Ask(new ReconcileQuestion { MinScore = 40 }));
            foreach (var question in (ReconcileQuestion[])[new() { MinScore = 40, Donors = ["Land of Plenty Aid"] }, new() { MinScore = 40, Countries = ["AFG"], Years = [2020] }])
                Assert.All(Scores(desk.Ask(question)), pair => Assert.Equal(all[pair.Key], pair.Value));
        }, iter: Cases, threads: 1);

    private static IEnumerable<(HashSet<long> Flows, HashSet<string> Transactions)> Groups(ReconcileAnswer answer) =>
    [
        Of(answer.Agreed), Of(answer.Different),
        ([.. answer.OnlyInFts.Select(flow => flow.Id.Value)], []), ([], [.. answer.OnlyInIati.Select(transaction => transaction.Id)]),
    ];

    private static (HashSet<long>, HashSet<string>) Of(IReadOnlyList<ReconciledPair> pairs) => ([.. pairs.Select(pair => pair.Flow.Id.Value)], [.. pairs.Select(pair => pair.Transaction.Id)]);

    private static Dictionary<(string, long), int> Scores(ReconcileAnswer answer) => answer.Agreed.Concat(answer.Different).ToDictionary(pair => (pair.Transaction.Id, pair.Flow.Id.Value), pair => pair.Score);

    private static List<string> Shown(ReconcileAnswer answer) =>
    [
        .. answer.Agreed.Concat(answer.Different).Select(pair => $"{pair.Transaction.Id} {pair.Flow.Id} {pair.Score} {string.Join("; ", pair.Reasons.Select(reason => reason.Text))}"),
        .. answer.OnlyInFts.Select(flow => flow.Id.ToString()), .. answer.OnlyInIati.Select(transaction => transaction.Id), .. answer.Totals.Select(total => total.ToString()),
    ];
}
