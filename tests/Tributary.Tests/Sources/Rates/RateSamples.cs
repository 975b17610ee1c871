namespace Tributary.Tests.Sources.Rates;

/// <summary>Small tables in the publishers' forms. The figures are invented.</summary>
internal static class RateSamples
{
    /// <summary>The ECB's history, the newest day first. The currency HRK has no rate on the first day.</summary>
    public const string EcbHistory = """
        Date,USD,JPY,GBP,CHF,HRK,
        2020-03-09,1.25,120.5,0.8,1.05,7.5,
        2020-03-06,1.2,121,0.75,1.06,7.4,
        2020-03-05,1.1,122,0.7,1.07,N/A,

        """;

    /// <summary>The ECB's latest day as CSV.</summary>
    public const string EcbDay = """
        Date, USD, JPY, GBP, CHF, 
        10 March 2020, 1.3, 119, 0.82, 1.04, 

        """;

    /// <summary>The ECB's envelope with the days given.</summary>
    public static string EcbXml(string cubes) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
          <gesmes:subject>Reference rates</gesmes:subject>
          <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
          <Cube>
            {cubes}
          </Cube>
        </gesmes:Envelope>
        """;

    /// <summary>An IMF report with days as columns, in two parts; what is marked is stated in dollars.</summary>
    public const string ImfDays =
        "Representative Exchange Rates for Selected Currencies for March 2020\n\n" +
        "Currency units per U.S. dollar, unless noted\n\n" +
        "Currency\tMarch 05, 2020\tMarch 06, 2020\n" +
        "Euro(1)\t1.1\t1.2\n" +
        "Korean won\t1,181.20\tNA\n" +
        "U.S. dollar\t1.0\t1.0\n\n" +
        "Currency\tMarch 09, 2020\n" +
        "Euro(1)\t1.25\n\n" +
        "(1) Exchange rate in terms of U.S. dollars per currency unit.\n";

    /// <summary>An IMF report with currencies as columns.</summary>
    public const string ImfCurrencies =
        "Exchange Rate Report\nCurrency units per SDR\n\n" +
        "Date\tChinese yuan   (CNY)\tU.S. dollar   (USD)\n" +
        "05-Mar-2020\t9.6\t1.375\n" +
        "06-Mar-2020\t\t1.38\n";

    /// <summary>A monthly series as International Financial Statistics has it: averages and ends of months for Afghanistan.</summary>
    public const string ImfSeries = """
        FREQ,REF_AREA,INDICATOR,UNIT_MULT,TIME_FORMAT,TIME_PERIOD,OBS_VALUE,OBS_STATUS
        M,AF,ENDA_XDC_USD_RATE,0,P1M,2020-02,76,
        M,AF,ENDA_XDC_USD_RATE,0,P1M,2020-03,77.5,
        M,AF,ENDE_XDC_USD_RATE,0,P1M,2020-03,78,
        M,AF,ENDA_XDC_USD_RATE,0,P1M,2020-04,,
        Q,AF,ENDA_XDC_USD_RATE,0,P3M,2020-Q1,76.5,
        A,AF,ENDA_XDC_USD_RATE,0,P1Y,2020,76.8,
        M,AF,PCPI_IX,0,P1M,2020-03,111,

        """;
}
