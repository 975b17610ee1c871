using System.Globalization;
using Tributary.Listings;

namespace Tributary.Sources.Sanctions;

/// <summary>Days and births as lists word them.</summary>
internal static class StatedDays
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "d/M/yyyy"];
    private static readonly string[] MonthForms = ["MMM yyyy", "MMMM yyyy", "yyyy-MM"];
    private static readonly string[] AboutWords = ["circa ", "approximately ", "approx. ", "about ", "c. "];

    /// <summary>A birth in words: <c>05 Feb 1969</c>, <c>Nov. 1973</c>, <c>1958</c>, <c>circa 1965</c>, <c>1955 to 1958</c>.</summary>
    /// <param name="words">The list's words.</param>
    /// <param name="isApproximate">Whether the list says elsewhere that this is not exact.</param>
    /// <param name="note">What the list says about it.</param>
    public static BirthRange Birth(string words, bool isApproximate = false, string? note = null)
    {
        var bare = words;
        foreach (var about in AboutWords)
        {
            if (!bare.StartsWith(about, StringComparison.OrdinalIgnoreCase)) continue;
            (bare, isApproximate) = (bare[about.Length..].Trim(), true);
        }
        var ends = Ends(bare);
        if (Range(ends[0]) is not { } first || Range(ends[^1]) is not { } last || last.Last < first.First) return new BirthRange(null, null, isApproximate, words, note);
        return new BirthRange(first.First, last.Last, isApproximate, words, note);
    }

    /// <summary>A birth between two years.</summary>
    public static BirthRange Birth(string? fromYear, string? toYear, bool isApproximate, string? note) =>
        Birth($"{fromYear} to {toYear}", isApproximate, note);

    /// <summary>A day as the list's form has it, whatever time stands after it; null when it is none.</summary>
    public static DateOnly? Day(string? text, string form) =>
        text is not null && text.Length >= form.Length && DateOnly.TryParseExact(text[..form.Length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string[] Ends(string words)
    {
        var to = words.Split(" to ", 2, StringSplitOptions.TrimEntries);
        // 1955-1958, but not 1955-03.
        return to.Length == 1 && words.Length == 9 && words[4] == '-' ? words.Split('-', 2) : to;
    }

    private static (DateOnly First, DateOnly Last)? Range(string words)
    {
        var plain = words.Replace(".", "", StringComparison.Ordinal);
        if (Parse(plain, DayForms) is { } day) return (day, day);
        if (Parse(plain, MonthForms) is { } month) return (month, month.AddMonths(1).AddDays(-1));
        return plain.Length == 4 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
    }

    private static DateOnly? Parse(string words, string[] forms) =>
        DateOnly.TryParseExact(words, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;
}
