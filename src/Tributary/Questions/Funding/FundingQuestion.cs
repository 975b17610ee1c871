using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How much money came in?</summary>
public sealed record FundingQuestion : FlowFilter, IQuestion<FundingAnswer>
{
    /// <summary>The question of what came in through a filter that another question uses.</summary>
    public static FundingQuestion Of(FlowFilter filter) => new()
    {
        Countries = filter.Countries,
        Plans = filter.Plans,
        Years = filter.Years,
        Emergencies = filter.Emergencies,
        Clusters = filter.Clusters,
        Donors = filter.Donors,
        Recipients = filter.Recipients,
        Statuses = filter.Statuses,
        OnPlan = filter.OnPlan,
        WithoutDuplicates = filter.WithoutDuplicates,
    };

    /// <summary>Funding and the flows behind it as known on a day; none when the filter names what was not known then.</summary>
    internal static (decimal AmountUsd, long Flows) Known(Facts then, FlowFilter filter, CancellationToken token)
    {
        if (CountedFlows.OfKnown(then, filter) is not { } flows) return (0, 0);
        var groups = Groups(then, flows, token);
        return (groups.AmountOf(group => group.IsFunding), groups.FlowsOf(group => group.IsFunding));
    }

    /// <inheritdoc/>
    public FundingAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var flows = CountedFlows.Of(facts, this);
        var groups = Groups(facts, flows, token);
        var funding = groups.AmountOf(group => group.IsFunding);
        var basis = new FlowBasis(groups.Exists(group => group.Inferred), groups.Max(group => group.LatestDay));
        return new FundingAnswer
        {
            FundingUsd = funding,
            CommittedUsd = groups.AmountOf(group => group.IsCommitted),
            PaidUsd = groups.AmountOf(group => group.IsPaid),
            PledgedUsd = groups.AmountOf(group => group.IsPledged),
            SharedUsd = groups.AmountOf(group => group.IsShared),
            InternalUsd = groups.AmountOf(group => group.IsInternal),
            AllRowsUsd = groups.AmountOf(_ => true),
            FlowCount = groups.FlowsOf(group => group.IsFunding),
            FlowCounts = Counts(groups),
            Inferred = Inference.Of(groups.FlowsOf(group => group.Inferred), groups.AmountOf(group => group.Inferred)),
            SettledDuplicates = Repeated(facts, flows, token),
            Published = PublishedFunding.For(facts, this, funding, basis),
            Basis = basis,
            KnownFrom = facts.FirstDay > facts.Until ? facts.FirstDay : null,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static List<FlowGroup> Groups(Facts facts, CountedFlows flows, CancellationToken token) => facts.Query(flows.WithGroups([], FactDatabase.Sql("Questions/Funding/funding.sql")), row => new FlowGroup(
        row.GetString(0), row.GetBoolean(1), row.GetString(2), row.GetBoolean(3), row.GetInt64(4), row.GetAmount(5), row.GetDay(6)), token);

    private static RepeatedFunding? Repeated(Facts facts, CountedFlows flows, CancellationToken token)
    {
        if (Settlements.Of(facts).Left is not { Count: > 0 } left) return null;
        var repeated = facts.Query(flows.With($"SELECT count(*), coalesce(sum(amount_usd), 0) FROM counted WHERE {ExplainQuestion.Choice(ExplainedFigure.Funding)} AND flow_id IN ({string.Join(',', left)})"),
            row => new RepeatedFunding(row.GetInt64(0), row.GetAmount(1)), token)[0];
        return repeated.FlowCount == 0 ? null : repeated;
    }

    private static FundingFlowCounts Counts(List<FlowGroup> groups) => new(
        Committed: groups.FlowsOf(group => group.IsCommitted),
        Paid: groups.FlowsOf(group => group.IsPaid),
        Pledged: groups.FlowsOf(group => group.IsPledged),
        Shared: groups.FlowsOf(group => group.IsShared),
        Internal: groups.FlowsOf(group => group.IsInternal),
        All: groups.FlowsOf(_ => true));

    private sealed record FlowGroup(string Boundary, bool Shared, string Status, bool Inferred, long Flows, decimal AmountUsd, DateOnly? LatestDay)
        : CountedGroup(Boundary, Shared, Status, Flows, AmountUsd);
}
