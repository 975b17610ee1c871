using System.Diagnostics;
using System.Globalization;

namespace Tributary.Benchmarks;

/// <summary>What one run of the real program took, from start to exit.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">User and system time of all its threads; null where it cannot be told.</param>
/// <param name="PeakMegabytes">The most memory it had at once; null where it cannot be told.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record WholeProcess(double Seconds, double? CpuSeconds, double? PeakMegabytes, string Output)
{
    // A process that has ended cannot be asked for its peak any more, but GNU time has been told by the system.
    private const string GnuTime = "/usr/bin/time";

    /// <summary>Runs <c>tributary</c>.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static WholeProcess Run(params IEnumerable<string> arguments)
    {
        var measured = Path.GetTempFileName();
        try
        {
            using var process = new Process { StartInfo = Start(measured, [.. arguments]) };
            var time = Stopwatch.StartNew();
            process.Start();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"tributary {string.Join(' ', arguments)}: exit code {process.ExitCode}; {errors.Result}");
            return Read(measured, time.Elapsed.TotalSeconds, output);
        }
        finally
        {
            File.Delete(measured);
        }
    }

    private static ProcessStartInfo Start(string measured, string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Tributary.Cli.exe" : "Tributary.Cli");
        var isMeasured = File.Exists(GnuTime);
        var start = new ProcessStartInfo(isMeasured ? GnuTime : program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in isMeasured ? (string[])["-f", "%U %S %M", "-o", measured, program, .. arguments] : arguments) start.ArgumentList.Add(word);
        return start;
    }

    private static WholeProcess Read(string measured, double seconds, string output)
    {
        var words = File.ReadAllText(measured).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return new WholeProcess(seconds, null, null, output);
        double Number(int at) => double.Parse(words[at], CultureInfo.InvariantCulture);
        return new WholeProcess(seconds, Number(0) + Number(1), Number(2) / 1024, output);
    }
}
