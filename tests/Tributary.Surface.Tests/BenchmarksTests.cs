using Tributary.Benchmarks;

namespace Tributary.Surface.Tests;

/// <summary>Benchmarks that nobody runs rot: a tiny share of each runs here.</summary>
public sealed class BenchmarksTests
{
    [Fact]
    public void Tiny_AllBenchmarks_RunAndAnswer()
    {
        using var output = new StringWriter();
        Assert.Equal(0, Benchmarks.Program.Run(["--tiny"], output));
        Assert.Contains("| import of 3000 flows |", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("| funding, in process |", output.ToString(), StringComparison.Ordinal);
        Assert.All(["parquet", "csv", "jsonl"], form => Assert.Contains($"| export of 3000 flows to {form} |", output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Generate_SameSeed_SameBytes()
    {
        var templates = FlowTemplate.Load(Path.Combine(AppContext.BaseDirectory, "seed-flows.csv"));
        Assert.Equal(Generated(templates, seed: 7), Generated(templates, seed: 7));
        Assert.NotEqual(Generated(templates, seed: 7), Generated(templates, seed: 8));
    }

    private static byte[] Generated(List<FlowTemplate> templates, int seed)
    {
        using var stream = new MemoryStream();
        new FlowGenerator(templates, seed).Write(stream, 100);
        return stream.ToArray();
    }
}
