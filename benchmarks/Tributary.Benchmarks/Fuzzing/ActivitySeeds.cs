using System.Text;

namespace Tributary.Benchmarks;

/// <summary>Small IATI files to be changed at random: of our own, and one to three activities out of each real file, some in other encodings.</summary>
internal static class ActivitySeeds
{
    private const string Start = "<iati-activity", End = "</iati-activity>", Declared = "UTF-8";
    private const int WholeMax = 16_000, OfAFile = 3;

    private const string Activities = """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="2.03">
          <iati-activity xml:lang="en" default-currency="USD" hierarchy="1" humanitarian="1" last-updated-datetime="2021-03-04T05:06:07Z">
            <iati-identifier>XM-DAC-41127-A1</iati-identifier>
            <reporting-org ref="XM-DAC-41127" type="40"><narrative>An office</narrative><narrative xml:lang="fr">Un bureau</narrative></reporting-org>
            <title><narrative>Water for a town</narrative></title>
            <description type="1"><narrative>Wells &amp; pipes.</narrative></description>
            <participating-org role="4" type="40" activity-id="XM-DAC-41127-A0"><narrative>An office</narrative></participating-org>
            <other-identifier ref="A-1" type="A1"/>
            <activity-status code="2"/>
            <activity-date type="2" iso-date="2020-01-01"/>
            <activity-date type="4" iso-date="2021-01-01Z"/>
            <contact-info type="1"><telephone>1</telephone><website>https://example.org/a?b=c#d</website></contact-info>
            <recipient-country code="AF" percentage="60"/>
            <recipient-country code="PK" percentage="40.0"/>
            <location ref="L1"><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>34.5 69.2</pos></point><exactness code="1"/></location>
            <sector vocabulary="1" code="14030" percentage="100"/>
            <humanitarian-scope type="1" vocabulary="1-2" code="FL-2020-000001-AFG"/>
            <default-aid-type code="C01"/>
            <budget type="1" status="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">1000.50</value></budget>
            <transaction humanitarian="1"><transaction-type code="2"/><transaction-date iso-date="2020-02-01"/><value value-date="2020-02-01" currency="EUR">500</value><provider-org ref="GB-GOV-1" provider-activity-id="GB-GOV-1-2"/></transaction>
            <document-link format="text/html" url="https://example.org/a"><title><narrative>A page</narrative></title><category code="A01"/><language code="en"/></document-link>
            <related-activity ref="XM-DAC-41127-A2" type="1"/>
            <result type="1" aggregation-status="true"><title><narrative>Wells</narrative></title><indicator measure="1"><title><narrative>Wells dug</narrative></title><baseline year="2019" value="0"/><period><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><target value="10"/></period></indicator></result>
            <other xmlns="https://example.org/other"><title xmlns=""><narrative>Inside another</narrative></title></other>
          </iati-activity>
        </iati-activities>

        """;

    private const string Organisations = """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-organisations version="2.03">
          <iati-organisation default-currency="USD" xml:lang="en">
            <organisation-identifier>XM-DAC-41127</organisation-identifier>
            <name><narrative>An office</narrative></name>
            <reporting-org ref="XM-DAC-41127" type="40"><narrative>An office</narrative></reporting-org>
            <total-budget status="2"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">300</value><budget-line ref="1"><value value-date="2020-01-01">100</value></budget-line></total-budget>
            <recipient-country-budget><recipient-country code="AF"/><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">300</value></recipient-country-budget>
            <document-link format="text/html" url="https://example.org/a"><title><narrative>A page</narrative></title><category code="B01"/><recipient-country code="AF"/></document-link>
          </iati-organisation>
        </iati-organisations>

        """;

    /// <summary>The files.</summary>
    /// <param name="folder">Real files; ours alone where there is no such folder.</param>
    public static IReadOnlyList<FuzzSeed> Of(string folder)
    {
        var texts = new List<string> { Activities, Activities.Replace("2.03", "2.01", StringComparison.Ordinal), Organisations, Activities.Replace(" version=\"2.03\"", "", StringComparison.Ordinal) };
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>()) texts.AddRange(Cut(File.ReadAllText(path)));
        return [.. texts.Select(text => new FuzzSeed(text, new UTF8Encoding(false))), .. texts.Select((text, at) => Other(text, at)), .. texts.Take(3).SelectMany(text => Enumerable.Range(0, 5).Select(at => Other(text, at)))];
    }

    // A small file whole; else its first activities in order of length: one, two and three of them.
    private static IEnumerable<string> Cut(string text)
    {
        if (text.Length <= WholeMax) return [text];
        var first = text.IndexOf(Start + " ", StringComparison.Ordinal);
        if (first < 0) return [];
        var activities = new List<string>();
        for (var at = first; at >= 0; at = text.IndexOf(Start + " ", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf(End, at, StringComparison.Ordinal);
            if (end > 0) activities.Add(text[at..(end + End.Length)]);
        }
        var shortest = activities.OrderBy(activity => activity.Length).Take(OfAFile * 2).ToList();
        return Enumerable.Range(1, OfAFile).Where(count => count * (count - 1) / 2 + count <= shortest.Count).Select(count => text[..first] + string.Join('\n', shortest.Skip(count * (count - 1) / 2).Take(count)) + "\n</iati-activities>\n");
    }

    private static FuzzSeed Other(string text, int at) => (at % 5) switch
    {
        0 => new FuzzSeed(Declare(text, "UTF-16"), Encoding.Unicode),
        1 => new FuzzSeed(Declare(text, "UTF-16"), Encoding.BigEndianUnicode),
        2 => new FuzzSeed(Declare(text, "ISO-8859-1"), Encoding.Latin1),
        3 => new FuzzSeed(Declare(text, "windows-1252"), CodePagesEncodingProvider.Instance.GetEncoding(1252)!),
        _ => new FuzzSeed(text, new UTF8Encoding(true)),
    };

    private static string Declare(string text, string encoding) => text.Replace($"encoding=\"{Declared}\"", $"encoding=\"{encoding}\"", StringComparison.OrdinalIgnoreCase);
}
