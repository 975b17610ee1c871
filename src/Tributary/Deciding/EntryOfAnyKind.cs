using System.Globalization;
using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>An entry that somebody names by a row of the journal, whatever its kind.</summary>
internal abstract class EntryOfAnyKind
{
    /// <summary>Finds the entry that has a row.</summary>
    /// <param name="facts">The ledger's state.</param>
    /// <param name="position">The row.</param>
    /// <param name="kinds">The kinds that may be meant; all when empty.</param>
    /// <exception cref="DecisionRefusedException">There is none, it is of another kind, or it was taken back.</exception>
    public static EntryOfAnyKind Find(Facts facts, long position, IReadOnlyList<string> kinds)
    {
        var found = Of(facts, EntryForms.Conference, ConferenceKinds.Conference, position, (check, record, at) => check.Check(record, at))
            ?? Of(facts, EntryForms.Participant, ConferenceKinds.Participant, position, (check, record, at) => check.Check(record, at))
            ?? Of(facts, EntryForms.Statement, ConferenceKinds.Statement, position, (check, record, at) => check.Check(record, at))
            ?? Of(facts, EntryForms.Call, ConferenceKinds.Call, position, (check, record, at) => check.Check(record, at))
            ?? Of(facts, EntryForms.Pledge, ConferenceKinds.Pledge, position, (check, record, at) => check.Check(record, at));
        var place = string.Create(CultureInfo.InvariantCulture, $"entry {position}");
        if (found is null) throw Refused(place, "the journal has no conference, participant, statement, call or pledge of that number", "`tributary conference show ID` and `tributary pledge list` show the numbers");
        if (kinds.Count > 0 && !kinds.Contains(found.Kind, StringComparer.Ordinal)) throw Refused(place, $"it is a {found.Kind}", $"use `tributary {(found.Kind == EntryForms.Pledge.Kind ? "pledge" : "conference")}` for it");
        if (!found.Stands) throw Refused(place, "it was taken back", "enter it anew");
        return found;
    }

    /// <summary>The number of the entry.</summary>
    public abstract long Id { get; }

    /// <summary>The kind of its form.</summary>
    public abstract string Kind { get; }

    /// <summary>The conference that it is, or is of.</summary>
    public abstract string? Conference { get; }

    protected abstract bool Stands { get; }

    /// <summary>The row that corrects it.</summary>
    /// <exception cref="DecisionRefusedException">What it would become does not hold.</exception>
    public abstract JournalDraft Corrected(Ledger ledger, Facts facts, IReadOnlyDictionary<string, string> changes);

    /// <summary>The rows that take it back.</summary>
    public abstract IReadOnlyList<JournalDraft> Withdrawn(Facts facts);

    private static DecisionRefusedException Refused(string place, string found, string advice) => new([new Mistake(place, found, "expected an entry that stands", advice)]);

    private static EntryOfAnyKind? Of<T>(Facts facts, EntryForm<T> form, DecisionKind<Entered<T>> kind, long position, Func<EntryCheck, T, Func<string, string>, T> check) where T : class, IEvidenced =>
        KnownEntries.All(facts, kind).FirstOrDefault(entry => entry.Has(position)) is { } entry ? new Found<T>(form, kind, entry, check) : null;

    private sealed class Found<T>(EntryForm<T> form, DecisionKind<Entered<T>> kind, Entry<T> entry, Func<EntryCheck, T, Func<string, string>, T> check) : EntryOfAnyKind where T : class, IEvidenced
    {
        public override long Id => entry.Id;

        public override string Kind => form.Kind;

        public override string? Conference => entry.Current switch
        {
            Conference conference => conference.Id,
            Participant participant => participant.Conference,
            Statement statement => statement.Conference,
            Call call => call.Conference,
            Pledge pledge => pledge.Conference,
            _ => null,
        };

        protected override bool Stands => entry.Current is not null;

        public override JournalDraft Corrected(Ledger ledger, Facts facts, IReadOnlyDictionary<string, string> changes)
        {
            var mistakes = new Mistakes();
            foreach (var field in changes.Keys.Where(field => !form.MayChange(field))) mistakes.Add($"--{field}", $"a {form.Kind} has no such field that changes", $"expected one of {string.Join(", ", form.Fields.Where(one => form.MayChange(one.Name)).Select(one => one.Name))}", "leave it out");
            var changed = form.Read(form.Overlay(entry.Current!, changes), mistakes);
            var whole = changed is null ? null : check(new EntryCheck(ledger, facts, mistakes), changed, Place);
            mistakes.ThrowIfAny();
            if (form.Write(whole!).OrderBy(one => one.Key, StringComparer.Ordinal).SequenceEqual(form.Write(entry.Current!).OrderBy(one => one.Key, StringComparer.Ordinal)))
            {
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"entry {entry.Id}"), "nothing of it would change", "say what is different");
            }
            return CheckedDecision.Row(kind, new Entered<T>(whole, entry.Latest.Position));
        }

        public override IReadOnlyList<JournalDraft> Withdrawn(Facts facts) =>
        [
            CheckedDecision.Row(kind, new Entered<T>(null, entry.Latest.Position)),
            .. entry.Current is Conference conference ? EntriesOf(facts, conference.Id) : [],
        ];

        private static string Place(string field) => $"--{field}";

        private static IEnumerable<JournalDraft> EntriesOf(Facts facts, string conference) =>
        [
            .. Withdraw(facts, ConferenceKinds.Participant, record => record.Conference == conference),
            .. Withdraw(facts, ConferenceKinds.Statement, record => record.Conference == conference),
            .. Withdraw(facts, ConferenceKinds.Call, record => record.Conference == conference),
            .. Withdraw(facts, ConferenceKinds.Pledge, record => record.Conference == conference),
        ];

        private static IEnumerable<JournalDraft> Withdraw<TOther>(Facts facts, DecisionKind<Entered<TOther>> kind, Func<TOther, bool> chosen) where TOther : class, IEvidenced =>
            KnownEntries.All(facts, kind).Where(other => other.Current is { } record && chosen(record)).Select(other => CheckedDecision.Row(kind, new Entered<TOther>(null, other.Latest.Position)));
    }
}
