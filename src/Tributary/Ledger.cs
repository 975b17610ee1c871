using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary;

/// <summary>A ledger: documents, the journal, and what the documents say. The way in for programs.</summary>
/// <remarks>
/// <code>
/// using var ledger = Ledger.Open("my-ledger");
/// var answer = ledger.Ask(new FundingQuestion { Countries = ["AFG"], Years = [2020] });
/// </code>
/// An instance serves one thread at a time; many instances, in many processes, may read one ledger while another writes.
/// </remarks>
public sealed class Ledger : IDisposable
{
    private readonly LedgerPaths _paths;
    private readonly Journal _journal;
    private Facts? _facts;
    private Decisions _decisions = Decisions.None;

    private Ledger(LedgerPaths paths, Journal journal) => (_paths, _journal) = (paths, journal);

    /// <summary>The ledger's folder.</summary>
    public string Folder => _paths.Root;

    /// <summary>Opens a ledger for questions, first finishing an import that was cut off, unless another process is at it.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="progress">Hears of the finishing.</param>
    /// <param name="token">Stops the finishing.</param>
    /// <exception cref="LedgerException">There is none, or it cannot be used.</exception>
    public static Ledger Open(string folder, IImportProgress? progress = null, CancellationToken token = default)
    {
        var paths = new LedgerPaths(folder);
        var journal = Journal.Open(paths);
        try
        {
            if (Recovery.IsNeeded(paths, journal)) FinishImport(paths, journal, progress, token);
            return new Ledger(paths, journal);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Where its parts lie.</summary>
    internal LedgerPaths Paths => _paths;

    /// <summary>Asks a question of the current snapshot.</summary>
    /// <exception cref="LedgerException">The facts cannot be read.</exception>
    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question, CancellationToken token = default) => question.AnswerFrom(CurrentFacts(), token);

    /// <summary>Asks a question as it would have been answered on a day, from the documents of that day and before.</summary>
    /// <exception cref="LedgerException">The facts cannot be read.</exception>
    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question, DateOnly asOf, CancellationToken token = default) => question.AnswerFrom(CurrentFacts().AsKnownOn(asOf), token);

    /// <summary>Opens the bytes of a document.</summary>
    /// <exception cref="LedgerException">The document is not in the ledger.</exception>
    public Stream OpenDocument(DocumentHash hash) => new DocumentStore(_paths).Open(hash);

    /// <summary>The rows of the journal in order.</summary>
    public IReadOnlyList<JournalEntry> Entries() => [.. _journal.Entries()];

    /// <summary>Keeps what a person entered or decided, all of it or none, unless the journal has later rows than those they were checked against.</summary>
    /// <returns>The position of the last row; null when nothing was kept: look again.</returns>
    internal long? TryKeep(IReadOnlyList<JournalDraft> rows, DateTimeOffset at, string who, string why, long checkedAt) => _journal.Append(rows, at, who, why, checkedAt);

    /// <summary>Checks document hashes, the journal's chain and the facts. Damage is an answer, not a failure.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="LedgerException">There is no ledger, its journal is no database, or a newer version of the program made it.</exception>
    public static Verification Verify(string folder, CancellationToken token = default) => Verifier.Verify(new LedgerPaths(folder), token);

    /// <summary>Makes all facts anew from documents and journal.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="wait">How long to wait for another writer.</param>
    /// <param name="progress">Hears of waiting.</param>
    /// <param name="token">Stops it; the old facts then stay.</param>
    /// <exception cref="LedgerException">There is no ledger, or another process is writing.</exception>
    public static void Rebuild(string folder, TimeSpan wait, IImportProgress? progress = null, CancellationToken token = default)
    {
        var paths = new LedgerPaths(folder);
        using var journal = Journal.Open(paths);
        using var writing = WriterLock.Take(paths, wait, progress is null ? null : progress.Waiting, token);
        Recovery.Rebuild(paths, journal, token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _facts?.Dispose();
        _journal.Dispose();
    }

    /// <summary>The current snapshot with what people decided up to now.</summary>
    internal Facts CurrentFacts()
    {
        var snapshots = new SnapshotStore(_paths);
        if (_facts is null || snapshots.CurrentNumber() != _facts.Number)
        {
            _facts?.Dispose();
            _facts = null;
            _facts = snapshots.OpenCurrent();
        }
        var position = _journal.LastPosition();
        if (_decisions.Position != position) _decisions = new Decisions(position, _journal.SealAt(position), kind => _journal.Entries(kind, position));
        _facts.Decisions = _decisions;
        return _facts;
    }

    // Whoever holds the lock finishes it; until then readers answer from the snapshot there is.
    private static void FinishImport(LedgerPaths paths, Journal journal, IImportProgress? progress, CancellationToken token)
    {
        using var writing = WriterLock.TryTakeIfAllowed(paths);
        if (writing is not null) Recovery.Finish(paths, journal, progress, token);
    }
}
