using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;

namespace Tributary.Ledgers;

/// <summary>Derives what no single document says: which statement of a flow is the latest word, which flows are gone, and which version of a list is in force.</summary>
/// <param name="connection">A draft with all its rows.</param>
/// <param name="sets">Its object sets by number.</param>
/// <param name="firstNewDocument">The first document that this draft added.</param>
/// <param name="firstNewFetch">The first fetch that it added.</param>
internal sealed class FactDerivation(DuckDBConnection connection, IReadOnlyCollection<KeyValuePair<int, ObjectSet>> sets, int firstNewDocument, int firstNewFetch)
{
    /// <summary>The order, in SQL, of the statements of one flow, the best first.</summary>
    /// <remarks>
    /// By the day of its last change, which all sources state; within a day by authority (the API states more than a CSV made
    /// from it); then by the version's number and instant, which the API states; then by the later document. The hash only
    /// makes the choice repeatable.
    /// </remarks>
    internal const string BestFirst = "flow.updated_at::DATE DESC NULLS LAST, document.authority DESC, flow.version_id DESC NULLS LAST, flow.updated_at DESC NULLS LAST, document.day DESC, document.sha256 DESC, flow.place";

    /// <summary>The order, in SQL, of the statements of one activity, the best first: changed later; then its own publisher's; then of the later document.</summary>
    internal static readonly string BestActivityFirst = BestRecordFirst("activity", "activity.is_secondary");

    /// <summary>Derives everything that the new rows can have changed.</summary>
    /// <param name="ids">The flow ids that the new documents state.</param>
    public void Run(FlowIdsSeen ids)
    {
        if (ids.MayRepeat || IsStatedBefore(ids)) FindLatestWords("flow", "flow_id", "place", $"flow_id BETWEEN {Text(ids.Low)} AND {Text(ids.High)}", BestFirst);
        foreach (var (code, gone) in Fetches()) AddGone(code, gone);
        if (connection.Scalar("SELECT count(*) FROM (FROM flow_gone LIMIT 1)") > 0) Execute("closed.sql", ("$best_first", BestFirst));
        Execute("figure-scope.sql");
        Execute("list-versions.sql");
        FindLatestWords("activity", "activity_id", "record", "activity_id IS NOT NULL", BestActivityFirst);
        FindLatestWords("organisation", "organisation_id", "record", "organisation_id IS NOT NULL", BestRecordFirst("organisation", "organisation.reporter_ref IS NULL"));
    }

    // Nothing was changed after the day of the document that says so. least() passes over NULL.
    private static string BestRecordFirst(string table, string isOfOthers) =>
        $"least({table}.last_updated::DATE, document.day) DESC, {isOfOthers}, document.day DESC, {table}.last_updated DESC NULLS LAST, document.sha256 DESC, {table}.record";

    private void FindLatestWords(string table, string id, string row, string among, string bestFirst) =>
        Execute("known.sql", ("$table", table), ("$id", id), ("$row", row), ("$among", among), ("$best_first", bestFirst));

    private List<(int Code, GoneFlows Gone)> Fetches()
    {
        var objects = connection.Column("SELECT fetch_code, type::VARCHAR, object_id, object_code, name FROM fetch_object",
            row => (Fetch: row.GetInt32(0), Object: new ScopeObject(Enum.Parse<ObjectType>(row.GetString(1)), row.GetText(2), row.GetText(3), row.GetText(4)))).ToLookup(row => row.Fetch, row => row.Object);
        var documents = connection.Column("SELECT fetch_code, document FROM fetch_document", row => (Fetch: row.GetInt32(0), Document: row.GetInt32(1))).ToLookup(row => row.Fetch, row => row.Document);
        return [.. connection.Column("SELECT code, day FROM completed_fetch ORDER BY code", row => (Code: row.GetInt32(0), Day: row.GetFieldValue<DateOnly>(1)))
            .Where(fetch => objects.Contains(fetch.Code))
            .Select(fetch => (fetch.Code, new GoneFlows(new FlowScope([.. objects[fetch.Code]]), fetch.Day, [.. documents[fetch.Code]])))];
    }

    // A statement of an earlier document and an earlier fetch were held against each other before.
    private void AddGone(int fetch, GoneFlows gone)
    {
        var further = fetch >= firstNewFetch ? "true" : $"f.document >= {Text(firstNewDocument)}";
        connection.Execute($"INSERT INTO flow_gone SELECT *, {Text(fetch)} FROM ({gone.Sql(sets, further)})");
    }

    // A flow that is stated once is the latest word on itself: there is nothing to rank.
    private bool IsStatedBefore(FlowIdsSeen ids) => connection.Scalar(
        $"SELECT count(*) FROM (FROM flow WHERE document < {Text(firstNewDocument)} AND flow_id BETWEEN {Text(ids.Low)} AND {Text(ids.High)} LIMIT 1)") > 0;

    private void Execute(string name, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var sql = FactDatabase.Sql("Ledger/Facts/" + name)
            .Replace("$first_new", Text(firstNewDocument), StringComparison.Ordinal)
            .Replace("$first_fetch", Text(firstNewFetch), StringComparison.Ordinal);
        foreach (var (placeholder, value) in values) sql = sql.Replace(placeholder, value, StringComparison.Ordinal);
        connection.Execute(sql);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
