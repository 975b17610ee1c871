using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>What a line says of an activity beside its money.</summary>
internal sealed record ActivityHead((int Document, int Record) Key, string? Id, SumGroup Publisher, string? Title, string? Status, bool? IsHumanitarian, IReadOnlyList<string> Places, SourceLocation Source);

/// <summary>Reads them.</summary>
internal static class ActivityHeads
{
    /// <summary>Those of some activities.</summary>
    public static IEnumerable<ActivityHead> Of(Facts facts, IReadOnlySet<(int Document, int Record)> chosen, CancellationToken token)
    {
        if (chosen.Count == 0) return [];
        var places = Places(facts, token);
        return facts.Query($"SELECT document, record, line, activity_id, reporter_ref, reporter_name, title, status, humanitarian FROM activity WHERE {facts.LatestWord}", row =>
        {
            var key = (Document: row.GetInt32(0), Record: row.GetInt32(1));
            return chosen.Contains(key)
                ? new ActivityHead(key, row.GetText(3), PublisherNames.Of(facts, row.GetNumber(4), row.GetNumber(5)), row.GetText(6), IatiTerms.Text(facts, row.GetNumber(7)), row.IsDBNull(8) ? null : row.GetBoolean(8), [.. places[key]],
                    facts.Locate(key.Document, row.GetInt32(2)))
                : null;
        }, token).OfType<ActivityHead>();
    }

    private static ILookup<(int Document, int Record), string> Places(Facts facts, CancellationToken token) => facts.Query(
        $"""
        SELECT DISTINCT s.document, s.record, s.kind::VARCHAR, s.code
        FROM activity_share s JOIN activity a ON a.document = s.document AND a.record = s.record
        WHERE s.kind <> 'sector' AND s.code IS NOT NULL AND {facts.LatestWord}
        """, row => (Key: (row.GetInt32(0), row.GetInt32(1)), Kind: row.GetString(2), Code: facts.Terms[row.GetInt32(3)]), token)
        .OrderBy(place => place.Kind, StringComparer.Ordinal).ThenBy(place => place.Code, StringComparer.Ordinal).ToLookup(place => place.Key, place => place.Code);
}
