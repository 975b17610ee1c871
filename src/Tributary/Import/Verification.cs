using DuckDB.NET.Data;
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
    // Enough to tell one journal from a shorter one.
    private const int SealDigits = 16;

    public static Verification Verify(LedgerPaths paths, CancellationToken token)
    {
        // The facts first: what another process imports meanwhile comes to the journal before it comes to the facts.
        var (facts, held, unreadable) = OpenFacts(paths);
        using var opened = facts;
        using var journal = Journal.Open(paths);
        var chain = CheckJournal(journal);
        if (!chain.Holds) return new Verification([chain, Unchecked("documents"), Unchecked("facts")]);
        var documents = Recovery.DocumentsOf(journal);
        var stored = CheckDocuments(paths, documents, Recovery.FetchedOf(journal), token);
        if (facts is null && documents.Count == 0 && new SnapshotStore(paths).CurrentNumber() is null) return new Verification([stored, chain, new VerifiedPart("facts", true, "none yet: no document was taken in")]);
        if (facts is null) return new Verification([stored, chain, new VerifiedPart("facts", false, unreadable)]);
        var known = documents.FindAll(document => held.Contains(document.Sha256));
        if (known.Count < held.Count) chain = new VerifiedPart("journal", false, $"{held.Count - known.Count} documents of the facts are in no row; expected a row for each; rows were removed at the end: restore the journal from a copy");
        return new Verification([stored, chain, stored.Holds ? CheckFacts(paths, facts, known, [.. Recovery.FetchesOf(journal).Take((int)facts.FetchCount())], token) : Unchecked("facts")]);
    }

    private static VerifiedPart Unchecked(string name) => new(name, false, "not checked: what they rest on is not whole");

    private static (Facts? Facts, HashSet<string> Held, string Unreadable) OpenFacts(LedgerPaths paths)
    {
        Facts? facts = null;
        try
        {
            facts = new SnapshotStore(paths).OpenCurrent();
            return (facts, facts.Documents.Values.Select(document => document.Sha256).ToHashSet(StringComparer.Ordinal), "");
        }
        catch (Exception damaged) when (damaged is LedgerException { Problem: LedgerProblem.Damaged } or DuckDBException)
        {
            facts?.Dispose();
            return (null, [], damaged is LedgerException ? damaged.Message : $"{paths.Facts}: {damaged.Message.ReplaceLineEndings(" ")}; expected a fact snapshot; run `tributary rebuild`");
        }
    }

    private static VerifiedPart CheckDocuments(LedgerPaths paths, List<DocumentReceived> documents, List<DocumentFetched> fetched, CancellationToken token)
    {
        var store = new DocumentStore(paths);
        var taken = documents.Select(document => document.Hash).ToHashSet();
        fetched.RemoveAll(document => taken.Contains(document.Hash));
        foreach (var document in documents)
        {
            if (Damage(store, document.Hash, document.Name, token) is { } damage) return new VerifiedPart("documents", false, $"{damage}; restore it from a copy");
        }
        foreach (var document in fetched)
        {
            if (Damage(store, document.Hash, document.Address, token) is { } damage) return new VerifiedPart("documents", false, $"{damage}; restore it from a copy, or fetch it again");
        }
        var orphans = store.All().Except(taken).Except(fetched.Select(document => document.Hash)).Count();
        return new VerifiedPart("documents", true, $"{documents.Count} documents{(fetched.Count > 0 ? $" and {fetched.Count} that were fetched and not taken in" : "")}, each with the bytes its hash names{(orphans > 0 ? $"; {orphans} files that no journal row names (left by a killed import; harmless)" : "")}");
    }

    private static string? Damage(DocumentStore store, DocumentHash hash, string name, CancellationToken token)
    {
        var found = store.Rehash(hash, token);
        return found == hash ? null : $"{store.PathOf(hash)}: {(found is { } other ? $"the bytes hash to {other.Short}" : "missing or not gzip")}; expected {hash.Short} ({name})";
    }

    private static VerifiedPart CheckJournal(Journal journal) => journal.FirstBroken() is { } position
        ? new VerifiedPart("journal", false, $"row {position}: it does not follow from the rows before it; expected an unbroken chain of hashes; rows were changed or removed: restore the journal from a copy")
        : journal.Entries().LastOrDefault() is { Kind: DocumentReceived.Kind }
            ? new VerifiedPart("journal", false, "the last row is of a document; expected the row of its import after it; rows were removed at the end: restore the journal from a copy")
            : new VerifiedPart("journal", true, $"{journal.LastPosition()} rows in an unbroken chain; the seal of the last one is {journal.SealAt(journal.LastPosition())[..SealDigits]}");

    private static VerifiedPart CheckFacts(LedgerPaths paths, Facts facts, List<DocumentReceived> documents, List<FetchCompleted> fetches, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("tributary-verify-").FullName;
        try
        {
            var expected = Rebuilt(paths, documents, fetches, folder, token);
            var found = Fingerprint.Of(facts.Connection);
            var different = expected.Where(table => found[table.Key] != table.Value).Select(table => table.Key).ToList();
            return different.Count == 0
                ? new VerifiedPart("facts", true, $"{facts.Name} equals a rebuild from the documents")
                : new VerifiedPart("facts", false, $"{facts.Name}: the tables {string.Join(", ", different)} differ from a rebuild; expected them equal; run `tributary rebuild`");
        }
        catch (DuckDBException damaged)
        {
            return new VerifiedPart("facts", false, $"{facts.Name}: {damaged.Message.ReplaceLineEndings(" ")}; expected to read it; run `tributary rebuild`");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SortedDictionary<string, string> Rebuilt(LedgerPaths paths, List<DocumentReceived> documents, List<FetchCompleted> fetches, string folder, CancellationToken token)
    {
        var path = Path.Combine(folder, "rebuilt.duckdb");
        var spill = Path.Combine(folder, "spill");
        using (var draft = FactDraft.Begin(path, from: null, spill))
        {
            Recovery.ReadAll(paths, documents, draft, token);
            Recovery.AddFetches(fetches, draft);
            draft.Finish();
        }
        using var connection = FactDatabase.OpenForReading(path, spill);
        return Fingerprint.Of(connection);
    }
}
