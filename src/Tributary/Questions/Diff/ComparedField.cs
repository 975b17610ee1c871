using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A field in which two statements of a flow are compared.</summary>
/// <param name="Name">FTS's name for it.</param>
/// <param name="Column">Its column in <c>flow</c>.</param>
/// <param name="IsStatedByAll">Whether HDX's files state it too. What only one of two statements could state is not compared.</param>
internal abstract record ComparedField(string Name, string Column, bool IsStatedByAll)
{
    /// <summary>The field whose text is long.</summary>
    public const string Description = "description";

    /// <summary>All of them. Left out: version and time of change, which change with every other field; types of organisations, of which FTS changed the words for all at once.</summary>
    public static IReadOnlyList<ComparedField> All { get; } =
    [
        new ValueField("amountUSD", "amount_usd"), new ValueField("originalAmount", "original_amount"), new TermField("originalCurrency", "original_currency"), new ValueField("exchangeRate", "exchange_rate"),
        new BoundaryField("boundary", "boundary"), new BoundaryField("onBoundary", "on_boundary"), new ValueField("status", "status"), new TermField("flowType", "flow_type"), new TermField("contributionType", "contribution_type"), new TermField("method", "method"),
        new TermField("grandBargainEarmarkingType", "earmarking", false), new TermField("keywords", "keywords"), new TermField("budgetYear", "budget_year"),
        new ValueField("newMoney", "new_money", false), new ValueField("parentFlowId", "parent_flow_id", false),
        new ValueField("date", "date"), new ValueField("decisionDate", "decision_date"), new ValueField("firstReportedDate", "first_reported"),
        new HashField(Description, "description_hash"), new ValueField("refCode", "ref_code"),
        .. ObjectTypes.All.Select(type => new SetField("source" + type, type, Side.Source, type is ObjectType.Organization or ObjectType.Location or ObjectType.UsageYear)),
        .. ObjectTypes.All.Select(type => new SetField("destination" + type, type, Side.Destination, type != ObjectType.Cluster)),
    ];

    /// <summary>The columns of both statements, <c>b</c> before and <c>a</c> after, in SQL; a row gives them in this order.</summary>
    public static string Select() => string.Join(",\n       ", All.Select(field => field.SelectOne()));

    /// <summary>The change of this field, or null when there is none.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="row">The row.</param>
    /// <param name="at">The column of the earlier value; the later one follows.</param>
    public abstract FieldChange? Compare(Facts facts, DuckDBDataReader row, int at);

    protected virtual string SelectOne() => $"b.{Column}, a.{Column}";

    protected FieldChange? Changed(string? before, string? after) => string.Equals(before, after, StringComparison.Ordinal) ? null : new FieldChange(Name, before, after);

    protected static int? Code(DuckDBDataReader row, int column) => row.GetNumber(column);

    /// <summary>A value that stands in the column itself: compared by the store, which passes on only what differs.</summary>
    private sealed record ValueField(string Name, string Column, bool IsStatedByAll = true) : ComparedField(Name, Column, IsStatedByAll)
    {
        protected override string SelectOne() =>
            $"CASE WHEN b.{Column} IS DISTINCT FROM a.{Column} THEN b.{Column}::VARCHAR END, CASE WHEN b.{Column} IS DISTINCT FROM a.{Column} THEN a.{Column}::VARCHAR END";

        public override FieldChange? Compare(Facts facts, DuckDBDataReader row, int at) => Changed(Plain(row.GetText(at)), Plain(row.GetText(at + 1)));

        // Amounts are kept with four places; people write as many as there are.
        private static string? Plain(string? text) =>
            text is not null && text.Contains('.', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.########", CultureInfo.InvariantCulture)
                : text;
    }

    /// <summary>How the flow stands to the question's boundary: no column of the flow.</summary>
    private sealed record BoundaryField(string Name, string Column) : ComparedField(Name, Column, IsStatedByAll: true)
    {
        protected override string SelectOne() => $"d.b_{Column}, d.a_{Column}";

        public override FieldChange? Compare(Facts facts, DuckDBDataReader row, int at) => Changed(row.GetText(at), row.GetText(at + 1));
    }

    /// <summary>A long text by its hash: whether it changed, and not what it says.</summary>
    private sealed record HashField(string Name, string Column) : ComparedField(Name, Column, IsStatedByAll: true)
    {
        public override FieldChange? Compare(Facts facts, DuckDBDataReader row, int at) => Changed(Hash(row, at), Hash(row, at + 1));

        private static string? Hash(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<ulong>(column).ToString("x16", CultureInfo.InvariantCulture);
    }

    private sealed record TermField(string Name, string Column, bool IsStatedByAll = true) : ComparedField(Name, Column, IsStatedByAll)
    {
        public override FieldChange? Compare(Facts facts, DuckDBDataReader row, int at)
        {
            var (before, after) = (Code(row, at), Code(row, at + 1));
            return before == after ? null : Changed(before is { } b ? facts.Terms[b] : null, after is { } a ? facts.Terms[a] : null);
        }
    }

    private sealed record SetField(string Name, ObjectType Type, Side Side, bool IsStatedByAll) : ComparedField(Name, FlowColumns.Of(Side, Type), IsStatedByAll)
    {
        // Sources write one object in several ways: it has changed when people would read something else.
        public override FieldChange? Compare(Facts facts, DuckDBDataReader row, int at)
        {
            var (before, after) = (Code(row, at), Code(row, at + 1));
            return before == after ? null : Changed(ObjectNames.InOrder(facts, Type, before ?? 0), ObjectNames.InOrder(facts, Type, after ?? 0));
        }
    }
}
