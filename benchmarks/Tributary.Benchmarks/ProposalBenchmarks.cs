using System.Diagnostics;
using System.Globalization;
using Tributary.Proposing;

namespace Tributary.Benchmarks;

/// <summary>News reports read for what they state: many short ones on all cores, and one long text.</summary>
internal sealed class ProposalBenchmarks(ResultTable table)
{
    private const double ReportsPerSecondMin = 1_000;
    private const int Times = 40, LongText = 50_000_000;

    /// <summary>Reads reports.</summary>
    /// <param name="from">A folder of them, as <c>.txt</c>.</param>
    /// <param name="runs">How often.</param>
    public void Run(string from, int runs)
    {
        var texts = Directory.GetFiles(from, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        if (texts.Count == 0) throw new InvalidOperationException($"{from}: no .txt; expected news reports; give a folder with --from, such as tests/Tributary.Tests/Proposing/Reports");
        foreach (var text in texts) ReportReader.Read(text);
        var count = texts.Count * Times;
        var seconds = Enumerable.Range(0, runs).Select(_ => Timed(() => Parallel.For(0, Times, _ => texts.ForEach(text => ReportReader.Read(text))))).ToList();
        table.Add($"{count} reports", seconds, count / ReportsPerSecondMin, string.Create(CultureInfo.InvariantCulture, $"{count / seconds.Min():0} reports/s in the best run, {texts.Average(text => text.Length):0} characters each"));
        var all = string.Join('\n', texts);
        var whole = string.Concat(Enumerable.Repeat(all, (LongText / all.Length) + 1));
        var half = Timed(() => ReportReader.Read(whole[..(whole.Length / 2)]));
        var full = Timed(() => ReportReader.Read(whole));
        table.Add($"a text of {whole.Length / 1_000_000} million characters", [full], double.NaN, string.Create(CultureInfo.InvariantCulture, $"{full / half:0.0} times its half"));
    }

    private static double Timed(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
