namespace Tributary.Proposing;

/// <summary>Which dollar, crown, franc, rupee, dinar, peso or pound is meant.</summary>
internal static class CurrencyOfCountry
{
    private static readonly Dictionary<(string Kind, string Iso3), string> Codes = new()
    {
        [("$", "USA")] = "USD", [("$", "AUS")] = "AUD", [("$", "CAN")] = "CAD", [("$", "NZL")] = "NZD", [("$", "SGP")] = "SGD", [("$", "HKG")] = "HKD", [("$", "TWN")] = "TWD", [("$", "FJI")] = "FJD", [("$", "JAM")] = "JMD", [("$", "ZWE")] = "ZWL",
        [("krone", "NOR")] = "NOK", [("krone", "DNK")] = "DKK", [("krone", "SWE")] = "SEK", [("krone", "CZE")] = "CZK", [("krone", "ISL")] = "ISK", [("SEK", "SWE")] = "SEK",
        [("franc", "CHE")] = "CHF", [("franc", "BFA")] = "XOF", [("franc", "SEN")] = "XOF", [("franc", "MLI")] = "XOF", [("franc", "NER")] = "XOF", [("franc", "CIV")] = "XOF", [("franc", "BEN")] = "XOF", [("franc", "TGO")] = "XOF", [("franc", "CMR")] = "XAF", [("franc", "TCD")] = "XAF", [("franc", "CAF")] = "XAF", [("franc", "RWA")] = "RWF", [("franc", "BDI")] = "BIF", [("franc", "DJI")] = "DJF", [("franc", "GIN")] = "GNF", [("rupee", "IND")] = "INR", [("rupee", "PAK")] = "PKR", [("rupee", "LKA")] = "LKR", [("rupee", "NPL")] = "NPR", [("dinar", "KWT")] = "KWD", [("dinar", "IRQ")] = "IQD", [("dinar", "JOR")] = "JOD", [("dinar", "BHR")] = "BHD", [("dinar", "TUN")] = "TND", [("dinar", "DZA")] = "DZD",
        [("peso", "MEX")] = "MXN", [("peso", "PHL")] = "PHP", [("peso", "ARG")] = "ARS", [("peso", "COL")] = "COP", [("peso", "CHL")] = "CLP", [("GBP", "EGY")] = "EGP", [("GBP", "SDN")] = "SDG", [("GBP", "SYR")] = "SYP", [("GBP", "LBN")] = "LBP", [("IRR", "OMN")] = "OMR", [("IRR", "QAT")] = "QAR", [("IRR", "YEM")] = "YER", [("IRR", "SAU")] = "SAR",
        [("SAR", "QAT")] = "QAR", [("SAR", "OMN")] = "OMR", [("SAR", "YEM")] = "YER", [("AED", "MAR")] = "MAD", [("TRY", "SYR")] = "SYP",
    };

    /// <summary>The code of a kind of currency that a country has; null when it has none of it.</summary>
    public static string? Of(string kind, string iso3) => Codes.GetValueOrDefault((kind, iso3));

    /// <summary>Whether the words leave open which currency is meant.</summary>
    public static bool IsKind(string currency) => !Tributary.Money.Currency.IsCode(currency);
}
