using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Conferences;

/// <summary>A promise of money, made in public, that binds nobody. It is never part of funding.</summary>
public sealed record Pledge : IEvidenced
{
    /// <summary>The id of the conference at which it was made; null when at none.</summary>
    public string? Conference { get; init; }

    /// <summary>Who promised, as the document names it.</summary>
    public required string Party { get; init; }

    /// <summary>The party's country, ISO 3166 alpha-3; null when it is none, or not known.</summary>
    public string? Iso3 { get; init; }

    /// <summary>FTS's id of the party as an organisation; null when it is not known.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>How much, in the currency of the promise; above 0.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The same in US dollars as the document states it; null when it does not.</summary>
    public decimal? AmountUsd { get; init; }

    /// <summary>What for, as the document says it; null when it does not.</summary>
    public string? Purpose { get; init; }

    /// <summary>The countries that it is for, ISO 3166 alpha-3.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The plan that it is for: FTS's id, for which whoever enters may give the code; null when it is for none.</summary>
    public string? Plan { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The first day of the time that it is for; null when the document does not say.</summary>
    public DateOnly? PeriodFirst { get; init; }

    /// <summary>The last day of the time that it is for; null when the document does not say.</summary>
    public DateOnly? PeriodLast { get; init; }

    /// <summary>Whether it is money that was not promised before.</summary>
    public Said NewMoney { get; init; }

    /// <inheritdoc/>
    public required Evidence Evidence { get; init; }
}
