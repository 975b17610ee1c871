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
}
