using System.Globalization;
using Tributary.Ledgers;

namespace Tributary.Tests.Sources.Iati;

/// <summary>The sums of <see cref="XmlSums"/> out of the facts, by SQL alone.</summary>
internal static class FactSums
{
    /// <summary>The sums of a document's statements, whether or not they are the latest word.</summary>
    public static XmlSums OfDocument(Facts facts, string sha256) => Of(facts, $"a.document = (SELECT code FROM document WHERE sha256 = '{sha256}')");

    /// <summary>The sums of the latest word.</summary>
    public static XmlSums OfLatest(Facts facts) => Of(facts, $"a.{facts.LatestWord}");

    private static XmlSums Of(Facts facts, string which)
    {
        var sums = new XmlSums();
        var shares = facts.Query($"SELECT s.document, s.record, s.transaction, s.kind::VARCHAR, v.text, c.text, s.percentage::VARCHAR FROM activity_share s LEFT JOIN term v ON v.code = s.vocabulary LEFT JOIN term c ON c.code = s.code WHERE s.kind <> 'sector'",
            row => (Key: (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), Place: new StatedPlace(row.GetString(3) == "country" ? null : row.GetString(4), row.GetText(5) ?? "", row.GetText(6) is { } percentage ? decimal.Parse(percentage, CultureInfo.InvariantCulture) : null)))
            .ToLookup(share => share.Key, share => share.Place);
        var rows = facts.Query($"""
            SELECT t.document, t.record, t.ordinal, coalesce(r.text, ''), coalesce(y.text, ''), coalesce(t.humanitarian, a.humanitarian, false), c.text, t.value::VARCHAR
            FROM activity_transaction t JOIN activity a ON a.document = t.document AND a.record = t.record
            LEFT JOIN term r ON r.code = a.reporter_ref LEFT JOIN term y ON y.code = t.type JOIN term c ON c.code = t.currency
            WHERE {which} AND t.value IS NOT NULL
            """,
            row => (Document: row.GetInt32(0), Record: row.GetInt32(1), Ordinal: row.GetInt32(2), Key: new SumKey(row.GetString(3), row.GetString(4), "", row.GetBoolean(5), row.GetString(6)), Value: decimal.Parse(row.GetString(7).TrimEnd('0'), CultureInfo.InvariantCulture)));
        foreach (var row in rows)
        {
            var own = shares[(row.Document, row.Record, row.Ordinal)].ToList();
            sums.Add(row.Key, row.Value, own.Count > 0 ? own : [.. shares[(row.Document, row.Record, 0)]]);
        }
        return sums;
    }
}
