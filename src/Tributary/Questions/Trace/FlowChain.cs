using System.Globalization;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>The chain of a flow: the flows that its money came through, itself, and those that it went on to. Its siblings are on chains of their own.</summary>
internal static class FlowChain
{
    /// <summary>The flows of the chain that the ledger holds.</summary>
    /// <exception cref="UnknownValueException">The ledger has no such flow.</exception>
    public static List<long> Of(Facts facts, long flow, CancellationToken token)
    {
        var chain = facts.Query(With(facts, string.Create(CultureInfo.InvariantCulture, $"SELECT {flow}::BIGINT AS flow_id")) + $"SELECT flow_id FROM flow WHERE ({facts.LatestWord}) AND flow_id IN (FROM chain) ORDER BY flow_id", row => row.GetInt64(0), token);
        return chain.Count > 0 ? chain : throw new UnknownValueException("flow", flow.ToString(CultureInfo.InvariantCulture), "`tributary flows` lists flows with their ids");
    }

    /// <summary>A query's beginning: defines <c>edge</c> (parent, part) and <c>chain</c>, the flows on the chains of some flows.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="started">A query for the <c>flow_id</c> of the flows.</param>
    public static string With(Facts facts, string started) => FactDatabase.Sql("Questions/Trace/chain.sql").Replace("$started", started, StringComparison.Ordinal).Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal);
}
