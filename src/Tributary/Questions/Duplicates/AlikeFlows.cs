using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>One flow of a pair, and what it adds to funding.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct AlikeFlow(long Id, decimal FundingUsd);

/// <summary>Two flows that look alike, and why.</summary>
internal sealed record AlikePair(AlikeFlow First, AlikeFlow Second, decimal AmountUsd, decimal Score, IReadOnlyList<DuplicateReason> Reasons);

/// <summary>Finds them.</summary>
internal static class AlikeFlows
{
    /// <summary>Pairs that are looked at, at most. A thousand flows that are all alike are half a million pairs: a question without bounds would never end.</summary>
    internal const int LookedAtMax = 5_000_000;

    /// <summary>Pairs that are kept, at most.</summary>
    internal const int KeptMax = 200_000;

    private const string Narrow = "narrow the question, with --country, --plan or --year";

    // From this similarity on, two descriptions say the same in slightly other words.
    private const double NearDescription = 0.85;

    private static readonly (int Column, string Text)[] Differences = [(11, "different plan"), (12, "different country"), (13, "different usage year"), (14, "different cluster"), (15, "different project")];

    /// <summary>All pairs with at least a score.</summary>
    /// <exception cref="UnknownValueException">There are too many.</exception>
    public static List<AlikePair> Of(Facts facts, FlowFilter filter, decimal minScore, CancellationToken token)
    {
        var sql = CountedFlows.Of(facts, FundingQuestion.Of(filter) with { WithoutDuplicates = false }).With(", same_party(code, party) AS (" + SameObjects.Sql(facts, ObjectType.Organization) + ")" + FactDatabase.Sql("Questions/Duplicates/duplicates.sql"));
        var (lookedAt, kept) = (0, new List<AlikePair>());
        foreach (var pair in facts.Stream(sql, row => Read(row, minScore), token))
        {
            if (++lookedAt > LookedAtMax) throw TooMany($"more than {CellText.Number(LookedAtMax)} pairs of alike flows", LookedAtMax, Narrow);
            if (pair is not null) kept.Add(pair);
            if (kept.Count > KeptMax) throw TooMany(string.Create(CultureInfo.InvariantCulture, $"more than {CellText.Number(KeptMax)} pairs of alike flows with a score of {minScore} or more"), KeptMax, $"{Narrow}, or raise --min-score");
        }
        return kept;
    }

    /// <summary>In which of donor, recipient, amount and day two flows differ, in words; empty for flows that look alike.</summary>
    public static IReadOnlyList<string> Unlike(Facts facts, long first, long second, CancellationToken token)
    {
        var lines = FlowLines.ReadFlows(facts, [first, second], token);
        var (one, other) = (lines[first], lines[second]);
        // Sources write one organisation in several ways: names alone say nothing.
        var parties = facts.Query(string.Create(CultureInfo.InvariantCulture,
            $"WITH same_party(code, party) AS ({SameObjects.Sql(facts, ObjectType.Organization)}) SELECT f.flow_id, coalesce(d.party, f.src_organization), coalesce(r.party, f.dst_organization) FROM flow f LEFT JOIN same_party d ON d.code = f.src_organization LEFT JOIN same_party r ON r.code = f.dst_organization WHERE {facts.LatestWord} AND f.flow_id IN ({first}, {second})"),
            row => (Id: row.GetInt64(0), Donor: row.GetNumber(1), Recipient: row.GetNumber(2)), token).ToDictionary(flow => flow.Id);
        var differ = new List<string>();
        if (parties[first].Donor != parties[second].Donor) differ.Add($"donor ({one.Donor}, {other.Donor})");
        if (parties[first].Recipient != parties[second].Recipient) differ.Add($"recipient ({one.Recipient}, {other.Recipient})");
        if (one.AmountUsd != other.AmountUsd) differ.Add($"amount ({CellText.Money(one.AmountUsd)}, {CellText.Money(other.AmountUsd)})");
        if (one.Date != other.Date) differ.Add($"day ({CellText.Of(one.Date, Cells.Text)}, {CellText.Of(other.Date, Cells.Text)})");
        return differ;
    }

    private static UnknownValueException TooMany(string found, int most, string advice) => new($"duplicates: {found}; expected at most {CellText.Number(most)}; {advice}");

    // Most pairs of a question are below the score: for those no word is made.
    private static AlikePair? Read(DuckDBDataReader row, decimal minScore)
    {
        var score = Math.Clamp(Signs(row).Sum(sign => sign.Weight), 0, 1);
        return score < minScore ? null : new AlikePair(new AlikeFlow(row.GetInt64(0), row.GetAmount(3)), new AlikeFlow(row.GetInt64(1), row.GetAmount(4)), row.GetAmount(2), score, Reasons(row));
    }

    private static List<DuplicateReason> Reasons(DuckDBDataReader row)
    {
        object?[] words = [row.GetString(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetDouble(7)];
        return [.. Signs(row).Select(sign => new DuplicateReason(string.Format(CultureInfo.InvariantCulture, sign.Text, words), sign.Weight))];
    }

    // What speaks for one flow and against it. {0} and {1} stand for the two statuses, {2} for how near the descriptions are.
    private static IEnumerable<(string Text, decimal Weight)> Signs(DuckDBDataReader row)
    {
        yield return ("same donor, recipient, amount and day", 0.5m);
        if (row.GetString(5) != row.GetString(6)) yield return ("one is {0}, the other {1}", 0.05m);
        if (!row.IsDBNull(7)) yield return Description(row.GetDouble(7), areSame: row.GetBoolean(16));
        if (!row.IsDBNull(8)) yield return row.GetBoolean(8) ? ("same reference", 0.15m) : ("different references", -0.25m);
        if (!row.IsDBNull(9) && row.GetBoolean(9)) yield return ("same amount in the original currency", 0.05m);
        if (!row.IsDBNull(10) && row.GetBoolean(10)) yield return ("parts of one flow", -0.2m);
        var different = 0;
        foreach (var (column, text) in Differences)
        {
            if (row.GetBoolean(column)) continue;
            different++;
            yield return (text, -0.15m);
        }
        if (different == 0) yield return ("same plan, country, usage year, cluster and project", 0.15m);
    }

    private static (string Text, decimal Weight) Description(double similarity, bool areSame) => similarity switch
    {
        _ when areSame => ("same description", 0.2m),
        >= NearDescription => ("near descriptions ({2:0.00})", 0.1m),
        _ => ("different descriptions ({2:0.00})", -0.2m),
    };
}
