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
        var parts = inputs.Where(input => input.Path != ImportInput.StandardInput).Select(input => (Input: input, Part: PartOf(input.Path))).Where(one => one.Part is not null)
            .GroupBy(one => (Folder: Path.GetDirectoryName(Path.GetFullPath(one.Input.Path)), one.Part!.Set))
            .Where(set => set.Count() > 1 && set.Any(one => one.Part!.IsMain) && set.Any(one => !one.Part!.IsMain))
            .SelectMany(set => set.Select(one => (one.Input, Set: Together([.. set.Select(file => (file.Input.Path, file.Part!))]))))
            .ToDictionary(one => one.Input, one => one.Set);
        return parts.Count == 0 ? inputs : [.. inputs.Select(input => parts.GetValueOrDefault(input, input)).DistinctBy(input => input.Path)];
    }

    private static ImportInput Together(List<(string Path, ListPart Part)> files)
    {
        var inOrder = files.OrderBy(file => IndexOf(file.Part)).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new ImportInput(inOrder[0].Path, MayBeUnknown: false) { Files = [.. inOrder.Select(file => new SetFile(file.Part.FileName, new FileInfo(file.Path).Length, () => Open(file.Path)))] };
    }

    private static int IndexOf(ListPart part) => ListPart.All.TakeWhile(other => other != part).Count();

    private static ListPart? PartOf(string path)
    {
        using var file = Open(path);
        using var head = new PeekStream(file, IDocumentFormat.HeadBytes);
        return ListPart.Of(head.Head);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
