using Tributary.Flows;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>FTS flows as the Humanitarian Data Exchange publishes them: incoming, internal and outgoing funding as CSV.</summary>
/// <remarks>
/// Published daily per country and for all countries, such as https://data.humdata.org/dataset/fts-requirements-and-funding-data-for-afghanistan
/// and https://data.humdata.org/dataset/global-requirements-and-funding-data.
/// Every known column is used. The files state no version of a flow, no parent, no source plan, emergency or cluster, and
/// no organisation ids; a flow that touches several countries stands once for each in the file of all countries.
/// </remarks>
internal sealed class HdxFlowsCsv : IDocumentFormat
{
    private static readonly HdxColumns Columns = new(
        Known: HdxColumns.NamesOf<HdxFlowColumn>(),
        Required: ["id", "amountUSD", "status", "boundary", "onBoundary", "destUsageYearStart"],
        Foreign: []);

    /// <inheritdoc/>
    public string Name => "hdx-flows-csv";

    /// <inheritdoc/>
    public string Title => "FTS flows from HDX (CSV)";

    /// <inheritdoc/>
    public string FlowPlace => "line {0}";

    /// <inheritdoc/>
    public int Authority => 1;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => Columns.Recognise(head);

    /// <inheritdoc/>
    public ReadIssue? Read(Stream document, IRecordSink sink, CancellationToken token)
    {
        var table = new HdxTable(document, Columns, sink);
        if (!table.ReadHeader()) return table.Fatal;
        var (row, flow) = (new HdxFlowRow(table), new FlowRecord());
        while (table.NextRow())
        {
            token.ThrowIfCancellationRequested();
            if (row.TryRead(flow)) sink.Add(flow);
            else sink.LeaveOut();
        }
        return table.Fatal;
    }
}
