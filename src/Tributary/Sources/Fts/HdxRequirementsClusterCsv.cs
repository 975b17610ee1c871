using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>What each plan asked for and received by cluster or global cluster, as HDX publishes it (<c>fts_requirements_funding_cluster_*.csv</c>, <c>…_globalcluster_*.csv</c>).</summary>
/// <remarks>
/// https://data.humdata.org/dataset/global-requirements-and-funding-data. Ignored: the rounded percentage. The two files
/// have the same columns and differ only in the ids of their clusters.
/// </remarks>
internal sealed class HdxRequirementsClusterCsv : IDocumentFormat
{
    private static readonly HdxColumns Columns = HdxRequirements.Columns(["clusterCode", "cluster"], ["covidFunding"]);

    /// <inheritdoc/>
    public string Name => "hdx-requirements-cluster-csv";

    /// <inheritdoc/>
    public string Title => "FTS requirements and funding by cluster from HDX (CSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => Columns.Recognise(head);

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token) =>
        HdxRequirements.Read(new HdxTable(document, Columns, sink), new HdxClusterGrouping(sink), sink, token);
}
