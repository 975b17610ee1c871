using CsCheck;
using Tributary.Deciding;

namespace Tributary.Tests.Deciding;

/// <summary>Amounts as people write them: read exactly, or not at all.</summary>
public sealed class AmountTextTests
{
    /// <summary>A text, its amount, its currency.</summary>
    public static TheoryData<string, string, string?> Amounts() => new()
    {
        { "600000000", "600000000", null },
        { "EUR 600 million", "600000000", "EUR" },
        { "64.1 million EUR", "64100000", "EUR" },
        { "usd 1.2 Billion", "1200000000", "USD" },
        { "0.0001", "0.0001", null },
        { "-5", "-5", null },
        { "99999999999999 JPY", "99999999999999", "JPY" },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void TryParse_OfAnAmount_IsExact(string text, string value, string? currency)
    {
        Assert.True(AmountText.TryParse(text, out var found, out var inText));
        Assert.Equal((value, currency), (found.ToString(), inText));
    }

    // Each could be read as another amount by somebody.
    [Theory]
    [InlineData("")]
    [InlineData("EUR")]
    [InlineData("1,000,000")]
    [InlineData("1,5 million")]
    [InlineData("1 000 000")]
    [InlineData("1.000.000")]
    [InlineData("1e6")]
    [InlineData("600m")]
    [InlineData("600 thousand")]
    [InlineData("0.00001")]
    [InlineData("100 billion billion")]
    [InlineData("999999 billion")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("EUR 5 USD 6")]
    [InlineData("five million")]
    public void TryParse_OfWhatIsNoPlainAmount_IsRefused(string text) => Assert.False(AmountText.TryParse(text, out _, out _));

    [Fact]
    public void TryParse_OfAnyAmountWithFourPlaces_GivesItBack() => Gen.Long[0, 999_999_999_999_999].Sample(units =>
    {
        var value = units / 10_000m;
        Assert.True(AmountText.TryParse(value.ToString(), out var found, out _));
        Assert.Equal(value, found);
        Assert.Equal(AmountText.TryParse($"{value} million", out var millions, out _) ? value * 1_000_000 : 0, millions);
    });
}
