using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Tributary.Listings;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>The entries of sanctions lists in a snapshot.</summary>
public static class ListedEntries
{
    private const string Columns = "e.document, e.place, v.list::VARCHAR, v.known_from, c.body, c.hash";
    private const string Tables = "listed_entry e JOIN list_version v ON v.document = e.document JOIN listed_content c ON c.code = e.content_code";

    /// <summary>All entries that are on a list as of the facts' day: those of the version of each list that is in force then.</summary>
    /// <remarks>Read once and kept as long as the facts are open.</remarks>
    public static IReadOnlyList<ListedEntry> Of(Facts facts) => facts.Remember(nameof(ListedEntries), () => Query(facts, facts.LatestWord, CancellationToken.None));

    /// <summary>The entries of one version.</summary>
    internal static List<ListedEntry> Of(Facts facts, KnownListVersion version, CancellationToken token) => Query(facts, $"e.document = {version.Document}", token);

    /// <summary>The entries with a reference in all versions that were known, the latest first.</summary>
    internal static List<ListedEntry> WithId(Facts facts, string id, CancellationToken token) =>
        Query(facts, $"{facts.WasStated} AND lower(e.entry_id) = lower({FactDatabase.Literal(id)})", token, "ORDER BY v.list, v.known_from DESC, v.known_to DESC NULLS FIRST");

    /// <summary>Whether an entry is on a list as of the facts' day.</summary>
    internal static bool IsListed(Facts facts, SanctionsList list, string id) =>
        facts.Query($"SELECT 1 FROM {Tables} WHERE {facts.LatestWord} AND v.list = '{list.Word()}' AND e.entry_id = {FactDatabase.Literal(id)} LIMIT 1", row => row.GetInt32(0)).Count > 0;

    // Making entries of texts takes much longer than reading the texts: it is shared out among processors.
    private static List<ListedEntry> Query(Facts facts, string where, CancellationToken token, string order = "ORDER BY v.list, e.document, e.entry_id") =>
        [.. facts.Query($"SELECT {Columns} FROM {Tables} WHERE {where} {order}", row => Read(facts, row), token).AsParallel().AsOrdered().WithCancellation(token).Select(Entry)];

    private static Row Read(Facts facts, DuckDBDataReader row) =>
        new(SanctionsLists.Parse(row.GetString(2)), row.GetFieldValue<DateOnly>(3), facts.Locate(row.GetInt32(0), row.GetString(1)), row.GetString(4), row.GetString(5));

    private static ListedEntry Entry(Row row) => ListedBody.Read(Encoding.UTF8.GetBytes(row.Body)) with { List = row.List, Day = row.Day, Source = row.Source, Digest = UInt128.Parse(row.Hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) };

    private sealed record Row(SanctionsList List, DateOnly Day, SourceLocation Source, string Body, string Hash);
}

/// <summary>The versions of sanctions lists in a snapshot.</summary>
internal static class KnownListVersions
{
    /// <summary>All that were known as of the facts' day, by list and day.</summary>
    public static List<KnownListVersion> Of(Facts facts) => facts.Query(
        $"SELECT v.document, v.list::VARCHAR, v.entries, v.fields, v.known_from, v.known_to, d.authority FROM list_version v JOIN document d ON d.code = v.document WHERE {facts.WasStated} ORDER BY v.list, v.known_from, d.authority, d.sha256",
        row => Read(facts, row));

    /// <summary>Those that are in force as of the facts' day.</summary>
    public static List<KnownListVersion> InForce(Facts facts) => Of(facts).FindAll(version => facts.AsOf is { } day && version.IsInForceOn(day));

    private static KnownListVersion Read(Facts facts, DuckDBDataReader row) => new(row.GetInt32(0), SanctionsLists.Parse(row.GetString(1)), facts.Documents[row.GetInt32(0)],
        row.GetInt32(2), (ListedFields)row.GetInt32(3), row.GetFieldValue<DateOnly>(4), row.GetDay(5), row.GetInt32(6));
}

/// <summary>A version of a list as a snapshot knows it.</summary>
/// <param name="Document">Its document's number in the snapshot.</param>
/// <param name="List">The list.</param>
/// <param name="Stated">The document.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Fields">What its form can state.</param>
/// <param name="From">From when it is the latest word.</param>
/// <param name="To">Until when; null as long as it is. The same day when it never was.</param>
/// <param name="Authority">Of two of one day, the higher one counts.</param>
internal sealed record KnownListVersion(int Document, SanctionsList List, FactDocument Stated, int Entries, ListedFields Fields, DateOnly From, DateOnly? To, int Authority)
{
    /// <summary>Whether it was the latest word on a day.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && (To is null || To > day);
}
