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
/// <param name="LeftOut">How many of its records cannot be used.</param>
internal sealed record ListCandidate(ListVersion Version, IReadOnlyDictionary<string, int> Entries, string Sha256, IDocumentFormat Format, DateOnly Day, long LeftOut);

/// <summary>Holds each version of a sanctions list against the one before it, and the largest of the year before: the bad ones that can be told by nothing else lose entries.</summary>
/// <remarks>Before it means by day, so that a version of the past that comes late is not held against today's. What a person accepted is not asked again: versions before an accepted one are not looked at.</remarks>
/// <param name="snapshots">Where the versions are that came before.</param>
/// <param name="options">How the import is done.</param>
/// <param name="losses">Losses that people accepted in earlier imports.</param>
/// <param name="today">No version can be of a later day.</param>
internal sealed class ListHistory(SnapshotStore snapshots, ImportOptions options, IEnumerable<ListLoss> losses, DateOnly today)
{
    private const int YearDays = 366;

    private readonly HashSet<string> _settled = losses.Select(loss => loss.Document).ToHashSet(StringComparer.Ordinal);
    private readonly List<Known> _known = [];
    private readonly List<ListLoss> _accepted = [];
    private bool _isLoaded;

    /// <summary>Losses that were accepted, for the journal.</summary>
    public IReadOnlyList<ListLoss> Accepted => _accepted;

    /// <summary>Compares a version with those before, and remembers it.</summary>
    /// <returns>How it differs, and the issue for which it is refused; null when it is taken.</returns>
    public (ListChange Change, ReadIssue? Held) Compare(ListCandidate candidate)
    {
        Load();
        var own = new Known(candidate.Version.List, candidate.Day, candidate.Format.Authority, candidate.Sha256, candidate.Format.Name, candidate.Entries.Count, () => candidate.Entries);
        var earlier = _known.FindAll(known => known.List == own.List && known.Order.CompareTo(own.Order) < 0);
        var before = earlier.MaxBy(known => known.Order);
        _known.Add(own);
        var change = before is null ? new ListChange(own.List, candidate.Entries.Count, null, null, null, null, null) : Change(before, own);
        if (candidate.Version.Day > today) return (change, Ahead(candidate));
        return (change, Held(candidate, own, before, LosesMuchOf(own, before) ?? LosesMuchOf(own, Largest(earlier, own))));
    }

    private ReadIssue? Held(ListCandidate candidate, Known own, Known? before, Known? loses)
    {
        var isAccepted = options.AcceptListLoss && !string.IsNullOrWhiteSpace(options.Why);
        if (candidate.LeftOut > 0 && (!isAccepted || !options.LeaveOutErrors || own.Count == 0)) return Lacks(candidate);
        if (loses is not null && !isAccepted) return Loses(loses, own);
        if (loses is null && candidate.LeftOut == 0) return null;
        var than = loses ?? before;
        _accepted.Add(new ListLoss(own.List, own.Sha256, than?.Sha256 ?? "", than?.Count ?? 0, than is null ? 0 : Lost(than, own), candidate.LeftOut));
        _settled.Add(own.Sha256);
        return null;
    }

    /// <summary>The largest version of the year before a day, from the last one on of which a person accepted what it lacks.</summary>
    private Known? Largest(List<Known> earlier, Known own)
    {
        var settled = earlier.Where(known => _settled.Contains(known.Sha256)).MaxBy(known => known.Order);
        return earlier.Where(known => own.Day.DayNumber - known.Day.DayNumber <= YearDays && (settled is null || known.Order.CompareTo(settled.Order) >= 0)).MaxBy(known => (known.Count, known.Day));
    }

    /// <summary>The version given, when more of it is gone than is believed; null otherwise.</summary>
    private Known? LosesMuchOf(Known own, Known? than) => than is not null && Lost(than, own) > than.Count * options.ListLossMax ? than : null;

    private static int Lost(Known than, Known own) => than.Entries.Keys.Count(id => !own.Entries.ContainsKey(id));

    private static ListChange Change(Known before, Known own)
    {
        var (then, now) = (before.Entries, own.Entries);
        var removed = Lost(before, own);
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
            _known.Add(new Known(version.List, version.From, version.Authority, version.Stated.Sha256, version.Stated.Format, version.Entries, () => ContentsOf(version.Document)));
        }
    }

    // The snapshot does not change while the writer's lock is held, and with it the numbers of contents.
    private Dictionary<string, int> ContentsOf(int document)
    {
        using var facts = snapshots.OpenCurrent();
        return facts.Query($"SELECT entry_id, content_code FROM listed_entry WHERE document = {document.ToString(CultureInfo.InvariantCulture)}", row => (Id: row.GetString(0), Content: row.GetInt32(1)))
            .ToDictionary(entry => entry.Id, entry => entry.Content, StringComparer.Ordinal);
    }

    private ReadIssue Loses(Known than, Known own) => new(ListCodes.LosesEntries, Severity.Fatal, "the document",
        string.Create(CultureInfo.InvariantCulture, $"the list {own.List.Word()} of {own.Day:yyyy-MM-dd} lacks {Lost(than, own)} of the {than.Count} entries of {than.Day:yyyy-MM-dd} ({100m * Lost(than, own) / than.Count:0.0} %)"),
        string.Create(CultureInfo.InvariantCulture, $"expected it to lack at most {100 * options.ListLossMax:0.#} % of the version before, and of the largest of the 12 months before; the version before stays in force"),
        "compare it with the publisher's; if it is right, import it with --accept-loss and a reason in --why");

    private static ReadIssue Lacks(ListCandidate candidate) => new(ListCodes.LacksEntries, Severity.Fatal, "the document",
        string.Create(CultureInfo.InvariantCulture, $"the list {candidate.Version.List.Word()} of {candidate.Day:yyyy-MM-dd} has {candidate.LeftOut} {(candidate.LeftOut == 1 ? "record" : "records")} that cannot be used, and {candidate.Entries.Count} entries without them"),
        "expected all of a list: an entry that is left out counts as delisted",
        "fetch it again, or ask the publisher; the rest is taken only with --leave-out-errors, --accept-loss and a reason in --why together, and never an empty list");

    private ReadIssue Ahead(ListCandidate candidate) => new(ListCodes.DayAhead, Severity.Fatal, "the document",
        string.Create(CultureInfo.InvariantCulture, $"a list that says it was made on {candidate.Version.Day:yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"expected at most today, {today:yyyy-MM-dd}: no later version could take its place"), "check the clock, or fetch the list again");

    /// <summary>A version that is there.</summary>
    private sealed class Known(SanctionsList list, DateOnly day, int authority, string sha256, string form, int count, Func<IReadOnlyDictionary<string, int>> entries)
    {
        private IReadOnlyDictionary<string, int>? _entries;

        public SanctionsList List => list;

        public DateOnly Day => day;

        public string Sha256 => sha256;

        public string Form => form;

        /// <summary>How many entries it has.</summary>
        public int Count => count;

        /// <summary>The order in which versions follow each other, as in <c>list-versions.sql</c>.</summary>
        public (DateOnly Day, int Authority, string Sha256) Order => (day, authority, sha256);

        public IReadOnlyDictionary<string, int> Entries => _entries ??= entries();
    }
}
