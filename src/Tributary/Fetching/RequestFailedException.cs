namespace Tributary.Fetching;

/// <summary>One request did not bring a whole answer. It is caught where requests are made again, and becomes a <see cref="FetchException"/> where they are not.</summary>
internal sealed class RequestFailedException : Exception
{
    /// <param name="found">What came in place of a whole answer.</param>
    /// <param name="mayPass">Whether the same request may bring one later.</param>
    /// <param name="inner">The failure underneath, if any.</param>
    public RequestFailedException(string found, bool mayPass, Exception? inner = null) : base(found, inner) => (Found, MayPass) = (found, mayPass);

    /// <summary>What came.</summary>
    public string Found { get; }

    /// <summary>Whether the same request may bring a whole answer later.</summary>
    public bool MayPass { get; }

    /// <summary>Whether the source says that it has nothing at the address.</summary>
    public bool IsGone { get; init; }

    /// <summary>What was expected.</summary>
    public string Expected { get; init; } = "expected a whole answer";

    /// <summary>What to do; null when it is to try again later.</summary>
    public string? Advice { get; init; }

    /// <summary>How long the source asks us to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
