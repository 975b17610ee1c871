namespace Tributary.Tests;

/// <summary>The project's own files. A missing one is a failure, not a skip.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the project.</summary>
    public static string Find(string relative)
    {
        var path = Path.Combine(Root, relative);
        return Path.Exists(path) ? path : throw new FileNotFoundException("the project lacks a file that a test needs", path);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tributary.slnx"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("no folder above the tests holds Tributary.slnx");
    }
}
