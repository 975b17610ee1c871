namespace Tributary.Ledgers;

/// <summary>What is wrong with a ledger.</summary>
public enum LedgerProblem
{
    /// <summary>There is no ledger at the path.</summary>
    Missing,

    /// <summary>A later version of the program made it.</summary>
    Newer,

    /// <summary>Its files contradict one another.</summary>
    Damaged,

    /// <summary>Another process is writing to it and did not end in time.</summary>
    Busy,
}

/// <summary>The ledger cannot be used as it is. Nothing was changed.</summary>
public sealed class LedgerException : Exception
{
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">The whole message: place, found, expected, what to do.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public LedgerException(LedgerProblem problem, string message, Exception? inner = null) : base(message, inner) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public LedgerProblem Problem { get; }
}
