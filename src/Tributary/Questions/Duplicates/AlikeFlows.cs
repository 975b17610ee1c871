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
    public decimal Score { get; } = Math.Clamp(Reasons.Sum(reason => reason.Weight), 0, 1);
}

/// <summary>Finds them.</summary>
internal static class AlikeFlows
{
    // From this similarity on, two descriptions say the same in slightly other words.
    private const double NearDescription = 0.85;

    /// <summary>All pairs with at least a score.</summary>
    public static List<AlikePair> Of(Facts facts, FlowFilter filter, decimal minScore, CancellationToken token)
    {
        var sql = CountedFlows.Of(facts, FundingQuestion.Of(filter) with { WithoutDuplicates = false }).With(", same_party(code, party) AS (" + SameObjects.Sql(facts, ObjectType.Organization) + ")" + FactDatabase.Sql("Questions/Duplicates/duplicates.sql"));
        return facts.Query(sql, Read, token).FindAll(pair => pair.Score >= minScore);
    }

    private static AlikePair Read(DuckDBDataReader row) => new(new AlikeFlow(row.GetInt64(0), row.GetAmount(3)), new AlikeFlow(row.GetInt64(1), row.GetAmount(4)), row.GetAmount(2), [.. Reasons(row)]);

    private static IEnumerable<DuplicateReason> Reasons(DuckDBDataReader row)
    {
        yield return new("same donor, recipient, amount and day", 0.5m);
        if (row.GetString(5) != row.GetString(6)) yield return new($"one is {row.GetString(5)}, the other {row.GetString(6)}", 0.05m);
        if (!row.IsDBNull(7)) yield return Description(row.GetDouble(7), areSame: row.GetBoolean(16));
        if (!row.IsDBNull(8)) yield return row.GetBoolean(8) ? new("same reference", 0.15m) : new("different references", -0.25m);
        if (!row.IsDBNull(9) && row.GetBoolean(9)) yield return new("same amount in the original currency", 0.05m);
        if (!row.IsDBNull(10) && row.GetBoolean(10)) yield return new("parts of one flow", -0.2m);
        var different = Different(row);
        if (different.Count == 0) yield return new("same plan, country, usage year, cluster and project", 0.15m);
        foreach (var what in different) yield return new($"different {what}", -0.15m);
    }

    private static DuplicateReason Description(double similarity, bool areSame) => similarity switch
    {
        _ when areSame => new("same description", 0.2m),
        >= NearDescription => new(string.Create(CultureInfo.InvariantCulture, $"near descriptions ({similarity:0.00})"), 0.1m),
        _ => new(string.Create(CultureInfo.InvariantCulture, $"different descriptions ({similarity:0.00})"), -0.2m),
    };

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
