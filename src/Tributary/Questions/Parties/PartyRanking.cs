using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Adds up what organisations gave or received.</summary>
internal static class PartyRanking
{
    public static PartiesAnswer Rank(Facts facts, FlowFilter filter, Side side, CancellationToken token)
    {
        var flows = CountedFlows.Of(facts, filter);
        var organization = FlowColumns.Of(side, ObjectType.Organization);
        var sql = FactDatabase.Sql("Questions/Parties/parties.sql").Replace("$organization", organization, StringComparison.Ordinal);
        var parts = facts.Query(flows.WithGroups([organization], sql), row => new Part(
            PartyNames.Of(facts, row.GetNumber(0) ?? 0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.GetInt64(4), row.GetAmount(5)), token);
        var total = parts.AmountOf(part => part.IsFunding);
        return new PartiesAnswer
        {
            Parties = [.. parts.GroupBy(part => part.Party.Name, StringComparer.Ordinal).Select(group => Line([.. group], total))
                .OrderByDescending(party => party.FundingUsd).ThenByDescending(party => party.PledgedUsd).ThenBy(party => party.Name, StringComparer.Ordinal)],
            FundingUsd = total,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static PartyFunding Line(List<Part> parts, decimal total)
    {
        var party = parts.Select(part => part.Party).OrderByDescending(known => known.Id is not null).First();
        var funding = parts.AmountOf(part => part.IsFunding);
        return new PartyFunding(
            party.Id, party.Name, party.Kinds, funding, Percent.Of(funding, total),
            parts.AmountOf(part => part.IsCommitted),
            parts.AmountOf(part => part.IsPaid),
            parts.AmountOf(part => part.IsPledged),
            parts.AmountOf(part => part.IsShared),
            parts.AmountOf(part => part.IsInternal),
            parts.FlowsOf(part => part.IsFunding));
    }

    private sealed record Part(Party Party, string Boundary, bool Shared, string Status, long Flows, decimal AmountUsd)
        : CountedGroup(Boundary, Shared, Status, Flows, AmountUsd);
}

/// <summary>An organisation, or several that share a flow.</summary>
internal sealed record Party(string? Id, string Name, string? Kinds);

/// <summary>Names the organisations of a set.</summary>
internal static class PartyNames
{
    private static readonly Party None = new(null, PartyFunding.NotSpecified, null);

    /// <summary>The organisations of a set by its number; 0 stands for none.</summary>
    public static Party Of(Facts facts, int set)
    {
        if (set == 0) return None;
        var members = facts.Sets(ObjectType.Organization)[set].Members;
        return members is [var only]
            ? new Party(only.Id, only.Name ?? only.Id ?? PartyFunding.NotSpecified, only.AllKinds)
            : new Party(null, ObjectNames.Shared(members), null);
    }
}
