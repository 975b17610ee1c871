using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Explains a line of a plan's breakdown by cluster: money that came to the cluster, less what left it for another.</summary>
internal sealed class ClusterExplanation(Facts facts, ExplainQuestion question)
{
    private ObjectType Type => question.ByGlobalCluster ? ObjectType.GlobalCluster : ObjectType.Cluster;

    public Explanation Explain(CancellationToken token)
    {
        var plan = question.Plans is [var one] ? one : throw new UnknownValueException($"line '{question.ClusterLine}': it is of a plan's breakdown; expected one plan; name it with --plan");
        var coverage = new CoverageQuestion { Plan = plan, ByGlobalCluster = question.ByGlobalCluster }.AnswerFrom(facts, token);
        var line = coverage.Clusters.FirstOrDefault(IsNamed) ?? throw new UnknownValueException("cluster line", question.ClusterLine!, $"`tributary coverage --plan {plan}` lists the lines");
        var flows = CountedFlows.Of(facts, new FundingQuestion { Plans = [plan] });
        List<ExplainedFlow> explained =
        [
            .. Read(flows, Side.Destination, line, "", token).Select(flow => new ExplainedFlow(1, flow)),
            .. Read(flows, Side.Source, line, " AND boundary = 'internal'", token).Select(flow => new ExplainedFlow(-1, flow)),
        ];
        return Explanation.Of(facts, $"funding of {line.Name}", line.FundingUsd, explained);
    }

    private List<FlowLine> Read(CountedFlows flows, Side side, ClusterCoverage line, string further, CancellationToken token) =>
        FlowLines.Read(facts, flows, $"NOT is_shared AND status <> 'pledge' AND {OnLine(side, line)}{further}", int.MaxValue, token);

    private bool IsNamed(ClusterCoverage line) => line.Id == question.ClusterLine || string.Equals(line.Name, question.ClusterLine, StringComparison.OrdinalIgnoreCase);

    private string OnLine(Side side, ClusterCoverage line)
    {
        var column = FlowColumns.Of(side, Type);
        return line.Name switch
        {
            ClusterCoverage.NotSpecified => Type == ObjectType.Cluster ? $"{column} IS NULL AND NOT source_partial" : $"{column} IS NULL",
            ClusterCoverage.NotStated => $"{column} IS NULL AND source_partial",
            ClusterCoverage.Multiple => In(column, set => set.Members.Count > 1),
            _ => In(column, set => set.Members is [var only] && (only.Id is { } id && line.Id is not null ? id == line.Id : only.Name == line.Name)),
        };
    }

    private string In(string column, Func<ObjectSet, bool> chosen)
    {
        var codes = facts.Sets(Type).Where(set => chosen(set.Value)).Select(set => set.Key).ToList();
        return codes.Count == 0 ? "false" : $"{column} IN ({string.Join(',', codes)})";
    }
}
