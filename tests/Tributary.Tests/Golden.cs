namespace Tributary.Tests;

/// <summary>Compares output with a file that is read in review. <c>GOLDEN_UPDATE=1</c> rewrites the file.</summary>
internal static class Golden
{
    /// <summary>Fails with both texts unless the output is the file's content.</summary>
    /// <param name="output">The output.</param>
    /// <param name="relative">The file, from the project's folder.</param>
    public static void Verify(string output, string relative)
    {
        var path = Path.Combine(Repository.Root, relative);
#pragma warning disable RS0030 // A test's own switch.
        var update = Environment.GetEnvironmentVariable("GOLDEN_UPDATE") == "1";
#pragma warning restore RS0030
        if (update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, output);
            return;
        }
        Assert.True(File.Exists(path), $"{relative}: no such file; expected the output's golden copy; run with GOLDEN_UPDATE=1 and read it");
        Assert.Equal(File.ReadAllText(path), output);
    }
}
