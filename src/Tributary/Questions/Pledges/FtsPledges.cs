using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Follows the pledges that FTS reports: flows that are pledges now, or were before they became commitments or were paid.</summary>
/// <param name="facts">The snapshot.</param>
/// <param name="shares">What people confirmed: an entered pledge that is such a flow is not counted a second time.</param>
/// <param name="counted">The entered pledges of the same answer.</param>
/// <param name="token">Stops the reading.</param>
internal sealed class FtsPledges(Facts facts, FlowShares shares, IReadOnlySet<long> counted, CancellationToken token)
{
    /// <summary>Pledges of which only an unknown part is inside.</summary>
    public SharedPledges? Shared { get; private set; }

    /// <summary>Flows that are pledges of the answer already, because a person confirmed them for an entered one.</summary>
    public int InEntered { get; private set; }

    /// <summary>The pledges inside a boundary.</summary>
    public List<FollowedPledge> Follow(FlowFilter filter)
    {
        var sql = FactDatabase.Sql("Questions/Pledges/fts-pledges.sql")
            .Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal)
            .Replace("$best_first", FactDerivation.BestFirst, StringComparison.Ordinal);
        var statements = facts.Query(CountedFlows.OfAllStatements(facts, filter).With(sql), row => Statement.Read(facts, row), token);
        var flows = statements.GroupBy(statement => statement.Flow).Select(stated => stated.ToList()).ToList();
        var elsewhere = FlowStates.Of(facts, flows.Where(stated => !stated.Exists(statement => statement.IsLatest)).Select(stated => stated[0].Flow), token).Keys.ToHashSet();
        return [.. flows.Select(stated => Follow(stated, elsewhere.Contains(stated[0].Flow))).OfType<FollowedPledge>()];
    }

    private FollowedPledge? Follow(List<Statement> stated, bool isElsewhere)
    {
        // The last word on it as a pledge says how much was promised.
        if (stated.Find(statement => statement is { Status: FlowStatus.Pledge, Boundary: "incoming" }) is not { } pledge) return null;
        if (pledge.IsShared)
        {
            Shared = new SharedPledges((Shared?.FlowCount ?? 0) + 1, (Shared?.AmountUsd ?? 0) + pledge.AmountUsd);
            return null;
        }
        var confirmed = shares.OfFlow(pledge.Flow).Where(share => counted.Contains(share.Pledge)).ToList();
        if (confirmed.Count > 0) InEntered++;
        var taken = confirmed.Sum(share => share.Usd);
        var isAllTaken = confirmed.Exists(share => share.Verdict.What.Part is null) || (taken > 0 && taken >= pledge.AmountUsd);
        return isAllTaken ? null : Line(stated, pledge, isElsewhere, taken);
    }

    private FollowedPledge Line(List<Statement> stated, Statement pledge, bool isElsewhere, decimal taken)
    {
        var now = stated.Find(statement => statement.IsLatest);
        var party = PartyNames.Of(facts, pledge.Donors).Name;
        var pledged = pledge.AmountUsd - taken;
        var (committed, paid) = (Fulfilled(now, FlowStatus.Commitment, taken), Fulfilled(now, FlowStatus.Paid, taken));
        return new FollowedPledge
        {
            Flow = new FlowId(pledge.Flow),
            Party = party,
            Iso3 = PartyKeys.CountryOf(party),
            MadeOn = pledge.Day,
            DaysSince = EnteredPledges.DaysSince(facts, pledge.Day),
            Currency = Money.Currency.Usd.Code,
            Pledged = pledged,
            Committed = committed,
            Paid = paid,
            PledgedUsd = pledged,
            CommittedUsd = committed,
            PaidUsd = paid,
            FtsStatus = now?.Status.ToString().ToLowerInvariant() ?? (isElsewhere ? Elsewhere : NoLongerListed),
            Statements = [.. stated.Select(statement => new FlowStatement(statement.Known, statement.Status.ToString().ToLowerInvariant(), statement.AmountUsd, facts.Locate(statement.Document, statement.Place)))],
            Source = facts.Locate(pledge.Document, pledge.Place),
        };
    }

    /// <summary>The flow is there, but not inside what was asked for.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>FTS no longer has the flow.</summary>
    public const string NoLongerListed = "no longer listed";

    // What only moved inside, or is partly inside, is no more counted here than it is in funding.
    private static decimal Fulfilled(Statement? now, FlowStatus status, decimal taken) =>
        now is { Boundary: "incoming", IsShared: false } && now.Status == status ? Math.Max(0, now.AmountUsd - taken) : 0;

    private sealed record Statement(long Flow, FlowStatus Status, string Boundary, bool IsShared, bool IsLatest, decimal AmountUsd, DateOnly? Day, int Donors, DateOnly Known, int Document, int Place)
    {
        public static Statement Read(Facts facts, DuckDBDataReader row) => new(
            row.GetInt64(0), Enum.Parse<FlowStatus>(row.GetString(1), ignoreCase: true), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetAmount(5),
            FlowStates.DayOf(row.GetDay(6), row.GetDay(7), row.GetDay(8)).Day, row.GetNumber(9) ?? 0, row.GetFieldValue<DateOnly>(10), row.GetInt32(11), row.GetInt32(12));
    }
}
