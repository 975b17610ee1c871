using System.Globalization;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.Sanctions;

namespace Tributary.Import;

/// <summary>A version of a list that is about to be taken in.</summary>
/// <param name="Version">What it is.</param>
/// <param name="Entries">The numbers of what it states of each entry, by reference.</param>
/// <param name="Sha256">Its document.</param>
/// <param name="Format">The document's form.</param>
/// <param name="Day">The day as of which it speaks.</param>
internal sealed record ListCandidate(ListVersion Version, IReadOnlyDictionary<string, int> Entries, string Sha256, IDocumentFormat Format, DateOnly Day);

/// <summary>Holds each version of a sanctions list against the one before it: the bad ones that can be told by nothing else lose entries.</summary>
/// <remarks>Before it means by day, so that a version of the past that comes late is not held against today's.</remarks>
internal sealed class ListHistory(SnapshotStore snapshots, ImportOptions options, DateOnly today)
{
    private readonly List<Known> _known = [];
    private readonly List<ListLoss> _accepted = [];
    private bool _isLoaded;

    /// <summary>Losses that were accepted, for the journal.</summary>
    public IReadOnlyList<ListLoss> Accepted => _accepted;

    /// <summary>Compares a version with the one before, and remembers it.</summary>
    /// <returns>How it differs, and the issue for which it is refused; null when it is taken.</returns>
    public (ListChange Change, ReadIssue? Held) Compare(ListCandidate candidate)
    {
        Load();
        var own = new Known(candidate.Version.List, candidate.Day, candidate.Format.Authority, candidate.Sha256, candidate.Format.Name, () => candidate.Entries);
        var before = _known.Where(known => known.List == own.List && known.Order.CompareTo(own.Order) < 0).MaxBy(known => known.Order);
        _known.Add(own);
        var change = before is null ? new ListChange(own.List, candidate.Entries.Count, null, null, null, null, null) : Change(before, own);
        if (candidate.Version.Day > today) return (change, Ahead(candidate));
        return before is null ? (change, null) : (change, Held(before, own, change));
    }

    private ReadIssue? Held(Known before, Known own, ListChange change)
    {
        var (lost, of) = (change.Removed!.Value, change.EntriesBefore!.Value);
        if (of == 0 || lost <= of * options.ListLossMax) return null;
        if (!options.AcceptListLoss || string.IsNullOrWhiteSpace(options.Why)) return Loses(before, own, lost, of);
        _accepted.Add(new ListLoss(own.List, own.Sha256, before.Sha256, of, lost));
        return null;
    }

    private static ListChange Change(Known before, Known own)
    {
        var (then, now) = (before.Entries, own.Entries);
        var removed = then.Keys.Count(id => !now.ContainsKey(id));
        var changed = then.Count(entry => now.TryGetValue(entry.Key, out var content) && content != entry.Value);
        return new ListChange(own.List, now.Count, before.Day, then.Count, now.Count - (then.Count - removed), removed, before.Form == own.Form ? changed : null);
    }

    private void Load()
    {
        if (_isLoaded) return;
        _isLoaded = true;
        if (snapshots.CurrentNumber() is null) return;
        using var facts = snapshots.OpenCurrent();
        foreach (var version in KnownListVersions.Of(facts))
        {
            _known.Add(new Known(version.List, version.From, version.Authority, version.Stated.Sha256, version.Stated.Format, () => ContentsOf(version.Document)));
        }
    }

    // The snapshot does not change while the writer's lock is held, and with it the numbers of contents.
    private Dictionary<string, int> ContentsOf(int document)
    {
        using var facts = snapshots.OpenCurrent();
        return facts.Query($"SELECT entry_id, content_code FROM listed_entry WHERE document = {document.ToString(CultureInfo.InvariantCulture)}", row => (Id: row.GetString(0), Content: row.GetInt32(1)))
            .ToDictionary(entry => entry.Id, entry => entry.Content, StringComparer.Ordinal);
    }

    private ReadIssue Loses(Known before, Known own, int lost, int of) => new(ListCodes.LosesEntries, Severity.Fatal, "the document",
        string.Create(CultureInfo.InvariantCulture, $"the list {own.List.Word()} of {own.Day:yyyy-MM-dd} lacks {lost} of the {of} entries of {before.Day:yyyy-MM-dd} ({100m * lost / of:0.0} %)"),
        string.Create(CultureInfo.InvariantCulture, $"expected it to lose at most {100 * options.ListLossMax:0.#} %; the version before stays in force"),
        "compare it with the publisher's; if it is right, import it with --accept-loss and a reason in --why");

    private ReadIssue Ahead(ListCandidate candidate) => new(ListCodes.DayAhead, Severity.Fatal, "the document",
        string.Create(CultureInfo.InvariantCulture, $"a list that says it was made on {candidate.Version.Day:yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"expected at most today, {today:yyyy-MM-dd}: no later version could take its place"), "check the clock, or fetch the list again");

    /// <summary>A version that is there.</summary>
    private sealed class Known(SanctionsList list, DateOnly day, int authority, string sha256, string form, Func<IReadOnlyDictionary<string, int>> entries)
    {
        private IReadOnlyDictionary<string, int>? _entries;

        public SanctionsList List => list;

        public DateOnly Day => day;

        public string Sha256 => sha256;

        public string Form => form;

        /// <summary>The order in which versions follow each other, as in <c>list-versions.sql</c>.</summary>
        public (DateOnly Day, int Authority, string Sha256) Order => (day, authority, sha256);

        public IReadOnlyDictionary<string, int> Entries => _entries ??= entries();
    }
}
