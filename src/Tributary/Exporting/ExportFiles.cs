namespace Tributary.Exporting;

/// <summary>Files that are written whole or not at all: each under a name of its own beside its place, and moved there when all are done.</summary>
/// <remarks>Disposed before <see cref="Publish"/>, it leaves nothing behind.</remarks>
public sealed class ExportFiles : IDisposable
{
    private readonly bool _overwrite;
    private readonly List<(string Part, string Path)> _files = [];
    private readonly List<string> _madeFolders = [];

    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    public ExportFiles(bool overwrite) => _overwrite = overwrite;

    /// <summary>Names a file to be written.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <returns>The path under which to write it meanwhile. No file is there.</returns>
    /// <exception cref="ExportException">Something is there that may not be replaced.</exception>
    public string Add(string path)
    {
        if (Directory.Exists(path)) throw new ExportException($"{path}: a folder; expected the name of a file; name one inside it");
        if (!_overwrite && Path.Exists(path)) throw new ExportException($"{path}: there is such a file; expected none; give another name, or --force to write over it");
        MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.part");
        _files.Add((part, path));
        return part;
    }

    /// <summary>Names a file and opens it.</summary>
    /// <inheritdoc cref="Add"/>
    public FileStream Create(string path) => new(Add(path), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    /// <summary>Moves the files to their places: all of them, or none where one cannot be moved. They must be closed.</summary>
    /// <exception cref="IOException">One cannot be moved; what was in its place and in that of the others is there again.</exception>
    public void Publish()
    {
        // One file takes the place of another at once. Of several, those that were there stand aside until all are in place.
        if (_files is [var only]) File.Move(only.Part, only.Path, _overwrite);
        else PublishAll();
        _files.Clear();
        _madeFolders.Clear();
    }

    private void PublishAll()
    {
        var moved = new List<(string Part, string Path, string? Before)>();
        try
        {
            foreach (var (part, path) in _files)
            {
                var before = _overwrite && File.Exists(path) ? part + ".before" : null;
                if (before is not null) File.Move(path, before);
                moved.Add((part, path, before));
                File.Move(part, path);
            }
        }
        catch
        {
            foreach (var one in moved) MoveBack(one.Part, one.Path, one.Before);
            throw;
        }
        foreach (var (_, _, before) in moved.Where(one => one.Before is not null)) File.Delete(before!);
    }

    private static void MoveBack(string part, string path, string? before)
    {
        if (!File.Exists(part)) File.Move(path, part);
        if (before is not null) File.Move(before, path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (part, _) in _files) File.Delete(part);
        // The innermost first: what somebody else put something into stays.
        foreach (var folder in _madeFolders.OrderByDescending(folder => folder.Length))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        }
    }

    private void MakeFolder(string folder)
    {
        for (var missing = folder; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing)) _madeFolders.Add(missing);
        Directory.CreateDirectory(folder);
    }
}

/// <summary>An export that cannot be written where or as it was asked for. The message says place, found, expected and what to do.</summary>
public sealed class ExportException : Exception
{
    /// <param name="message">The whole message.</param>
    public ExportException(string message) : base(message)
    {
    }
}
