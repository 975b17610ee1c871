using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which of these flows does the ledger hold?</summary>
internal sealed record KnownFlowsQuestion(IReadOnlyCollection<long> Flows) : IQuestion<HashSet<long>>
{
    public HashSet<long> AnswerFrom(Facts facts, CancellationToken token) => Flows.Count == 0
        ? []
        : [.. facts.Query($"SELECT DISTINCT flow_id FROM flow WHERE ({facts.LatestWord}) AND flow_id IN ({string.Join(',', Flows)})", row => row.GetInt64(0), token)];
}
