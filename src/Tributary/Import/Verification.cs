using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Import;

/// <summary>One thing that a check of a ledger looked at.</summary>
/// <param name="Name">documents, journal or facts.</param>
/// <param name="Holds">Whether all is as it should be.</param>
/// <param name="Detail">What was checked, or what is wrong with its place.</param>
public sealed record VerifiedPart(string Name, bool Holds, string Detail);

/// <summary>The outcome of a check of a ledger.</summary>
/// <param name="Parts">The parts that were checked.</param>
public sealed record Verification(IReadOnlyList<VerifiedPart> Parts)
{
    /// <summary>Whether everything holds.</summary>
    public bool Holds => Parts.All(part => part.Holds);
}

/// <summary>Checks a ledger: document hashes, the journal's chain, and the facts against a rebuild.</summary>
internal static class Verifier
{
    public static Verification Verify(LedgerPaths paths, CancellationToken token)
    {
        using var journal = Journal.Open(paths, create: false);
        var documents = Recovery.DocumentsOf(journal);
        var parts = new List<VerifiedPart> { CheckDocuments(paths, documents, token), CheckJournal(journal) };
        parts.Add(parts[0].Holds
            ? CheckFacts(paths, documents, token)
            : new VerifiedPart("facts", false, "not compared: the documents they rest on are not whole"));
        return new Verification(parts);
    }

    private static VerifiedPart CheckDocuments(LedgerPaths paths, List<DocumentReceived> documents, CancellationToken token)
    {
        var store = new DocumentStore(paths);
        foreach (var document in documents)
        {
            var found = store.Rehash(document.Hash, token);
            if (found != document.Hash)
            {
                return new VerifiedPart("documents", false, $"{store.PathOf(document.Hash)}: {(found is { } other ? $"the bytes hash to {other.Short}" : "missing or not gzip")}; expected {document.Hash.Short} ({document.Name}); restore it from a copy");
            }
        }
        var orphans = store.All().Except(documents.Select(document => document.Hash)).Count();
        return new VerifiedPart("documents", true, $"{documents.Count} documents, each with the bytes its hash names{(orphans > 0 ? $"; {orphans} files that no journal row names (left by a killed import; harmless)" : "")}");
    }

    private static VerifiedPart CheckJournal(Journal journal) => journal.FirstBroken() is { } position
        ? new VerifiedPart("journal", false, $"row {position}: it does not follow from the rows before it; expected an unbroken chain of hashes; rows were changed or removed: restore the journal from a copy")
        : new VerifiedPart("journal", true, $"{journal.Entries().Count()} rows in an unbroken chain");

    private static VerifiedPart CheckFacts(LedgerPaths paths, List<DocumentReceived> documents, CancellationToken token)
    {
        var folder = Path.Combine(Path.GetTempPath(), "tributary-verify-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            var expected = Rebuilt(paths, documents, folder, token);
            using var facts = new SnapshotStore(paths).OpenCurrent();
            var found = Fingerprint.Of(facts.Connection);
            var different = expected.Where(table => found[table.Key] != table.Value).Select(table => table.Key).ToList();
            return different.Count == 0
                ? new VerifiedPart("facts", true, $"{facts.Name} equals a rebuild from the documents")
                : new VerifiedPart("facts", false, $"{facts.Name}: the tables {string.Join(", ", different)} differ from a rebuild; expected them equal; run `tributary rebuild`");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SortedDictionary<string, string> Rebuilt(LedgerPaths paths, List<DocumentReceived> documents, string folder, CancellationToken token)
    {
        var path = Path.Combine(folder, "rebuilt.duckdb");
        var spill = Path.Combine(folder, "spill");
        using (var draft = FactDraft.Begin(path, from: null, spill))
        {
            Recovery.ReadAll(paths, documents, draft, token);
            draft.Finish();
        }
        using var connection = FactDatabase.OpenForReading(path, spill);
        return Fingerprint.Of(connection);
    }
}
