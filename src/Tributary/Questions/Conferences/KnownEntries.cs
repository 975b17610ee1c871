using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>What people entered, as far as the documents that it rests on were known.</summary>
internal static class KnownEntries
{
    /// <summary>All entries of a kind, also those that were taken back.</summary>
    /// <remarks>An entry is known from the day of its document on, whenever somebody typed it.</remarks>
    public static IReadOnlyList<Entry<T>> All<T>(Facts facts, DecisionKind<Entered<T>> kind) where T : class, IEvidenced =>
        [.. Entry<T>.Chain(facts.Decisions.Of(kind)).Select(entry => entry.Where(record => IsKnown(facts, record))).OfType<Entry<T>>()];

    /// <summary>The entries of a kind that stand, each with what is entered now.</summary>
    public static IEnumerable<(long Id, T Record)> Standing<T>(Facts facts, DecisionKind<Entered<T>> kind) where T : class, IEvidenced =>
        All(facts, kind).Where(entry => entry.Current is not null).Select(entry => (entry.Id, entry.Current!));

    /// <summary>The place of an entry for people.</summary>
    public static SourceLocation Locate(Facts facts, Evidence evidence) =>
        new(DocumentHash.TryParse(evidence.Document, out var hash) ? hash : default, DocumentNames.Of(facts, evidence.Document)?.Name ?? "", evidence.Place);

    private static bool IsKnown(Facts facts, IEvidenced record) => facts.Until is null || DocumentNames.Of(facts, record.Evidence.Document) is not null;
}
