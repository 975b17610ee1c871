using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which flows look like one flow that was reported twice, and what would the total be without them?</summary>
/// <remarks>
/// Alike are two flows with the same donor, recipient, amount and day. What else is alike or different is a reason for or against, each with its weight; a person settles.
/// No total changes by itself: <see cref="FlowFilter.WithoutDuplicates"/> leaves out what was settled.
/// </remarks>
public sealed record DuplicatesQuestion : FlowFilter, IQuestion<DuplicatesAnswer>
{
    /// <summary>Show only pairs with at least this score, from 0 to 1. Default: 0.5.</summary>
    public decimal MinScore { get; init; } = 0.5m;

    /// <summary>Also show pairs that were settled. Default: only open ones.</summary>
    public bool WithSettled { get; init; }

    /// <summary>How many pairs to list at most, highest score first. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <inheritdoc/>
    public DuplicatesAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var settlements = Settlements.Of(facts);
        var pairs = AlikeFlows.Of(facts, this, MinScore, token);
        var open = pairs.FindAll(pair => settlements.On(pair.First.Id, pair.Second.Id) is null);
        var shown = (WithSettled ? pairs : open).OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.AmountUsd).ThenBy(pair => pair.First.Id).ThenBy(pair => pair.Second.Id).ToList();
        var counted = FundingQuestion.Of(this) with { WithoutDuplicates = false };
        var (funding, _) = FundingQuestion.Known(facts, counted, token);
        var (without, _) = settlements.Left.Count == 0 ? (funding, 0) : FundingQuestion.Known(facts, counted with { WithoutDuplicates = true }, token);
        return new DuplicatesAnswer
        {
            Pairs = Lines(facts, settlements, [.. shown.Take(Limit)], token),
            PairCount = shown.Count,
            OpenCount = open.Count,
            FundingUsd = funding,
            FundingWithoutSettledUsd = without,
            FundingWithoutAllUsd = without - RepeatedUsd(open, [.. settlements.Left]),
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static List<DuplicatePair> Lines(Facts facts, Settlements settlements, List<AlikePair> pairs, CancellationToken token)
    {
        var flows = FlowLines.ReadFlows(facts, [.. pairs.SelectMany(pair => new[] { pair.First.Id, pair.Second.Id }).Distinct()], token);
        return pairs.ConvertAll(pair => new DuplicatePair(flows[pair.First.Id], flows[pair.Second.Id], pair.Score, pair.Reasons, Settlement(settlements.On(pair.First.Id, pair.Second.Id))));
    }

    private static Settlement? Settlement(Decided<DuplicateSettlement>? decided) => decided is null
        ? null
        : new Settlement(decided.Position, decided.What.AreOne, new FlowId(decided.What.Kept), decided.Who, decided.At, decided.Why);

    // Of flows that would all be one, one stays: the rest is what is counted again.
    private static decimal RepeatedUsd(IEnumerable<AlikePair> pairs, HashSet<long> left)
    {
        var again = 0m;
        foreach (var pair in pairs.OrderBy(pair => pair.First.Id).ThenBy(pair => pair.Second.Id))
        {
            if (!left.Contains(pair.First.Id) && left.Add(pair.Second.Id)) again += pair.Second.FundingUsd;
        }
        return again;
    }
}

/// <summary>Flows that look alike. All amounts are US dollars.</summary>
public sealed record DuplicatesAnswer
{
    /// <summary>The pairs, highest score first.</summary>
    public required IReadOnlyList<DuplicatePair> Pairs { get; init; }

    /// <summary>How many pairs there are to show in all.</summary>
    public required long PairCount { get; init; }

    /// <summary>Of them, pairs that nobody has settled.</summary>
    public required long OpenCount { get; init; }

    /// <summary>Funding as FTS counts it, with all of them.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Funding without the flows that were settled as reports of another.</summary>
    public required decimal FundingWithoutSettledUsd { get; init; }

    /// <summary>Funding if all open pairs were one flow each as well.</summary>
    public required decimal FundingWithoutAllUsd { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>Two flows with the same donor, recipient, amount and day.</summary>
/// <param name="First">The flow with the lower id.</param>
/// <param name="Second">The other.</param>
/// <param name="Score">From 0 to 1: how much they look like one.</param>
/// <param name="Reasons">What is alike and what is not, with what each adds or takes away.</param>
/// <param name="Settlement">What a person settled; null when it is open.</param>
public sealed record DuplicatePair(FlowLine First, FlowLine Second, decimal Score, IReadOnlyList<DuplicateReason> Reasons, Settlement? Settlement);

/// <summary>Something that two flows have in common, or not.</summary>
/// <param name="Text">In words.</param>
/// <param name="Weight">What it adds to the score; negative for what speaks against.</param>
public sealed record DuplicateReason(string Text, decimal Weight);

/// <summary>A person's word on a pair.</summary>
/// <param name="Id">The row of the journal.</param>
/// <param name="AreOne">Whether the two are one flow.</param>
/// <param name="Kept">The flow that stands for both.</param>
/// <param name="Who">Who settled it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">The reason given.</param>
public sealed record Settlement(long Id, bool AreOne, FlowId Kept, string Who, DateTimeOffset At, string Why);
