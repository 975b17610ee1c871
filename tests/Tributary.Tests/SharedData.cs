namespace Tributary.Tests;

/// <summary>Published documents that are not kept here, found in <c>shared/data</c> of a folder above where they are to hand.</summary>
internal static class SharedData
{
    /// <summary>The path of a document or folder, or null where it is not to hand.</summary>
    /// <param name="relative">Its path under <c>shared/data</c>.</param>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", relative);
            if (Path.Exists(path)) return path;
        }
        return null;
    }
}
