using System.Diagnostics;
using System.Globalization;
using Tributary.Exporting;

namespace Tributary.Benchmarks;

/// <summary>Generated flows written as files, each form as a whole process; and as text that goes nowhere, to tell the disk's part.</summary>
internal sealed class ExportBenchmarks(ScratchFolder folder, ResultTable table)
{
    private const double RowsPerSecondMin = 1_000_000;

    /// <summary>Generates, imports and exports.</summary>
    public void Run(string from, int rows, int runs)
    {
        var (document, ledger) = (folder.PathOf("export.csv"), folder.Empty("export"));
        using (var file = File.Create(document)) new FlowGenerator(FlowTemplate.Load(from), seed: 1).Write(file, rows);
        WholeProcess.Run("import", document, "--day", "2026-04-17", "--ledger", ledger);
        File.Delete(document);
        foreach (var ending in (ReadOnlySpan<string>)["parquet", "csv", "jsonl"]) Export(ledger, ending, rows, runs);
        using var opened = Ledger.Open(ledger);
        foreach (var form in (ReadOnlySpan<ExportForm>)[ExportForm.Csv, ExportForm.Jsonl]) ExportToNowhere(opened, form, rows, runs);
    }

    private void Export(string ledger, string ending, int rows, int runs)
    {
        var path = folder.PathOf("flows." + ending);
        var measured = new List<WholeProcess>();
        for (var run = 0; run < runs; run++)
        {
            File.Delete(path);
            measured.Add(WholeProcess.Run("export", "table", "flow", "--output", path, "--ledger", ledger));
        }
        table.Add($"export of {rows} flows to {ending}", measured, rows / RowsPerSecondMin, string.Create(CultureInfo.InvariantCulture, $"{rows / measured.Min(run => run.Seconds):0} rows/s in the best run, {new FileInfo(path).Length / 1_000_000} MB"));
        File.Delete(path);
    }

    private void ExportToNowhere(Ledger ledger, ExportForm form, int rows, int runs)
    {
        var question = new TableQuestion { Table = FactTable.All[0] };
        var seconds = new List<double>();
        // The first run also compiles, and reads the snapshot into memory as far as it fits.
        ledger.Ask(question).Write(Stream.Null, form);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            ledger.Ask(question).Write(Stream.Null, form);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        table.Add($"the same as {form.ToString().ToLowerInvariant()}, in process, unwritten", seconds, rows / RowsPerSecondMin, string.Create(CultureInfo.InvariantCulture, $"{rows / seconds.Min():0} rows/s in the best run"));
    }
}
