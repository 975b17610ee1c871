using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>Governments as FTS names its organisations: <c>Germany, Government of</c>, <c>Saudi Arabia (Kingdom of), Government of</c>.</summary>
internal static class GovernmentNames
{
    private const string Suffix = ", Government of";

    /// <summary>The country, ISO 3166 alpha-3, whose government an organisation is by its name; null when it is none.</summary>
    public static string? CountryOf(string? organization)
    {
        if (organization?.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) != true) return null;
        var name = organization[..^Suffix.Length];
        if (Countries.Find(name, out var country)) return country.Iso3;
        var addition = name.IndexOf(" (", StringComparison.Ordinal);
        return addition > 0 && Countries.Find(name[..addition], out country) ? country.Iso3 : null;
    }
}
