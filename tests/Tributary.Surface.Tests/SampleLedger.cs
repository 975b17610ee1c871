using Tributary.Surface.Tests;

[assembly: AssemblyFixture(typeof(SampleLedger))]

namespace Tributary.Surface.Tests;

/// <summary>A ledger of the samples as of 30 April 2026 with their conference entered, made by the command line.</summary>
public sealed class SampleLedger : IDisposable
{
    private readonly TempFolder _folder = new();

    public SampleLedger()
    {
        Made = Cli.Run(Path, "import", Repository.Find("samples"), "--day", "2026-04-30", "--format", "json");
        Entered = Cli.Run(Path, "conference", "add", "--file", Repository.Find("samples/moscow-conference-2021-10-20.yaml"), "--by", "tester", "--format", "json");
    }

    /// <summary>The ledger's folder.</summary>
    public string Path => _folder["ledger"];

    internal Cli.Result Made { get; }

    internal Cli.Result Entered { get; }

    /// <summary>Asks and expects an answer.</summary>
    public string Answer(params string[] args)
    {
        var result = Cli.Run(Path, args);
        Assert.Equal((0, ""), (result.Code, result.Error));
        // Paths depend on where the project lies.
        return result.Out.Replace(Repository.Root + "/", "", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
