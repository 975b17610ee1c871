using Tributary.Exporting;

namespace Tributary.Tests.Exporting;

/// <summary>Files come to be all together or not at all, and what fails leaves nothing behind.</summary>
public sealed class ExportFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Dispose_BeforePublish_LeavesNoFileAndNoNewFolder()
    {
        Directory.CreateDirectory(_folder["there"]);
        using (var files = new ExportFiles(overwrite: false))
        {
            foreach (var path in (string[])["a/b/c/x.csv", "a/d/y.csv", "there/e/z.csv"]) File.WriteAllText(files.Add(_folder[path]), "new");
        }
        Assert.Equal([_folder["there"]], Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Dispose_OfAFolderThatSomebodyElseUses_LeavesIt()
    {
        using (var files = new ExportFiles(overwrite: false))
        {
            files.Add(_folder["a/b/x.csv"]);
            File.WriteAllText(_folder["a/mine"], "");
        }
        Assert.Equal([_folder["a/mine"]], Directory.EnumerateFileSystemEntries(_folder["a"]));
    }

    // A folder takes the second file's place while the files are written.
    [Fact]
    public void Publish_OfAFileThatCannotBeMoved_LeavesAllAsTheyWere()
    {
        File.WriteAllText(_folder["one.csv"], "old");
        using (var files = new ExportFiles(overwrite: true))
        {
            foreach (var path in (string[])["one.csv", "two.csv", "three.csv"]) File.WriteAllText(files.Add(_folder[path]), "new");
            Directory.CreateDirectory(_folder["two.csv"]);
            Assert.ThrowsAny<IOException>(files.Publish);
        }
        Assert.Equal("old", File.ReadAllText(_folder["one.csv"]));
        Assert.Equal([_folder["one.csv"], _folder["two.csv"]], Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Publish_OverFilesThatAreThere_LeavesTheNewOnesAlone()
    {
        File.WriteAllText(_folder["one.csv"], "old");
        using (var files = new ExportFiles(overwrite: true))
        {
            foreach (var path in (string[])["one.csv", "two.csv"]) File.WriteAllText(files.Add(_folder[path]), "new");
            files.Publish();
        }
        Assert.Equal(["new", "new"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(File.ReadAllText));
    }

    public void Dispose() => _folder.Dispose();
}
