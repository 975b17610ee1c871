using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>Names of countries, regions and sectors.</summary>
/// <remarks>Countries and clusters have names of their own; of regions and other sectors the ledger knows the names that publishers state.</remarks>
internal sealed class ShareNames
{
    private readonly Facts _facts;
    private readonly Dictionary<ShareCode, int> _stated;

    private ShareNames(Facts facts, Dictionary<ShareCode, int> stated) => (_facts, _stated) = (facts, stated);

    /// <summary>The names on one axis.</summary>
    public static ShareNames Of(Facts facts, ShareAxis axis, CancellationToken token) => Of(facts, axis.Condition(facts), token);

    /// <summary>The names of what one activity states.</summary>
    public static ShareNames Of(Facts facts, int document, int record, CancellationToken token) =>
        Of(facts, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"(kind, vocabulary, code) IN (SELECT (kind, vocabulary, code) FROM activity_share WHERE document = {document} AND record = {record})"), token);

    /// <summary>The name; null where nobody states one.</summary>
    public string? Of(ShareCode share)
    {
        var code = CodeOf(share);
        if (share.Kind == ShareKind.Country && Countries.Find(code, out var country)) return country.Name;
        if (share.Kind == ShareKind.Sector && VocabularyOf(share) == ShareAxis.GlobalClusters && IatiWords.Cluster(code) is { } cluster) return cluster;
        return _stated.TryGetValue(share, out var name) ? _facts.Terms[name] : null;
    }

    /// <summary>The code as it is stated; of countries ISO 3166 alpha-2, also where a publisher writes alpha-3.</summary>
    public string CodeOf(ShareCode share)
    {
        var code = _facts.Terms[share.Code];
        if (share.Kind != ShareKind.Country) return code;
        return Countries.ByIso3.TryGetValue(code.ToUpperInvariant(), out var country) ? country.Iso2 : code.ToUpperInvariant();
    }

    /// <summary>The vocabulary of the code; null for countries.</summary>
    public string? VocabularyOf(ShareCode share) => IatiTerms.Text(_facts, share.Vocabulary);

    // Of several names the one that is stated most, then the first that was.
    private static ShareNames Of(Facts facts, string condition, CancellationToken token) => new(facts, facts.Query(
        $"SELECT kind::VARCHAR, vocabulary, code, name FROM activity_share WHERE ({condition}) AND name IS NOT NULL AND code IS NOT NULL GROUP BY kind, vocabulary, code, name ORDER BY count(*) DESC, name",
        row => (Code: new ShareCode(Enum.Parse<ShareKind>(row.GetString(0), ignoreCase: true), row.GetNumber(1), row.GetInt32(2)), Name: row.GetInt32(3)), token)
        .DistinctBy(named => named.Code).ToDictionary(named => named.Code, named => named.Name));
}
