using Tributary.Appeals;
using Tributary.Provenance;

namespace Tributary.Sources.Fts;

/// <summary>Takes the figures of one row after the other and knows what they are grouped by.</summary>
internal interface IHdxGrouping
{
    /// <summary>Passes the row's figures on.</summary>
    void Add(HdxRequirementRow row);

    /// <summary>No row follows.</summary>
    void End();
}

/// <summary>Reads any of HDX's requirement files: plans and published figures.</summary>
internal static class HdxRequirements
{
    private const string ComputedReason = "percentages are computed from the figures, unrounded";

    private static readonly (HdxRequirementColumn Column, string Reason)[] Ignored =
    [
        (HdxRequirementColumn.PercentFunded, ComputedReason),
        (HdxRequirementColumn.CovidPercentageOfFunding, ComputedReason),
    ];

    /// <summary>The columns of one of the files.</summary>
    /// <param name="required">Names that only this file has, besides what all have.</param>
    /// <param name="foreign">Names that only others have.</param>
    public static HdxColumns Columns(string[] required, string[] foreign) =>
        new(HdxColumns.NamesOf<HdxRequirementColumn>(), ["countryCode", "id", "name", "year", "requirements", "funding", .. required], foreign);

    /// <inheritdoc cref="IDocumentFormat.Read"/>
    public static ReadIssue? Read(HdxTable table, IHdxGrouping grouping, IRecordSink sink, CancellationToken token)
    {
        if (!table.ReadHeader()) return table.Fatal;
        foreach (var (column, reason) in Ignored) table.Ignore((int)column, reason);
        var row = new HdxRequirementRow(table);
        PlanRecord? last = null;
        while (table.NextRow())
        {
            token.ThrowIfCancellationRequested();
            if (!row.TryRead())
            {
                sink.LeaveOut();
                continue;
            }
            if (row.Plan is { } plan && !IsSame(plan, last)) sink.Add(last = plan);
            grouping.Add(row);
        }
        grouping.End();
        return table.Fatal;
    }

    /// <summary>Cluster files repeat the plan on each row; other rows of a plan are about other countries or years.</summary>
    private static bool IsSame(PlanRecord plan, PlanRecord? last) =>
        last is not null && plan.PlanId == last.PlanId && plan.Years.SequenceEqual(last.Years) && plan.Countries.SequenceEqual(last.Countries);
}

/// <summary>Figures of whole plans, and of what a country received outside them.</summary>
internal sealed class HdxTotals(IRecordSink sink) : IHdxGrouping
{
    /// <inheritdoc/>
    public void Add(HdxRequirementRow row)
    {
        var grouping = row.Plan is null ? Grouping.Other : Grouping.Total;
        foreach (var figure in row.Figures) sink.Add(figure with { Grouping = grouping });
    }

    /// <inheritdoc/>
    public void End()
    {
        // Nothing was held back.
    }
}
