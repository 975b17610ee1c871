using System.Collections.Frozen;
using Tributary.Money;

namespace Tributary.Sources.Rates;

/// <summary>Currencies by the names that the IMF's reports of exchange rates use.</summary>
internal static class ImfCurrencies
{
    private const string Names = """
        Chinese yuan=CNY; Euro=EUR; Japanese yen=JPY; U.K. pound=GBP; U.K. pound sterling=GBP; U.S. dollar=USD; Special Drawing Right=XDR; SDR=XDR
        Algerian dinar=DZD; Australian dollar=AUD; Bahrain dinar=BHD; Botswana pula=BWP; Brazilian real=BRL; Brunei dollar=BND; Canadian dollar=CAD
        Chilean peso=CLP; Colombian peso=COP; Czech koruna=CZK; Danish krone=DKK; Hungarian forint=HUF; Icelandic krona=ISK; Indian rupee=INR
        Indonesian rupiah=IDR; Iranian rial=IRR; Israeli New Shekel=ILS; Kazakhstani tenge=KZT; Korean won=KRW; Kuwaiti dinar=KWD; Libyan dinar=LYD
        Malaysian ringgit=MYR; Mauritian rupee=MUR; Mexican peso=MXN; Nepalese rupee=NPR; New Zealand dollar=NZD; Norwegian krone=NOK; Omani rial=OMR
        Pakistani rupee=PKR; Peruvian sol=PEN; Philippine peso=PHP; Polish zloty=PLN; Qatari riyal=QAR; Russian ruble=RUB; Saudi Arabian riyal=SAR
        Singapore dollar=SGD; South African rand=ZAR; Sri Lankan rupee=LKR; Swedish krona=SEK; Swiss franc=CHF; Thai baht=THB; Trinidadian dollar=TTD
        Tunisian dinar=TND; U.A.E. dirham=AED; Uruguayan peso=UYU
        """;

    private static readonly FrozenDictionary<string, Currency> ByName = Names.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(name => name.Split('=')).ToFrozenDictionary(name => Key(name[0]), name => new Currency(name[1]), StringComparer.Ordinal);

    /// <summary>The currency of a code or a name, whatever its case and points; null when there is none.</summary>
    public static Currency? Find(string text) => Currencies.Contains(text) ? new Currency(text) : ByName.TryGetValue(Key(text), out var named) ? named : null;

    private static string Key(string name) => name.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
}

/// <summary>A currency as a report's heading names it: <c>Euro(1)</c>, <c>Chinese yuan (CNY)</c>.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Currency">The currency; null when the reader knows none by that name.</param>
/// <param name="Notes">The numbers of the notes that are about it.</param>
internal sealed record ImfHeading(string Text, Currency? Currency, IReadOnlyList<int> Notes)
{
    /// <summary>Reads a heading.</summary>
    public static ImfHeading Of(string text)
    {
        var (name, notes, code) = (text, new List<int>(), (Currency?)null);
        while (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open)
        {
            var inner = name[(open + 1)..^1].Trim();
            if (int.TryParse(inner, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var note) && note > 0) notes.Add(note);
            else if (Currencies.Contains(inner)) code = new Currency(inner);
            else break;
            name = name[..open].TrimEnd();
        }
        return new ImfHeading(text, code ?? ImfCurrencies.Find(name), notes);
    }
}
