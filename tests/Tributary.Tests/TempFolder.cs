namespace Tributary.Tests;

/// <summary>A folder of a test's own, gone when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    private const long MemoryBytesMin = 2L << 30;

    // Many small ledgers are made and dropped: where there is a roomy disk in memory, nobody waits for a real one.
    private static readonly string Parent = Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace > MemoryBytesMin ? "/dev/shm" : System.IO.Path.GetTempPath();

    private int _files;

    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Parent, "tributary-test-" + System.IO.Path.GetRandomFileName())).FullName;

    /// <summary>A path inside.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file with a name of its own.</summary>
    public string Write(string text, string extension = ".json") => Write(System.Text.Encoding.UTF8.GetBytes(text), extension);

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(byte[] bytes, string extension = ".json")
    {
        var path = this[$"document-{++_files}{extension}"];
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
