using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Puts what FTS publishes for groups of clusters beside the exact groups.</summary>
internal static class PublishedGroups
{
    /// <summary>The groups of a line, with what is published for each and, where it can be told, the smaller group that FTS folds it into.</summary>
    public static IReadOnlyList<HiddenGroup> Beside(Facts facts, FlowFilter filter, HiddenLine line)
    {
        if (!line.InFunding || line.Cause.Type is not (ObjectType.Cluster or ObjectType.GlobalCluster) || filter.Plans is not [var plan] || PlanIds.Find(facts, plan) is not [var id]) return line.Groups;
        var published = Published(facts, id, line.Cause.Type == ObjectType.Cluster ? Grouping.Cluster : Grouping.GlobalCluster);
        if (published.Count == 0) return line.Groups;
        var groups = line.Groups.Select(group => group with { PublishedUsd = published.GetValueOrDefault(Key(group.Ids))?.Amount }).ToList();
        foreach (var (group, into) in Fold(groups, published)) groups[groups.IndexOf(group)] = group with { FoldedInto = into };
        return groups;
    }

    // The latest document speaks, as everywhere.
    private static Dictionary<string, PublishedGroup> Published(Facts facts, int plan, Grouping grouping)
    {
        var figures = Figures.OfPlan(facts, plan).FindAll(figure => figure.Grouping == grouping && figure.Measure == Measure.SharedFunding && figure.GroupId?.Contains(',', StringComparison.Ordinal) == true);
        return figures.Where(figure => figure.Document == figures[0].Document).Select(figure => new PublishedGroup([.. figure.GroupId!.Split(',')], string.Join(", ", figure.GroupName!.Split(" + ").Order(StringComparer.Ordinal)), figure.Value))
            .GroupBy(group => Key(group.Ids)).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    // A group without a figure of its own went into a smaller one of which more is published than the flows give. Where the
    // excess of just one smaller group fits, or is the very amount, that is it; what it took no longer fits others.
    private static List<(HiddenGroup Group, string Into)> Fold(List<HiddenGroup> groups, Dictionary<string, PublishedGroup> published)
    {
        var excess = published.ToDictionary(group => group.Key, group => group.Value.Amount - (groups.Find(exact => Key(exact.Ids) == group.Key)?.AmountUsd ?? 0), StringComparer.Ordinal);
        var folded = new List<(HiddenGroup, string)>();
        var open = groups.FindAll(group => group.PublishedUsd is null && group.AmountUsd > 0);
        for (var found = true; found;)
        {
            found = false;
            foreach (var group in open.ToList())
            {
                var fitting = published.Where(smaller => excess[smaller.Key] >= group.AmountUsd && smaller.Value.Ids.All(group.Ids.Contains)).Select(smaller => smaller.Key).ToList();
                var exact = fitting.FindAll(key => excess[key] == group.AmountUsd);
                if ((exact.Count == 1 ? exact : fitting) is not [var into]) continue;
                excess[into] -= group.AmountUsd;
                folded.Add((group, published[into].Names));
                found |= open.Remove(group);
            }
        }
        return folded;
    }

    private static string Key(IEnumerable<string> ids) => string.Join(',', ids.Order(StringComparer.Ordinal));

    private sealed record PublishedGroup(IReadOnlyList<string> Ids, string Names, decimal Amount);
}
