using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Which entries of a sanctions list were added, removed or changed between two days?</summary>
/// <remarks>The versions that were in force on the two days are compared, entry by entry. What the form of only one of them can state is not compared.</remarks>
public sealed record ListDiffQuestion : IQuestion<ListDiffAnswer>
{
    /// <summary>The list.</summary>
    public required SanctionsList List { get; init; }

    /// <summary>The earlier day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The later day; null for that of the latest version.</summary>
    public DateOnly? To { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No version was in force on a day, or the days are not in order.</exception>
    public ListDiffAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var versions = KnownListVersions.Of(facts).FindAll(version => version.List == List);
        var to = To ?? versions.Select(version => version.From).DefaultIfEmpty(From).Max();
        if (From > to) throw new UnknownValueException($"days {From:yyyy-MM-dd} to {to:yyyy-MM-dd}: the first is after the second; expected the earlier day first; give another --from or --to");
        var (before, after) = (InForce(versions, From), InForce(versions, to));
        var (then, now) = (ById(facts, before, token), ById(facts, after, token));
        var differences = new ListedDifferences(before, after);
        var both = then.Where(entry => now.ContainsKey(entry.Key)).Select(entry => Line(now[entry.Key], differences.Of(entry.Value, now[entry.Key]))).ToList();
        return new ListDiffAnswer
        {
            List = List.Word(),
            From = From,
            To = to,
            FromVersion = Line(facts, before),
            ToVersion = Line(facts, after),
            NotCompared = differences.NotCompared,
            UnchangedCount = both.Count(line => line.Fields.Count == 0),
            Added = [.. now.Where(entry => !then.ContainsKey(entry.Key)).Select(entry => Line(entry.Value, []))],
            Removed = [.. then.Where(entry => !now.ContainsKey(entry.Key)).Select(entry => Line(entry.Value, []))],
            Changed = [.. both.Where(line => line.Fields.Count > 0)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private KnownListVersion InForce(List<KnownListVersion> versions, DateOnly day) => versions.Find(version => version.IsInForceOn(day)) ?? throw new UnknownValueException(
        $"list '{List.Word()}' on {day:yyyy-MM-dd}: the ledger has no version of that day or before; expected one; {(versions.Count == 0 ? "take one in with `tributary lists import FILE`" : $"the first is of {versions[0].From:yyyy-MM-dd}")}");

    private static SortedDictionary<string, ListedEntry> ById(Facts facts, KnownListVersion version, CancellationToken token) =>
        new(ListedEntries.Of(facts, version, token).ToDictionary(entry => entry.Id, StringComparer.Ordinal), StringComparer.Ordinal);

    private static ComparedVersion Line(Facts facts, KnownListVersion version) => new(version.From, version.Entries, facts.Locate(version.Document, "the document"));

    private static ListedDifference Line(ListedEntry entry, IReadOnlyList<FieldChange> fields) => new(entry.Id, entry.Type, entry.Names[0].Text, fields, entry.Source!);
}

/// <summary>What changed in a list between two days.</summary>
public sealed record ListDiffAnswer
{
    /// <summary>The list.</summary>
    public required string List { get; init; }

    /// <summary>The earlier day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The later day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The version in force on the earlier day.</summary>
    public required ComparedVersion FromVersion { get; init; }

    /// <summary>The version in force on the later day.</summary>
    public required ComparedVersion ToVersion { get; init; }

    /// <summary>Fields that the form of one of the two cannot state.</summary>
    public required IReadOnlyList<string> NotCompared { get; init; }

    /// <summary>How many entries state the same.</summary>
    public required int UnchangedCount { get; init; }

    /// <summary>Entries that are on the list on the later day and not on the earlier one.</summary>
    public required IReadOnlyList<ListedDifference> Added { get; init; }

    /// <summary>Entries that are on the list on the earlier day and not on the later one: delisted.</summary>
    public required IReadOnlyList<ListedDifference> Removed { get; init; }

    /// <summary>Entries of which something else is stated.</summary>
    public required IReadOnlyList<ListedDifference> Changed { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>A version that was compared.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Source">The document.</param>
public sealed record ComparedVersion(DateOnly Day, int Entries, SourceLocation Source);

/// <summary>An entry that differs.</summary>
/// <param name="Id">Its reference.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its primary name.</param>
/// <param name="Fields">What changed: of several values those that are gone, and those that are new. Empty for entries added or removed.</param>
/// <param name="Source">Where it is stated: in the later version, or for a removed one in the earlier.</param>
public sealed record ListedDifference(string Id, ListedType Type, string Name, IReadOnlyList<FieldChange> Fields, SourceLocation Source);
