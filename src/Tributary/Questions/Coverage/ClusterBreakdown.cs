using System.Globalization;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A plan's requirement and funding by cluster.</summary>
internal sealed class ClusterBreakdown
{
    private readonly Facts _facts;
    private readonly int _planId;
    private readonly bool _global;
    private readonly FlowBasis _basis;
    private readonly List<Figure> _figures;
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    public ClusterBreakdown(Facts facts, int planId, List<Figure> figures, bool global, FlowBasis basis)
    {
        (_facts, _planId, _global, _basis) = (facts, planId, global, basis);
        var grouping = global ? Grouping.GlobalCluster : Grouping.Cluster;
        _figures = figures.FindAll(figure => figure.Grouping == grouping);
    }

    private ObjectType Type => _global ? ObjectType.GlobalCluster : ObjectType.Cluster;

    /// <summary>The lines: clusters by name, then what is not specified, shared, or not stated.</summary>
    public IReadOnlyList<ClusterCoverage> Rows(CancellationToken token)
    {
        AddPublished();
        AddFlows(token);
        LineOf(null, ClusterCoverage.NotSpecified);
        LineOf(null, ClusterCoverage.Multiple);
        return [.. _lines.Values.Where(line => line.Name != ClusterCoverage.NotStated || line.Funding != 0)
            .OrderBy(line => line.Rank).ThenBy(line => line.Name, StringComparer.Ordinal).Select(Row)];
    }

    // Of several documents the latest speaks; the clusters' own figures stand in one list, so the choice is by document.
    private void AddPublished()
    {
        foreach (var figure in Latest(Measure.Requirement)) LineOf(figure.GroupId, figure.GroupName!).Requirement = figure.Value;
        foreach (var figure in Latest(Measure.Funding)) LineOf(figure.GroupId, figure.GroupName!).Published = figure.Value;
        var shared = Latest(Measure.SharedFunding).Where(figure => figure.GroupId?.Contains(',', StringComparison.Ordinal) == true).ToList();
        if (shared.Count == 0) return;
        LineOf(null, ClusterCoverage.Multiple).Published = shared.Sum(figure => figure.Value);
        foreach (var figure in shared)
        {
            var (ids, names) = (figure.GroupId!.Split(','), figure.GroupName!.Split(" + "));
            for (var member = 0; member < ids.Length; member++)
            {
                var line = LineOf(ids[member], member < names.Length ? names[member] : ids[member]);
                line.PublishedShared = (line.PublishedShared ?? 0) + figure.Value;
            }
        }
    }

    private IEnumerable<Figure> Latest(Measure measure)
    {
        var figures = _figures.Where(figure => figure.Measure == measure && figure.GroupName is not null);
        var document = figures.FirstOrDefault()?.Document;
        return figures.Where(figure => figure.Document == document);
    }

    private void AddFlows(CancellationToken token)
    {
        var flows = CountedFlows.Of(_facts, new FundingQuestion { Plans = [_planId.ToString(CultureInfo.InvariantCulture)] });
        var sql = FactDatabase.Sql("Questions/Coverage/coverage-clusters.sql")
            .Replace("$destination", FlowColumns.Of(Side.Destination, Type), StringComparison.Ordinal)
            .Replace("$source", FlowColumns.Of(Side.Source, Type), StringComparison.Ordinal);
        foreach (var (code, partial, amount) in _facts.Query(flows.WithGroups([FlowColumns.Of(Side.Destination, Type), FlowColumns.Of(Side.Source, Type), "source_partial"], sql), row => (Code: row.GetNumber(0) ?? 0, row.GetBoolean(1), row.GetAmount(2)), token))
        {
            if (code == 0) LineOf(null, partial && !_global ? ClusterCoverage.NotStated : ClusterCoverage.NotSpecified).Funding += amount;
            else AddSet(_facts.Sets(Type)[code], amount);
        }
    }

    private void AddSet(ObjectSet clusters, decimal amount)
    {
        if (clusters.Members is [var only])
        {
            LineOf(only.Id, only.Name!).Funding += amount;
            return;
        }
        LineOf(null, ClusterCoverage.Multiple).Funding += amount;
        foreach (var member in clusters.Members) LineOf(member.Id, member.Name!).Shared += amount;
    }

    // HDX's files name global clusters without their ids; a name that stands with an id elsewhere is that cluster.
    private Line LineOf(string? id, string name)
    {
        if (_lines.TryGetValue(id ?? name, out var line)) return line;
        if (id is null && _lines.Values.FirstOrDefault(known => known.Name == name) is { } same) return same;
        return _lines[id ?? name] = new Line { Id = id, Name = name };
    }

    private ClusterCoverage Row(Line line) => new(
        line.Id, line.Name, line.Requirement, line.Funding, Percent.Of(line.Funding, line.Requirement), line.Shared, line.Published, line.PublishedShared, Why(line));

    private bool NothingIsStated => _lines.TryGetValue(ClusterCoverage.NotStated, out var line) && line.Funding != 0;

    private string Why(Line line)
    {
        var reasons = new List<string>();
        if (line.Published is { } published && published != line.Funding)
        {
            var stated = new StatedFigure(published, "", _figures[0].Day, []);
            reasons.Add(NothingIsStated ? "the source of these flows does not say which of the plan's clusters they are for" : PublishedFunding.WhyDifferent(stated, _basis));
        }
        if (line.PublishedShared is { } shared && shared != line.Shared) reasons.Add("the publisher folds money shared by many clusters into smaller groups: its parts differ, its totals agree");
        return string.Join("; ", reasons);
    }

    private sealed class Line
    {
        public string? Id { get; init; }
        public required string Name { get; init; }
        public decimal? Requirement { get; set; }
        public decimal Funding { get; set; }
        public decimal Shared { get; set; }
        public decimal? Published { get; set; }
        public decimal? PublishedShared { get; set; }

        public int Rank => Name switch
        {
            ClusterCoverage.NotSpecified => 1,
            ClusterCoverage.Multiple => 2,
            ClusterCoverage.NotStated => 3,
            _ => 0,
        };
    }
}
