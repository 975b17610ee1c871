using System.Security.Cryptography;
using Tributary.Ledgers;
using Tributary.Listings;
using Tributary.Provenance;

namespace Tributary.Import;

/// <summary>What the documents of one import share: the draft they go into and what came in so far.</summary>
internal sealed class ImportSession : IDisposable
{
    private readonly DocumentStore _store;
    private readonly SnapshotStore _snapshots;
    private readonly Dictionary<DocumentHash, DocumentReceived> _known;
    private readonly HashSet<long> _knownLengths;
    private readonly List<DocumentReceived> _received = [];
    private readonly List<DocumentHash> _kept = [];
    private readonly DateOnly _today;
    private FactDraft? _draft;

    public ImportSession(LedgerPaths paths, ImportOptions options, IImportProgress? progress, IEnumerable<DocumentReceived> known, IEnumerable<ListLoss> losses, DateOnly today)
    {
        (Options, Progress, _today) = (options, progress, today);
        _store = new DocumentStore(paths);
        _snapshots = new SnapshotStore(paths);
        _known = known.ToDictionary(document => document.Hash);
        _knownLengths = [.. _known.Values.Select(document => document.Bytes)];
        Lists = new ListHistory(_snapshots, options, losses, today);
    }

    public ImportOptions Options { get; }

    /// <summary>The versions of sanctions lists that came before.</summary>
    public ListHistory Lists { get; }

    public IImportProgress? Progress { get; }

    /// <summary>The draft, begun by the first document that needs it.</summary>
    public FactDraft Draft => _draft ??= _snapshots.BeginDraft();

    /// <summary>The day to be assumed while a document is read.</summary>
    public DateOnly AssumedDay(ImportInput input) => input.ModifiedOn ?? input.FetchedOn ?? Options.Day ?? _today;

    /// <summary>The last day that a document can state for itself: tomorrow, since days begin at different hours.</summary>
    public DateOnly LastDay => _today.AddDays(1);

    /// <summary>The documents that came in, in order.</summary>
    public IReadOnlyList<DocumentReceived> Received => _received;

    /// <summary>The document that is in the ledger, or came in earlier in this import; null when there is none.</summary>
    public DocumentReceived? Known(DocumentHash hash) => _known.GetValueOrDefault(hash);

    /// <summary>The document that a plain file is, when the ledger has it. Only files as long as a known document are hashed.</summary>
    public DocumentReceived? IsKnown(ImportInput input)
    {
        if (input.Fetched is { } fetched) return _known.GetValueOrDefault(fetched.Hash);
        if (input.Files.Count > 0) return null;
        if (input.Bytes is not { } bytes || !_knownLengths.Contains(bytes)) return null;
        using var file = File.OpenRead(input.Path);
        var known = _known.GetValueOrDefault(DocumentHash.FromBytes(SHA256.HashData(file)));
        if (known is not null && _store.Rehash(known.Hash, CancellationToken.None) != known.Hash) Restore(file, known);
        return known;
    }

    // The store lost the document's bytes, or some of them, and here they are.
    private void Restore(FileStream file, DocumentReceived known)
    {
        file.Position = 0;
        using var intake = TakeIn(file);
        intake.Complete();
        if (intake.Hash != known.Hash) return;
        File.Delete(_store.PathOf(known.Hash));
        _store.Keep(intake);
    }

    /// <summary>The day as of which a document speaks: what it states, else what its publisher says of it, else when it was fetched, else what the importer says, else today.</summary>
    public (DateOnly Day, string Basis) DayOf(ImportInput input, DateOnly? stated) =>
        stated is { } day ? (day, "stated by the document")
        : input.ModifiedOn is { } modified ? (modified, "last change, stated by the publisher")
        : input.FetchedOn is { } fetched ? (fetched, "day of the fetch")
        : Options.Day is { } given ? (given, "given by the importer")
        : (_today, DocumentReport.DayOfImport);

    public DocumentIntake TakeIn(Stream content) => _store.TakeIn(content);

    public Stream OpenStored(DocumentHash hash) => _store.Open(hash);

    /// <summary>Keeps a document's bytes. Until the journal names it, the file is nobody's.</summary>
    public void Keep(DocumentIntake intake, DocumentReceived received)
    {
        if (_store.Keep(intake)) _kept.Add(received.Hash);
        _known.Add(received.Hash, received);
        _knownLengths.Add(received.Bytes);
        _received.Add(received);
    }

    /// <summary>Whether the journal has the documents: from then on the import stands.</summary>
    public bool Committed { get; set; }

    /// <summary>Makes the draft what readers see.</summary>
    public void Publish() => _snapshots.Publish(Draft);

    /// <summary>Whether a fetch of which every document is known finds flows gone.</summary>
    public bool ChangesFacts(FetchCompleted fetch)
    {
        if (fetch.Scope is not { } scope || _snapshots.CurrentNumber() is null) return false;
        using var facts = _snapshots.OpenCurrent();
        var documents = facts.Documents.Values.Where(document => fetch.ScopeDocuments.Contains(document.Sha256, StringComparer.Ordinal)).Select(document => document.Code).ToList();
        var sets = scope.Objects.Select(thing => thing.Type).Distinct().SelectMany(type => facts.Sets(type)).ToList();
        var gone = new GoneFlows(scope, fetch.Day, documents).Sql(sets, "NOT EXISTS (FROM flow_gone known WHERE known.document = f.document AND known.place = f.place)");
        return facts.Connection.Scalar($"SELECT count(*) FROM ({gone} LIMIT 1)") > 0;
    }

    /// <summary>Gives up the draft.</summary>
    public void DropDraft()
    {
        _draft?.Dispose();
        _draft = null;
        _snapshots.Sweep();
    }

    /// <summary>Whether documents were stored that the journal does not name.</summary>
    public bool HasKept => _kept.Count > 0;

    /// <summary>Removes the documents that were stored.</summary>
    /// <param name="fetched">Documents that somebody fetched, maybe just now: their bytes stay.</param>
    public void RemoveKept(IEnumerable<DocumentHash> fetched)
    {
        foreach (var hash in _kept.Except(fetched)) _store.Remove(hash);
    }

    public void Dispose()
    {
        _draft?.Dispose();
        _store.SweepArriving();
    }
}
