using System.Globalization;

namespace Tributary.Conferences;

/// <summary>The time of a place as documents state it.</summary>
/// <remarks>IANA's names (https://www.iana.org/time-zones) are known by their form: which of them a machine has depends on the machine.</remarks>
public static class StatedZone
{
    private const int LengthMax = 40;
    private const int HoursMax = 14;
    private const int MinutesOfAnHour = 60;

    /// <summary>Whether a text is an offset (<c>UTC</c>, <c>UTC+3</c>, <c>UTC-03:30</c>) or has the form of an IANA name (<c>Europe/Moscow</c>).</summary>
    public static bool IsZone(string text) => text.Length <= LengthMax && (text.StartsWith("UTC", StringComparison.Ordinal) ? IsOffset(text.AsSpan(3)) : IsName(text));

    private static bool IsOffset(ReadOnlySpan<char> offset)
    {
        if (offset.IsEmpty) return true;
        if (offset[0] is not ('+' or '-')) return false;
        var colon = offset.IndexOf(':');
        var hours = colon < 0 ? offset[1..] : offset[1..colon];
        return Number(hours) is >= 0 and <= HoursMax && hours.Length <= 2
            && (colon < 0 || (offset.Length == colon + 3 && Number(offset[(colon + 1)..]) is >= 0 and < MinutesOfAnHour));
    }

    private static bool IsName(string text)
    {
        var parts = text.Split('/');
        return parts.Length is 2 or 3 && Array.TrueForAll(parts, static part => part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && part.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
