using Tributary.Ledgers;

namespace Tributary.Import;

/// <summary>Derives facts from documents that are in the ledger already: after a killed import, for a rebuild, for a check.</summary>
internal static class Recovery
{
    /// <summary>The documents that the journal names, in the order they came.</summary>
    public static List<DocumentReceived> DocumentsOf(Journal journal) =>
        [.. journal.Entries(DocumentReceived.Kind).Select(entry => JournalBody.Read(entry, LedgerJson.Default.DocumentReceived))];

    /// <summary>The documents that fetches stored, whether or not they were taken in since, each once.</summary>
    public static List<DocumentFetched> FetchedOf(Journal journal) =>
        [.. journal.Entries(DocumentFetched.Kind).Select(entry => JournalBody.Read(entry, LedgerJson.Default.DocumentFetched)).DistinctBy(document => document.Sha256)];

    /// <summary>The fetches that the journal names, in the order they were completed.</summary>
    public static List<FetchCompleted> FetchesOf(Journal journal) =>
        [.. journal.Entries().Where(entry => entry.Kind is FetchCompleted.Kind or FetchCompleted.UnchangedKind).Select(entry => JournalBody.Read(entry, LedgerJson.Default.FetchCompleted))];

    /// <summary>Whether the journal names documents that the facts lack, or the facts are of an older form.</summary>
    public static bool IsNeeded(LedgerPaths paths, Journal journal) => State(paths, journal) != FactState.Complete;

    /// <summary>Takes in what the facts lack. The caller holds the writer's lock.</summary>
    public static void Finish(LedgerPaths paths, Journal journal, IImportProgress? progress, CancellationToken token)
    {
        var state = State(paths, journal);
        if (state == FactState.Complete) return;
        var documents = DocumentsOf(journal);
        var snapshots = new SnapshotStore(paths);
        if (state == FactState.Behind)
        {
            using var facts = snapshots.OpenCurrent();
            var held = facts.Documents.Values.Select(document => document.Sha256).ToHashSet(StringComparer.Ordinal);
            documents.RemoveAll(document => held.Contains(document.Sha256));
        }
        // A ledger of which only the journal is there has nothing to be finished, but answers need facts, if only none.
        if (documents.Count > 0) progress?.Finishing(documents.Count);
        using var draft = state == FactState.Unusable ? snapshots.BeginAnew() : snapshots.BeginDraft();
        TakeIn(paths, documents, FetchesOf(journal), snapshots, draft, token);
    }

    /// <summary>Makes all facts anew and publishes them. The caller holds the writer's lock.</summary>
    public static void Rebuild(LedgerPaths paths, Journal journal, CancellationToken token)
    {
        var snapshots = new SnapshotStore(paths);
        using var draft = snapshots.BeginAnew();
        TakeIn(paths, DocumentsOf(journal), FetchesOf(journal), snapshots, draft, token);
    }

    /// <summary>Reads stored documents into a draft.</summary>
    public static void ReadAll(LedgerPaths paths, IEnumerable<DocumentReceived> documents, FactDraft draft, CancellationToken token)
    {
        var store = new DocumentStore(paths);
        foreach (var document in documents)
        {
            token.ThrowIfCancellationRequested();
            using var bytes = store.Open(document.Hash);
            Read(bytes, document, draft, token);
        }
    }

    /// <summary>Adds the fetches that a draft does not know of.</summary>
    /// <param name="fetches">All of the journal's.</param>
    /// <param name="draft">The draft.</param>
    public static void AddFetches(List<FetchCompleted> fetches, FactDraft draft)
    {
        foreach (var fetch in fetches.Skip(draft.Fetches).ToList()) draft.Add(fetch);
    }

    private static void TakeIn(LedgerPaths paths, List<DocumentReceived> documents, List<FetchCompleted> fetches, SnapshotStore snapshots, FactDraft draft, CancellationToken token)
    {
        ReadAll(paths, documents, draft, token);
        AddFetches(fetches, draft);
        draft.Finish();
        snapshots.Publish(draft);
    }

    private static void Read(Stream bytes, DocumentReceived document, FactDraft draft, CancellationToken token)
    {
        var format = Formats.Named(document.Format);
        var facts = draft.BeginDocument(document.Day);
        var sink = new FactSink(facts, document.Day);
        if (format.Read(bytes, sink, token) is { } fatal)
        {
            throw new LedgerException(LedgerProblem.Damaged, $"{document.Name} ({document.Hash.Short}): {fatal}; expected the document to read as it did when it came in; run `tributary verify`");
        }
        sink.WriteEnd(document.Day);
        facts.End(document, format.FlowPlace, format.Authority, sink.Records().Values.Sum(), sink.LeftOut);
    }

    private static FactState State(LedgerPaths paths, Journal journal)
    {
        var snapshots = new SnapshotStore(paths);
        if (snapshots.CurrentNumber() is not { } number || !File.Exists(paths.Snapshot(number))) return FactState.Unusable;
        using var facts = snapshots.OpenCurrent();
        if (facts.Format() < FactDatabase.Format) return FactState.Unusable;
        return facts.DocumentCount() < journal.Count(DocumentReceived.Kind) || facts.FetchCount() < journal.CountUpToLast(FetchCompleted.Kind, FetchCompleted.UnchangedKind)
            ? FactState.Behind
            : FactState.Complete;
    }

    private enum FactState
    {
        Complete,
        Behind,
        Unusable,
    }
}
