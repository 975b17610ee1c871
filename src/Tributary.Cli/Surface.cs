using Spectre.Console;

namespace Tributary.Cli;

/// <summary>What commands have of the world around them. Only <see cref="Program"/> reads the environment.</summary>
internal sealed record Surface
{
    /// <summary>Takes what was asked for.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Takes everything else: progress, messages, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Draws tables on <see cref="Out"/>.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>Draws progress on <see cref="Error"/>.</summary>
    public required IAnsiConsole ErrorConsole { get; init; }

    /// <summary>Whether <see cref="ErrorConsole"/> is a terminal, on which progress bars make sense.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>Whether somebody sits at a terminal and can be asked, on <see cref="ErrorConsole"/>.</summary>
    public required bool CanAsk { get; init; }

    /// <summary>The ledger when none is named.</summary>
    public required string DefaultLedger { get; init; }

    /// <summary>The token for the EU's list; empty when there is none. It is shown nowhere.</summary>
    public required string EuToken { get; init; }

    /// <summary>How this program is called here, for advice that can be copied.</summary>
    public required string CommandName { get; init; }

    /// <summary>Who is at work, for the journal.</summary>
    public required string Who { get; init; }

    /// <summary>Tells the time.</summary>
    public required TimeProvider Clock { get; init; }
}
