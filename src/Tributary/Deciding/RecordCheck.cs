using System.Globalization;
using Tributary.Conferences;
using Tributary.Money;
using Tributary.Parties;

namespace Tributary.Deciding;

/// <summary>Holds the values of one entry against what they must be. What does not hold is a mistake at its field.</summary>
/// <param name="mistakes">Takes the mistakes.</param>
/// <param name="at">Where a field stands.</param>
internal sealed class RecordCheck(Mistakes mistakes, Func<string, string> at)
{
    private const int TextLengthMax = 4000;
    private const int YearMin = 1900, YearMax = 2200;

    /// <summary>A text that must be there.</summary>
    public string Needed(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) Wrong(field, "nothing", "expected a text", "give it");
        return Text(field, text)!;
    }

    /// <summary>A text that need not be there.</summary>
    public string? Text(string field, string? text)
    {
        if (text is { Length: > TextLengthMax }) Wrong(field, $"{text.Length} characters", $"expected at most {TextLengthMax}", "say it in fewer words");
        return text?.Trim();
    }

    /// <summary>A country's code, from a code or a name.</summary>
    public string? Country(string field, string? text)
    {
        if (text is null) return null;
        if (Countries.Find(text, out var country)) return country.Iso3;
        Wrong(field, $"country '{text}'", "expected a country of ISO 3166", "give its code, such as AFG, or its name");
        return text;
    }

    /// <summary>Codes of countries, each once.</summary>
    public IReadOnlyList<string> CountryList(string field, IReadOnlyList<string> texts) => [.. texts.Select(text => Country(field, text)!).Distinct(StringComparer.Ordinal)];

    /// <summary>FTS's id of an organisation.</summary>
    public string? Organization(string field, string? id)
    {
        if (id is not null && (id.Length is 0 or > 18 || id.AsSpan().ContainsAnyExcept("0123456789"))) Wrong(field, $"'{id}'", "expected FTS's id of an organisation, a number", "`tributary donors` shows the ids");
        return id;
    }

    /// <summary>A sum of money: above 0, in a currency that there is.</summary>
    public void Amount(string field, Amount amount)
    {
        Above0(field, amount.Value);
        if (!Currencies.Contains(amount.Currency.Code)) Wrong(field, $"the currency '{amount.Currency}'", "expected the ISO 4217 code of a currency", "look for a slip: three letters such as EUR or AFN");
    }

    /// <summary>A sum above 0 that money can be.</summary>
    public void Above0(string field, decimal value)
    {
        if (value <= 0) Wrong(field, value.ToString(CultureInfo.InvariantCulture), "expected an amount above 0", "a promise that was lowered is a correction of its entry");
        else if (value > AmountText.ValueMax || value != Math.Round(value, ScaledDecimal.AmountScale)) Wrong(field, value.ToString(CultureInfo.InvariantCulture), "expected at most 99 trillion with four decimal places", "check the amount");
    }

    /// <summary>A day of a time in which people write of such things.</summary>
    public bool Day(string field, DateOnly day)
    {
        if (day.Year is >= YearMin and <= YearMax) return true;
        Wrong(field, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"expected a day of {YearMin} to {YearMax}", "check the year");
        return false;
    }

    /// <summary>Two days in order.</summary>
    public bool Days(string firstField, DateOnly first, string lastField, DateOnly last)
    {
        if (!Day(firstField, first) || !Day(lastField, last)) return false;
        if (first <= last) return true;
        Wrong(lastField, string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd}, before the first day {first:yyyy-MM-dd}"), "expected the first day or a later one", "change the two");
        return false;
    }

    /// <summary>The time of a place.</summary>
    public void Zone(string field, string? zone)
    {
        if (zone is not null && !StatedZone.IsZone(zone)) Wrong(field, $"'{zone}'", "expected an offset such as UTC+3, or an IANA name such as Europe/Moscow", "write it so");
    }

    /// <summary>Tells a mistake at a field.</summary>
    public void Wrong(string field, string found, string expected, string advice) => mistakes.Add(at(field), found, expected, advice);
}
