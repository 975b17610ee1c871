using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>How a column of <c>flow</c> is stored, and so how it is written.</summary>
internal enum FlowCell
{
    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A whole number of 32 bits.</summary>
    Number,

    /// <summary>An amount in units of 10⁻⁴.</summary>
    Amount,

    /// <summary>A rate in units of 10⁻⁸.</summary>
    Rate,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Days since 1970.</summary>
    Day,

    /// <summary>Microseconds since 1970 UTC.</summary>
    Instant,

    /// <summary>Text.</summary>
    Text,

    /// <summary>JSON as text.</summary>
    Json,

    /// <summary>The number of a term.</summary>
    Term,

    /// <summary>The number of a set.</summary>
    Set,

    /// <summary>The number of a document.</summary>
    Document,

    /// <summary>The number of a place in the document.</summary>
    Place,

    /// <summary>One of the words of <see cref="FlowStatus"/>.</summary>
    Status,

    /// <summary>One of the words of <see cref="Boundary"/>.</summary>
    Boundary,

    /// <summary>One of the words of <see cref="OnBoundary"/>.</summary>
    OnBoundary,
}

/// <summary>A column of the table <c>flow</c> in natural form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cell">How it is stored.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Set">The type of its objects, where it is a set.</param>
internal sealed record FlowColumn(string Name, FlowCell Cell, string Meaning, ObjectType? Set = null)
{
    /// <summary>All columns, in order.</summary>
    public static readonly IReadOnlyList<FlowColumn> All =
    [
        new("flow_id", FlowCell.Long, "FTS's id"), new("document", FlowCell.Document, "SHA-256 of the document that states it"), new("place", FlowCell.Place, "where in the document"),
        new("known_from", FlowCell.Day, "from when the statement was the latest word"), new("known_to", FlowCell.Day, "and to when; empty while it is"),
        new("version_id", FlowCell.Number, "which edit of the flow"), new("amount_usd", FlowCell.Amount, "US dollars"), new("original_amount", FlowCell.Amount, "in the original currency"),
        new("original_currency", FlowCell.Term, "ISO 4217"), new("exchange_rate", FlowCell.Rate, "original units per US dollar"), new("status", FlowCell.Status, "pledge, commitment or paid"),
        new("flow_type", FlowCell.Term, "Standard, Parked, Carryover …"), new("contribution_type", FlowCell.Term, "financial or in kind"), new("method", FlowCell.Term, "Traditional aid, cash"),
        new("earmarking", FlowCell.Term, "how tightly earmarked"), new("keywords", FlowCell.Term, "joined by '; '"), new("budget_year", FlowCell.Term, "of the donor's budget"),
        new("new_money", FlowCell.Truth, "whether it brings money into the system"), new("stated_boundary", FlowCell.Boundary, "for the document's own query"), new("stated_on_boundary", FlowCell.OnBoundary, "for the document's own query"),
        new("source_partial", FlowCell.Truth, "whether the document states only part of the source"), new("parent_flow_id", FlowCell.Long, "the flow it is part of"),
        new("child_flow_ids", FlowCell.Json, "its parts: JSON, numbers"), new("date", FlowCell.Day, "of the flow"), new("decision_date", FlowCell.Day, "of the donor's decision"), new("first_reported", FlowCell.Day, "to FTS"),
        new("created_at", FlowCell.Instant, "by FTS, UTC"), new("updated_at", FlowCell.Instant, "by FTS, UTC"), new("description", FlowCell.Text, "as stated"), new("ref_code", FlowCell.Text, "the reporter's reference"),
        new("reports", FlowCell.Json, "who reported it: JSON, objects"), .. Sets(Side.Source, "at the source"), .. Sets(Side.Destination, "at the destination"),
    ];

    /// <summary>The place of a column.</summary>
    public static int IndexOf(string name) => All.ToList().FindIndex(column => column.Name == name);

    private static IEnumerable<FlowColumn> Sets(Side side, string where) =>
        ObjectTypes.All.Select(type => new FlowColumn(FlowColumns.Of(side, type), FlowCell.Set, $"{type} {where}: JSON, objects with id, name, code, behaviour, kinds", type));
}
