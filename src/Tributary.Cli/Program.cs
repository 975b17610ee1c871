using System.Text;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Spectre.Console;
using Tributary.Cli.Commands;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Cli;

/// <summary>The command line's start: reads the environment, runs one command, turns failures into exit codes.</summary>
internal static class Program
{
    private const int WidthWhenPiped = 120;

    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { AutoFlush = false };
        var code = Run(args, FromEnvironment(output));
        return TryFlush(output) ? code : ExitCodes.World;
    }

    /// <summary>Runs one command.</summary>
    internal static int Run(string[] args, Surface surface)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            return CommandLine.Run(args, surface, stop.Token);
        }
        catch (IOException closed) when (IsBrokenPipe(closed))
        {
            return ExitCodes.Ok;
        }
        catch (Exception failure)
        {
            var (code, message) = Explain(failure);
            surface.Out.Flush();
            surface.Error.WriteLine($"tributary: {message}");
            return code;
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        UnknownValueException unknown => (ExitCodes.Usage, unknown.Message),
        LedgerException { Problem: LedgerProblem.Busy } busy => (ExitCodes.Busy, busy.Message),
        LedgerException ledger => (ExitCodes.Ledger, ledger.Message),
        OperationCanceledException => (ExitCodes.Cancelled, "stopped; nothing was changed"),
        UnauthorizedAccessException denied => (ExitCodes.World, $"{denied.Message.TrimEnd('.')}; expected to be allowed; check the permissions"),
        IOException io when IsDiskFull(io) => (ExitCodes.World, $"{io.Message.TrimEnd('.')}; expected room on the disk; make room and run it again: nothing was changed"),
        IOException io => (ExitCodes.World, io.Message),
        DuckDBException facts when IsDiskFull(facts.Message) => (ExitCodes.World, $"facts: {facts.Message.ReplaceLineEndings(" ")}; expected room on the disk; make room and run it again: nothing was changed"),
        SqliteException { SqliteErrorCode: 13 } full => (ExitCodes.World, $"journal: {full.Message.TrimEnd('.')}; expected room on the disk; make room and run it again: nothing was changed"),
        SqliteException { SqliteErrorCode: 8 or 14 } journal => (ExitCodes.World, $"journal: {journal.Message.TrimEnd('.')}; expected to open it for writing; check the permissions"),
        _ => (ExitCodes.Bug, $"a bug in tributary, not in your data: {failure}"),
    };

    private static bool IsDiskFull(IOException failure) =>
        failure.HResult is 28 or unchecked((int)0x80070070) || IsDiskFull(failure.Message);

    // A limit on the size of files (ulimit -f) is a full disk to whoever meets it.
    private static bool IsDiskFull(string message) =>
        message.Contains("No space left", StringComparison.Ordinal) || message.Contains("File too large", StringComparison.Ordinal);

    // A closed pipe (`| head`) is how people say that they have seen enough.
    private static bool IsBrokenPipe(IOException failure) => failure.HResult == 32 || failure.Message.Contains("Broken pipe", StringComparison.Ordinal);

    private static bool TryFlush(StreamWriter output)
    {
        try
        {
            output.Flush();
            return true;
        }
        catch (IOException closed)
        {
            return IsBrokenPipe(closed);
        }
    }

#pragma warning disable RS0030 // The one place that reads the environment.
    private static Surface FromEnvironment(TextWriter output)
    {
        var color = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect;
        var ledger = Environment.GetEnvironmentVariable("TRIBUTARY_LEDGER");
        return new Surface
        {
            Out = output,
            Error = Console.Error,
            Console = Draw(output, Console.IsOutputRedirected, color),
            ErrorConsole = Draw(Console.Error, Console.IsErrorRedirected, color),
            IsInteractive = !Console.IsErrorRedirected,
            DefaultLedger = ledger is { Length: > 0 } ? ledger : "ledger",
            CommandName = AppContext.BaseDirectory.Contains(Path.Combine("src", "Tributary.Cli", "bin"), StringComparison.Ordinal) ? "dotnet run --project src/Tributary.Cli --" : "tributary",
            Who = Environment.UserName,
            Clock = TimeProvider.System,
        };
    }

    private static IAnsiConsole Draw(TextWriter writer, bool piped, ColorSystemSupport color)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = piped ? ColorSystemSupport.NoColors : color,
            Interactive = piped ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns is > 20 and < 1000) console.Profile.Width = columns;
        else if (piped) console.Profile.Width = WidthWhenPiped;
        return console;
    }
#pragma warning restore RS0030
}
