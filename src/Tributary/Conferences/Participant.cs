using Tributary.Provenance;

namespace Tributary.Conferences;

/// <summary>How a party stood to a conference.</summary>
public enum ParticipantRole
{
    /// <summary>It invited.</summary>
    Host,

    /// <summary>It took part.</summary>
    Participant,

    /// <summary>It was there and took no part.</summary>
    Observer,

    /// <summary>It stayed away.</summary>
    Absentee,
}

/// <summary>A party that came to a conference, or stayed away.</summary>
/// <remarks>A group that a document does not break down (<c>countries of Central Asia</c>) is one party: who came of it is not said.</remarks>
public sealed record Participant : IEvidenced
{
    /// <summary>The id of the conference.</summary>
    public required string Conference { get; init; }

    /// <summary>The party as the document names it.</summary>
    public required string Party { get; init; }

    /// <summary>The party's country, ISO 3166 alpha-3; null when it is none, or not known.</summary>
    public string? Iso3 { get; init; }

    /// <summary>FTS's id of the party as an organisation; null when it is not known.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Whether it came, and as what.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>Why it stayed away, in the sense of the source; null when it does not say, or the party came.</summary>
    public string? AbsenceReason { get; init; }

    /// <summary>Whether it could come to a later meeting.</summary>
    public Said MayAttendLater { get; init; }

    /// <summary>Its words on that; null when there are none.</summary>
    public string? LaterWords { get; init; }

    /// <inheritdoc/>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether it was there.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Attended => Role != ParticipantRole.Absentee;
}
