using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Tributary.Money;

namespace Tributary.Tests.Money;

/// <summary>A text is read exactly or not at all, and what was read is kept exactly.</summary>
public sealed class WideDecimalTests
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[0, 32].Select(letters => new string(letters));

    // Long runs of zeros are where a decimal rounds.
    private static readonly Gen<string> Zeros = Gen.Int[0, 30].Select(count => new string('0', count));

    private static readonly Gen<string> Numbers =
        from sign in Gen.Int[0, 2].Select(index => new[] { "", "-", "+" }[index])
        from whole in Gen.Select(Digits, Zeros, (digits, zeros) => digits + zeros)
        from part in Gen.Select(Zeros, Digits, (zeros, digits) => zeros + digits)
        from exponent in Gen.Select(Gen.Bool, Gen.Int[-40, 40], (stated, value) => stated ? (int?)value : null)
        select string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}{(part.Length == 0 ? "" : "." + part)}{(exponent is { } e ? $"e{e}" : "")}");

    [Fact]
    public void TryParse_AnyNumber_IsExactOrRefused() => Numbers.Sample(text =>
    {
        if (WideDecimal.TryParse(text, out var value)) Assert.Equal(Units(text), (BigInteger)WideDecimal.ToUnits(value));
    }, iter: 20_000);

    [Fact]
    public void TryParse_WhatFits_IsRead() => Gen.Select(Gen.Decimal[-9_999_999_999m, 9_999_999_999m], Gen.Int[0, 18]).Sample((value, places) =>
    {
        var rounded = Math.Round(value, places);
        Assert.True(WideDecimal.TryParse(rounded.ToString(CultureInfo.InvariantCulture), out var read));
        Assert.Equal(rounded, read);
    });

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.Char[" +-.,eE0123456789%x\u0663"].Array[0, 40].Sample(letters => Assert.True(!WideDecimal.TryParse(letters, out var value) || Math.Abs(value) < WideDecimal.Limit), iter: 20_000);

    [Theory]
    [InlineData("4e-5", "0.00004")]
    [InlineData("1e19", "10000000000000000000")]
    [InlineData("100e-20", "0.000000000000000001")]
    [InlineData("1.000000000000000000000000000", "1")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("0e5", "0")]
    [InlineData("0.0000000000000000000000000000000000", "0")]
    [InlineData("1e20", null)]
    [InlineData("1e-19", null)]
    [InlineData("1e-30", null)]
    [InlineData("1e-2147483648", null)]
    [InlineData("1e2147483647", null)]
    [InlineData("1e99999999999999999999", null)]
    [InlineData("0.00000000000000000000000000001", null)]
    [InlineData("1.00000000000000000000000000001", null)]
    [InlineData("e5", null)]
    [InlineData("1e", null)]
    [InlineData("1e5e5", null)]
    [InlineData("", null)]
    [InlineData(" 1", null)]
    [InlineData("1 000", null)]
    [InlineData("1,000", null)]
    [InlineData("(1)", null)]
    [InlineData("0x10", null)]
    public void TryParse_AtTheEdges_IsExactOrRefused(string text, string? value)
    {
        Assert.Equal(value is not null, WideDecimal.TryParse(text, out var read));
        if (value is not null) Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), read);
    }

    [Fact]
    public void ToUnits_AtItsLimits_IsExactOrThrows()
    {
        Assert.Throws<OverflowException>(() => WideDecimal.ToUnits(WideDecimal.Limit));
        Assert.Throws<OverflowException>(() => WideDecimal.ToUnits(0.0000000000000000001m));
        Assert.Equal(Int128.Parse($"-{new string('9', 28)}{new string('0', 10)}", CultureInfo.InvariantCulture), WideDecimal.ToUnits(-99_999_999_999_999_999_999.99999999m));
    }

    // The number of a text in units of 10⁻¹⁸; a fraction of a unit makes it another number than any.
    private static BigInteger Units(string text)
    {
        var parts = text.Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = new StringBuilder(parts[0]).Replace(".", "").Replace("+", "").ToString();
        var power = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (point < 0 ? 0 : parts[0].Length - point - 1) + WideDecimal.Scale;
        var number = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        if (power >= 0) return number * BigInteger.Pow(10, power);
        var units = BigInteger.DivRem(number, BigInteger.Pow(10, -power), out var rest);
        return rest.IsZero ? units : BigInteger.MinusOne << 200;
    }
}
