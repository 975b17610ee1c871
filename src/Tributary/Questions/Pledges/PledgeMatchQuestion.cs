using System.Globalization;
using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which flows may fulfil a pledge, and why?</summary>
public sealed record PledgeMatchQuestion : IQuestion<PledgeMatchAnswer>
{
    /// <summary>The pledge, by any row of its entry.</summary>
    public required long Pledge { get; init; }

    /// <summary>Give only these flows. Default: all that were proposed or decided on.</summary>
    public IReadOnlyList<FlowId> Flows { get; init; } = [];

    /// <inheritdoc/>
    public PledgeMatchAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var (id, pledge) = Find(facts, Pledge);
        var shares = FlowShares.Of(facts, token);
        var verdicts = shares.Verdicts.Where(verdict => verdict.What.Pledge == id).ToDictionary(verdict => verdict.What.Flow);
        var candidates = new PledgeCandidates(facts, pledge);
        var found = candidates.Find(token);
        // What a person confirmed is listed whether or not it would be proposed.
        var further = FlowStates.Of(facts, verdicts.Keys.Except(found.Select(candidate => candidate.Flow.Id.Value)), token).Values.Select(flow => new MatchCandidate(flow, 0, [new MatchReason("not proposed: a person named it", 0)]));
        return new PledgeMatchAnswer
        {
            Pledge = new EnteredPledges(facts, shares, token).Follow(id, pledge),
            Candidates = [.. found.Concat(further).Where(candidate => Flows.Count == 0 || Flows.Contains(candidate.Flow.Id)).Select(candidate => Line(facts, candidate, verdicts.GetValueOrDefault(candidate.Flow.Id.Value), shares, id)).OrderBy(line => line.Verdict switch { "confirmed" => 0, null => 1, _ => 2 })],
            UndatedCount = candidates.Undated,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    /// <summary>The pledge that stands and has a row of the journal.</summary>
    /// <exception cref="UnknownValueException">There is none.</exception>
    internal static (long Id, Pledge Pledge) Find(Facts facts, long position)
    {
        var entry = KnownEntries.All(facts, ConferenceKinds.Pledge).FirstOrDefault(entry => entry.Has(position) && entry.Current is not null)
            ?? throw new UnknownValueException("pledge", position.ToString(CultureInfo.InvariantCulture), "`tributary pledge list` shows the numbers");
        return (entry.Id, entry.Current!);
    }

    private static CandidateFlow Line(Facts facts, MatchCandidate candidate, Decided<PledgeMatch>? verdict, FlowShares shares, long pledge)
    {
        var flow = candidate.Flow;
        var others = shares.OfFlow(flow.Id.Value).Where(share => share.Pledge != pledge).ToList();
        return new CandidateFlow(
            flow.Id, candidate.Score, flow.AmountUsd, flow.OriginalAmount, flow.OriginalCurrency, flow.Status.ToString().ToLowerInvariant(), flow.Day, flow.DayBasis,
            PartyNames.Of(facts, flow.Donors).Name, PartyNames.Of(facts, flow.Recipients).Name, candidate.Reasons, verdict?.What.Verdict.ToString().ToLowerInvariant(), verdict?.Who, verdict?.Position,
            [.. others.Select(share => share.Pledge)], flow.Source);
    }
}

/// <summary>The flows that may fulfil a pledge. None counts before a person confirms it.</summary>
public sealed record PledgeMatchAnswer
{
    /// <summary>The pledge, and what became of it so far.</summary>
    public required FollowedPledge Pledge { get; init; }

    /// <summary>The flows: those confirmed, then those proposed, best first, then those rejected.</summary>
    public required IReadOnlyList<CandidateFlow> Candidates { get; init; }

    /// <summary>Flows of the donor to the same place that state no day, so that nobody knows whether they came after the pledge.</summary>
    public required int UndatedCount { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A flow that may fulfil a pledge.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="Score">The points of all reasons, 0 to 100; 0 for a flow that would not be proposed.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="OriginalAmount">The amount in its original currency; null where none is stated.</param>
/// <param name="OriginalCurrency">ISO 4217.</param>
/// <param name="Status">pledge, commitment or paid.</param>
/// <param name="Date">Its day.</param>
/// <param name="DateBasis">Which of its days that is.</param>
/// <param name="Donor">The source organisation.</param>
/// <param name="Recipient">The destination organisation.</param>
/// <param name="Reasons">Why it is proposed, and why one might doubt it.</param>
/// <param name="Verdict">confirmed or rejected; null when nobody said.</param>
/// <param name="VerdictBy">Who said.</param>
/// <param name="VerdictRow">The row of the journal.</param>
/// <param name="OtherPledges">Other pledges for which it, or a part of it, is confirmed.</param>
/// <param name="Source">The document that states it, and where.</param>
public sealed record CandidateFlow(
    FlowId Id, int Score, decimal AmountUsd, decimal? OriginalAmount, string? OriginalCurrency, string Status, DateOnly? Date, string DateBasis, string Donor, string Recipient,
    IReadOnlyList<MatchReason> Reasons, string? Verdict, string? VerdictBy, long? VerdictRow, IReadOnlyList<long> OtherPledges, SourceLocation Source);
