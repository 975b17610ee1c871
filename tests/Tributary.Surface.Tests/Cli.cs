using System.Diagnostics;
using System.Text;

namespace Tributary.Surface.Tests;

/// <summary>Runs the command line as a process, as people do.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The program, built the same way as the tests: <c>bin/Release/net10.0</c> of its project.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>What a command gave.</summary>
    public sealed record Result(int Code, string Out, string Error);

    /// <summary>Runs a command to its end.</summary>
    public static Result Run(string ledger, params string[] args) => Run(Start(ledger, args));

    /// <summary>Waits for a command that was started.</summary>
    public static Result Run(Process process)
    {
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            Assert.True(process.WaitForExit(Patience), "the command did not end");
            process.WaitForExit();
            return new Result(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }

    /// <summary>Starts a command. Standard input is empty.</summary>
    public static Process Start(string ledger, params string[] args)
    {
        var start = StartInfo(ledger, args);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>How a command is started.</summary>
    public static ProcessStartInfo StartInfo(string ledger, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["TRIBUTARY_LEDGER"] = ledger;
        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("NO_COLOR");
        return start;
    }

    /// <summary>Runs a line of bash in which <c>$tributary</c> is the program.</summary>
    public static Result Bash(string ledger, string line)
    {
        var start = StartInfo(ledger);
        start.FileName = "bash";
        start.ArgumentList.Clear();
        foreach (var argument in (ReadOnlySpan<string>)["-c", line]) start.ArgumentList.Add(argument);
        start.Environment["tributary"] = $"dotnet {Program}";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return Run(process);
    }

    private static string FindProgram()
    {
        // tests/Tributary.Surface.Tests/bin/<configuration>/net10.0/
        var target = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.Find(Path.Combine("src", "Tributary.Cli", "bin", target.Parent!.Name, target.Name, "Tributary.Cli.dll"));
    }
}
