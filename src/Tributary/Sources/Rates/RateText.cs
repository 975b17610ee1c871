using System.Globalization;
using Tributary.Money;

namespace Tributary.Sources.Rates;

/// <summary>What the text of a rate is.</summary>
internal enum RateTextKind
{
    /// <summary>No number, not above zero, or too large to be a rate.</summary>
    NoRate,

    /// <summary>A rate.</summary>
    Rate,

    /// <summary>A number that cannot be kept without rounding it.</summary>
    TooFine,
}

/// <summary>Reads rates: <c>1.0921</c>, <c>1,174.50</c>, <c>9.1E-05</c>. A comma is read only where it can but part thousands.</summary>
internal static class RateText
{
    /// <summary>No rate reaches this: 100 billion old Zimbabwe dollars were a dollar's worth at the worst.</summary>
    private const decimal RateMax = 1_000_000_000_000m;

    /// <summary>What is less is kept no more exactly than two such rates can be crossed.</summary>
    private const decimal RateMin = 0.000_000_000_001m;

    private const int LengthMax = 60;
    private const int DigitsMax = 28;
    private const int GroupLength = 3;

    /// <summary>Reads a text.</summary>
    public static RateTextKind Read(string text, out decimal value)
    {
        value = 0;
        if (text.Length > LengthMax || WithoutThousands(text) is not { } plain) return RateTextKind.NoRate;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var read) || read >= RateMax) return RateTextKind.NoRate;
        // A number too small for a decimal reads as zero.
        var digits = plain.Split('E', 'e')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        if (read <= 0) return digits.Length > 0 ? RateTextKind.TooFine : RateTextKind.NoRate;
        if (read < RateMin || digits.Length > DigitsMax || !ScaledDecimal.TryScale(read, ScaledDecimal.PublishedRateScale, out _)) return RateTextKind.TooFine;
        value = ScaledDecimal.WithoutZeros(read);
        return RateTextKind.Rate;
    }

    private static string? WithoutThousands(string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal)) return text;
        var groups = text.Split('.')[0].Split(',');
        return groups[0].Length is > 0 and <= GroupLength && groups.Skip(1).All(group => group.Length == GroupLength) && !text[text.LastIndexOf(',')..].Contains('E', StringComparison.OrdinalIgnoreCase)
            ? text.Replace(",", "", StringComparison.Ordinal)
            : null;
    }
}
