using System.Runtime.CompilerServices;

namespace Tributary.Surface.Tests.Readme;

/// <summary>The current folder and the console belong to the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition("process", DisableParallelization = true)]
public sealed class ProcessCollection;

[Collection("process")]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Run_OnTheSamples_PrintsFundingAndItsFlows()
    {
        var output = RunIn(Directory.CreateTempSubdirectory("tributary-readme-").FullName);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("616,837,965 in 110 flows, as of ", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + 110, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Contains("/data/flows/", line, StringComparison.Ordinal));
    }

    // Whoever copies the README's example gets the code that the test above runs.
    [Fact]
    public void Readme_Example_IsTheCodeThatRuns()
    {
        var code = File.ReadAllLines(Path.Combine(Folder(), "ReadmeExample.cs"));
        var body = code.SkipWhile(line => !line.Contains("void Run()", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line != "    }").Select(line => line.Length > 8 ? line[8..] : "");

        var readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "..", "README.md"));

        Assert.Contains(string.Join('\n', body), readme, StringComparison.Ordinal);
    }

    private static string RunIn(string folder)
    {
        var (before, console) = (Environment.CurrentDirectory, Console.Out);
        using var output = new StringWriter();
        try
        {
            CopySamples(folder);
            Environment.CurrentDirectory = folder;
            Console.SetOut(output);
            ReadmeExample.Run();
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
        return output.ToString();
    }

    private static void CopySamples(string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "samples")).FullName;
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Folder(), "..", "..", "..", "samples"))) File.Copy(sample, Path.Combine(target, Path.GetFileName(sample)));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
