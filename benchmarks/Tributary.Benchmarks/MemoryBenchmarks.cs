namespace Tributary.Benchmarks;

/// <summary>One page of the FTS API's flows at two sizes: the larger must not take more memory.</summary>
internal sealed class MemoryBenchmarks(ScratchFolder folder, ResultTable table)
{
    /// <summary>Generates and imports a page of each size.</summary>
    public void Run(string page, params ReadOnlySpan<long> sizes)
    {
        foreach (var bytes in sizes)
        {
            var document = folder.PathOf("page.json");
            int flows;
            using (var file = File.Create(document)) flows = PageGenerator.Write(page, file, bytes);
            var run = WholeProcess.Run("import", document, "--day", "2026-04-17", "--ledger", folder.Empty("memory"));
            table.Add($"import of a page of {bytes / 1_000_000} MB", [run], double.NaN, $"{flows} flows");
        }
    }
}
