using System.Collections.Frozen;

namespace Tributary.Money;

/// <summary>The codes of ISO 4217 that money is stated in, living and withdrawn.</summary>
/// <remarks>
/// What a document states is kept whatever it is (<see cref="Currency"/>); what a person types is held against this list, because a
/// slip of the finger also has three letters. Codes of metals, funds and tests are not money and not here.
/// Source: ISO 4217, tables A.1 and A.3 (https://www.six-group.com/en/products-services/financial-information/data-standards.html).
/// </remarks>
public static class Currencies
{
    private const string Living = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC
        CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD
        JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
        NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
        SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG
        """;

    private const string Withdrawn = """
        ADP AFA AON AOR ATS AZM BEF BGL BYB BYR CSD CUC CYP CZD DEM ECS EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL LTL LUF LVL MGF MRO MTL
        MXP MZM NLG PTE ROL RUR SDD SDP SIT SKK SLL SRG STD TJR TMM TPE TRL UAK VEB VEF XEU YUM YUN ZMK ZRN ZWD ZWL
        """;

    private static readonly FrozenSet<string> Codes = (Living + " " + Withdrawn).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is the code of a currency, in capitals.</summary>
    public static bool Contains(string code) => Codes.Contains(code);
}
