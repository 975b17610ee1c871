using System.Diagnostics;
using System.Globalization;
using Tributary.Validating;

namespace Tributary.Benchmarks;

/// <summary>IATI files validated: as a whole process, warm in this one, and changed at random.</summary>
internal sealed class ValidateBenchmarks(ScratchFolder folder, ResultTable table)
{
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

    /// <summary>Changes files at random, and wants a report for each.</summary>
    /// <param name="from">Real files.</param>
    /// <param name="times">How many changed files.</param>
    /// <param name="seed">Which changes.</param>
    public void Fuzz(string from, int times, int seed)
    {
        using var whole = new MemoryStream();
        new ActivityGenerator(from).Write(whole, 60_000);
        var (bytes, random, watch) = (whole.ToArray(), new Random(seed), Stopwatch.StartNew());
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var time = 0; time < times; time++)
        {
            using var changed = new MemoryStream(Change(bytes, random));
            var report = IatiValidator.Validate(changed);
            var kind = report.Totals.Count == 0 ? "nothing" : report.Totals[0].Id;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }
        table.Add($"{times} changed files", [watch.Elapsed.TotalSeconds], double.NaN, "a report for each; first of each: " + string.Join(", ", kinds.OrderByDescending(kind => kind.Value).Take(5).Select(kind => $"{kind.Key} {kind.Value}")));
    }

    // As bytes get changed: another one, a piece doubled or cut out, the end cut off, a sign of XML's put in.
    private static byte[] Change(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 2; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(12))
            {
                case 0 or 1: bytes[at] = (byte)random.Next(256); break;
                case 2 or 3 or 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 5 or 6 or 7: bytes.RemoveRange(at, length); break;
                case 8: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.Insert(at, (byte)"<>&\"'/=- "[random.Next(9)]); break;
            }
        }
        return [.. bytes];
    }
}
