using System.IO.Enumeration;
using Tributary.Ledgers;
using Tributary.Reading;

namespace Tributary.Import;

/// <summary>One thing to import.</summary>
/// <param name="Path">A file, or <c>-</c> for standard input.</param>
/// <param name="MayBeUnknown">Whether an unknown format is passed over rather than refused: as of files that were found in a folder rather than named.</param>
internal sealed record ImportInput(string Path, bool MayBeUnknown)
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The document in the store, when it was fetched there; its path is then the address it came from.</summary>
    public DocumentFetched? Fetched { get; private init; }

    /// <summary>The day on which it was fetched; null when it was not.</summary>
    public DateOnly? FetchedOn { get; private init; }

    /// <summary>The day on which its publisher says that it last changed; null where nobody says.</summary>
    public DateOnly? ModifiedOn { get; init; }

    /// <summary>The files that together are the document; none when it is one file by itself.</summary>
    public IReadOnlyList<SetFile> Files { get; init; } = [];

    /// <summary>Its length on disk; null for standard input.</summary>
    public long? Bytes => Files.Count > 0 ? Files.Sum(file => file.Bytes) : Fetched is { } fetched ? fetched.Bytes : Path == StandardInput ? null : new FileInfo(Path).Length;

    /// <summary>A document that was fetched and lies in the store.</summary>
    public static ImportInput Of(DocumentFetched fetched, DateOnly on) => new(fetched.Address, MayBeUnknown: false) { Fetched = fetched, FetchedOn = on };

    /// <summary>Files and the files in folders, in the order of their names. Hidden files and folders are passed over.</summary>
    /// <exception cref="FileNotFoundException">A path is neither a file nor a folder.</exception>
    public static List<ImportInput> Expand(IEnumerable<string> paths)
    {
        var inputs = new List<ImportInput>();
        foreach (var path in paths)
        {
            if (path == StandardInput || File.Exists(path)) inputs.Add(new ImportInput(path, MayBeUnknown: false));
            else if (Directory.Exists(path)) inputs.AddRange(InFolder(path));
            else throw new FileNotFoundException($"{path}: no such file or folder; expected something to import; check the path", path);
        }
        return inputs;
    }

    // Links to folders are not followed: they may lead in circles. Empty files and pipes have nothing to read, and a pipe would block.
    private static IEnumerable<ImportInput> InFolder(string folder)
    {
        var files = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return files.Where(file => Target(file) is { Exists: true, Length: > 0 })
            .Select(file => System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(System.IO.Path.GetFullPath(folder), file)))
            .Order(StringComparer.Ordinal)
            .Select(file => new ImportInput(file, MayBeUnknown: true));
    }

    // What a link leads to, through links to links; null where it leads to a folder or in a circle.
    private static FileInfo? Target(string file)
    {
        try
        {
            return (File.ResolveLinkTarget(file, returnFinalTarget: true) ?? new FileInfo(file)) as FileInfo;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
