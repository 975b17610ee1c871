using Tributary.Flows;
using Tributary.Import;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Tests;

/// <summary>A ledger of a test's own, in a folder that goes when the test ends.</summary>
internal sealed class TempLedger : IDisposable
{
    /// <summary>The day of documents that do not state one.</summary>
    public static readonly DateOnly Day = new(2026, 4, 30);

    private readonly TempFolder _folder = new();
    private Tributary.Ledger? _open;

    /// <summary>The ledger's folder. It does not exist before the first import.</summary>
    public string Folder => _folder["ledger"];

    public LedgerPaths Paths => new(Folder);

    /// <summary>A ledger with these documents.</summary>
    public static TempLedger Of(params string[] paths)
    {
        var ledger = new TempLedger();
        ledger.Import(paths);
        return ledger;
    }

    /// <summary>Imports documents and expects them to be taken.</summary>
    public ImportReport Import(params string[] paths) => Import(Day, paths);

    /// <inheritdoc cref="Import(string[])"/>
    public ImportReport Import(DateOnly day, params string[] paths)
    {
        var report = TryImport(paths, new ImportOptions { Who = "test", Day = day });
        Assert.False(report.Refused, string.Join("\n", report.Documents.SelectMany(document => document.Issues).Where(issue => issue.Severity != Severity.Warning).Select(issue => issue.First[0])));
        return report;
    }

    /// <summary>Imports documents, whatever becomes of them.</summary>
    public ImportReport TryImport(IReadOnlyList<string> paths, ImportOptions? options = null) =>
        new Importer(Folder).Import(paths, options ?? new ImportOptions { Who = "test", Day = Day }, token: TestContext.Current.CancellationToken);

    /// <summary>Takes in the whole answer to a query for flows, as a fetch does.</summary>
    public ImportReport Fetch(DateOnly day, FlowScope scope, params string[] pages)
    {
        var fetched = pages.Select((page, index) => Store(page, $"http://test/{index}")).ToList();
        var hashes = fetched.ConvertAll(document => document.Sha256);
        var report = new Importer(Folder).Import([.. fetched.Select(document => ImportInput.Of(document, day))], new FetchCompleted("test", day, hashes, scope, hashes), new ImportOptions { Who = "test" }, progress: null, TestContext.Current.CancellationToken);
        Assert.False(report.Refused);
        return report;
    }

    private DocumentFetched Store(string content, string address)
    {
        var store = new DocumentStore(Paths);
        using var intake = store.TakeIn(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));
        intake.Complete();
        store.Keep(intake);
        return new DocumentFetched(intake.Hash.Hex, intake.Bytes, address, "test");
    }

    /// <summary>Asks the ledger as it is now.</summary>
    public TAnswer Ask<TAnswer>(IQuestion<TAnswer> question) => Open().Ask(question, TestContext.Current.CancellationToken);

    /// <summary>The ledger, opened once.</summary>
    public Tributary.Ledger Open() => _open ??= Tributary.Ledger.Open(Folder, token: TestContext.Current.CancellationToken);

    /// <summary>Lets go of the ledger, so that the next question opens it anew.</summary>
    public void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    /// <summary>What the facts are, whatever the snapshot's number and inner codes.</summary>
    public string Print()
    {
        using var facts = new SnapshotStore(Paths).OpenCurrent();
        return string.Join('\n', Fingerprint.Of(facts.Connection).Select(table => $"{table.Key} {table.Value}"));
    }

    /// <summary>Every file of the ledger with the hash of its bytes.</summary>
    /// <remarks>The lock file and SQLite's side files hold no state between commands.</remarks>
    public SortedDictionary<string, string> Listing()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(Folder)) return files;
        foreach (var path in Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Folder, path);
            if (name is "writer.lock" or "journal.sqlite-wal" or "journal.sqlite-shm") continue;
            files.Add(name, File.Exists(path) ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))) : "folder");
        }
        return files;
    }

    public void Dispose()
    {
        Close();
        _folder.Dispose();
    }
}
