using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Why money is on no line of one type.</summary>
/// <param name="Type">The type whose lines do not show it.</param>
/// <param name="Text">In words.</param>
/// <param name="InFunding">Whether the money is part of funding, or stands beside it as shared.</param>
/// <param name="Sets">The sets of several objects that share money; empty where nothing is named.</param>
/// <param name="Stated">Of money that names nothing: whether its source could have named something; null for both.</param>
internal sealed record HiddenReason(ObjectType Type, string Text, bool InFunding, IReadOnlySet<int> Sets, bool? Stated = null)
{
    private bool IsNone => Sets.Count == 0;

    /// <summary>Whether a side's set (0 for none) of a flow is hidden for this reason.</summary>
    public bool Hides(int set, bool isPartial) => IsNone ? set == 0 && (Stated is null || Stated == !isPartial) : Sets.Contains(set);

    /// <summary>The same in SQL, over the columns of <c>counted</c>.</summary>
    public string Sql()
    {
        if (!InFunding) return $"({ExplainQuestion.Choice(ExplainedFigure.Shared)} AND {OnSide(Side.Destination)})";
        return $"(NOT is_shared AND status <> 'pledge' AND ({OnSide(Side.Destination)} OR (boundary = 'internal' AND {OnSide(Side.Source)})))";
    }

    private string OnSide(Side side)
    {
        var column = FlowColumns.Of(side, Type);
        if (!IsNone) return $"{column} IN ({string.Join(',', Sets.Order().Select(set => set.ToString(CultureInfo.InvariantCulture)))})";
        return $"{column} IS NULL{(Stated is { } stated ? $" AND {(stated ? "NOT " : "")}source_partial" : "")}";
    }
}
