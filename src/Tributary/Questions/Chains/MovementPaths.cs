namespace Tributary.Questions;

/// <summary>The ways on which most of an activity's money came.</summary>
internal sealed class MovementPaths(MovementGraph graph)
{
    private const int StepsMax = 64;

    /// <summary>The activities from the topmost known source down to one, along the largest movement at each step, and how many further sources there are beside it.</summary>
    public (IReadOnlyList<ActivityNode> Steps, int FurtherSources) To(string activity)
    {
        List<ActivityNode> steps = [graph.Node(activity)];
        var passed = new HashSet<string>(StringComparer.Ordinal) { activity };
        var further = 0;
        while (steps.Count < StepsMax)
        {
            var sources = graph.Into(steps[0].Id).Where(movement => !passed.Contains(movement.From)).ToList();
            if (sources.Count == 0) break;
            further += sources.Count(source => source.Basis != MovementBasis.Part) is > 1 and var several ? several - 1 : 0;
            passed.Add(sources[0].From);
            steps.Insert(0, graph.Node(sources[0].From));
        }
        return (steps, further);
    }
}
