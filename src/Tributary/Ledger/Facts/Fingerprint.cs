using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>A number for the content of each fact table, whatever the order of its rows and the codes inside the snapshot.</summary>
internal static class Fingerprint
{
    private const string SetContents = "(SELECT code, hash(list(row(type, object_id, name, object_code, behaviour, kinds, subkinds) ORDER BY ordinal)) AS content FROM object_set_member GROUP BY code)";

    /// <summary>The fingerprints by table.</summary>
    public static SortedDictionary<string, string> Of(DuckDBConnection connection)
    {
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["document"] = Print(connection, "SELECT * EXCLUDE (code) FROM document"),
            ["flow"] = Print(connection, FlowsInNaturalForm()),
            ["flow_gone"] = Print(connection, "SELECT g.flow_id, g.place, g.day, d.sha256, f.query FROM flow_gone g JOIN document d ON d.code = g.document JOIN completed_fetch f ON f.code = g.fetch_code"),
            ["completed_fetch"] = Print(connection, "SELECT query, day FROM completed_fetch"),
            ["fetch_object"] = Print(connection, "SELECT o.* EXCLUDE (fetch_code), f.query, f.day FROM fetch_object o JOIN completed_fetch f ON f.code = o.fetch_code"),
            ["fetch_document"] = Print(connection, "SELECT d.sha256, f.query, f.day FROM fetch_document t JOIN document d ON d.code = t.document JOIN completed_fetch f ON f.code = t.fetch_code"),
            ["listed_entry"] = Print(connection, "SELECT e.place, e.entry_id, d.sha256, c.hash, c.body FROM listed_entry e JOIN document d ON d.code = e.document JOIN listed_content c ON c.code = e.content_code"),
            ["object_set_known"] = Print(connection, $"SELECT s.content, min(k.known_from) FROM object_set_known k JOIN {SetContents} s USING (code) GROUP BY s.content"),
        };
        foreach (var table in FactDatabase.StatedTables.Except(["listed_entry"]).Append("figure_scope"))
        {
            prints[table] = Print(connection, InNaturalForm(table));
        }
        return prints;
    }

    private static string Print(DuckDBConnection connection, string rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"WITH row AS ({rows}) SELECT count(*), coalesce(bit_xor(hash(row)), 0), coalesce(sum(hash(row)::HUGEINT), 0) FROM row";
        using var reader = command.ExecuteReader();
        reader.Read();
        return string.Join('/', Enumerable.Range(0, 3).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)));
    }

    private static string InNaturalForm(string table)
    {
        var terms = FactDatabase.TermColumns.GetValueOrDefault(table) ?? [];
        var sql = new StringBuilder("SELECT t.* EXCLUDE (").AppendJoin(", ", terms.Prepend("document")).Append("), d.sha256");
        foreach (var term in terms) sql.Append(CultureInfo.InvariantCulture, $", t_{term}.text AS {term}");
        sql.Append(CultureInfo.InvariantCulture, $" FROM {table} t JOIN document d ON d.code = t.document");
        foreach (var term in terms) sql.Append(CultureInfo.InvariantCulture, $" LEFT JOIN term t_{term} ON t_{term}.code = t.{term}");
        return sql.ToString();
    }

    // Codes of sets, terms and documents differ from snapshot to snapshot: compare what they stand for.
    private static string FlowsInNaturalForm()
    {
        string[] terms = ["original_currency", "flow_type", "contribution_type", "method", "earmarking", "keywords", "budget_year"];
        string[] sets = [.. ObjectTypes.All.SelectMany(type => new[] { FlowColumns.Of(Side.Source, type), FlowColumns.Of(Side.Destination, type) })];
        var sql = new StringBuilder("SELECT f.* EXCLUDE (document, ").AppendJoin(", ", terms).Append(", ").AppendJoin(", ", sets).Append("), d.sha256");
        foreach (var term in terms) sql.Append(CultureInfo.InvariantCulture, $", t_{term}.text AS {term}");
        foreach (var set in sets) sql.Append(CultureInfo.InvariantCulture, $", s_{set}.content AS {set}");
        sql.Append(" FROM flow f JOIN document d ON d.code = f.document");
        foreach (var term in terms) sql.Append(CultureInfo.InvariantCulture, $" LEFT JOIN term t_{term} ON t_{term}.code = f.{term}");
        foreach (var set in sets) sql.Append(CultureInfo.InvariantCulture, $" LEFT JOIN {SetContents} s_{set} ON s_{set}.code = f.{set}");
        return sql.ToString();
    }
}

/// <summary>The columns that hold a flow's object sets.</summary>
internal static class FlowColumns
{
    private static readonly string[] Names = ["organization", "location", "usage_year", "plan", "emergency", "cluster", "global_cluster", "project"];

    /// <summary>The column of one type on one side.</summary>
    public static string Of(Side side, ObjectType type) => (side == Side.Source ? "src_" : "dst_") + Names[(int)type];
}
