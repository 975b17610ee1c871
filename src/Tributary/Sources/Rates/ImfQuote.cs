using Tributary.Money;

namespace Tributary.Sources.Rates;

/// <summary>Which way round a report states its rates.</summary>
/// <param name="Against">The currency against which all others are stated: the US dollar or the SDR.</param>
/// <param name="IsBase">Whether it is the one of which a unit is priced.</param>
internal sealed record ImfQuote(Currency Against, bool IsBase)
{
    private static readonly Currency Sdr = new("XDR");

    /// <summary>Units of each currency for one US dollar.</summary>
    public static readonly ImfQuote PerDollar = new(Currency.Usd, IsBase: true);

    /// <summary>US dollars for one unit of each currency.</summary>
    public static readonly ImfQuote InDollars = new(Currency.Usd, IsBase: false);

    private static readonly (string Words, ImfQuote Quote)[] Phrases =
    [
        ("currency unit per us dollar", PerDollar),
        ("us dollar per currency unit", InDollars),
        ("currency unit per sdr", new ImfQuote(Sdr, IsBase: true)),
        ("sdr per currency unit", new ImfQuote(Sdr, IsBase: false)),
    ];

    /// <summary>Every way round that a text names.</summary>
    public static List<ImfQuote> In(string text)
    {
        var words = string.Join(' ', text.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("units", "unit", StringComparison.Ordinal).Replace("dollars", "dollar", StringComparison.Ordinal).Replace("sdrs", "sdr", StringComparison.Ordinal);
        return [.. Phrases.Where(phrase => words.Contains(phrase.Words, StringComparison.Ordinal)).Select(phrase => phrase.Quote)];
    }

    /// <summary>The pair of a currency and the one it is stated against.</summary>
    public RatePair Of(Currency currency) => IsBase ? new RatePair(Against, currency) : new RatePair(currency, Against);
}
