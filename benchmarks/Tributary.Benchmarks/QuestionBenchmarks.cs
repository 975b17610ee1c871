using System.Diagnostics;
using System.Globalization;
using Tributary.Questions;

namespace Tributary.Benchmarks;

/// <summary>Every question about millions of flows in a ledger that is open, and the same as plain SQL on PostgreSQL in the same run.</summary>
internal sealed class QuestionBenchmarks(ScratchFolder folder, TextWriter output)
{
    private const double AggregateRatioMin = 10;

    // The invented flows come without a document about plans.
    private const string PlanOfTheSeed = "9026";

    /// <summary>Makes the ledger unless it is there, and asks.</summary>
    public void Run(Arguments given, ResultTable table)
    {
        var path = given.Ledger ?? folder.PathOf("questions");
        QuestionLedger.Make(path, given.From, given.Rows, folder);
        using var ledger = Ledger.Open(path);
        using var peer = given.Postgres is { } connection ? PostgresPeer.Load(connection, path, folder, output.WriteLine) : null;
        var plan = ledger.Ask(new PlansQuestion()).Plans.Where(plan => plan.FlowCount > 0).OrderByDescending(plan => plan.FlowCount).ThenBy(plan => plan.PlanId).FirstOrDefault()?.PlanId.ToString(CultureInfo.InvariantCulture) ?? PlanOfTheSeed;
        var donor = ledger.Ask(new DonorsQuestion { Plans = [plan] }).Parties.Where(party => party.Name != PartyFunding.NotSpecified).Take(5).Last().Name;
        foreach (var question in ComparedQuestions.All(FamilyGenerator.FirstId, plan, donor)) Compare(question, ledger, peer, given.Runs, table);
    }

    // In turn, so that a slow moment of the machine meets both.
    private void Compare(ComparedQuestion question, Ledger ledger, PostgresPeer? peer, int runs, ResultTable table)
    {
        // The first answer also reads what the snapshot shares between questions, compiles, and warms PostgreSQL's cache.
        var answer = question.Ask(ledger);
        var theirs = peer?.Ask(question.Sql);
        List<double> ours = [], peers = [];
        for (var run = 0; run < runs; run++)
        {
            ours.Add(Time(() => question.Ask(ledger)));
            if (peer is not null) peers.Add(Time(() => peer.Ask(question.Sql)));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{question.Name}: {ours.Min():0.0000} s{(peer is null ? "" : $", PostgreSQL {peers.Min():0.0000} s")}"));
        table.AddPair(question.Name, ours, peers, question.IsAggregate ? AggregateRatioMin : 1, Note(answer, theirs));
    }

    private static string Note(decimal answer, decimal? theirs) => theirs is null || answer == theirs
        ? string.Create(CultureInfo.InvariantCulture, $"answer {answer:0.####}")
        : string.Create(CultureInfo.InvariantCulture, $"ANSWERS DIFFER: {answer:0.####} and {theirs:0.####}");

    private static double Time(Action action)
    {
        var time = Stopwatch.StartNew();
        action();
        return time.Elapsed.TotalSeconds;
    }
}
