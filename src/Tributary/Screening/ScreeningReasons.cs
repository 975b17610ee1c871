using System.Globalization;
using Tributary.Listings;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>What speaks for and against a candidate besides its name.</summary>
internal static class ScreeningReasons
{
    /// <summary>A comparison and what else counted, in one line.</summary>
    public static string InWords(NameComparison comparison, IEnumerable<ScreeningReason> reasons) =>
        string.Join("; ", reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Text} ({reason.Weight:+0.00;-0.00})")).Prepend(comparison.Explanation).Where(reason => reason.Length > 0));

    public static IEnumerable<ScreeningReason> Of(ScreenedParty party, ListedEntry entry, ListedName name, NameComparison comparison, ScreeningWeights weights)
    {
        if (name.Quality == AliasQuality.Weak) yield return new("the list holds this name for a weak one", weights.WeakAlias);
        if (IsSingleWord(comparison)) yield return new("the listed name is a single word", weights.SingleWord);
        if (comparison.Parts.Any(part => part.How == "acronym")) yield return new("only the first letters are the same", weights.FirstLetters);
        if (Birth(party, entry, weights) is { } birth) yield return birth;
        if (Country(party, entry, weights) is { } country) yield return country;
    }

    // One word met, the listed name has no other, and the party has. Titles and particles are none: Abu Karim is Karim.
    private static bool IsSingleWord(NameComparison comparison) =>
        comparison.Parts.Any(part => part is { How: "omitted", Other: null }) && comparison.Parts.Where(part => part.Other is not null).Sum(part => part.Other!.Count(' '.Equals) + 1) == 1;

    // The nearest of the births that the list states counts: it states several where it is not sure.
    private static ScreeningReason? Birth(ScreenedParty party, ListedEntry entry, ScreeningWeights weights)
    {
        if (party.Born is not { } born) return null;
        var nearest = entry.Births.Where(birth => birth.First is not null).Select(birth => (Birth: birth, Years: YearsBetween(born, (birth.First!.Value, birth.Last!.Value)))).OrderBy(birth => birth.Years).FirstOrDefault();
        return nearest switch
        {
            { Birth: null } => null,
            { Years: 0 } => new($"born {nearest.Birth.Stated}", weights.SameBirth),
            { Years: <= ScreeningWeights.YearsApart } or { Birth.IsApproximate: true } => new($"born {nearest.Birth.Stated}, near", weights.NearBirth),
            _ => new($"born {nearest.Birth.Stated}", weights.OtherBirth),
        };
    }

    private static ScreeningReason? Country(ScreenedParty party, ListedEntry entry, ScreeningWeights weights)
    {
        var listed = entry.Nationalities.Concat(entry.Addresses.Select(address => address.Iso3)).Concat(entry.BirthPlaces.Select(place => place.Iso3)).OfType<string>().Where(country => country.Length == 3).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (party.Countries.Count == 0 || listed.Count == 0) return null;
        return listed.FirstOrDefault(country => party.Countries.Contains(country, StringComparer.Ordinal)) is { } same
            ? new($"of {same}", weights.SameCountry)
            : new($"of {string.Join(", ", listed)}, not {string.Join(", ", party.Countries)}", weights.OtherCountry);
    }

    private static int YearsBetween((DateOnly First, DateOnly Last) one, (DateOnly First, DateOnly Last) other) =>
        one.First <= other.Last && other.First <= one.Last ? 0 : Math.Max(1, Math.Max(one.First.Year - other.Last.Year, other.First.Year - one.Last.Year));
}
