using System.IO.Enumeration;
using Tributary.Validating;

namespace Tributary.Cli.Commands;

/// <summary>The files that <c>validate</c> is given: files, those in folders, standard input.</summary>
internal static class ValidatedPaths
{
    /// <summary>The files, those of a folder in the order of their names.</summary>
    /// <exception cref="UnreadableFileException">A folder has none, or standard input is named twice.</exception>
    public static List<ValidatedFile> Expand(string[] paths)
    {
        if (paths.Count(path => path == TargetOptions.StandardOutput) > 1) throw new UnreadableFileException($"{TargetOptions.StandardOutput}: standard input, named more than once; expected it once; leave the others out");
        return [.. paths.SelectMany(path => Directory.Exists(path) ? InFolder(path) : [FileOf(path)])];
    }

    private static ValidatedFile FileOf(string path) => path == TargetOptions.StandardOutput
        ? new ValidatedFile("standard input", Console.OpenStandardInput)
        : new ValidatedFile(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    // Links to folders are not followed: they may lead in circles.
    private static List<ValidatedFile> InFolder(string folder)
    {
        var entries = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsXml(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var files = entries.Order(StringComparer.Ordinal).Select(FileOf).ToList();
        return files.Count > 0 ? files : throw new UnreadableFileException($"{folder}: a folder without IATI files; expected some with a name that ends in .xml or .xml.gz; check the path");
    }

    private static bool IsXml(ReadOnlySpan<char> name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase);
}
