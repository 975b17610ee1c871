using Tributary.Provenance;

namespace Tributary.Conferences;

/// <summary>A meeting at which parties ask for money or promise it.</summary>
public sealed record Conference : IEvidenced
{
    private const int IdLengthMin = 3, IdLengthMax = 80;

    /// <summary>A name that people can type, such as <c>moscow-2021-10-20</c>: small letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The party that invited.</summary>
    public required string Host { get; init; }

    /// <summary>The city in which it met.</summary>
    public required string City { get; init; }

    /// <summary>The country in which it met, ISO 3166 alpha-3.</summary>
    public required string Country { get; init; }

    /// <summary>The first day, in the time of the place.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day, in the time of the place.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The time of the place: an offset (<c>UTC+3</c>) or an IANA name (<c>Europe/Moscow</c>); null when nobody says.</summary>
    public string? Zone { get; init; }

    /// <summary>How the days were found; empty when the document states just them.</summary>
    public string DayBasis { get; init; } = "";

    /// <summary>The countries that it was about, ISO 3166 alpha-3.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <inheritdoc/>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether a text can be the id of a conference.</summary>
    public static bool IsId(string text) => text.Length is >= IdLengthMin and <= IdLengthMax
        && char.IsAsciiLetterLower(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && !text.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
}
