using System.Globalization;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Deciding;

/// <summary>Reads the texts of a filled form as values. What cannot be read is a mistake, and the value is then none.</summary>
internal sealed class FieldReader(FilledForm filled, Mistakes mistakes)
{
    private const char Between = ';';

    /// <summary>Whether everything needed was there and could be read.</summary>
    public bool Succeeded { get; private set; } = true;

    public string? Text(string field) => filled.Text(field);

    public string Needed(string field)
    {
        if (filled.Text(field) is { } text) return text;
        var asked = filled.Form[field];
        Wrong(field, "missing", $"expected {asked.Meaning}", $"give it, such as {asked.Example}");
        return "";
    }

    public IReadOnlyList<string> List(string field) => filled.Text(field)?.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public DateOnly? Day(string field)
    {
        if (filled.Text(field) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(field, $"'{text}'", "expected a day as YYYY-MM-DD", "write it so, such as 2021-10-20");
        return null;
    }

    public DateOnly NeededDay(string field)
    {
        Needed(field);
        return Day(field) ?? default;
    }

    public int? Number(string field)
    {
        if (filled.Text(field) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Wrong(field, $"'{text}'", "expected a whole number", "write it in digits");
        return null;
    }

    /// <summary>One of the choices of a field as a member of an enumeration; its first member when the field is open.</summary>
    public T Choice<T>(string field) where T : struct, Enum
    {
        if (filled.Text(field) is not { } text) return default;
        var choices = filled.Form[field].Choices;
        var index = choices.ToList().FindIndex(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0) return Enum.Parse<T>(ChoiceName(choices[index]), ignoreCase: true);
        Wrong(field, $"'{text}'", $"expected {string.Join(", ", choices)}", "choose one of them");
        return default;
    }

    /// <summary>An amount with its currency, from one field or two.</summary>
    public Amount? Amount(string field, string currencyField)
    {
        if (filled.Text(field) is not { } text) return null;
        var isAmount = AmountText.TryParse(text, out var value, out var inText);
        var currency = (filled.Text(currencyField) ?? inText)?.ToUpperInvariant();
        if (!isAmount) NoAmount(field, text);
        else if (currency is null) Wrong(field, $"'{text}' without a currency", "expected the code of one", "write it before the amount, such as EUR 600 million");
        else if (!Currency.IsCode(currency)) Wrong(currencyField, $"'{currency}'", "expected the ISO 4217 code of a currency", "write it in three letters, such as EUR");
        else if (inText is not null && inText != currency) Wrong(currencyField, $"{currency}, where the amount says {inText}", "expected one currency", "leave one of the two out");
        else return new Amount(value, new Currency(currency));
        return null;
    }

    /// <summary>An amount in US dollars.</summary>
    public decimal? Usd(string field)
    {
        if (filled.Text(field) is not { } text) return null;
        if (!AmountText.TryParse(text, out var value, out var currency)) NoAmount(field, text);
        else if (currency is null or "USD") return value;
        else Wrong(field, $"'{text}'", "expected US dollars", "leave it out when the document states no dollars");
        return null;
    }

    /// <summary>Where it is said, as far as the form says.</summary>
    public Evidence Evidence(string? wordsThere = null)
    {
        var (line, span, quotation) = (Number(EntryForm.Line), Span(), filled.Text(EntryForm.Quotation));
        if (line is null && span is null && quotation is null) quotation = wordsThere;
        return new Evidence(Needed(EntryForm.Document), line, span, quotation);
    }

    private TextSpan? Span()
    {
        if (filled.Text(EntryForm.Span) is not { } text) return null;
        var parts = text.Split('-', '–');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return new TextSpan(start, end, 0);
        Wrong(EntryForm.Span, $"'{text}'", "expected two positions, START-END", "give the quotation instead: it is looked up");
        return null;
    }

    private void NoAmount(string field, string text) =>
        Wrong(field, $"'{text}'", "expected an amount such as 600000000, EUR 600 million or USD 1.5 billion, with a point for decimals and nothing between thousands", "write it so");

    private void Wrong(string field, string found, string expected, string advice)
    {
        Succeeded = false;
        mistakes.Add(filled.Place(field), found, expected, advice);
    }

    private static string ChoiceName(string choice) => choice.Replace("-", "", StringComparison.Ordinal);
}
