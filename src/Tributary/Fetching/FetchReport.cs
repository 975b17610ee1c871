using Tributary.Import;

namespace Tributary.Fetching;

/// <summary>What became of one address.</summary>
public enum FetchOutcome
{
    /// <summary>Its answer came and is stored.</summary>
    Arrived,

    /// <summary>Its answer came, and the ledger had these very bytes.</summary>
    Unchanged,

    /// <summary>Its answer came in an earlier fetch that was cut off: it was not asked again.</summary>
    Kept,

    /// <summary>It was not asked, for the reason given.</summary>
    Skipped,

    /// <summary>It would be asked.</summary>
    Planned,
}

/// <summary>One address of a fetch.</summary>
/// <param name="Address">The address.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Sha256">The hash of the document that came; empty when none did.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Requests">How often it was asked.</param>
/// <param name="Detail">Why it was passed over, or what depends on it; empty where nothing is to be said.</param>
public sealed record FetchedAddress(string Address, FetchOutcome Outcome, string Sha256, long Bytes, int Requests, string Detail);

/// <summary>The run report of a fetch.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Source">The source's base address.</param>
/// <param name="Addresses">The addresses in the order in which they were needed.</param>
/// <param name="Whole">Whether the answer is whole. Only a whole answer says which flows there no longer are.</param>
/// <param name="WhyNotWhole">What is wrong with it; empty when it is whole.</param>
/// <param name="Import">The import of the documents; null for a dry run.</param>
/// <param name="Seconds">Time taken.</param>
public sealed record FetchReport(string Query, string Source, IReadOnlyList<FetchedAddress> Addresses, bool Whole, string WhyNotWhole, ImportReport? Import, double Seconds)
{
    /// <summary>Requests made in all, those that failed among them.</summary>
    public int Requests => Addresses.Sum(address => address.Requests);
}

/// <summary>The source could not be asked, or did not give what it should, as often as it was asked. What came whole before is stored, and the next fetch of the same goes on after it.</summary>
public sealed class FetchException : Exception
{
    /// <param name="message">The whole message: address, found, expected, what to do.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public FetchException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>Whether the source says that it has nothing at the address.</summary>
    internal bool IsGone { get; init; }
}
