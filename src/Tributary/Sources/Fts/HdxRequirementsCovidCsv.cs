using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>What of each plan's funding went against COVID-19, as HDX publishes it (<c>fts_requirements_funding_covid_*.csv</c>).</summary>
/// <remarks>
/// https://data.humdata.org/dataset/global-requirements-and-funding-data. Ignored: the number of the plan's type, whose
/// name is kept, and the rounded percentage.
/// </remarks>
internal sealed class HdxRequirementsCovidCsv : IDocumentFormat
{
    private static readonly HdxColumns Columns = HdxRequirements.Columns(["covidFunding"], ["clusterCode"]);

    /// <inheritdoc/>
    public string Name => "hdx-requirements-covid-csv";

    /// <inheritdoc/>
    public string Title => "FTS funding against COVID-19 from HDX (CSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => Columns.Recognise(head);

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token) =>
        HdxRequirements.Read(new HdxTable(document, Columns, sink), new HdxTotals(sink), sink, token);
}
