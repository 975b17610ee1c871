using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>What each plan asked for and received by country and year, as HDX publishes it (<c>fts_requirements_funding_*.csv</c>).</summary>
/// <remarks>
/// https://data.humdata.org/dataset/global-requirements-and-funding-data. Ignored: the number of the plan's type, whose
/// name is kept, and the rounded percentage. Rows without a plan are figures under the name that they state.
/// </remarks>
internal sealed class HdxRequirementsCsv : IDocumentFormat
{
    private static readonly HdxColumns Columns = HdxRequirements.Columns([], ["clusterCode", "covidFunding"]);

    /// <inheritdoc/>
    public string Name => "hdx-requirements-csv";

    /// <inheritdoc/>
    public string Title => "FTS requirements and funding from HDX (CSV)";

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
