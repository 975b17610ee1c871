namespace Tributary.Ledgers;

/// <summary>Where one fetch keeps what it is downloading. Imports that go on meanwhile leave it alone, and when its process dies the next command removes it.</summary>
internal sealed class DownloadFolder : IDisposable
{
    private const string Prefix = "downloading-";

    private readonly LedgerPaths _paths;
    private readonly string _folder;

    /// <param name="paths">The ledger, which need not be there yet.</param>
    public DownloadFolder(LedgerPaths paths)
    {
        _paths = paths;
        _folder = $"{ProcessFolders.Own(paths.Documents, Prefix)}-{Path.GetRandomFileName()}";
    }

    /// <summary>A path for a new file.</summary>
    public string NewFile()
    {
        Directory.CreateDirectory(_folder);
        return Path.Combine(_folder, Path.GetRandomFileName());
    }

    /// <summary>Starts to take in a document that was downloaded, whose bytes are read through the returned stream.</summary>
    public DocumentIntake TakeIn(Stream source) => new(source, NewFile());

    /// <summary>Removes what killed fetches left.</summary>
    public static void Sweep(LedgerPaths paths) => ProcessFolders.Sweep(paths.Documents, Prefix, withOwn: false);

    /// <summary>Removes the folder, and the ledger's where nothing came of it.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        Directory.Delete(_folder, recursive: true);
        _paths.RemoveIfEmpty();
    }
}
