using System.Collections.Frozen;
using Tributary.Money;

namespace Tributary.Sources.Rates;

/// <summary>What a series of the IMF states.</summary>
/// <param name="Against">The currency against which that of the area is stated.</param>
/// <param name="IsBase">Whether a unit of it is what is priced.</param>
/// <param name="AtEnd">Whether it is of the end of a period and not its average; null where the series says so in another column.</param>
internal sealed record ImfIndicator(Currency Against, bool IsBase, bool? AtEnd)
{
    private static readonly FrozenDictionary<string, ImfIndicator> ByCode = new Dictionary<string, ImfIndicator>(StringComparer.Ordinal)
    {
        ["ENDA_XDC_USD_RATE"] = Of("USD", isBase: true, atEnd: false),
        ["ENDE_XDC_USD_RATE"] = Of("USD", isBase: true, atEnd: true),
        ["EDNA_USD_XDC_RATE"] = Of("USD", isBase: false, atEnd: false),
        ["EDNE_USD_XDC_RATE"] = Of("USD", isBase: false, atEnd: true),
        ["ENSA_XDC_XDR_RATE"] = Of("XDR", isBase: true, atEnd: false),
        ["ENSE_XDC_XDR_RATE"] = Of("XDR", isBase: true, atEnd: true),
        ["XDC_USD"] = Of("USD", isBase: true, null),
        ["USD_XDC"] = Of("USD", isBase: false, null),
        ["XDC_EUR"] = Of("EUR", isBase: true, null),
        ["EUR_XDC"] = Of("EUR", isBase: false, null),
        ["XDC_XDR"] = Of("XDR", isBase: true, null),
        ["XDR_XDC"] = Of("XDR", isBase: false, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The indicator of a code; null when it is none of an exchange rate.</summary>
    public static ImfIndicator? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whether rates are of a period's end, by the series' way of making periods: <c>EOP_RT</c> or <c>PA_RT</c>.</summary>
    /// <returns>Null when neither says so.</returns>
    public bool? IsAtEnd(string transformation) => AtEnd ?? transformation switch { "EOP_RT" => true, "PA_RT" => false, _ => null };

    /// <summary>The pair of a currency and the one it is stated against.</summary>
    public RatePair Of(Currency currency, string basis) => IsBase ? new RatePair(Against, currency, basis) : new RatePair(currency, Against, basis);

    private static ImfIndicator Of(string against, bool isBase, bool? atEnd) => new(new Currency(against), isBase, atEnd);
}
