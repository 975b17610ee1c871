using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Conferences;

/// <summary>Somebody's public request for aid.</summary>
public sealed record Call : IEvidenced
{
    /// <summary>The id of the conference at which it was made; null when at none.</summary>
    public string? Conference { get; init; }

    /// <summary>Who called.</summary>
    public required string Party { get; init; }

    /// <summary>Upon whom; null when the document does not say.</summary>
    public string? To { get; init; }

    /// <summary>For whom, as the document says it; null when it does not.</summary>
    public string? For { get; init; }

    /// <summary>What for; null when the document does not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>The countries that it is for, ISO 3166 alpha-3.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>How much was asked for; null when no sum was named.</summary>
    public Amount? Amount { get; init; }

    /// <inheritdoc/>
    public required Evidence Evidence { get; init; }
}
