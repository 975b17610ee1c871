using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Who was at the conferences at which pledges were made.</summary>
/// <param name="Conference">The one that was asked for: its parties are listed whether they promised or not. Null when none was.</param>
/// <param name="Participants">The participants of these conferences, absentees among them.</param>
internal sealed record Attendance(string? Conference, IReadOnlyList<Participant> Participants)
{
    public static Attendance Of(Facts facts, string? conference, IEnumerable<FollowedPledge> pledges)
    {
        var ids = pledges.Select(pledge => pledge.Conference).Append(conference).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var participants = KnownEntries.Standing(facts, ConferenceKinds.Participant).Select(entry => entry.Record).Where(record => ids.Contains(record.Conference)).ToList();
        var conferences = KnownEntries.Standing(facts, ConferenceKinds.Conference).Select(entry => entry.Record).Where(record => ids.Contains(record.Id));
        return new Attendance(conference, [.. conferences.Select(one => Hosts.Of(one, participants)).OfType<Participant>(), .. participants]);
    }

    /// <summary>A party at the conference of a pledge; null when nobody says that it was there or stayed away.</summary>
    public Participant? Find(FollowedPledge pledge) => pledge.Conference is null ? null
        : Participants.FirstOrDefault(participant => participant.Conference == pledge.Conference && PartyKeys.Of(participant.Party, participant.Iso3) == PartyKeys.Of(pledge.Party, pledge.Iso3));
}

/// <summary>Adds pledges up by party and currency.</summary>
internal sealed class PartyLines(Attendance attendance)
{
    public IReadOnlyList<PartyPledges> Of(IReadOnlyList<FollowedPledge> pledges)
    {
        // An entry names its party as people know it; FTS's name is for where there is none.
        var names = pledges.OrderBy(pledge => pledge.Entry is null).DistinctBy(pledge => PartyKeys.Of(pledge.Party, pledge.Iso3)).ToDictionary(pledge => PartyKeys.Of(pledge.Party, pledge.Iso3), pledge => pledge.Party, StringComparer.Ordinal);
        var lines = pledges.GroupBy(pledge => (Party: PartyKeys.Of(pledge.Party, pledge.Iso3), pledge.Currency)).Select(same => Line(names[same.Key.Party], [.. same])).ToList();
        var silent = attendance.Participants.Where(participant => participant.Conference == attendance.Conference && !names.ContainsKey(PartyKeys.Of(participant.Party, participant.Iso3))).Select(Nothing);
        return [.. lines.OrderByDescending(line => line.PledgedUsd).ThenBy(line => line.Party, StringComparer.Ordinal), .. silent];
    }

    private PartyPledges Line(string name, List<FollowedPledge> pledges)
    {
        var participant = pledges.Select(attendance.Find).FirstOrDefault(found => found is not null);
        var total = PledgeTotals.Of(pledges[0].Currency, pledges);
        var first = pledges.Min(pledge => pledge.MadeOn);
        return new PartyPledges(
            name, pledges[0].Iso3, participant?.Role, participant?.Attended, pledges.Count, total.Currency,
            total.Pledged, total.Committed, total.Paid, total.Outstanding,
            PledgeTotals.Sum(pledges, pledge => pledge.PledgedUsd), pledges.Sum(pledge => pledge.CommittedUsd), pledges.Sum(pledge => pledge.PaidUsd), PledgeTotals.Sum(pledges, pledge => pledge.OutstandingUsd),
            first, pledges.Find(pledge => pledge.MadeOn == first)?.DaysSince, total.PercentKept ?? Percent.Of(pledges.Sum(pledge => pledge.PaidUsd), PledgeTotals.Sum(pledges, pledge => pledge.PledgedUsd)));
    }

    private static PartyPledges Nothing(Participant participant) => new(
        participant.Party, PartyKeys.CountryOf(participant.Party, participant.Iso3), participant.Role, participant.Attended, 0, null, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null);
}
