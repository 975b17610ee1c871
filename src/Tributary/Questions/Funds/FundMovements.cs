using System.Globalization;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Flows of one fund that are alike in direction, year and status.</summary>
internal sealed record FundMovement(Party Fund, bool IntoFund, string Year, string Status, bool IsShared, long Flows, decimal AmountUsd)
{
    public bool IsIn => IntoFund && !IsShared && Status != "pledge";

    public bool IsOut => !IntoFund && !IsShared && Status != "pledge";

    public bool IsPledgeIn => IntoFund && !IsShared && Status == "pledge";
}

/// <summary>Which organisations are pooled funds.</summary>
internal static class FundNames
{
    /// <summary>A judge of organisations: those named, or all that a source calls a pooled fund.</summary>
    public static Func<FlowObject, bool> Of(Facts facts, IReadOnlyList<string> funds)
    {
        if (funds.Count > 0) return ObjectMatcher.ForNames(facts, ObjectType.Organization, funds, "fund", "`tributary funds` lists the pooled funds").Matches;
        var ids = Members(facts).Where(IsCalledFund).Select(member => member.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var names = Members(facts).Where(IsCalledFund).Select(member => member.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return member => member.Id is { } id ? ids.Contains(id) : member.Name is { } name && names.Contains(name);
    }

    private static IEnumerable<FlowObject> Members(Facts facts) => facts.Sets(ObjectType.Organization).Values.SelectMany(set => set.Members);

    // FTS wrote "Pooled fund" until 2021 and writes "Pooled Funds" since.
    private static bool IsCalledFund(FlowObject member) => member.Kinds?.Contains("pooled fund", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Adds up what moved into and out of funds.</summary>
internal static class FundMovements
{
    /// <summary>All movements of the funds. Money that a fund moves to itself is none.</summary>
    public static List<FundMovement> Of(Facts facts, Func<FlowObject, bool> isFund, CancellationToken token)
    {
        var sets = facts.Sets(ObjectType.Organization).Where(set => set.Value.Members.Any(isFund)).ToDictionary();
        if (sets.Count == 0) return [];
        var sql = FactDatabase.Sql("Questions/Funds/funds.sql")
            .Replace("$funds", string.Join(',', sets.Keys.Select(code => code.ToString(CultureInfo.InvariantCulture))), StringComparison.Ordinal)
            .Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal);
        var groups = facts.Query(sql, row => (Source: row.GetNumber(0) ?? 0, Destination: row.GetNumber(1) ?? 0, SourceYear: row.GetNumber(2) ?? 0, DestinationYear: row.GetNumber(3) ?? 0,
            Status: row.GetString(4), Flows: row.GetInt64(5), Sum: row.GetAmount(6)), token);
        var movements = new List<FundMovement>();
        foreach (var group in groups)
        {
            var (from, to) = (Funds(sets, group.Source, isFund), Funds(sets, group.Destination, isFund));
            var (outYear, inYear) = (Year(facts, group.SourceYear != 0 ? group.SourceYear : group.DestinationYear), Year(facts, group.DestinationYear));
            movements.AddRange(to.ExceptBy(from.Select(fund => fund.Name), fund => fund.Name).Select(fund => new FundMovement(fund, true, inYear, group.Status, sets[group.Destination].Members.Count > 1, group.Flows, group.Sum)));
            movements.AddRange(from.ExceptBy(to.Select(fund => fund.Name), fund => fund.Name).Select(fund => new FundMovement(fund, false, outYear, group.Status, sets[group.Source].Members.Count > 1, group.Flows, group.Sum)));
        }
        return movements;
    }

    private static List<Party> Funds(Dictionary<int, ObjectSet> sets, int code, Func<FlowObject, bool> isFund) =>
        sets.TryGetValue(code, out var set) ? [.. set.Members.Where(isFund).Select(member => new Party(member.Id, member.Name ?? member.Id!, member.Kinds))] : [];

    private static string Year(Facts facts, int set) => ObjectNames.InOrder(facts, ObjectType.UsageYear, set) ?? "";
}
