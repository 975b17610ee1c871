using Tributary.Names;

namespace Tributary.Screening;

/// <summary>Who is screened: a name, and what else is known of its bearer.</summary>
public sealed record ScreenedParty
{
    /// <summary>The name in any script.</summary>
    public required string Name { get; init; }

    /// <summary>What bears it.</summary>
    public NameType Type { get; init; }

    /// <summary>The first and the last day on which the person may have been born; null when not known.</summary>
    public (DateOnly First, DateOnly Last)? Born { get; init; }

    /// <summary>Countries of nationality, residence or registration, ISO 3166 alpha-3.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Numbers of passports, registrations, ships.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];
}
