using System.Diagnostics;
using System.Globalization;
using Tributary.Validating;

namespace Tributary.Benchmarks;

/// <summary>IATI files validated: as a whole process, warm in this one, and changed at random.</summary>
internal sealed class ValidateBenchmarks(ScratchFolder folder, ResultTable table)
{
    private static readonly ValidationOptions Most = new();

    /// <summary>Validates a generated file.</summary>
    /// <param name="from">Real files.</param>
    /// <param name="bytes">The size of the generated one.</param>
    /// <param name="runs">How often.</param>
    public void Run(string from, long bytes, int runs)
    {
        var path = folder.PathOf("activities.xml");
        long activities;
        using (var file = File.Create(path)) activities = new ActivityGenerator(from).Write(file, bytes);
        var size = new FileInfo(path).Length;
        var processes = Enumerable.Range(0, runs).Select(_ => WholeProcess.Run("validate", path, "--fail-on", "never", "--format", "iati", "--limit", "1")).ToList();
        table.Add($"validate {size / 1_000_000} MB", processes, size / 30_000_000d, $"{activities} activities");
        var seconds = new List<double>();
        ValidationReport? report = null;
        for (var run = 0; run < runs + 3; run++)
        {
            using var file = File.OpenRead(path);
            var watch = Stopwatch.StartNew();
            report = IatiValidator.Validate(file, new ValidationOptions { FindingsMax = 0 });
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        var answer = string.Join(' ', report!.Totals);
        table.Add($"validate {size / 1_000_000} MB, in process", seconds[3..], size / 100_000_000d, string.Create(CultureInfo.InvariantCulture, $"{size / 1e6 / seconds[3..].Order().ElementAt(runs / 2):0} MB/s, valid: {report.IsValid}, {ResultTable.Checksum(answer)}"));
    }

    /// <summary>Changes small files at random, and wants a report for each that can be written.</summary>
    /// <param name="from">Real files.</param>
    /// <param name="times">How many changed files.</param>
    /// <param name="seed">The number of the first of them.</param>
    public void Fuzz(string from, int times, int seed)
    {
        var report = new FileFuzz(ActivitySeeds.Of(from), KindOf, FuzzBounds.OfSmallFiles).Run(times, seed);
        table.Add($"{times} changed files", [report.Seconds], double.NaN, report.ToString());
    }

    /// <summary>Validates a changed file, and says what was found first in it.</summary>
    /// <exception cref="InvalidOperationException">The report does not add up.</exception>
    public static string KindOf(Stream file)
    {
        var report = IatiValidator.Validate(file, Most);
        var counted = report.Totals.Sum(total => total.Count);
        if (counted != report.Findings.Count + report.NotListed || counted > 0 != report.Findings.Count > 0) throw new InvalidOperationException($"{counted} findings are counted, {report.Findings.Count} listed and {report.NotListed} not");
        if (report.Findings.FirstOrDefault(finding => finding is not { Line: > 0, Column: > 0, Message.Length: > 0 }) is { } placeless) throw new InvalidOperationException($"a finding without a place: {placeless}");
        IatiReport.Write(Stream.Null, report, isGrouped: true);
        return report.Totals.Count == 0 ? "nothing" : report.Totals[0].Id;
    }
}
