using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Fetching;

/// <summary>Says what is wrong with a document's form; null when it is whole. It reads the document to its end.</summary>
internal delegate ReadIssue? Wholeness(Stream document, CancellationToken token);

/// <summary>Turns downloads into stored documents: only what is whole, and before anything is made of it.</summary>
/// <remarks>The bytes are checked, hashed and compressed in one pass; then they get their lasting place, and then a row of the journal names them.</remarks>
internal sealed class Arrivals : IDisposable
{
    private const int HeadBytes = 256;

    private readonly LedgerPaths _paths;
    private readonly DocumentStore _store;
    private readonly DownloadFolder _folder;
    private readonly FetchOptions _options;
    private readonly bool _mayBeXml;
    private readonly IFetchProgress? _progress;
    private readonly TimeProvider _clock;

    public Arrivals(LedgerPaths paths, FetchOptions options, bool mayBeXml, IFetchProgress? progress, TimeProvider clock)
    {
        (_paths, _options, _mayBeXml, _progress, _clock) = (paths, options, mayBeXml, progress, clock);
        _store = new DocumentStore(paths);
        _folder = new DownloadFolder(paths);
    }

    /// <summary>A path for a new download.</summary>
    public string NewFile() => _folder.NewFile();

    /// <summary>Opens a stored document.</summary>
    public Stream Open(DocumentFetched document) => _store.Open(document.Hash);

    /// <summary>Takes in what came, if it is whole.</summary>
    /// <exception cref="RequestFailedException">It is not.</exception>
    public DocumentIntake TakeIn(Download download, Wholeness whole, CancellationToken token)
    {
        using var body = new FileStream(download.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        using var gunzip = download.IsGzip ? new GunzipStream(body) : null;
        var content = new PeekStream(new BoundedStream((Stream?)gunzip ?? body, _options.BytesMax), HeadBytes);
        RefuseOtherThings(content.Head, gunzip);
        var intake = _folder.TakeIn(content);
        try
        {
            var failure = whole(intake, token);
            if (failure is null) intake.Complete();
            Refuse(gunzip?.Issue ?? failure);
            return intake;
        }
        catch
        {
            intake.Dispose();
            throw;
        }
    }

    /// <summary>Keeps a document and names it in the journal, which is made if there is none.</summary>
    /// <returns>The document, and whether the ledger did not have it.</returns>
    public (Arrived Arrived, bool IsNew) Keep(DocumentIntake intake, Uri address, string query, CancellationToken token)
    {
        using var journal = OpenJournal(token);
        var document = new DocumentFetched(intake.Hash.Hex, intake.Bytes, address.AbsoluteUri, query);
        var (isNew, at) = (false, _clock.GetUtcNow());
        // An import that is refused takes its documents away again, unless a row says that somebody fetched them: it must not do so between the two steps.
        journal.AppendAfter(() => isNew = _store.KeepWhole(intake, token), [JournalBody.Draft(DocumentFetched.Kind, document, LedgerJson.Default.DocumentFetched)], at, _options.Who, _options.Why);
        return (new Arrived(document, at, IsFromBefore: false), isNew);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    // Only the making needs the writer's lock. A row is added by whoever has one to add, also while an import goes on.
    private Journal OpenJournal(CancellationToken token)
    {
        if (_paths.Exist) return Journal.Open(_paths);
        using var writing = WriterLock.Take(_paths, _options.Wait, _progress?.Importing is { } importing ? importing.Waiting : null, token);
        return Journal.OpenOrCreate(_paths);
    }

    private void RefuseOtherThings(ReadOnlySpan<byte> head, GunzipStream? gunzip)
    {
        Refuse(gunzip?.Issue);
        if (head.IsEmpty) throw new RequestFailedException("an empty body with status 200", mayPass: true);
        if (!(_mayBeXml && XmlHead.Root(head) is not ("html" or "HTML")) && head.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..]) throw new RequestFailedException("a page of HTML or XML with status 200", mayPass: true) { Expected = "expected data" };
    }

    private static void Refuse(ReadIssue? issue)
    {
        if (issue is null) return;
        // What is too large will be so the next time.
        var mayPass = issue.Code is not (ReadingCodes.GzipBomb or ReadingCodes.RecordTooLong or ReadingCodes.TooManyLines or ReadingCodes.TooManyFields);
        throw new RequestFailedException($"no whole document ({Harmless(issue.Place)}: {Harmless(issue.Found)})", mayPass);
    }

    // What the source sends may end up on a terminal.
    private static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
