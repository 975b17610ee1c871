using System.Globalization;

namespace Tributary.Tables;

/// <summary>Values as people read them.</summary>
public static class CellText
{
    /// <summary>An amount with its thousands apart, and only the decimal places it has.</summary>
    public static string Money(decimal amount) => amount.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>A count with its thousands apart.</summary>
    public static string Number(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A percentage with two decimal places.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.00", CultureInfo.InvariantCulture) + " %";

    /// <summary>A day as ISO 8601.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A cell in words; a bar is for the surface to draw, and gives its percentage.</summary>
    public static string Of(object? value, Cells cells) => (value, cells) switch
    {
        (null, _) => "",
        (decimal and 0, Cells.MoneyIfAny) => "",
        (decimal number, Cells.Money or Cells.MoneyIfAny) => Money(number),
        (decimal number, Cells.Percent or Cells.Bar) => Percent(number),
        (long number, _) => Number(number),
        (DateOnly day, _) => Day(day),
        (bool truth, _) => truth ? "yes" : "no",
        (IFormattable other, _) => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Clean(value.ToString()!),
    };

    /// <summary>A text of a document for a terminal: what could move its cursor, break a line, or turn what is written around it is a space.</summary>
    public static string Clean(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f') || text.AsSpan().ContainsAnyInRange('\u202a', '\u202e') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069')
        ? string.Concat(text.Select(c => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') ? ' ' : c))
        : text;
}
