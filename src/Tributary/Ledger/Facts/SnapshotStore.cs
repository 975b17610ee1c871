namespace Tributary.Ledgers;

/// <summary>The fact snapshots of a ledger, and which one is current.</summary>
public sealed class SnapshotStore
{
    /// <summary>Snapshots kept besides the current one, for readers that still use them.</summary>
    public const int KeptBefore = 1;

    private const string SpillPrefix = "spill-";

    private readonly LedgerPaths _paths;

    internal SnapshotStore(LedgerPaths paths) => _paths = paths;

    /// <summary>The number of the current snapshot, or null when CURRENT is missing or names none: then the facts are made anew.</summary>
    public int? CurrentNumber() =>
        File.Exists(_paths.Current) && LedgerPaths.TryParseSnapshot(File.ReadAllText(_paths.Current).Trim(), out var number) ? number : null;

    /// <summary>Opens the current snapshot for reading.</summary>
    /// <exception cref="LedgerException">There is none, it is damaged, or a later version of the program made it.</exception>
    public Facts OpenCurrent()
    {
        // A writer removes old snapshots: between reading the name and opening the file it may have gone on twice.
        for (var attempt = 0; ; attempt++)
        {
            var number = CurrentNumber() ?? throw new LedgerException(LedgerProblem.Damaged, $"{_paths.Facts}: no snapshot; expected one that CURRENT names; run `tributary rebuild`");
            var path = _paths.Snapshot(number);
            if (File.Exists(path)) return Facts.Open(path, number, Spill);
            if (attempt == 3) throw new LedgerException(LedgerProblem.Damaged, $"{path}: no such file; expected the snapshot that CURRENT names; run `tributary rebuild`");
        }
    }

    // What does not fit memory goes to a folder of this process: two processes in one would spoil each other's files.
    internal string Spill => ProcessFolders.Own(_paths.Facts, SpillPrefix);

    /// <summary>Starts the next snapshot from a copy of the current one.</summary>
    internal FactDraft BeginDraft() =>
        FactDraft.Begin(_paths.Snapshot(NextNumber()), CurrentNumber() is { } number ? _paths.Snapshot(number) : null, Spill);

    /// <summary>Starts the next snapshot from nothing, whatever state the others are in.</summary>
    internal FactDraft BeginAnew() => FactDraft.Begin(_paths.Snapshot(NextNumber()), from: null, Spill);

    /// <summary>Makes a finished draft the current snapshot.</summary>
    internal void Publish(FactDraft draft)
    {
        var name = Path.GetFileName(draft.FilePath);
        var next = _paths.Current + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(name + "\n"));
            file.Flush(flushToDisk: true);
        }
        File.Move(next, _paths.Current, overwrite: true);
        Sweep();
    }

    /// <summary>Removes snapshots that were never published, and old ones.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(_paths.Facts)) return;
        ProcessFolders.Sweep(_paths.Facts, SpillPrefix, withOwn: true);
        var current = CurrentNumber() ?? 0;
        foreach (var (file, number) in Files())
        {
            if (number > current || number < current - KeptBefore) TryDelete(file);
        }
    }

    // Some systems do not delete what a reader has open. The next sweep will.
    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
        }
    }

    private int NextNumber()
    {
        Directory.CreateDirectory(_paths.Facts);
        return Files().Select(file => file.Number).DefaultIfEmpty(0).Max() + 1;
    }

    private List<(string Path, int Number)> Files()
    {
        var files = new List<(string, int)>();
        if (!Directory.Exists(_paths.Facts)) return files;
        foreach (var file in Directory.EnumerateFiles(_paths.Facts, "snap-*"))
        {
            var name = Path.GetFileName(file);
            if (LedgerPaths.TryParseSnapshot(name.EndsWith(".wal", StringComparison.Ordinal) ? name[..^4] : name, out var number)) files.Add((file, number));
        }
        return files;
    }
}
