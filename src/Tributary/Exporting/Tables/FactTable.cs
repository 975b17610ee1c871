using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>A table of facts as it can be exported: without the numbers that mean something inside one snapshot only.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What its rows are.</param>
public sealed record FactTable(string Name, string Meaning)
{
    /// <summary>The table of flows.</summary>
    public const string Flow = "flow";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FactTable> All { get; } =
    [
        new(Flow, "statements of flows"), new("document", "documents that the ledger rests on"), new("plan", "what documents say of plans"), new("figure", "figures that others published"),
        new("figure_scope", "plans that figures are about, inferred"), new("location", "FTS's list of places"), new("flow_child", "parts of flows"), new("flow_report", "reports of flows to FTS"),
        new("flow_gone", "statements that a whole answer no longer has"), new("evidence", "what reports say about themselves"), new("evidence_span", "places in reports"),
        new("issue", "what was odd in documents"), new("issue_count", "how often"), new("ignored_field", "fields left out on purpose"),
    ];

    /// <summary>The query for its rows in natural form.</summary>
    internal string Sql(Facts facts) => Name == "document"
        ? $"SELECT sha256 AS document, bytes, format, name, day, day_basis, records, left_out FROM document WHERE {facts.WasKnown("document")} ORDER BY day, sha256"
        : $"SELECT d.sha256 AS document, {Columns} FROM {Name} t JOIN document d ON d.code = t.document{Further} WHERE {facts.WasKnown("d")} ORDER BY d.day, d.sha256, {Order}";

    private string Columns => Name switch
    {
        "flow_child" or "flow_report" => "replace(d.flow_place, '{0}', t.place::VARCHAR) AS place, t.* EXCLUDE (document, place)",
        "flow_gone" => "replace(d.flow_place, '{0}', t.place::VARCHAR) AS place, t.flow_id, t.day, f.query",
        _ => "t.* EXCLUDE (document)",
    };

    private string Further => Name == "flow_gone" ? " JOIN completed_fetch f ON f.code = t.fetch_code" : "";

    private string Order => Name switch
    {
        "flow_child" or "flow_gone" => "t.place",
        "flow_report" => "t.place, t.ordinal",
        "plan" or "figure" or "location" => "length(t.place), t.place",
        "evidence" or "issue" => "t.ordinal",
        "evidence_span" => "t.ordinal, t.span",
        "issue_count" => "t.code",
        "ignored_field" => "t.field",
        "figure_scope" => "t.plan_id",
        _ => throw new System.Diagnostics.UnreachableException(Name),
    };
}
