using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which sanctions lists does the ledger hold, in which versions, and what do they state of an entry?</summary>
public sealed record ListsQuestion : IQuestion<ListsAnswer>
{
    /// <summary>Only this list; null for all.</summary>
    public SanctionsList? List { get; init; }

    /// <summary>The reference of an entry of which everything is wanted, on a list or delisted; null for none.</summary>
    public string? Entry { get; init; }

    /// <summary>Part of a name, whatever its case: entries that are on a list and bear it; null for none.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No version that was known has the entry, or the list has none.</exception>
    public ListsAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var versions = KnownListVersions.Of(facts).FindAll(version => List is null || version.List == List);
        if (versions.Count == 0 && (List is not null || Entry is not null)) throw new UnknownValueException(List is { } list ? $"list '{list.Word()}': the ledger has no version of it{AsOfDay(facts)}; expected one; take one in with `tributary lists import FILE`" : $"entry '{Entry}': the ledger has no sanctions list{AsOfDay(facts)}; expected one; take one in with `tributary lists import FILE`");
        return new ListsAnswer
        {
            Versions = [.. versions.Select(version => new ListVersionLine(version.List.Word(), version.From, Ending(facts, version), version.Entries, facts.Locate(version.Document, "the document"), version.Stated.Format, version.Stated.DayBasis))],
            Entries = [.. Entries(facts, versions, token)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static string AsOfDay(Facts facts) => facts.Until is { } day ? $" as of {day:yyyy-MM-dd}" : "";

    // A version's end that lies after the day asked for was not known then.
    private static DateOnly? Ending(Facts facts, KnownListVersion version) => facts.Until is { } day && version.To > day ? null : version.To;

    private IEnumerable<ListedEntryLine> Entries(Facts facts, List<KnownListVersion> versions, CancellationToken token)
    {
        if (Entry is { } id) return WithId(facts, id, versions, token);
        if (Name is not { } part) return [];
        var entries = ListedEntries.Of(facts).Where(entry => (List is null || entry.List == List) && entry.Names.Any(name => name.Text.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(entry => entry.List).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        return Lines(facts, entries, versions, token);
    }

    private static List<ListedEntryLine> WithId(Facts facts, string id, List<KnownListVersion> versions, CancellationToken token)
    {
        var entries = ListedEntries.WithId(facts, id, token).Where(entry => versions.Exists(version => version.List == entry.List)).DistinctBy(entry => (entry.List, entry.Id)).ToList();
        return entries.Count > 0 ? Lines(facts, entries, versions, token) : throw new UnknownValueException("entry", id, "`tributary lists show --name TEXT` finds entries by their names");
    }

    private static List<ListedEntryLine> Lines(Facts facts, List<ListedEntry> entries, List<KnownListVersion> versions, CancellationToken token)
    {
        var since = new ListedSince(facts, versions, [.. entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal)], token);
        return entries.ConvertAll(entry => Line(entry, since.Of(entry)));
    }

    private static ListedEntryLine Line(ListedEntry entry, (DateOnly From, DateOnly? To) known) => new(entry.List.Word(), known.From, known.To, entry.Day, entry.Source!, entry);
}

/// <summary>Sanctions lists and entries.</summary>
public sealed record ListsAnswer
{
    /// <summary>The versions by list and day.</summary>
    public required IReadOnlyList<ListVersionLine> Versions { get; init; }

    /// <summary>The entries asked for; none when no entry was.</summary>
    public required IReadOnlyList<ListedEntryLine> Entries { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A version of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Day">Its day, from which it is the latest word.</param>
/// <param name="Until">The day of the next version; null when it is in force; its own day when another one of that day states more.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Source">The document.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="DayBasis">How its day is known.</param>
public sealed record ListVersionLine(string List, DateOnly Day, DateOnly? Until, int Entries, SourceLocation Source, string Format, string DayBasis);

/// <summary>An entry with the time for which the ledger knows it to be listed.</summary>
/// <param name="List">The list.</param>
/// <param name="KnownFrom">The day of the first version that has it without a gap up to the one quoted here.</param>
/// <param name="DelistedOn">The day of the first version that lacks it; null when it is listed.</param>
/// <param name="Day">The day of the version that is quoted: the last that has it.</param>
/// <param name="Source">The document and the place that state it.</param>
/// <param name="Entry">What is stated.</param>
public sealed record ListedEntryLine(string List, DateOnly KnownFrom, DateOnly? DelistedOn, DateOnly Day, SourceLocation Source, ListedEntry Entry);
