using Tributary.Reading;
using Tributary.Sources;
using Tributary.Sources.Sanctions;

namespace Tributary.Import;

/// <summary>Puts the files of a sanctions list together where they lie in one folder: only together do they say something.</summary>
/// <remarks>What a file is shows in its content. Its name is kept nowhere but as the name under which the set came.</remarks>
internal static class ListSets
{
    /// <summary>The inputs, with files of one set as one input in the place of the first of them.</summary>
    public static List<ImportInput> Gather(List<ImportInput> inputs)
    {
        var sets = inputs.Where(input => input.Path != ImportInput.StandardInput).Select(input => input.Path).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)
            .Select(path => (Path: path, Part: PartOf(path))).Where(file => file.Part is not null)
            .GroupBy(file => (Folder: Path.GetDirectoryName(Path.GetFullPath(file.Path)), file.Part!.Set))
            .Where(set => set.Any(file => file.Part!.IsMain) && set.Any(file => !file.Part!.IsMain))
            .SelectMany(set => InPlaceOf([.. set.Select(file => (file.Path, file.Part!))]))
            .ToDictionary(StringComparer.Ordinal);
        var seen = new HashSet<ImportInput>();
        return sets.Count == 0 ? inputs : [.. inputs.Select(input => input.Path == ImportInput.StandardInput ? input : sets.GetValueOrDefault(Path.GetFullPath(input.Path), input)).Where(input => input.Files.Count == 0 || seen.Add(input))];
    }

    private static IEnumerable<KeyValuePair<string, ImportInput>> InPlaceOf(List<(string Path, ListPart Part)> files)
    {
        var together = Together(files);
        return files.Select(file => KeyValuePair.Create(Path.GetFullPath(file.Path), together));
    }

    private static ImportInput Together(List<(string Path, ListPart Part)> files)
    {
        var inOrder = files.OrderBy(file => IndexOf(file.Part)).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new ImportInput(inOrder[0].Path, MayBeUnknown: false) { Files = [.. inOrder.Select(file => new SetFile(file.Part.FileName, new FileInfo(file.Path).Length, () => Open(file.Path)))] };
    }

    private static int IndexOf(ListPart part) => ListPart.All.TakeWhile(other => other != part).Count();

    // A pipe has no length, and what is read of it is gone.
    private static ListPart? PartOf(string path)
    {
        if (new FileInfo(path).Length == 0) return null;
        using var file = Open(path);
        using var head = new PeekStream(file, IDocumentFormat.HeadBytes);
        return ListPart.Of(head.Head);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
