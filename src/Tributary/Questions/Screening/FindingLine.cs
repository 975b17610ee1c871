using Tributary.Listings;

namespace Tributary.Questions;

/// <summary>A finding.</summary>
/// <param name="Id">Ten digits that stand for the party and the entry.</param>
/// <param name="State">How it stands.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="AgeDays">For how many days it has been known.</param>
/// <param name="Since">When it was first found, UTC.</param>
/// <param name="Party">The party's key.</param>
/// <param name="PartyName">Its name that is most alike.</param>
/// <param name="List">un, ofac, ofac-consolidated, uk or eu.</param>
/// <param name="Entry">The list's reference.</param>
/// <param name="EntryName">The entry's first name.</param>
/// <param name="MatchedName">Its name that is most alike.</param>
/// <param name="Why">Which word met which, and what else counted.</param>
/// <param name="Decision">The row of the decision that it rests on; null when there is none.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What else is to be known of how it stands.</param>
/// <param name="Frees">What would let the money flow; empty where it may.</param>
public sealed record FindingLine(
    string Id, FindingState State, double Score, int AgeDays, DateTimeOffset Since, string Party, string PartyName, string List, string Entry, string EntryName, string MatchedName, string Why,
    long? Decision, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, string Note, string Frees)
{
    /// <summary>A finding as a line.</summary>
    public static FindingLine Of(Finding finding, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var (hit, decision) = (finding.Hit, finding.Decision);
        return new FindingLine(
            hit.Id, finding.State, hit.Score, Math.Max(day.DayNumber - DateOnly.FromDateTime(finding.Since.UtcDateTime).DayNumber, 0), finding.Since, hit.Party, hit.PartyName,
            hit.List.Word(), hit.Entry, hit.EntryName, hit.MatchedName, hit.Why, decision?.Position, decision?.Who, decision?.At, decision?.Why, finding.Note, finding.WhatFrees);
    }
}
