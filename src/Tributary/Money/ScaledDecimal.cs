namespace Tributary.Money;

/// <summary>Exact decimals held in 64 bits as whole units of 10⁻ⁿ, the form in which the store keeps money.</summary>
/// <remarks>A 64-bit DECIMAL column is summed exactly by the store and costs a reader no allocation.</remarks>
public static class ScaledDecimal
{
    /// <summary>Decimal places kept for amounts: 99 trillion with four places fit.</summary>
    public const int AmountScale = 4;

    /// <summary>Decimal places kept for exchange rates.</summary>
    public const int RateScale = 8;

    /// <summary>Decimal places kept for rates that are published as such: fifteen digits of a hundred-thousandth fit.</summary>
    public const int PublishedRateScale = 20;

    private const int DigitsMax = 18;

    /// <summary>The units of <paramref name="scale"/> places as a decimal.</summary>
    public static decimal ToDecimal(long units, int scale)
    {
        var negative = units < 0;
        var magnitude = unchecked((ulong)(negative ? -units : units));
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, negative, (byte)scale);
    }

    /// <summary>Reads a plain or exponent number (<c>-12.50</c>, <c>4e-5</c>) without rounding.</summary>
    /// <param name="utf8">The digits, without white space or grouping.</param>
    /// <param name="scale">Decimal places of the result.</param>
    /// <param name="units">The value times 10^scale.</param>
    /// <returns>False when it is not a number, or does not fit 18 digits with that many places exactly.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, int scale, out long units)
    {
        units = 0;
        var at = 0;
        var negative = utf8.Length > 0 && utf8[0] == '-';
        if (negative) at = 1;
        long value = 0;
        int digits = 0, places = 0, point = -1;
        for (; at < utf8.Length; at++)
        {
            var c = utf8[at];
            if (c == '.' && point < 0) { point = at; continue; }
            if (c is (byte)'e' or (byte)'E') break;
            if (c is < (byte)'0' or > (byte)'9') return false;
            digits++;
            if (point >= 0) places++;
            if (value > (long.MaxValue - 9) / 10) return false;
            value = value * 10 + (c - '0');
        }
        if (digits == 0) return false;
        if (at < utf8.Length)
        {
            if (!System.Buffers.Text.Utf8Parser.TryParse(utf8[(at + 1)..], out int exponent, out var used) || used != utf8.Length - at - 1) return false;
            if (exponent is < -DigitsMax or > DigitsMax) return value == 0;
            places -= exponent;
        }
        if (!Rescale(ref value, scale - places)) return false;
        units = negative ? -value : value;
        return true;
    }

    /// <summary>The same value without the zeros at the end of its fraction, which say nothing.</summary>
    public static decimal WithoutZeros(decimal value) => value / 1.000000000000000000000000000000m;

    /// <summary>A decimal as whole units of 10⁻ⁿ, without rounding.</summary>
    /// <param name="value">Of at most 38 digits with those places: smaller than 10¹⁸ on both sides of zero with 20 of them, than 10²⁰ with 18.</param>
    /// <param name="scale">Decimal places of the result, 20 at most.</param>
    /// <param name="units">The value times 10^scale.</param>
    /// <returns>False when the value has more decimal places.</returns>
    public static bool TryScale(decimal value, int scale, out Int128 units)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        units = unchecked(new Int128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]));
        var shift = scale - value.Scale;
        for (; shift > 0; shift--) units *= 10;
        for (; shift < 0 && units % 10 == 0; shift++) units /= 10;
        if (value < 0) units = -units;
        return shift == 0;
    }

    private static bool Rescale(ref long value, int shift)
    {
        if (value == 0) return true;
        for (; shift > 0; shift--)
        {
            if (value > 99_999_999_999_999_999) return false;
            value *= 10;
        }
        for (; shift < 0; shift++)
        {
            if (value % 10 != 0) return false;
            value /= 10;
        }
        return value <= 999_999_999_999_999_999;
    }
}
