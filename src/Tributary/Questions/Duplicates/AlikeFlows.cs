using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>One flow of a pair, and what it adds to funding.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct AlikeFlow(long Id, decimal FundingUsd);

/// <summary>Two flows that look alike, and why.</summary>
internal sealed record AlikePair(AlikeFlow First, AlikeFlow Second, decimal AmountUsd, IReadOnlyList<DuplicateReason> Reasons)
{
    /// <summary>The rows of two flows whose descriptions are not the same, and are not compared yet; null for others.</summary>
    public (long First, long Second)? Texts { get; init; }

    public decimal Score { get; } = Math.Clamp(Reasons.Sum(reason => reason.Weight), 0, 1);
}

/// <summary>Finds them.</summary>
internal static class AlikeFlows
{
    // From this similarity on, two descriptions say the same in slightly other words.
    private const double NearDescription = 0.85;
    private const decimal NearWeight = 0.1m;

    /// <summary>All pairs with at least a score.</summary>
    public static List<AlikePair> Of(Facts facts, FlowFilter filter, decimal minScore, CancellationToken token)
    {
        var sql = CountedFlows.Of(facts, FundingQuestion.Of(filter) with { WithoutDuplicates = false }).With(", same_party(code, party) AS (" + SameObjects.Sql(facts, ObjectType.Organization) + ")" + FactDatabase.Sql("Questions/Duplicates/duplicates.sql"));
        var pairs = facts.Query(sql, Read, token);
        // Texts are long: they are read only of pairs that near ones could lift over the score.
        pairs.RemoveAll(pair => pair.Score + (pair.Texts is null ? 0 : NearWeight) < minScore);
        return WithTexts(facts, pairs, token).FindAll(pair => pair.Score >= minScore);
    }

    private static List<AlikePair> WithTexts(Facts facts, List<AlikePair> pairs, CancellationToken token)
    {
        var rows = string.Join(", ", pairs.Select(pair => pair.Texts).OfType<(long First, long Second)>().Select(texts => string.Create(CultureInfo.InvariantCulture, $"({texts.First}, {texts.Second})")));
        if (rows.Length == 0) return pairs;
        var similarities = facts.Query(FactDatabase.Sql("Questions/Duplicates/similarity.sql").Replace("$pairs", rows, StringComparison.Ordinal), row => KeyValuePair.Create((row.GetInt64(0), row.GetInt64(1)), row.GetDouble(2)), token).ToDictionary();
        return pairs.ConvertAll(pair => pair.Texts is { } texts ? new AlikePair(pair.First, pair.Second, pair.AmountUsd, [.. pair.Reasons, Description(similarities[texts])]) : pair);
    }

    private static AlikePair Read(DuckDBDataReader row) => new(new AlikeFlow(row.GetInt64(0), row.GetAmount(3)), new AlikeFlow(row.GetInt64(1), row.GetAmount(4)), row.GetAmount(2), [.. Reasons(row)])
    {
        Texts = !row.IsDBNull(7) && !row.GetBoolean(7) ? (row.GetInt64(16), row.GetInt64(17)) : null,
    };

    private static IEnumerable<DuplicateReason> Reasons(DuckDBDataReader row)
    {
        yield return new("same donor, recipient, amount and day", 0.5m);
        if (row.GetString(5) != row.GetString(6)) yield return new($"one is {row.GetString(5)}, the other {row.GetString(6)}", 0.05m);
        if (!row.IsDBNull(7) && row.GetBoolean(7)) yield return new("same description", 0.2m);
        if (!row.IsDBNull(8)) yield return row.GetBoolean(8) ? new("same reference", 0.15m) : new("different references", -0.25m);
        if (!row.IsDBNull(9) && row.GetBoolean(9)) yield return new("same amount in the original currency", 0.05m);
        if (!row.IsDBNull(10) && row.GetBoolean(10)) yield return new("parts of one flow", -0.2m);
        var different = Different(row);
        if (different.Count == 0) yield return new("same plan, country, usage year, cluster and project", 0.15m);
        foreach (var what in different) yield return new($"different {what}", -0.15m);
    }

    private static DuplicateReason Description(double similarity) => similarity >= NearDescription
        ? new(string.Create(CultureInfo.InvariantCulture, $"near descriptions ({similarity:0.00})"), NearWeight)
        : new(string.Create(CultureInfo.InvariantCulture, $"different descriptions ({similarity:0.00})"), -0.2m);

    private static List<string> Different(DuckDBDataReader row)
    {
        var different = new List<string>();
        foreach (var (column, what) in (ReadOnlySpan<(int, string)>)[(11, "plan"), (12, "country"), (13, "usage year"), (14, "cluster"), (15, "project")])
        {
            if (!row.GetBoolean(column)) different.Add(what);
        }
        return different;
    }
}
