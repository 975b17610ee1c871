using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>What was said and promised at a conference, and by whom?</summary>
public sealed record ConferenceQuestion : IQuestion<ConferenceAnswer>
{
    /// <summary>The id of the conference.</summary>
    public required string Id { get; init; }

    /// <summary>Also what was corrected and taken back: every row with who, when and why.</summary>
    public bool WithHistory { get; init; }

    /// <inheritdoc/>
    public ConferenceAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var entry = ConferenceIds.Find(facts, Id);
        var conference = entry.Current!;
        var participants = Of(facts, ConferenceKinds.Participant, record => record.Conference);
        var statements = Of(facts, ConferenceKinds.Statement, record => record.Conference);
        var calls = Of(facts, ConferenceKinds.Call, record => record.Conference);
        var pledges = Of(facts, ConferenceKinds.Pledge, record => record.Conference);
        return new ConferenceAnswer
        {
            Id = conference.Id,
            Entry = entry.Id,
            Title = conference.Title,
            Host = conference.Host,
            City = conference.City,
            Country = conference.Country,
            FirstDay = conference.FirstDay,
            LastDay = conference.LastDay,
            Zone = conference.Zone,
            DayBasis = conference.DayBasis,
            About = conference.About,
            Source = KnownEntries.Locate(facts, conference.Evidence),
            Quotation = conference.Evidence.Quotation,
            Participants = [.. Standing(participants).Select(one => ParticipantLine.Of(facts, one.Id, one.Record))],
            Statements = [.. Standing(statements).Select(one => StatementLine.Of(facts, one.Id, one.Record))],
            Calls = [.. Standing(calls).Select(one => CallLine.Of(facts, one.Id, one.Record))],
            Pledges = [.. Standing(pledges).Select(one => PledgeLine.Of(facts, one.Id, one.Record))],
            HostIsEntered = Hosts.Of(conference, Standing(participants).Select(one => one.Record)) is null,
            Lines = [new EntryLine(entry.Id, "conference", EntryWords.Of(conference), KnownEntries.Locate(facts, conference.Evidence), conference.Evidence.Line), .. Lines(facts, calls, "call", EntryWords.Of), .. Parties(facts, participants), .. Lines(facts, statements, "statement", EntryWords.Of), .. Lines(facts, pledges, "pledge", EntryWords.Of)],
            History = !WithHistory ? [] : [.. new[]
            {
                EntryHistory.Of(facts, entry, "conference", EntryWords.Of),
                History(facts, participants, "participant", EntryWords.Of), History(facts, statements, "statement", EntryWords.Of), History(facts, calls, "call", EntryWords.Of), History(facts, pledges, "pledge", EntryWords.Of),
            }.SelectMany(rows => rows).OrderBy(row => row.Row)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    // What was taken back is still of the conference that it last named.
    private List<Entry<T>> Of<T>(Facts facts, DecisionKind<Entered<T>> kind, Func<T, string?> conference) where T : class, IEvidenced =>
        [.. KnownEntries.All(facts, kind).Where(entry => conference(entry.Rows.Last(row => row.What.Record is not null).What.Record!) == Id)];

    private static IEnumerable<(long Id, T Record)> Standing<T>(IEnumerable<Entry<T>> entries) where T : class => entries.Where(entry => entry.Current is not null).Select(entry => (entry.Id, entry.Current!));

    private static IEnumerable<EntryLine> Lines<T>(Facts facts, IEnumerable<Entry<T>> entries, string kind, Func<T, EntryWords> words) where T : class, IEvidenced =>
        Standing(entries).Select(one => new EntryLine(one.Id, kind, words(one.Record), KnownEntries.Locate(facts, one.Record.Evidence), one.Record.Evidence.Line));

    // Who stayed away stands below those who came, of whom the kind of line says all.
    private static IEnumerable<EntryLine> Parties(Facts facts, IEnumerable<Entry<Participant>> entries) => Standing(entries).OrderBy(one => one.Record.Role).ThenBy(one => one.Id)
        .Select(one => new EntryLine(one.Id, one.Record.Role.ToString().ToLowerInvariant(), one.Record.Attended ? new EntryWords(one.Record.Party, "") : EntryWords.Of(one.Record), KnownEntries.Locate(facts, one.Record.Evidence), one.Record.Evidence.Line));

    private static IEnumerable<HistoryLine> History<T>(Facts facts, IEnumerable<Entry<T>> entries, string kind, Func<T, EntryWords> words) where T : class, IEvidenced =>
        entries.SelectMany(entry => EntryHistory.Of(facts, entry, kind, words));
}

/// <summary>An entry of a conference as a line for people.</summary>
internal sealed record EntryLine(long Entry, string Kind, EntryWords Words, SourceLocation Source, int? Line);
