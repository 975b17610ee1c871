using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>What came into pooled funds, what went out, and what is left, by year?</summary>
/// <remarks>Of the flows that the ledger holds: a ledger of one country knows what a global fund gave there and not what it got.</remarks>
public sealed record FundsQuestion : IQuestion<FundsAnswer>
{
    /// <summary>The funds, by FTS id or name; empty for every organisation that sources call a pooled fund.</summary>
    public IReadOnlyList<string> Funds { get; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">A value names no organisation that the ledger knows.</exception>
    public FundsAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var names = FundNames.Of(facts, Funds);
        var movements = FundMovements.Of(facts, names, token);
        return new FundsAnswer
        {
            Funds = [.. movements.GroupBy(movement => movement.Fund.Name, StringComparer.Ordinal).Select(fund => Line([.. fund]))
                .OrderByDescending(fund => fund.InUsd + fund.OutUsd).ThenBy(fund => fund.Name, StringComparer.Ordinal)],
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static FundLine Line(List<FundMovement> movements)
    {
        var fund = movements.Select(movement => movement.Fund).OrderByDescending(fund => fund.Id is not null).First();
        var years = new List<FundYear>();
        foreach (var year in movements.GroupBy(movement => movement.Year).OrderBy(year => year.Key, StringComparer.Ordinal))
        {
            var (came, left) = (Sum(year, movement => movement.IsIn), Sum(year, movement => movement.IsOut));
            years.Add(new FundYear(year.Key, came, left, came - left, (years.Count == 0 ? 0 : years[^1].CarriedUsd) + came - left, Sum(year, movement => movement.IsPledgeIn), Sum(year, movement => movement.IsShared)));
        }
        var (inUsd, outUsd) = (years.Sum(year => year.InUsd), years.Sum(year => year.OutUsd));
        return new FundLine(fund.Id, fund.Name, inUsd, outUsd, inUsd - outUsd, years.Sum(year => year.PledgedUsd), years.Sum(year => year.SharedUsd),
            movements.Where(movement => movement.IsIn).Sum(movement => movement.Flows), movements.Where(movement => movement.IsOut).Sum(movement => movement.Flows), years);
    }

    private static decimal Sum(IEnumerable<FundMovement> movements, Func<FundMovement, bool> chosen) => movements.Where(chosen).Sum(movement => movement.AmountUsd);
}

/// <summary>Pooled funds, those that moved most money first. All amounts are US dollars.</summary>
public sealed record FundsAnswer
{
    /// <summary>The funds.</summary>
    public required IReadOnlyList<FundLine> Funds { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One fund.</summary>
/// <param name="Id">FTS's id; null where no document states one.</param>
/// <param name="Name">Its name.</param>
/// <param name="InUsd">Committed and paid into it.</param>
/// <param name="OutUsd">Committed and paid by it.</param>
/// <param name="BalanceUsd">In less out; negative when the ledger holds more of what went out.</param>
/// <param name="PledgedUsd">Pledged to it; never part of what came in.</param>
/// <param name="SharedUsd">Of flows that name it among other organisations: an unknown part is its own, so none is counted.</param>
/// <param name="FlowsIn">Flows behind what came in.</param>
/// <param name="FlowsOut">Flows behind what went out.</param>
/// <param name="Years">The same by year.</param>
public sealed record FundLine(
    string? Id, string Name, decimal InUsd, decimal OutUsd, decimal BalanceUsd, decimal PledgedUsd, decimal SharedUsd, long FlowsIn, long FlowsOut, IReadOnlyList<FundYear> Years);

/// <summary>One fund in one usage year: of what came in, the destination's; of what went out, the source's.</summary>
/// <param name="Year">The year; several joined by a comma when a flow is for all of them; empty when none is stated.</param>
/// <param name="InUsd">Committed and paid into it.</param>
/// <param name="OutUsd">Committed and paid by it.</param>
/// <param name="BalanceUsd">In less out.</param>
/// <param name="CarriedUsd">The balances of this year and those before it.</param>
/// <param name="PledgedUsd">Pledged to it.</param>
/// <param name="SharedUsd">Of flows that name it among others.</param>
public sealed record FundYear(string Year, decimal InUsd, decimal OutUsd, decimal BalanceUsd, decimal CarriedUsd, decimal PledgedUsd, decimal SharedUsd);
