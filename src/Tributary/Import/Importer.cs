using System.Diagnostics;
using Tributary.Ledgers;
using Tributary.Listings;

namespace Tributary.Import;

/// <summary>Takes documents into a ledger: all of them or none.</summary>
/// <remarks>
/// The order is what makes a kill harmless. The documents are stored and the next snapshot is made beside the current
/// one; then the journal names the documents, in one transaction: that is the import; then the snapshot is published by
/// a rename. Killed before the journal, nothing happened. Killed after it, the next command finds documents that the
/// facts lack and takes them in (<see cref="Recovery"/>).
/// </remarks>
public sealed class Importer
{
    private readonly LedgerPaths _paths;
    private readonly TimeProvider _clock;

    /// <param name="folder">The ledger's folder; made by the first import.</param>
    /// <param name="clock">Tells the time.</param>
    public Importer(string folder, TimeProvider? clock = null)
    {
        _paths = new LedgerPaths(folder);
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Imports files, folders and standard input.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops it; the ledger is then as it was.</param>
    /// <exception cref="ArgumentException">The options ask for what cannot be (<see cref="ImportOptions.ProblemOn"/>).</exception>
    /// <exception cref="LedgerException">The ledger is of a newer version, damaged, or busy for too long.</exception>
    /// <exception cref="IOException">A file cannot be read, or the ledger cannot be written.</exception>
    public ImportReport Import(IReadOnlyList<string> paths, ImportOptions options, IImportProgress? progress = null, CancellationToken token = default)
    {
        if (options.ProblemOn(_clock) is { } problem) throw new ArgumentException(problem, nameof(options));
        return Import(ListSets.Gather(ImportInput.Expand(paths)), completed: null, options, progress, token);
    }

    /// <summary>Takes in documents that were fetched into the store, and the fetch that they answer.</summary>
    /// <param name="inputs">The documents.</param>
    /// <param name="completed">The fetch, when all of its answer came; null when some is missing.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears how it goes on.</param>
    /// <param name="token">Stops it; the ledger is then as it was.</param>
    internal ImportReport Import(List<ImportInput> inputs, FetchCompleted? completed, ImportOptions options, IImportProgress? progress, CancellationToken token)
    {
        Directory.CreateDirectory(_paths.Root);
        using var writing = WriterLock.Take(_paths, options.Wait, progress is null ? null : progress.Waiting, token);
        try
        {
            return Run(inputs, completed, options, progress, token);
        }
        finally
        {
            // A refused first import leaves no ledger behind.
            if (!_paths.Exist) RemoveAll(writing);
        }
    }

    private ImportReport Run(List<ImportInput> inputs, FetchCompleted? completed, ImportOptions options, IImportProgress? progress, CancellationToken token)
    {
        var time = Stopwatch.StartNew();
        var (known, fetches, losses) = Known(progress, token);
        new DocumentStore(_paths).SweepArriving();
        DownloadFolder.Sweep(_paths);
        new SnapshotStore(_paths).Sweep();
        using var session = new ImportSession(_paths, options, progress, known, losses, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        try
        {
            var reports = Read(session, inputs, token);
            var report = new ImportReport(reports, "", 0);
            if (report.Refused) Undo(session);
            else if (session.Received.Count > 0 || (completed is not null && session.ChangesFacts(completed))) Commit(session, fetches, completed, report with { Seconds = Seconds(time) });
            else if (completed is not null) Append(options, JournalBody.Draft(FetchCompleted.UnchangedKind, completed, LedgerJson.Default.FetchCompleted));
            return report with { Snapshot = CurrentSnapshot(), Seconds = Seconds(time) };
        }
        catch
        {
            if (!session.Committed) Undo(session);
            throw;
        }
    }

    private static List<DocumentReport> Read(ImportSession session, List<ImportInput> inputs, CancellationToken token)
    {
        var reports = new List<DocumentReport>();
        foreach (var input in inputs)
        {
            token.ThrowIfCancellationRequested();
            session.Progress?.Begin(input.Path, input.Bytes);
            var report = new DocumentImport(session, input).Run(token);
            reports.Add(report);
            session.Progress?.End(report);
        }
        return reports;
    }

    private void Commit(ImportSession session, List<FetchCompleted> fetches, FetchCompleted? completed, ImportReport report)
    {
        session.Progress?.Writing();
        Recovery.AddFetches(fetches, session.Draft);
        if (completed is not null) session.Draft.Add(completed);
        session.Draft.Finish();
        List<JournalDraft> rows = [.. session.Received.Select(document => JournalBody.Draft(DocumentReceived.Kind, document, LedgerJson.Default.DocumentReceived))];
        rows.AddRange(session.Lists.Accepted.Select(loss => JournalBody.Draft(ListingKinds.Loss.Name, loss, ListingKinds.Loss.Type)));
        if (completed is not null) rows.Add(JournalBody.Draft(FetchCompleted.Kind, completed, LedgerJson.Default.FetchCompleted));
        rows.Add(new JournalDraft(ImportReport.Kind, report.ToJson()));
        Append(session.Options, [.. rows]);
        session.Committed = true;
        session.Publish();
    }

    private void Append(ImportOptions options, params IReadOnlyList<JournalDraft> rows)
    {
        using var journal = Journal.OpenOrCreate(_paths);
        journal.Append(rows, _clock.GetUtcNow(), options.Who, options.Why);
    }

    private (List<DocumentReceived> Documents, List<FetchCompleted> Fetches, List<ListLoss> Losses) Known(IImportProgress? progress, CancellationToken token)
    {
        if (!_paths.Exist) return ([], [], []);
        using var journal = Journal.Open(_paths);
        var documents = Recovery.DocumentsOf(journal);
        // Where fetches stored documents and none was taken in yet, this import makes the first facts.
        if (documents.Count > 0 || new SnapshotStore(_paths).CurrentNumber() is not null) Recovery.Finish(_paths, journal, progress, token);
        return (documents, Recovery.FetchesOf(journal), [.. journal.Entries(ListingKinds.Loss.Name).Select(entry => JournalBody.Read(entry, ListingKinds.Loss.Type))]);
    }

    // Without a journal nothing was fetched: a fetch makes one under the writer's lock. With one, a fetch that stores the same bytes adds its row either before they are taken away, and they stay, or afterwards, and it stores them.
    private void Undo(ImportSession session)
    {
        session.DropDraft();
        if (!session.HasKept) return;
        if (!_paths.Exist)
        {
            session.RemoveKept([]);
            return;
        }
        using var journal = Journal.Open(_paths);
        journal.WhileNobodyAdds(() => session.RemoveKept(Recovery.FetchedOf(journal).Select(document => document.Hash)));
    }

    private string CurrentSnapshot() =>
        new SnapshotStore(_paths).CurrentNumber() is { } number ? Path.GetFileNameWithoutExtension(LedgerPaths.SnapshotName(number)) : "";

    private void RemoveAll(WriterLock writing)
    {
        writing.Remove();
        _paths.RemoveIfEmpty();
    }

    private static double Seconds(Stopwatch time) => Math.Round(time.Elapsed.TotalSeconds, 3);
}
