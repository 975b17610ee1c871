using System.Diagnostics;
using System.Globalization;
using Tributary.Questions;

namespace Tributary.Benchmarks;

/// <summary>Millions of generated flows: their import as a whole process, and questions about them once the ledger is open.</summary>
internal sealed class LargeBenchmarks(ScratchFolder folder, ResultTable table)
{
    private const int Asked = 30;
    private const double FundingSecondsMax = 0.15;
    private const double RowsPerSecondMin = 300_000;

    /// <summary>Generates, imports and asks.</summary>
    public void Run(string from, int rows, int runs)
    {
        var document = folder.PathOf("large.csv");
        using (var file = File.Create(document)) new FlowGenerator(FlowTemplate.Load(from), seed: 1).Write(file, rows);
        var imports = Enumerable.Range(0, runs).Select(_ => WholeProcess.Run("import", document, "--day", "2026-04-17", "--ledger", folder.Empty("large"))).ToList();
        table.Add($"import of {rows} flows", imports, Math.Max(1, rows / RowsPerSecondMin), string.Create(CultureInfo.InvariantCulture, $"{rows / imports.Min(run => run.Seconds):0} rows/s in the best run"));
        using var ledger = Ledger.Open(folder.PathOf("large"));
        Ask(ledger, "funding --country AFG --year 2026, in process", new FundingQuestion { Countries = ["AFG"], Years = [2026] });
        Ask(ledger, "funding, in process", new FundingQuestion());
    }

    private void Ask(Ledger ledger, string name, FundingQuestion question)
    {
        // The first answer also reads what the snapshot shares between questions, and compiles.
        var answer = ledger.Ask(question);
        var seconds = new List<double>();
        for (var time = 0; time < Asked; time++)
        {
            var watch = Stopwatch.StartNew();
            answer = ledger.Ask(question);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        table.Add(name, seconds, FundingSecondsMax, string.Create(CultureInfo.InvariantCulture, $"USD {answer.FundingUsd:0.####} in {answer.FlowCount} flows"));
    }
}
