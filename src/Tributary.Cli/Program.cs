using System.Text;
using Spectre.Console;
using Tributary.Cli.Commands;

namespace Tributary.Cli;

/// <summary>The command line's start: reads the environment, runs one command, turns failures into exit codes.</summary>
internal static class Program
{
    private const int WidthWhenPiped = 120;

    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { AutoFlush = false };
        var surface = FromEnvironment(output);
        var code = Run(args, surface);
        // Whatever failed before was told already, and what it means counts more.
        return Flush(output) is { } failure && code == ExitCodes.Ok ? Tell(failure, surface) : code;
    }

    /// <summary>Runs one command.</summary>
    internal static int Run(string[] args, Surface surface)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, pressed) =>
        {
            // The first press asks; the second one ends a read that does not hear it.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            return CommandLine.Run(args, surface, stop.Token);
        }
        catch (IOException closed) when (Failures.IsBrokenPipe(closed))
        {
            return ExitCodes.Ok;
        }
        catch (Exception failure)
        {
            // Messages come after what was answered before, as far as that can be written.
            _ = Flush(surface.Out);
            return Tell(failure, surface);
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static int Tell(Exception failure, Surface surface)
    {
        var (code, message) = Failures.Explain(failure);
        surface.Error.WriteLine($"tributary: {message}");
        return code;
    }

    // What could not be written; null also where nobody reads any more.
    private static IOException? Flush(TextWriter output)
    {
        try
        {
            output.Flush();
            return null;
        }
        catch (IOException failure)
        {
            return Failures.IsBrokenPipe(failure) ? null : new IOException($"standard output: {failure.Message}", failure);
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
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            DefaultLedger = ledger is { Length: > 0 } ? ledger : "ledger",
            EuToken = Environment.GetEnvironmentVariable("TRIBUTARY_EU_TOKEN") ?? "",
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
