using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What was odd at import, by publisher.</summary>
/// <remarks>A document of one publisher tells how often. Of a document of several, the places that are listed tell whose activity they are in.</remarks>
internal static class PublisherOddities
{
    /// <summary>The oddities by the publishers' keys.</summary>
    public static ILookup<int, PublisherOddity> Of(Facts facts, CancellationToken token) => facts.Query(
        $"""
        WITH stated AS (
            SELECT document, line, {PublisherKey.Sql} AS publisher, {facts.LatestWord} AS counts FROM activity WHERE {facts.WasStated}),
        publishers AS (
            SELECT document, count(DISTINCT publisher) AS publishers, any_value(publisher) AS publisher FROM stated GROUP BY document HAVING bool_or(counts)),
        placed AS (
            SELECT document, code, try_cast(regexp_extract(place, '^line ([0-9]+)', 1) AS INTEGER) AS line FROM issue),
        found AS (
            SELECT p.publisher, i.code, i.count, false AS is_least FROM issue_count i JOIN publishers p ON p.document = i.document WHERE p.publishers = 1
            UNION ALL
            SELECT s.publisher, i.code, 1, c.count > (SELECT count(*) FROM issue l WHERE l.document = i.document AND l.code = i.code)
            FROM placed i
            JOIN publishers p ON p.document = i.document AND p.publishers > 1
            JOIN issue_count c ON c.document = i.document AND c.code = i.code
            ASOF JOIN stated s ON s.document = i.document AND i.line >= s.line)
        SELECT publisher, code, sum(count)::BIGINT, bool_or(is_least) FROM found GROUP BY publisher, code ORDER BY publisher, code
        """, row => (Publisher: row.GetInt32(0), Oddity: new PublisherOddity(row.GetString(1), row.GetInt64(2), row.GetBoolean(3))), token).ToLookup(found => found.Publisher, found => found.Oddity);
}
