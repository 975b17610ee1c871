using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>Tells whether two names are one party: a country is one however it is named, and its government is the country.</summary>
internal static class PartyKeys
{
    /// <summary>The country that a party is, ISO 3166 alpha-3; null when it is none.</summary>
    /// <param name="name">The party as a document names it, or an organisation of FTS.</param>
    /// <param name="iso3">The country that was stated; null when none was.</param>
    public static string? CountryOf(string name, string? iso3 = null) =>
        iso3 ?? GovernmentNames.CountryOf(name) ?? (Countries.Find(name, out var country) ? country.Iso3 : null);

    /// <summary>What is the same for one party.</summary>
    public static string Of(string name, string? iso3 = null) => CountryOf(name, iso3) ?? name.ToUpperInvariant();
}
