using Tributary.Conferences;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Deciding;

/// <summary>Enters conferences and pledges, corrects them and takes them back. Everything is a row of the journal; nothing is overwritten.</summary>
public static class ConferenceDecisions
{
    /// <summary>Enters conferences, who came, what was said, called for and pledged: all of it or none.</summary>
    /// <param name="ledger">The ledger. Its documents are what entries rest on.</param>
    /// <param name="entries">At least one entry.</param>
    /// <param name="options">Who, and why.</param>
    /// <returns>What was entered: countries by their codes, documents by their whole hash, quotations with their place.</returns>
    /// <exception cref="DecisionRefusedException">Something of it does not hold. Nothing was entered.</exception>
    public static EnteredConferences Enter(this Ledger ledger, ConferenceEntries entries, DecideOptions options) => ledger.Enter(_ => (entries, []), options);

    /// <summary>Enters what a look at the ledger gives, with further rows behind it: all of it in one step, or none.</summary>
    internal static EnteredConferences Enter(this Ledger ledger, Func<Facts, (ConferenceEntries Entries, IReadOnlyList<JournalDraft> Further)> make, DecideOptions options)
    {
        var whole = new ConferenceEntries();
        var (at, first) = CheckedDecision.Keep(ledger, options, facts =>
        {
            var (entries, further) = make(facts);
            whole = new EntriesCheck(ledger, facts).Check(entries);
            return [.. Rows(whole), .. further];
        });
        var next = first;
        return new EnteredConferences(Decide(whole.Conferences), Decide(whole.Participants), Decide(whole.Statements), Decide(whole.Calls), Decide(whole.Pledges));

        IReadOnlyList<Decided<T>> Decide<T>(IReadOnlyList<T> records) => [.. records.Select(record => new Decided<T>(next++, at, options.Who, options.Why, record))];
    }

    /// <summary>Corrects an entry: a new row takes its place and says which.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The entry, by any of its rows of the journal.</param>
    /// <param name="fields">The fields that change, by the names of its form (<see cref="EntryForms"/>); an empty text leaves a field open.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <param name="kinds">The kinds of entries that may be meant; all when empty.</param>
    /// <returns>What was changed.</returns>
    /// <exception cref="DecisionRefusedException">There is no such entry, or what it would become does not hold. Nothing was changed.</exception>
    public static ChangedEntry Correct(this Ledger ledger, long entry, IReadOnlyDictionary<string, string> fields, DecideOptions options, params IReadOnlyList<string> kinds) =>
        Change(ledger, entry, options, kinds, (found, facts) => [found.Corrected(ledger, facts, fields)]);

    /// <summary>Takes an entry back: it should not have been made. With a conference goes all that was entered for it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="entry">The entry, by any of its rows of the journal.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <param name="kinds">The kinds of entries that may be meant; all when empty.</param>
    /// <returns>What was taken back.</returns>
    /// <exception cref="DecisionRefusedException">There is no such entry, or it was taken back before. Nothing was changed.</exception>
    public static ChangedEntry Withdraw(this Ledger ledger, long entry, DecideOptions options, params IReadOnlyList<string> kinds) =>
        Change(ledger, entry, options, kinds, (found, facts) => found.Withdrawn(facts));

    private static ChangedEntry Change(Ledger ledger, long entry, DecideOptions options, IReadOnlyList<string> kinds, Func<EntryOfAnyKind, Facts, IReadOnlyList<JournalDraft>> change)
    {
        if (string.IsNullOrWhiteSpace(options.Why)) throw new DecisionRefusedException([new Mistake("--why", "no reason", "expected why what was entered is changed", "give it")]);
        EntryOfAnyKind? found = null;
        var rows = 0;
        var (_, first) = CheckedDecision.Keep(ledger, options, facts =>
        {
            found = EntryOfAnyKind.Find(facts, entry, kinds);
            var changed = change(found, facts);
            rows = changed.Count;
            return changed;
        });
        return new ChangedEntry(found!.Id, found.Kind, found.Conference, first, rows);
    }

    private static List<JournalDraft> Rows(ConferenceEntries entries) =>
    [
        .. entries.Conferences.Select(record => Row(ConferenceKinds.Conference, record)),
        .. entries.Participants.Select(record => Row(ConferenceKinds.Participant, record)),
        .. entries.Statements.Select(record => Row(ConferenceKinds.Statement, record)),
        .. entries.Calls.Select(record => Row(ConferenceKinds.Call, record)),
        .. entries.Pledges.Select(record => Row(ConferenceKinds.Pledge, record)),
    ];

    private static JournalDraft Row<T>(DecisionKind<Entered<T>> kind, T record) where T : class, IEvidenced => CheckedDecision.Row(kind, new Entered<T>(record));
}

/// <summary>An entry that was corrected or taken back.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="Kind">conference, participant, statement, call or pledge.</param>
/// <param name="Conference">The id of the conference that it is, or is of; null when of none.</param>
/// <param name="Row">The first row of the journal that says so.</param>
/// <param name="Rows">How many rows there are: with a conference goes all that was entered for it.</param>
public sealed record ChangedEntry(long Entry, string Kind, string? Conference, long Row, int Rows);
