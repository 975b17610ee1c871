namespace Tributary.Sources.Fts;

/// <summary>Codes of the issues that only HDX's CSV files can have.</summary>
internal static class HdxCodes
{
    /// <summary>A column that the format needs is not there.</summary>
    public const string ColumnMissing = "hdx-column-missing";

    /// <summary>Two columns have one name.</summary>
    public const string ColumnRepeated = "hdx-column-repeated";

    /// <summary>A column that the format does not know; it is left out.</summary>
    public const string ColumnUnknown = "hdx-column-unknown";

    /// <summary>A cell of a name or code that is longer than any name or code.</summary>
    public const string CellTooLong = "hdx-cell-too-long";

    /// <summary>A year that is not four digits, an end before its start, or a span of more than a hundred years.</summary>
    public const string YearInvalid = "hdx-year-invalid";

    /// <summary>A place that is not three capital letters.</summary>
    public const string LocationInvalid = "hdx-location-invalid";

    /// <summary>Several plans with another number of codes than ids: the codes are left out.</summary>
    public const string PlanCodesDiffer = "hdx-plan-codes-differ";

    /// <summary>A plan with an id and no name.</summary>
    public const string PlanNameMissing = "hdx-plan-name-missing";

    /// <summary>No row of a cluster document says whether its clusters are global ones.</summary>
    public const string ClusterKindUnknown = "hdx-cluster-kind-unknown";
}
