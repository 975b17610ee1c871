using Tributary.Sources;
using Tributary.Sources.Fts;
using Tributary.Sources.Iati;
using Tributary.Sources.News;
using Tributary.Sources.Rates;
using Tributary.Sources.Sanctions;

namespace Tributary.Import;

/// <summary>The kinds of document that can be imported. A new source is one folder and one line here.</summary>
public static class Formats
{
    /// <summary>All of them; the first that recognises a document reads it.</summary>
    public static IReadOnlyList<IDocumentFormat> All { get; } =
    [
        new FtsFlowsJson(),
        new FtsFlowsJsonl(),
        new FtsPlanOverviewJson(),
        new FtsGroupByJson(),
        new FtsLocationsJson(),
        new FtsCountryTrendsJson(),
        new HdxFlowsCsv(),
        new HdxRequirementsCsv(),
        new HdxRequirementsCovidCsv(),
        new HdxRequirementsClusterCsv(),
        new UnListXml(),
        new OfacListXml(),
        new OfacListJson(),
        new OfacListCsv(),
        new OfacListSet(),
        new UkListSet(),
        new EuListXml(),
        new ListPartCsv(),
        new IatiActivitiesXml(),
        new IatiOrganisationsXml(),
        new EcbRatesCsv(),
        new EcbRatesXml(),
        new ImfReportTsv(),
        new ImfSeriesCsv(),
        new NewsHtmlFormat(),
        new NewsFeedFormat(),
        new NewsNinjsFormat(),
        new NewsMlFormat(),
        new NewsTextFormat(),
    ];

    /// <summary>The format that recognises these first bytes, or null.</summary>
    public static IDocumentFormat? Recognise(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        foreach (var format in All)
        {
            if (format.Recognises(head)) return format;
        }
        return null;
    }

    /// <summary>The format of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IDocumentFormat Named(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"no format is called '{name}'", nameof(name));
}
