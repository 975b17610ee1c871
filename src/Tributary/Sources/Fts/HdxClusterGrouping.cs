using Tributary.Appeals;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Tells figures of global clusters from those of a plan's own clusters.</summary>
/// <remarks>
/// The two files have the same columns; only a cluster's id tells them apart. Rows without an id ("Not specified",
/// "Multiple clusters/sectors (shared)") are of the kind of the document's last row that has one; those before the
/// first such row wait for it.
/// </remarks>
internal sealed class HdxClusterGrouping(IRecordSink sink) : IHdxGrouping
{
    /// <summary>Figures that wait at most; HDX's files need none, their first row has an id.</summary>
    public const int WaitingMax = 10_000;

    private readonly List<PublishedFigure> _waiting = [];
    private Grouping? _kind;

    /// <inheritdoc/>
    public void Add(HdxRequirementRow row)
    {
        if (row.ClusterId is { } id) Settle(GlobalClusters.Contains(id) ? Grouping.GlobalCluster : Grouping.Cluster);
        foreach (var figure in row.Figures) Add(figure);
    }

    /// <inheritdoc/>
    public void End()
    {
        if (_waiting.Count > 0) GiveUp();
    }

    private void Add(PublishedFigure figure)
    {
        if (_kind is { } kind) sink.Add(figure with { Grouping = kind });
        else _waiting.Add(figure);
        if (_waiting.Count >= WaitingMax) GiveUp();
    }

    private void Settle(Grouping kind)
    {
        _kind = kind;
        foreach (var figure in _waiting) sink.Add(figure with { Grouping = kind });
        _waiting.Clear();
    }

    private void GiveUp()
    {
        sink.Report(new ReadIssue(HdxCodes.ClusterKindUnknown, Severity.Warning, _waiting[0].Place,
            $"{_waiting.Count} figures before any row with a clusterCode", "expected a clusterCode, which tells global clusters from a plan's own",
            "the figures are kept under neither kind"));
        Settle(Grouping.Other);
    }
}
