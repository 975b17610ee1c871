using System.Globalization;
using Tributary.Names;

namespace Tributary.Screening;

/// <summary>What files and command lines write of a party, as values.</summary>
public static class PartyWords
{
    private const int YearMin = 1800, YearMax = 2200;

    /// <summary>What bears a name, by our words, those of FollowTheMoney (https://followthemoney.tech) and those of lists. Capitals do not count.</summary>
    /// <returns>False when the word is none of them. An empty text is any type.</returns>
    public static bool TryType(string text, out NameType type)
    {
        NameType? known = text.Trim().ToLowerInvariant() switch
        {
            "person" or "individual" => NameType.Person,
            "organisation" or "organization" or "company" or "publicbody" or "entity" => NameType.Organisation,
            "vessel" or "ship" or "airplane" or "aircraft" => NameType.Vessel,
            "" or "any" or "legalentity" => NameType.Any,
            _ => null,
        };
        type = known ?? NameType.Any;
        return known is not null;
    }

    /// <summary>When somebody may have been born: a day (1970-05-31), a month (1970-05) or a year (1970).</summary>
    /// <returns>The first and the last day of it; null when the text is none.</returns>
    public static (DateOnly First, DateOnly Last)? BornIn(string text)
    {
        if (Parse(text, "yyyy-MM-dd") is { } day) return (day, day);
        if (Parse(text, "yyyy-MM") is { } month) return (month, month.AddMonths(1).AddDays(-1));
        return Parse(text, "yyyy") is { } year ? (year, new DateOnly(year.Year, 12, 31)) : null;
    }

    private static DateOnly? Parse(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= YearMin and <= YearMax ? day : null;
}
