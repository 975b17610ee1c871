using Tributary.Flows;
using Tributary.Questions;

namespace Tributary.Benchmarks;

/// <summary>A question as Tributary answers it, and as plain SQL on PostgreSQL.</summary>
/// <param name="Name">The command line that asks it.</param>
/// <param name="IsAggregate">Whether it adds up many flows, or looks few of them up.</param>
/// <param name="Ask">Asks a ledger; gives the figure by which both answers are compared.</param>
/// <param name="Sql">The same in SQL; the figure is in the last column: of one row, or summed over rows.</param>
internal sealed record ComparedQuestion(string Name, bool IsAggregate, Func<Ledger, decimal> Ask, string Sql);

/// <summary>Every question about flows.</summary>
internal static class ComparedQuestions
{
    private const int Listed = 100;

    /// <param name="flow">A flow that has parts.</param>
    /// <param name="plan">A plan with many flows.</param>
    /// <param name="donor">A donor's name.</param>
    public static IEnumerable<ComparedQuestion> All(long flow, string plan, string donor)
    {
        var country = new PostgresFilter("AFG", 2026);
        var onPlan = new PostgresFilter(Plan: plan);
        yield return new("funding", true, ledger => ledger.Ask(new FundingQuestion()).FundingUsd, PostgresSql.Funding(new()));
        yield return new("funding --country AFG --year 2026", true, ledger => ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2026] }).FundingUsd, PostgresSql.Funding(country));
        yield return new($"funding --plan {plan}", true, ledger => ledger.Ask(new FundingQuestion { Plans = [plan] }).FundingUsd, PostgresSql.Funding(onPlan));
        yield return new("donors", true, ledger => ledger.Ask(new DonorsQuestion()).FundingUsd, PostgresSql.Parties(new(), "src_organization"));
        yield return new("donors --country AFG --year 2026", true, ledger => ledger.Ask(new DonorsQuestion { Countries = ["AFG"], Years = [2026] }).FundingUsd, PostgresSql.Parties(country, "src_organization"));
        yield return new($"recipients --plan {plan}", true, ledger => ledger.Ask(new RecipientsQuestion { Plans = [plan] }).FundingUsd, PostgresSql.Parties(onPlan, "dst_organization"));
        yield return new($"coverage --plan {plan} --global-clusters", true, ledger => ledger.Ask(new CoverageQuestion { Plan = plan, ByGlobalCluster = true }).Clusters.Sum(cluster => cluster.FundingUsd), PostgresSql.Clusters(onPlan));
        yield return new("plans", true, ledger => ledger.Ask(new PlansQuestion()).Plans.Sum(line => line.FundingUsd ?? 0), PostgresSql.Plans);
        yield return new("funds", true, ledger => ledger.Ask(new FundsQuestion()).Funds.Sum(fund => fund.InUsd + fund.OutUsd), PostgresSql.Funds);
        yield return new("hidden --country AFG --year 2026", true, ledger => ledger.Ask(new HiddenQuestion { Countries = ["AFG"], Years = [2026], Limit = Listed }).Lines.Where(line => line.InFunding).Sum(line => line.AmountUsd), PostgresSql.Hidden(country));
        yield return new("quality", true, ledger => ledger.Ask(new QualityQuestion()).Lines.Sum(line => line.LateCount), PostgresSql.Quality(new()));
        yield return new("quality --by plan --country AFG", true, ledger => ledger.Ask(new QualityQuestion { ByPlan = true, Countries = ["AFG"] }).Lines.Sum(line => line.LateCount), PostgresSql.Quality(new("AFG"), "dst_plan"));
        yield return new("duplicates list --country AFG --year 2026", true, ledger => ledger.Ask(new DuplicatesQuestion { Countries = ["AFG"], Years = [2026], MinScore = 0, Limit = Listed }).PairCount, PostgresSql.Duplicates(country));
        yield return new($"history --plan {plan}", true, ledger => ledger.Ask(new HistoryQuestion { Plans = [plan] }).Steps[^1].FundingUsd, PostgresSql.History(onPlan));
        yield return new("diff --from 2026-04-17 --to 2026-04-20 --country AFG", true, ledger => Difference(ledger, new DiffQuestion { From = QuestionLedger.First, To = QuestionLedger.Again, Countries = ["AFG"], Limit = Listed }), PostgresSql.Diff(new("AFG")));
        yield return new("pledges --country AFG", true, ledger => ledger.Ask(new PledgesQuestion { Country = "AFG" }).Pledges.Sum(pledge => pledge.Pledged), PostgresSql.Pledges(new("AFG")));
        yield return new("flows --country AFG --year 2026", false, ledger => ledger.Ask(new FlowsQuestion { Countries = ["AFG"], Years = [2026], Limit = Listed }).Flows.Sum(line => line.AmountUsd), PostgresSql.Flows(country, Listed));
        yield return new($"explain funding --plan {plan} --donor …", false, ledger => ledger.Ask(new ExplainQuestion { Plans = [plan], Donors = [donor] }).SumUsd, PostgresSql.Explain(onPlan, donor));
        yield return new("trace FLOW", false, ledger => Sum(ledger.Ask(new TraceQuestion { Flow = new FlowId(flow) }).Root), PostgresSql.Trace(flow));
        yield return new("documents", false, ledger => ledger.Ask(new DocumentsQuestion()).Documents.Sum(document => document.Records), "SELECT sha256, format, name, bytes, day, day_basis, left_out, records FROM document ORDER BY day, name");
    }

    private static decimal Difference(Ledger ledger, DiffQuestion question)
    {
        var answer = ledger.Ask(question);
        return answer.AddedCount + answer.ChangedCount + answer.ClosedCount;
    }

    private static decimal Sum(TraceNode node) => (node.Flow?.AmountUsd ?? 0) + node.Parts.Sum(Sum);
}
