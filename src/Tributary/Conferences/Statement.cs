using Tributary.Provenance;

namespace Tributary.Conferences;

/// <summary>How a document gives somebody's words.</summary>
public enum Speech
{
    /// <summary>Their sense, in the words of the document.</summary>
    Reported,

    /// <summary>As they were said, between quotation marks.</summary>
    Direct,
}

/// <summary>What somebody said at a conference or about it.</summary>
public sealed record Statement : IEvidenced
{
    /// <summary>The id of the conference.</summary>
    public required string Conference { get; init; }

    /// <summary>Who spoke; null when the document names no person.</summary>
    public string? Speaker { get; init; }

    /// <summary>The speaker's role or office; null when it does not say.</summary>
    public string? Office { get; init; }

    /// <summary>The party for which it was said; null when it does not say.</summary>
    public string? Party { get; init; }

    /// <summary>Whether the words are the speaker's own.</summary>
    public Speech Speech { get; init; }

    /// <summary>The words, or their sense.</summary>
    public required string Words { get; init; }

    /// <inheritdoc/>
    public required Evidence Evidence { get; init; }
}
