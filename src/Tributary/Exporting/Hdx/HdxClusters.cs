using System.Globalization;
using Tributary.Appeals;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>A cluster's line.</summary>
/// <param name="Id">FTS's id; null for lines that are no cluster and for clusters that only flows name.</param>
/// <param name="Name">The name as the document with the figures has it.</param>
/// <param name="Requirement">What is asked for; null where nothing is stated.</param>
/// <param name="Funding">Funding that names this cluster alone: 0 when it only shares some, null when it is not mentioned.</param>
internal sealed record HdxCluster(string? Id, string Name, decimal? Requirement, decimal? Funding);

/// <summary>Breaks a plan down by clusters: as published, or where nothing is, as the flows give it.</summary>
internal static class HdxClusters
{
    /// <summary>Clusters by name, then what names none, then what names several.</summary>
    public static List<HdxCluster> Of(Facts facts, PlanDescription plan, string iso3, bool global, HdxNotes notes, CancellationToken token)
    {
        var grouping = global ? Grouping.GlobalCluster : Grouping.Cluster;
        var figures = Figures.ByPlan(facts)[plan.Id].Where(figure => figure.Grouping == grouping && (figure.Country is null || figure.Country == iso3)).ToList();
        if (figures.Count == 0) return IsListed(facts, iso3, grouping) ? [] : FromFlows(facts, plan, global, notes, token);
        figures.RemoveAll(figure => figure.Document != figures[0].Document);
        return [.. Named(figures), Last(figures, ClusterCoverage.NotSpecified, null), Last(figures, ClusterCoverage.Multiple, SharedByAny(figures))];
    }

    // HDX's file by cluster has every plan that is for the country alone: one that is not in it is for others too.
    private static bool IsListed(Facts facts, string iso3, Grouping grouping) => Figures.OfCountry(facts, iso3).Exists(figure => figure.Grouping == grouping);

    private static IEnumerable<HdxCluster> Named(List<Figure> figures) => figures
        .SelectMany(Mentions)
        .GroupBy(mention => mention.Id, StringComparer.Ordinal)
        .Select(mentions => new HdxCluster(mentions.Key, mentions.First().Name, Sum(mentions, Measure.Requirement), Sum(mentions, Measure.Funding)))
        .OrderBy(cluster => cluster.Name, StringComparer.Ordinal); // Clusters of one name stay in the document's order.

    // A cluster that shares money with others is mentioned with none of its own.
    private static IEnumerable<(string Id, string Name, Measure Measure, decimal Value)> Mentions(Figure figure)
    {
        if (figure.GroupId is not { } ids) yield break;
        var names = figure.GroupName?.Split(" + ") ?? [];
        var members = ids.Split(',');
        for (var member = 0; member < members.Length; member++)
        {
            var name = members.Length == 1 ? figure.GroupName : member < names.Length ? names[member] : null;
            if (figure.Measure == Measure.Requirement) yield return (members[member], name ?? members[member], Measure.Requirement, figure.Value);
            else if (figure.Measure is Measure.Funding or Measure.OverlapFunding && members.Length == 1) yield return (members[member], name ?? members[member], Measure.Funding, figure.Value);
            else if (figure.Measure is Measure.SharedFunding) yield return (members[member], name ?? members[member], Measure.Funding, 0);
        }
    }

    private static HdxCluster Last(List<Figure> figures, string name, decimal? otherwise)
    {
        var stated = figures.FindAll(figure => figure.GroupId is null && figure.GroupName == name);
        return new HdxCluster(null, name, Value(stated, Measure.Requirement), Value(stated, Measure.Funding) ?? otherwise);
    }

    // An answer of FTS lists its shared groups one by one; an HDX file has them in one line, if at all.
    private static decimal? SharedByAny(List<Figure> figures)
    {
        var hasLine = figures.Exists(figure => figure.GroupId is null && figure.GroupName == ClusterCoverage.Multiple);
        if (hasLine || figures.Exists(figure => figure.Country is not null) || !figures.Exists(figure => figure.Measure is Measure.Funding or Measure.SharedFunding)) return null;
        return figures.Where(figure => figure.Measure == Measure.SharedFunding).Sum(figure => figure.Value);
    }

    private static List<HdxCluster> FromFlows(Facts facts, PlanDescription plan, bool global, HdxNotes notes, CancellationToken token)
    {
        var kind = global ? "global cluster" : "cluster";
        var answer = new CoverageQuestion { Plan = plan.Id.ToString(CultureInfo.InvariantCulture), ByGlobalCluster = global }.AnswerFrom(facts, token);
        var known = answer.FlowCount > 0 && answer.Clusters.All(line => line.Name != ClusterCoverage.NotStated);
        notes.Add(plan.Id, known
            ? $"nothing is published by {kind} in the ledger, so that funding is counted from flows and what is asked for is unknown"
            : $"not in the file by {kind}, because nothing is published by {kind} in the ledger and no flow says it");
        return known ? [.. answer.Clusters.Select(line => new HdxCluster(line.Id, line.Name, null, line.FundingUsd))] : [];
    }

    private static decimal? Sum(IEnumerable<(string Id, string Name, Measure Measure, decimal Value)> mentions, Measure measure)
    {
        var values = mentions.Where(mention => mention.Measure == measure).Select(mention => mention.Value).ToList();
        return values.Count == 0 ? null : values.Sum();
    }

    private static decimal? Value(List<Figure> figures, Measure measure) => figures.Find(figure => figure.Measure == measure)?.Value;
}
