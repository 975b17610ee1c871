namespace Tributary.Exporting;

/// <summary>Files that are written whole or not at all: each under a name of its own beside its place, and moved there when all are done.</summary>
/// <remarks>Disposed before <see cref="Publish"/>, it leaves nothing behind.</remarks>
public sealed class ExportFiles : IDisposable
{
    private readonly bool _overwrite;
    private readonly List<(string Part, string Path)> _files = [];
    private string? _madeFolder;

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

    /// <summary>Moves the files to their places. They must be closed.</summary>
    public void Publish()
    {
        foreach (var (part, path) in _files) File.Move(part, path, _overwrite);
        _files.Clear();
        _madeFolder = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (part, _) in _files) File.Delete(part);
        if (_madeFolder is not null && Directory.Exists(_madeFolder) && !Directory.EnumerateFileSystemEntries(_madeFolder).Any()) Directory.Delete(_madeFolder);
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        _madeFolder = folder;
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
