using System.Globalization;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Holds all that is entered together against the ledger and against itself.</summary>
internal sealed class EntriesCheck(Ledger ledger, Facts facts)
{
    private readonly Mistakes _mistakes = new();

    /// <summary>Makes the entries whole.</summary>
    /// <exception cref="DecisionRefusedException">Something does not hold.</exception>
    public ConferenceEntries Check(ConferenceEntries entries)
    {
        _mistakes.Add(entries.Unreadable);
        if (entries.Count == 0 && _mistakes.Found.Count == 0) _mistakes.Add("entries", "none", "expected at least one", "see docs/conferences.md for the form");
        var check = new EntryCheck(ledger, facts, _mistakes);
        // Conferences first: the others may name them.
        var whole = entries with
        {
            Conferences = Each(entries, EntryForms.Conference, entries.Conferences, check.Check),
            Participants = Each(entries, EntryForms.Participant, entries.Participants, check.Check),
            Statements = Each(entries, EntryForms.Statement, entries.Statements, check.Check),
            Calls = Each(entries, EntryForms.Call, entries.Calls, check.Check),
            Pledges = Each(entries, EntryForms.Pledge, entries.Pledges, check.Check),
        };
        NoneTwice(whole);
        _mistakes.ThrowIfAny(entries.IsOfAFile);
        return whole;
    }

    private static List<T> Each<T>(ConferenceEntries entries, EntryForm<T> form, IReadOnlyList<T> records, Func<T, Func<string, string>, T> check) where T : class, IEvidenced =>
        [.. records.Select((record, index) => check(record, field => entries.Places.Of(form.Kind, index, field)))];

    private void NoneTwice(ConferenceEntries whole)
    {
        // Who enters a conference again enters all that is of it again: one message says so.
        if (NoneTwice(whole, EntryForms.Conference, ConferenceKinds.Conference, whole.Conferences)) return;
        NoneTwice(whole, EntryForms.Participant, ConferenceKinds.Participant, whole.Participants);
        NoneTwice(whole, EntryForms.Statement, ConferenceKinds.Statement, whole.Statements);
        NoneTwice(whole, EntryForms.Call, ConferenceKinds.Call, whole.Calls);
        NoneTwice(whole, EntryForms.Pledge, ConferenceKinds.Pledge, whole.Pledges);
    }

    // Whoever runs a command twice would otherwise promise twice.
    private bool NoneTwice<T>(ConferenceEntries entries, EntryForm<T> form, DecisionKind<Entered<T>> kind, IReadOnlyList<T> records) where T : class, IEvidenced
    {
        if (records.Count == 0) return false;
        var before = _mistakes.Found.Count;
        var known = KnownEntries.Standing(facts, kind).Select(entry => (Id: (long?)entry.Id, Key: form.KeyOf(entry.Record))).DistinctBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(entry => entry.Key, entry => entry.Id, StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < records.Count; index++)
        {
            if (known.TryAdd(form.KeyOf(records[index]), null)) continue;
            var earlier = known[form.KeyOf(records[index])] is { } id ? string.Create(CultureInfo.InvariantCulture, $"it is entered already, as {id}") : "it stands here twice";
            _mistakes.Add(entries.Places.OfEntry(form.Kind, index), $"{form.Kind} {string.Join(", ", form.Naming(records[index]))}: {earlier}", "expected it once", "leave it out; a change is a correction of its entry");
        }
        return _mistakes.Found.Count > before;
    }
}
