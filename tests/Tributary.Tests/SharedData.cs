namespace Tributary.Tests;

/// <summary>Real documents that lie beside the project and are no part of it.</summary>
internal static class SharedData
{
    /// <summary>The path of a document under <c>shared/data</c>, in the nearest folder above the tests that has one.</summary>
    /// <returns>Null when there is no such document: the test that wants it skips.</returns>
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
