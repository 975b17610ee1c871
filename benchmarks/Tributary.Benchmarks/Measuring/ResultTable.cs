using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tributary.Benchmarks;

/// <summary>What was measured, one row for each thing, as a Markdown table.</summary>
internal sealed class ResultTable
{
    private readonly List<string> _rows = [];

    /// <summary>Adds runs of a whole process.</summary>
    /// <param name="name">What was run.</param>
    /// <param name="runs">All runs.</param>
    /// <param name="secondsMax">The budget, in seconds.</param>
    /// <param name="note">What else there is to say.</param>
    public void Add(string name, IReadOnlyList<WholeProcess> runs, double secondsMax, string note = "")
    {
        var seconds = runs.Select(run => run.Seconds).Order().ToList();
        var cpu = runs.Select(run => run.CpuSeconds ?? double.NaN).Order().ToList();
        Add(name, seconds, secondsMax, Text(Middle(cpu)), Text(runs.Max(run => run.PeakMegabytes) ?? double.NaN, "0"), note);
    }

    /// <summary>Adds something measured in this process.</summary>
    public void Add(string name, IReadOnlyList<double> seconds, double secondsMax, string note) => Add(name, [.. seconds.Order()], secondsMax, "", "", note);

    /// <summary>Adds something measured in turn with a peer.</summary>
    /// <param name="name">What was asked.</param>
    /// <param name="seconds">Our times.</param>
    /// <param name="peer">The peer's; empty when there is none.</param>
    /// <param name="ratioMin">How many times as fast as the peer we are to be.</param>
    /// <param name="note">What else there is to say.</param>
    public void AddPair(string name, List<double> seconds, List<double> peer, double ratioMin, string note)
    {
        var (ours, theirs) = (seconds.Order().ToList(), peer.Order().ToList());
        var compared = peer.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {Middle(theirs):0.0000} / {At(theirs, 95):0.0000} s, {Middle(theirs) / Middle(ours):0.0} times (wanted {ratioMin:0}); ");
        Add(name, ours, double.NaN, "", "", compared + note);
    }

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("| | runs | min s | median s | p95 s | budget s | CPU s | peak MB | |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in _rows) output.WriteLine(row);
    }

    /// <summary>Writes the table to <c>FOLDER/machine/date.md</c>, below what is there.</summary>
    /// <returns>The file.</returns>
    public string Save(string folder, string arguments)
    {
        var path = Path.Combine(folder, Machine(), $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(path, append: true);
        file.WriteLine($"`benchmarks {arguments}`\n");
        Write(file);
        file.WriteLine();
        return path;
    }

    /// <summary>A short number for an answer: the same answer, the same number.</summary>
    public static string Checksum(string answer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer)).AsSpan(0, 4));

    private void Add(string name, List<double> seconds, double secondsMax, string cpu, string memory, string note) => _rows.Add(
        $"| {name} | {seconds.Count} | {Text(seconds[0])} | {Text(Middle(seconds))} | {Text(At(seconds, 95))} | {Text(secondsMax)} | {cpu} | {memory} | {note} |");

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private static double Middle(List<double> sorted) => sorted[sorted.Count / 2];

    private static string Text(double number, string format = "0.0000") => double.IsNaN(number) ? "" : number.ToString(format, CultureInfo.InvariantCulture);

    private static string Machine()
    {
        const string cpus = "/proc/cpuinfo";
        var model = File.Exists(cpus) ? File.ReadLines(cpus).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        var name = $"{model ?? System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}-{Environment.ProcessorCount}-cores";
        return string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
    }
}
