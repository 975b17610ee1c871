using System.Globalization;
using Tributary.Money;

namespace Tributary.Deciding;

/// <summary>Amounts as people write them, exactly: <c>EUR 64.1 million</c>, <c>600000000</c>, <c>1.2 billion USD</c>.</summary>
/// <remarks>
/// A comma or a space between digits is not read: it divides thousands in one country and decimals in the next, and a promise must
/// not become a thousand times larger. A billion is a thousand million.
/// </remarks>
public static class AmountText
{
    private const decimal Million = 1_000_000m, Billion = 1_000_000_000m;

    /// <summary>The largest amount that is kept: with four decimal places it has 18 digits.</summary>
    public const decimal ValueMax = 99_999_999_999_999m;

    /// <summary>Reads an amount.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The amount in major units.</param>
    /// <param name="currency">The three letters before or after it; null when there are none.</param>
    /// <returns>False when it is no amount, or has more decimal places than money has.</returns>
    public static bool TryParse(string text, out decimal value, out string? currency)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        currency = TakeCurrency(words, 0) ?? TakeCurrency(words, words.Count - 1);
        var scale = words.Count == 2 ? ScaleOf(words[1]) : words.Count == 1 ? 1 : 0;
        value = 0;
        if (scale == 0 || !decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return false;
        if (Math.Abs(number) > ValueMax / scale) return false;
        // Without the zeros that multiplying adds: an amount is written as it was said.
        value = ScaledDecimal.WithoutZeros(number * scale);
        return value == Math.Round(value, ScaledDecimal.AmountScale);
    }

    private static string? TakeCurrency(List<string> words, int at)
    {
        if (words.Count < 2 || !Currency.IsCode(words[at].ToUpperInvariant())) return null;
        var code = words[at].ToUpperInvariant();
        words.RemoveAt(at);
        return code;
    }

    private static decimal ScaleOf(string word) => word.ToLowerInvariant() switch
    {
        "million" => Million,
        "billion" => Billion,
        _ => 0,
    };
}
