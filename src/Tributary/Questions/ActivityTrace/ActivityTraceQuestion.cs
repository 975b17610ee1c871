using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Where does an activity's money come from, and where did it go on, across publishers?</summary>
/// <remarks>Up to the activities that nobody is known to pay, and down to the last known receivers, as far as the ledger has them.</remarks>
public sealed record ActivityTraceQuestion : IQuestion<ActivityTraceAnswer>
{
    /// <summary>The IATI identifier of the activity. Capitals do not matter.</summary>
    public required string Activity { get; init; }

    /// <summary>The currency into which amounts are converted, each payment at the rate of its value date, else of its day; null to leave them as stated.</summary>
    public Currency? ConvertTo { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No activity of the ledger has that identifier, and none names it.</exception>
    public ActivityTraceAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var graph = MovementGraph.Of(facts, new PaymentChoice(ConvertTo, [], null), token);
        var activity = ActivityIds.Find(graph.Ids, Activity);
        var (up, down) = (new MovementTree(graph, isUp: true), new MovementTree(graph, isUp: false));
        var (comesFrom, goesTo) = (up.Below(activity), down.Below(activity));
        return new ActivityTraceAnswer
        {
            Activity = graph.Node(activity),
            ComesFrom = comesFrom,
            GoesTo = goesTo,
            CameIn = MovementTree.Sums(graph.Into(activity)),
            WentOn = MovementTree.Sums(graph.OutOf(activity)),
            Oddities = [.. up.Oddities, .. down.Oddities],
            Conversions = Questions.Conversions.Together(comesFrom.Concat(goesTo).SelectMany(Conversions)),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static IEnumerable<Conversions?> Conversions(ActivityTraceNode step) => step.Next.SelectMany(Conversions).Prepend(step.Movement is { } movement ? movement.Conversions : step.End?.Conversions);
}

/// <summary>The money of an activity, up and down.</summary>
public sealed record ActivityTraceAnswer
{
    /// <summary>The activity asked about.</summary>
    public required ActivityNode Activity { get; init; }

    /// <summary>The activities that its money comes from, each with those that it comes from in turn.</summary>
    public required IReadOnlyList<ActivityTraceNode> ComesFrom { get; init; }

    /// <summary>The activities and organisations that its money went on to, each with where it went from there.</summary>
    public required IReadOnlyList<ActivityTraceNode> GoesTo { get; init; }

    /// <summary>What came in from other activities, by currency, each movement once.</summary>
    public required IReadOnlyList<CurrencySum> CameIn { get; init; }

    /// <summary>What went on to other activities, by currency, each movement once.</summary>
    public required IReadOnlyList<CurrencySum> WentOn { get; init; }

    /// <summary>What is odd about the tree: activities that pay themselves in a circle, or more of them than are followed.</summary>
    public required IReadOnlyList<string> Oddities { get; init; }

    /// <summary>What converted amounts rest on; null where all are as stated.</summary>
    public required Conversions? Conversions { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A step of the way of money: a movement to or from an activity, or the end of the trail.</summary>
/// <param name="Activity">The activity at its far end; null at an end that names none.</param>
/// <param name="Movement">The movement; null at an end.</param>
/// <param name="End">Why the trail ends here; null where it goes on, or where nothing is known above.</param>
/// <param name="Next">The steps beyond.</param>
public sealed record ActivityTraceNode(ActivityNode? Activity, Movement? Movement, TrailEnd? End, IReadOnlyList<ActivityTraceNode> Next);
