namespace Tributary.Flows;

/// <summary>One flow as one document states it. The reader that fills it uses the same instance for the next flow.</summary>
/// <remarks>
/// Millions of these pass through an import, so nothing here is allocated per flow: sets and terms are made once per
/// distinct value and shared, text stays in the reader's buffer as UTF-8. A sink that keeps a record copies it.
/// Fields and their meaning: https://fts.unocha.org/sites/default/files/2024-06/FTS%20API%20Documentation.pdf and
/// the HXL names in HDX's CSV files.
/// </remarks>
public sealed class FlowRecord
{
    /// <summary>FTS's flow type of money that waits to be split: the flow keeps what is left, its parts are flows of their own.</summary>
    public const string Parked = "Parked";

    /// <summary>Position in the document: index in the array of flows (from 0), or line number (from 1).</summary>
    public int Place { get; set; }

    /// <summary>FTS's id of the flow.</summary>
    public long Id { get; set; }

    /// <summary>Which edit of the flow this is, from 1; null where the source does not say (HDX).</summary>
    public int? VersionId { get; set; }

    /// <summary>US dollars in units of 10⁻⁴; the authoritative amount.</summary>
    public long AmountUsdE4 { get; set; }

    /// <summary>The amount in its original currency in units of 10⁻⁴; null where none is stated.</summary>
    public long? OriginalAmountE4 { get; set; }

    /// <summary>ISO 4217 code of the original currency; it may stand without an amount.</summary>
    public string? OriginalCurrency { get; set; }

    /// <summary>Original units per US dollar, in units of 10⁻⁸.</summary>
    public long? ExchangeRateE8 { get; set; }

    /// <summary>How firm the flow is.</summary>
    public FlowStatus Status { get; set; }

    /// <summary>FTS's flow type: Standard, Parked, Pass through, Carryover …</summary>
    public string? FlowType { get; set; }

    /// <summary>financial or in kind.</summary>
    public string? ContributionType { get; set; }

    /// <summary>Traditional aid or cash transfer programming.</summary>
    public string? Method { get; set; }

    /// <summary>How tightly the money is earmarked (Grand Bargain), joined by <c>; </c>.</summary>
    public string? Earmarking { get; set; }

    /// <summary>FTS keywords, joined by <c>; </c>.</summary>
    public string? Keywords { get; set; }

    /// <summary>The year of the donor's budget, as stated.</summary>
    public string? BudgetYear { get; set; }

    /// <summary>Whether the flow brings new money into the system; null where the source does not say (HDX).</summary>
    public bool? NewMoney { get; set; }

    /// <summary>The boundary the source states for its own query.</summary>
    public Boundary StatedBoundary { get; set; }

    /// <summary>Whether the source states the flow as shared for its own query.</summary>
    public OnBoundary StatedOnBoundary { get; set; }

    /// <summary>The flow this one is part of.</summary>
    public long? ParentFlowId { get; set; }

    /// <summary>The flows that are parts of this one.</summary>
    public List<long> ChildFlowIds { get; } = [];

    /// <summary>The day of the flow, days since 1970-01-01.</summary>
    public int? DateDays { get; set; }

    /// <summary>The day of the donor's decision, days since 1970-01-01.</summary>
    public int? DecisionDateDays { get; set; }

    /// <summary>The day it was first reported to FTS, days since 1970-01-01.</summary>
    public int? FirstReportedDays { get; set; }

    /// <summary>When FTS made the record: microseconds since 1970-01-01 UTC (HDX states only the day).</summary>
    public long? CreatedAtMicros { get; set; }

    /// <summary>When FTS last changed the record: microseconds since 1970-01-01 UTC (HDX states only the day).</summary>
    public long? UpdatedAtMicros { get; set; }

    /// <summary>The description as UTF-8, empty where none is stated.</summary>
    public ReadOnlyMemory<byte> DescriptionUtf8 { get; set; }

    /// <summary>The reporting organisation's own reference as UTF-8, empty where none is stated.</summary>
    public ReadOnlyMemory<byte> RefCodeUtf8 { get; set; }

    /// <summary>Who reported the flow to FTS, how and when.</summary>
    public List<FlowReport> Reports { get; } = [];

    /// <summary>Objects at the source by <see cref="ObjectType"/>; null where none is stated.</summary>
    public ObjectSet?[] Source { get; } = new ObjectSet?[ObjectTypes.Count];

    /// <summary>Objects at the destination by <see cref="ObjectType"/>; null where none is stated.</summary>
    public ObjectSet?[] Destination { get; } = new ObjectSet?[ObjectTypes.Count];

    /// <summary>Whether the document states only part of the source side (HDX's CSV files have no source plan, emergency or cluster).</summary>
    public bool SourceIsPartial { get; set; }

    /// <summary>Empties the record for the next flow.</summary>
    public void Clear()
    {
        VersionId = null;
        AmountUsdE4 = 0;
        OriginalAmountE4 = ExchangeRateE8 = null;
        OriginalCurrency = FlowType = ContributionType = Method = Earmarking = Keywords = BudgetYear = null;
        NewMoney = null;
        ParentFlowId = null;
        DateDays = DecisionDateDays = FirstReportedDays = null;
        CreatedAtMicros = UpdatedAtMicros = null;
        DescriptionUtf8 = RefCodeUtf8 = default;
        ChildFlowIds.Clear();
        Reports.Clear();
        Array.Clear(Source);
        Array.Clear(Destination);
    }
}

/// <summary>One report of a flow to FTS.</summary>
/// <param name="SourceType">Primary or Secondary, as stated.</param>
/// <param name="Organization">Who reported.</param>
/// <param name="Channel">How: email, web site, IATI …</param>
/// <param name="DateDays">When, days since 1970-01-01.</param>
/// <param name="RefCode">The reporter's reference, where the report carries its own.</param>
public sealed record FlowReport(string? SourceType, string? Organization, string? Channel, int? DateDays, string? RefCode);

/// <summary>The object types as a list.</summary>
public static class ObjectTypes
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    /// <summary>All of them, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<ObjectType> All = Enum.GetValues<ObjectType>();
}
