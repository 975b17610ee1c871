namespace Tributary.Cli;

/// <summary>What a command's exit code says. Documented in <c>docs/errors.md</c>.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The answer is no: a check found something wrong, or what was fetched is not whole.</summary>
    public const int No = 1;

    /// <summary>The command line cannot be understood, or names something that the ledger does not know.</summary>
    public const int Usage = 2;

    /// <summary>A document was refused; the ledger is as it was.</summary>
    public const int Refused = 3;

    /// <summary>There is no ledger, it is damaged, or a later version made it.</summary>
    public const int Ledger = 4;

    /// <summary>Another process was writing for too long.</summary>
    public const int Busy = 5;

    /// <summary>The world failed: a full disk, a missing permission, a missing file, a source that does not answer.</summary>
    public const int World = 6;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;
}
