using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How good are the data: how late are flows reported, and what do they not say?</summary>
/// <remarks>Of all flows whose destination is inside the filter's boundary, whatever their status. What a source cannot state (HDX's files lack a plan's own clusters) is not held against anybody.</remarks>
public sealed record QualityQuestion : FlowFilter, IQuestion<QualityAnswer>
{
    /// <summary>Lines by plan instead of by donor.</summary>
    public bool ByPlan { get; init; }

    /// <summary>From how many days after the decision on a report is late. Default: 30.</summary>
    public int LateAfterDays { get; init; } = 30;

    /// <inheritdoc/>
    public QualityAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var type = ByPlan ? ObjectType.Plan : ObjectType.Organization;
        var flows = CountedFlows.Of(facts, this);
        var delays = Delays.Of(facts, flows.With(Sql(facts, type, "delays.sql")), token);
        var lines = facts.Query(flows.With(Sql(facts, type, "quality.sql")), row => Line(facts, type, row, delays), token);
        return new QualityAnswer
        {
            By = ByPlan ? "plan" : "donor",
            LateAfterDays = LateAfterDays,
            Lines = [.. lines.OrderByDescending(line => line.AmountUsd).ThenBy(line => line.Name, StringComparer.Ordinal)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private string Sql(Facts facts, ObjectType type, string name) =>
        $", same_group(code, same) AS ({SameObjects.Sql(facts, type)}), several AS (SELECT code FROM object_set_member WHERE type IN ('UsageYear', 'Location') GROUP BY code HAVING count(*) > 1)"
        + FactDatabase.Sql("Questions/Quality/" + name).Replace("$group", FlowColumns.Of(ByPlan ? Side.Destination : Side.Source, type), StringComparison.Ordinal);

    private QualityLine Line(Facts facts, ObjectType type, DuckDBDataReader row, IReadOnlyDictionary<int, Delays> all)
    {
        var set = row.GetNumber(0) ?? 0;
        var delays = all.GetValueOrDefault(set) ?? Delays.None;
        return new QualityLine
        {
            Name = Name(facts, type, set),
            FlowCount = row.GetInt64(1),
            AmountUsd = row.GetAmount(2),
            TimedCount = delays.Count,
            LateCount = delays.CountOver(LateAfterDays),
            MedianDelayDays = delays.Median,
            SlowestTenthDelayDays = delays.SlowestTenth,
            WithoutDate = row.GetInt64(3),
            WithoutDecisionDate = row.GetInt64(4),
            WithoutDescription = row.GetInt64(5),
            WithoutRecipient = row.GetInt64(6),
            WithoutCluster = row.GetInt64(7),
            WithoutPlan = row.GetInt64(8),
            WithoutOriginalAmount = row.GetInt64(9),
            SeveralYears = row.GetInt64(10),
            SeveralCountries = row.GetInt64(11),
            ZeroAmounts = row.GetInt64(12),
            ReportedBeforeDecision = delays.Count - delays.CountOver(-1),
        };
    }

    private static string Name(Facts facts, ObjectType type, int set) => ObjectNames.InOrder(facts, type, set) ?? (type == ObjectType.Plan ? "Not on a plan" : PartyFunding.NotSpecified);
}

/// <summary>The quality of flows by donor or plan.</summary>
public sealed record QualityAnswer
{
    /// <summary>donor or plan.</summary>
    public required string By { get; init; }

    /// <summary>From how many days on a report counts as late.</summary>
    public required int LateAfterDays { get; init; }

    /// <summary>The lines, largest amount first.</summary>
    public required IReadOnlyList<QualityLine> Lines { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>The quality of one donor's or one plan's flows: numbers of flows, unless the name says otherwise.</summary>
public sealed record QualityLine
{
    /// <summary>The donor or plan.</summary>
    public required string Name { get; init; }

    /// <summary>All of them.</summary>
    public required long FlowCount { get; init; }

    /// <summary>Their US dollars, whatever their status and boundary: that is not funding.</summary>
    public required decimal AmountUsd { get; init; }

    /// <summary>With a day of decision and a day of first report: what the delays are of.</summary>
    public required long TimedCount { get; init; }

    /// <summary>Of those, reported late.</summary>
    public required long LateCount { get; init; }

    /// <summary>The median of the days from the decision to the first report; of an even number of flows the mean of the two in the middle. Null when there are none.</summary>
    public required decimal? MedianDelayDays { get; init; }

    /// <summary>Days that nine in ten did not exceed; null when there are none.</summary>
    public required int? SlowestTenthDelayDays { get; init; }

    /// <summary>Without the day of the flow.</summary>
    public required long WithoutDate { get; init; }

    /// <summary>Without the day of the decision.</summary>
    public required long WithoutDecisionDate { get; init; }

    /// <summary>Without a description.</summary>
    public required long WithoutDescription { get; init; }

    /// <summary>Without a recipient.</summary>
    public required long WithoutRecipient { get; init; }

    /// <summary>Without a cluster, of the plan or global.</summary>
    public required long WithoutCluster { get; init; }

    /// <summary>Without a destination plan.</summary>
    public required long WithoutPlan { get; init; }

    /// <summary>With a currency and no amount in it, so that the dollars cannot be checked.</summary>
    public required long WithoutOriginalAmount { get; init; }

    /// <summary>For several usage years: shared, and so counted for none of them.</summary>
    public required long SeveralYears { get; init; }

    /// <summary>For several countries: shared likewise.</summary>
    public required long SeveralCountries { get; init; }

    /// <summary>Of 0 dollars.</summary>
    public required long ZeroAmounts { get; init; }

    /// <summary>First reported before they were decided: one of the two days is wrong.</summary>
    public required long ReportedBeforeDecision { get; init; }
}
