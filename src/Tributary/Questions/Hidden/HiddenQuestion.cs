using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which money does no cluster's, country's, plan's or year's line show, and which flows are it?</summary>
/// <remarks>
/// Two kinds of it. Of funding, some names no cluster, country or plan, or several at once: it is in the total and on no line. And money for several of what was asked about is not in funding at all.
/// Groups of clusters are exact here; FTS publishes some folded into smaller ones.
/// </remarks>
public sealed record HiddenQuestion : FlowFilter, IQuestion<HiddenAnswer>
{
    /// <summary>How many flows to list at most, largest first. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <inheritdoc/>
    public HiddenAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var flows = CountedFlows.Of(facts, this);
        var types = Types(facts);
        var hidden = new HiddenMoney(facts, flows, types, token);
        var lines = types.SelectMany(type => Reasons(facts, flows, type)).Select(hidden.Line).Where(line => line.FlowCount > 0).ToList();
        var funding = FundingQuestion.Of(this).AnswerFrom(facts, token);
        return new HiddenAnswer
        {
            FundingUsd = funding.FundingUsd,
            SharedUsd = funding.SharedUsd,
            Lines = [.. lines.Select(line => line with { Groups = PublishedGroups.Beside(facts, this, line) })],
            Flows = hidden.Flows(lines, Limit),
            FlowCount = lines.Sum(line => line.FlowCount),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    // A plan's own clusters where one is asked about, else the global ones.
    private ObjectType[] Types(Facts facts) =>
    [
        Clusters.Count > 0 ? CountedFlows.ClusterTypeOf(facts, Clusters, Plans.Count > 0) : Plans.Count == 1 ? ObjectType.Cluster : ObjectType.GlobalCluster,
        ObjectType.Location, ObjectType.Plan, ObjectType.UsageYear,
    ];

    private static IEnumerable<HiddenReason> Reasons(Facts facts, CountedFlows flows, ObjectType type)
    {
        if (flows.Edges.FirstOrDefault(edge => edge.Type == type) is { } edge)
        {
            if (edge.Shared.Count > 0) yield return new HiddenReason(type, $"several {Plural(type)}, not all asked about", InFunding: false, edge.Shared.ToHashSet());
            yield break;
        }
        // HDX's files cannot name a plan's own clusters.
        yield return new HiddenReason(type, $"no {Word(type)}", InFunding: true, new HashSet<int>(), type == ObjectType.Cluster ? true : null);
        if (type == ObjectType.Cluster) yield return new HiddenReason(type, "cluster not stated by the source", InFunding: true, new HashSet<int>(), Stated: false);
        var several = facts.Sets(type).Where(set => set.Value.Members.Count > 1).Select(set => set.Key).ToHashSet();
        if (several.Count > 0) yield return new HiddenReason(type, $"several {Plural(type)}", InFunding: true, several);
    }

    private static string Word(ObjectType type) => type switch
    {
        ObjectType.Cluster => "cluster",
        ObjectType.GlobalCluster => "global cluster",
        ObjectType.Location => "country",
        ObjectType.UsageYear => "usage year",
        _ => type.ToString().ToLowerInvariant(),
    };

    private static string Plural(ObjectType type) => type == ObjectType.Location ? "countries" : Word(type) + "s";
}

/// <summary>Money that is on no line. All amounts are US dollars.</summary>
public sealed record HiddenAnswer
{
    /// <summary>Funding in all.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Beside it: money of which only an unknown part is inside. A flow that is shared for two reasons stands on two lines.</summary>
    public required decimal SharedUsd { get; init; }

    /// <summary>What is hidden, by reason. Reasons overlap: money without a cluster may be without a plan as well.</summary>
    public required IReadOnlyList<HiddenLine> Lines { get; init; }

    /// <summary>The flows, largest first.</summary>
    public required IReadOnlyList<HiddenFlow> Flows { get; init; }

    /// <summary>How many flows all lines have together.</summary>
    public required long FlowCount { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>Money that is hidden for one reason.</summary>
/// <param name="Reason">no cluster, several clusters, no country, several years …</param>
/// <param name="InFunding">Whether it is part of funding, or stands beside it as shared.</param>
/// <param name="AmountUsd">How much: of funding, what came to such a group less what moved inside out of it.</param>
/// <param name="FlowCount">Flows behind it. One that moved inside a group stands there twice, once with each sign.</param>
/// <param name="Groups">The groups that share it, exactly; empty where nothing is named.</param>
public sealed record HiddenLine(string Reason, bool InFunding, decimal AmountUsd, long FlowCount, IReadOnlyList<HiddenGroup> Groups)
{
    internal HiddenReason Cause { get; init; } = null!;
}

/// <summary>Objects that share money.</summary>
/// <param name="Names">Their names.</param>
/// <param name="AmountUsd">What they share.</param>
/// <param name="FlowCount">Flows behind it.</param>
/// <param name="PublishedUsd">What FTS publishes for this very group; null where it publishes nothing.</param>
/// <param name="FoldedInto">The smaller group under which FTS publishes it; null where it does not, or where that cannot be told.</param>
public sealed record HiddenGroup(string Names, decimal AmountUsd, long FlowCount, decimal? PublishedUsd, string? FoldedInto)
{
    internal IReadOnlyList<string> Ids { get; init; } = [];
}

/// <summary>A flow that is hidden.</summary>
/// <param name="Reason">Why: that of its line.</param>
/// <param name="Sign">+1 where it adds to the line, −1 where it takes away (internal money that left the group).</param>
/// <param name="Flow">The flow.</param>
public sealed record HiddenFlow(string Reason, int Sign, FlowLine Flow);
