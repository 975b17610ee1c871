using System.Collections.Frozen;
using System.Globalization;
using Tributary.Money;
using Tributary.Parties;

namespace Tributary.Sources.Rates;

/// <summary>The currency of an area in the IMF's series, which name areas and not currencies.</summary>
/// <remarks>
/// Only areas with a currency of their own are here, or one that stands for those who share it: Senegal for the CFA franc of the west,
/// Cameroon for that of the centre, Saint Lucia for the East Caribbean dollar, the euro area for its members. Where a currency took another's place by
/// a new unit, its first full month is named: what a series states before, in the old unit or the new one, is not used.
/// </remarks>
internal static class ImfAreas
{
    private const string Table = """
        AFG AFN 2003-01; ALB ALL; DZA DZD; AGO AOA 2000-01; ARG ARS 1992-01; ARM AMD; AUS AUD; AZE AZN 2006-01; BHS BSD; BHR BHD; BGD BDT; BRB BBD; BLR BYN 2016-07
        BLZ BZD; BTN BTN; BOL BOB; BIH BAM; BWA BWP; BRA BRL 1994-07; BRN BND; BDI BIF; CPV CVE; KHM KHR; CMR XAF; CAN CAD; CHL CLP; CHN CNY; COL COP; COM KMF
        COD CDF 1998-07; CRI CRC; CZE CZK; DNK DKK; DJI DJF; DOM DOP; EGY EGP; ERI ERN; SWZ SZL; ETH ETB; FJI FJD; GMB GMD; GEO GEL; GHA GHS 2007-07; GTM GTQ
        GIN GNF; GUY GYD; HTI HTG; HND HNL; HKG HKD; HUN HUF; ISL ISK; IND INR; IDN IDR; IRN IRR; IRQ IQD; ISR ILS; JAM JMD; JPN JPY; JOR JOD; KAZ KZT; KEN KES
        KOR KRW; KWT KWD; KGZ KGS; LAO LAK; LBN LBP; LSO LSL; LBR LRD; LBY LYD; MDG MGA 2005-01; MWI MWK; MYS MYR; MDV MVR; MRT MRU 2018-01; MUS MUR; MEX MXN 1993-01
        MDA MDL; MNG MNT; MAR MAD; MOZ MZN 2006-07; MMR MMK; NAM NAD; NPL NPR; NZL NZD; NIC NIO; NGA NGN; MKD MKD; NOR NOK; OMN OMR; PAK PKR; PNG PGK; PRY PYG
        PER PEN; PHL PHP; POL PLN; QAT QAR; ROU RON 2005-07; RUS RUB 1998-01; RWA RWF; LCA XCD; SAU SAR; SEN XOF; SRB RSD; SYC SCR; SLE SLE 2022-07; SGP SGD; SLB SBD
        SOM SOS; ZAF ZAR; SSD SSP; LKA LKR; SDN SDG 2007-07; SUR SRD 2004-01; SWE SEK; CHE CHF; SYR SYP; TJK TJS 2000-11; TZA TZS; THA THB; TON TOP; TTO TTD; TUN TND
        TUR TRY 2005-01; TKM TMT 2009-01; UGA UGX; UKR UAH 1996-10; ARE AED; GBR GBP; USA USD; URY UYU 1993-03; UZB UZS; VUT VUV; VNM VND; WSM WST; YEM YER; ZMB ZMW 2013-01
        U2 EUR; G163 EUR
        """;

    private static readonly FrozenDictionary<string, ImfArea> ByCode = Table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(area => area.Split(' ')).SelectMany(Codes).ToFrozenDictionary(area => area.Code, area => area.Area, StringComparer.Ordinal);

    /// <summary>The currency of an area by its ISO 3166-1 code of two or three letters; null when none is its own.</summary>
    public static ImfArea? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<(string Code, ImfArea Area)> Codes(string[] words)
    {
        var since = words.Length > 2 ? DateOnly.ParseExact(words[2], "yyyy-MM", CultureInfo.InvariantCulture) : DateOnly.MinValue;
        var area = new ImfArea(new Currency(words[1]), since);
        yield return (words[0], area);
        if (Countries.ByIso3.TryGetValue(words[0], out var country)) yield return (country.Iso2, area);
    }
}

/// <summary>An area's currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Since">The first month whose rates are surely of it.</param>
internal sealed record ImfArea(Currency Currency, DateOnly Since);
