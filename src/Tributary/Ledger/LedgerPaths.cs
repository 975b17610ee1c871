namespace Tributary.Ledgers;

/// <summary>Where things lie in a ledger's folder.</summary>
/// <param name="Root">The folder.</param>
public sealed record LedgerPaths(string Root)
{
    /// <summary>The documents, by hash.</summary>
    public string Documents => Path.Combine(Root, "documents");

    /// <summary>Documents on their way in; empty between imports.</summary>
    public string Arriving => Path.Combine(Documents, "arriving");

    /// <summary>What people and commands did.</summary>
    public string Journal => Path.Combine(Root, "journal.sqlite");

    /// <summary>The fact snapshots.</summary>
    public string Facts => Path.Combine(Root, "facts");

    /// <summary>Names the snapshot that readers use.</summary>
    public string Current => Path.Combine(Facts, "CURRENT");

    /// <summary>What the last screening compared. It only saves time, and can be deleted.</summary>
    public string Screened => Path.Combine(Facts, "screened");

    /// <summary>Held by the one process that writes.</summary>
    public string WriterLock => Path.Combine(Root, "writer.lock");

    /// <summary>Whether there is a ledger here.</summary>
    public bool Exist => File.Exists(Journal);

    /// <summary>Removes the folders where no ledger came to be: what was refused leaves nothing behind.</summary>
    internal void RemoveIfEmpty()
    {
        if (Exist) return;
        foreach (var folder in (ReadOnlySpan<string>)[Arriving, Facts, Documents, Root]) RemoveEmptyFolders(folder);
    }

    /// <summary>The file of a snapshot.</summary>
    public string Snapshot(int number) => Path.Combine(Facts, SnapshotName(number));

    /// <summary>The file name of a snapshot.</summary>
    public static string SnapshotName(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"snap-{number:000000}.duckdb");

    /// <summary>The number in a snapshot's file name.</summary>
    public static bool TryParseSnapshot(string name, out int number)
    {
        number = 0;
        return name.StartsWith("snap-", StringComparison.Ordinal) && name.EndsWith(".duckdb", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5, name.Length - 12), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
    }

    private static void RemoveEmptyFolders(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var inner in Directory.EnumerateDirectories(folder)) RemoveEmptyFolders(inner);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
