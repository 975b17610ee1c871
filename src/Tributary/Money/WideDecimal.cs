using System.Globalization;

namespace Tributary.Money;

/// <summary>Exact decimals held in 128 bits as whole units of 10⁻¹⁸, for amounts whose sources write more places than money has.</summary>
/// <remarks>Publishers of IATI write what their spreadsheets calculate: <c>4e-5</c>, <c>1112742.39948867</c>. A 128-bit DECIMAL column sums them exactly.</remarks>
public static class WideDecimal
{
    /// <summary>Decimal places kept.</summary>
    public const int Scale = 18;

    /// <summary>Amounts are smaller than this on both sides of zero.</summary>
    public const decimal Limit = 100_000_000_000_000_000_000m;

    private const int DigitsMax = 28;

    /// <summary>Reads a plain or exponent number without rounding.</summary>
    /// <param name="text">The digits, with a point and without grouping.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when it is not a number, or does not fit 28 digits, 18 places and <see cref="Limit"/> exactly.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var end = text.IndexOfAny('e', 'E');
        var digits = end < 0 ? text : text[..end];
        return Digits(digits) <= DigitsMax
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && Math.Abs(value) < Limit && Fits(ref value) && ((end < 0 && text.Length <= DigitsMax) || Digits(digits) == Digits(value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The value in units of 10⁻¹⁸.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Int128 ToUnits(decimal value)
    {
        return Math.Abs(value) < Limit && ScaledDecimal.TryScale(value, Scale, out var units) ? units : throw new OverflowException($"{value} does not fit {Scale} places");
    }

    private static bool Fits(ref decimal value)
    {
        if (value.Scale > Scale) value = ScaledDecimal.WithoutZeros(value);
        return value.Scale <= Scale;
    }

    // How many digits a number has from its first to its last that is not zero. .NET rounds what is longer than a decimal, and reads what is too small as zero.
    private static int Digits(ReadOnlySpan<char> text)
    {
        var (count, zeros) = (0, 0);
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter)) continue;
            if (letter != '0') (count, zeros) = (count + zeros + 1, 0);
            else if (count > 0) zeros++;
        }
        return count;
    }
}
