namespace Tributary.Import;

/// <summary>One thing to import.</summary>
/// <param name="Path">A file, or <c>-</c> for standard input.</param>
/// <param name="FromFolder">Whether it was found in a folder rather than named: then an unknown format is passed over.</param>
internal sealed record ImportInput(string Path, bool FromFolder)
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    // Links may lead in circles.
    private const int FolderDepthMax = 16;

    /// <summary>Its length on disk; null for standard input.</summary>
    public long? Bytes => Path == StandardInput ? null : new FileInfo(Path).Length;

    /// <summary>Files and the files in folders, in the order of their names. Hidden files and folders are passed over.</summary>
    /// <exception cref="FileNotFoundException">A path is neither a file nor a folder.</exception>
    public static List<ImportInput> Expand(IEnumerable<string> paths)
    {
        var inputs = new List<ImportInput>();
        foreach (var path in paths)
        {
            if (path == StandardInput || File.Exists(path)) inputs.Add(new ImportInput(path, FromFolder: false));
            else if (Directory.Exists(path)) inputs.AddRange(InFolder(path));
            else throw new FileNotFoundException($"{path}: no such file or folder; expected something to import; check the path", path);
        }
        return inputs;
    }

    private static IEnumerable<ImportInput> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = FolderDepthMax, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Order(StringComparer.Ordinal)
            .Select(file => new ImportInput(file, FromFolder: true));
}
