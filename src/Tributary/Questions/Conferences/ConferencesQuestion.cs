using Tributary.Conferences;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which conferences did people enter?</summary>
public sealed record ConferencesQuestion : IQuestion<ConferencesAnswer>
{
    /// <summary>Only those about these countries: ISO 3166 codes or names.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <inheritdoc/>
    public ConferencesAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var about = About.Select(value => CountryNames.TryFind(facts, value, out var iso3) ? iso3 : throw new UnknownValueException("country", value, "give an ISO 3166 code such as AFG")).ToHashSet(StringComparer.Ordinal);
        var participants = KnownEntries.Standing(facts, ConferenceKinds.Participant).ToLookup(entry => entry.Record.Conference, entry => entry.Record, StringComparer.Ordinal);
        var calls = KnownEntries.Standing(facts, ConferenceKinds.Call).ToLookup(entry => entry.Record.Conference, StringComparer.Ordinal);
        var pledges = KnownEntries.Standing(facts, ConferenceKinds.Pledge).ToLookup(entry => entry.Record.Conference, StringComparer.Ordinal);
        return new ConferencesAnswer
        {
            Conferences = [.. KnownEntries.Standing(facts, ConferenceKinds.Conference).Where(entry => about.Count == 0 || entry.Record.About.Any(about.Contains)).OrderBy(entry => entry.Record.FirstDay).ThenBy(entry => entry.Id)
                .Select(entry => Line(entry.Id, entry.Record, participants[entry.Record.Id], calls[entry.Record.Id].Count(), pledges[entry.Record.Id].Count()))],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static ConferenceLine Line(long id, Conference conference, IEnumerable<Participant> entered, int calls, int pledges)
    {
        var participants = entered.Append(Hosts.Of(conference, entered)).OfType<Participant>().ToList();
        return new ConferenceLine(
            conference.Id, id, conference.Title, conference.Host, conference.City, conference.Country, conference.FirstDay, conference.LastDay, conference.About,
            participants.Count(participant => participant.Attended), participants.Count(participant => !participant.Attended), calls, pledges);
    }
}

/// <summary>Conferences by their first day.</summary>
public sealed record ConferencesAnswer
{
    /// <summary>The conferences.</summary>
    public required IReadOnlyList<ConferenceLine> Conferences { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One conference.</summary>
/// <param name="Id">The name by which people call it.</param>
/// <param name="Entry">The number of its entry.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Host">Who invited.</param>
/// <param name="City">Where.</param>
/// <param name="Country">In which country, ISO 3166 alpha-3.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="About">The countries that it was about, ISO 3166 alpha-3.</param>
/// <param name="ParticipantCount">Parties that were there, the host among them.</param>
/// <param name="AbsenteeCount">Parties that stayed away.</param>
/// <param name="CallCount">Calls for aid.</param>
/// <param name="PledgeCount">Pledges.</param>
public sealed record ConferenceLine(
    string Id, long Entry, string Title, string Host, string City, string Country, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<string> About,
    int ParticipantCount, int AbsenteeCount, int CallCount, int PledgeCount);
