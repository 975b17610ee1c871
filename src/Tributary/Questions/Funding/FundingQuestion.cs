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
    };

    /// <inheritdoc/>
    public FundingAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var flows = CountedFlows.Of(facts, this);
        var groups = facts.Query(flows.With(FactDatabase.Sql("Questions/Funding/funding.sql")), row => new FlowGroup(
            row.GetString(0), row.GetBoolean(1), row.GetString(2), row.GetBoolean(3), row.GetInt64(4), row.GetAmount(5), row.GetDay(6)), token);
        var counted = groups.Where(group => group.IsCounted).ToList();
        var basis = new FlowBasis(groups.Exists(group => group.Inferred), groups.Max(group => group.LatestDay));
        return new FundingAnswer
        {
            FundingUsd = counted.Sum(group => group.AmountUsd),
            CommittedUsd = counted.Where(group => group.Status == "commitment").Sum(group => group.AmountUsd),
            PaidUsd = counted.Where(group => group.Status == "paid").Sum(group => group.AmountUsd),
            PledgedUsd = groups.Where(group => group is { Boundary: "incoming", Shared: false, Status: "pledge" }).Sum(group => group.AmountUsd),
            SharedUsd = groups.Where(group => group is { Boundary: "incoming", Shared: true } and not { Status: "pledge" }).Sum(group => group.AmountUsd),
            InternalUsd = groups.Where(group => group is { Boundary: "internal", Shared: false } and not { Status: "pledge" }).Sum(group => group.AmountUsd),
            AllRowsUsd = groups.Sum(group => group.AmountUsd),
            FlowCount = counted.Sum(group => group.Flows),
            FlowCounts = Counts(groups),
            Inferred = Inference.Of(groups.Where(group => group.Inferred).Sum(group => group.Flows), groups.Where(group => group.Inferred).Sum(group => group.AmountUsd)),
            Published = PublishedFunding.For(facts, this, counted.Sum(group => group.AmountUsd), basis),
            Basis = basis,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static FundingFlowCounts Counts(List<FlowGroup> groups) => new(
        Committed: groups.Where(group => group.IsCounted && group.Status == "commitment").Sum(group => group.Flows),
        Paid: groups.Where(group => group.IsCounted && group.Status == "paid").Sum(group => group.Flows),
        Pledged: groups.Where(group => group is { Boundary: "incoming", Shared: false, Status: "pledge" }).Sum(group => group.Flows),
        Shared: groups.Where(group => group is { Boundary: "incoming", Shared: true } and not { Status: "pledge" }).Sum(group => group.Flows),
        Internal: groups.Where(group => group is { Boundary: "internal", Shared: false } and not { Status: "pledge" }).Sum(group => group.Flows),
        All: groups.Sum(group => group.Flows));

    private sealed record FlowGroup(string Boundary, bool Shared, string Status, bool Inferred, long Flows, decimal AmountUsd, DateOnly? LatestDay)
    {
        public bool IsCounted => Boundary == "incoming" && !Shared && Status != "pledge";
    }
}
