using Tributary.Activities;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>A publisher in a snapshot: its identifier's term, or that of its name below zero; 0 for neither.</summary>
internal static class PublisherKey
{
    /// <summary>The key in SQL.</summary>
    public const string Sql = "coalesce(reporter_ref, -reporter_name, 0)";

    /// <summary>The key of an identifier and a name.</summary>
    public static int Of(int? identifier, int? name) => identifier ?? -name ?? 0;
}

/// <summary>A publisher's activities.</summary>
internal sealed record PublisherRecord(int Key, int? Ref, int? Name, long Activities, long Secondary, long Humanitarian, long Documents, DateOnly? LatestUpdate);

/// <summary>A publisher's transactions: how many state what.</summary>
internal sealed record TransactionRecord(long Count, long Humanitarian, long WithoutDate, DateOnly? Latest, long NamesActivity, long NamesOrganisation, long WithCountry, long WithPlace, long WithSector, long WithOtherSide)
{
    /// <summary>Two together: a publisher may write its name in several ways.</summary>
    public static TransactionRecord operator +(TransactionRecord one, TransactionRecord other) => new(
        one.Count + other.Count, one.Humanitarian + other.Humanitarian, one.WithoutDate + other.WithoutDate, one.Latest is null || other.Latest > one.Latest ? other.Latest : one.Latest, one.NamesActivity + other.NamesActivity,
        one.NamesOrganisation + other.NamesOrganisation, one.WithCountry + other.WithCountry, one.WithPlace + other.WithPlace, one.WithSector + other.WithSector, one.WithOtherSide + other.WithOtherSide);
}

/// <summary>Counts what publishers state.</summary>
internal static class PublisherRecords
{
    private static readonly string[] Incoming = [TransactionTypes.IncomingFunds, TransactionTypes.IncomingCommitment, TransactionTypes.IncomingPledge];

    /// <summary>Each publisher's activities.</summary>
    public static List<PublisherRecord> Of(Facts facts, CancellationToken token) => facts.Query(
        $"""
        SELECT {PublisherKey.Sql} AS publisher, any_value(reporter_ref), any_value(reporter_name), count(*), count(*) FILTER (is_secondary), count(*) FILTER (humanitarian), count(DISTINCT document), max(last_updated)::DATE
        FROM activity WHERE {facts.LatestWord} GROUP BY publisher
        """, row => new PublisherRecord(row.GetInt32(0), row.GetNumber(1), row.GetNumber(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetDay(7)), token);

    /// <summary>Each publisher's transactions.</summary>
    public static Dictionary<int, TransactionRecord> Transactions(Facts facts, CancellationToken token) => facts.Query(
        FactDatabase.Sql("Questions/Publishers/publishers.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal).Replace("$is_incoming", IatiTerms.IsOneOf(facts, "t.type", Incoming), StringComparison.Ordinal),
        row => (Key: PublisherKey.Of(row.GetNumber(0), row.GetNumber(1)), Stated: new TransactionRecord(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetDay(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11))), token)
        .GroupBy(publisher => publisher.Key).ToDictionary(publisher => publisher.Key, publisher => publisher.Select(line => line.Stated).Aggregate((one, other) => one + other));

    /// <summary>How many days lie between each publisher's transactions and their statement.</summary>
    public static Dictionary<int, Delays> Delays(Facts facts, CancellationToken token) => Questions.Delays.Of(facts,
        $"""
        SELECT {PublisherKey.Sql} AS publisher, least(a.last_updated::DATE, d.day) - t.date AS days, count(*)
        FROM activity_transaction t
        JOIN activity a ON a.document = t.document AND a.record = t.record
        JOIN document d ON d.code = t.document
        WHERE t.date IS NOT NULL AND {facts.LatestWord}
        GROUP BY publisher, days
        """, token);
}
