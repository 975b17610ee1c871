using Tributary.Conferences;

namespace Tributary.Questions;

/// <summary>Hosts that nobody entered as a participant: the conference itself names them.</summary>
internal static class Hosts
{
    /// <summary>The host as a participant; null when one is entered already.</summary>
    public static Participant? Of(Conference conference, IEnumerable<Participant> participants) =>
        participants.Any(one => one.Conference == conference.Id && PartyKeys.Of(one.Party, one.Iso3) == PartyKeys.Of(conference.Host))
            ? null
            : new Participant { Conference = conference.Id, Party = conference.Host, Role = ParticipantRole.Host, Evidence = conference.Evidence };
}
