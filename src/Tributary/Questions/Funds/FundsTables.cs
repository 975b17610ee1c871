using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Lays pooled funds out.</summary>
public static class FundsTables
{
    /// <summary>One fund by year, or one line for each fund.</summary>
    public static Tabulated Of(FundsAnswer answer)
    {
        List<string> notes =
        [
            "Of the flows in this ledger: it may lack what came in from, or went out to, other countries and years. What a fund moved to itself is left out.",
            .. AnswerNotes.Of(answer.Snapshot, answer.AsOf),
        ];
        return new Tabulated([answer.Funds is [var fund] ? ByYear(fund) : ByFund(answer)], notes);
    }

    private static Table ByYear(FundLine fund) => new($"{fund.Name}{(fund.Id is { } id ? $" ({id})" : "")}: {CellText.Money(fund.InUsd)} in, {CellText.Money(fund.OutUsd)} out, {CellText.Money(fund.BalanceUsd)} balance (US dollars)",
        [new("year", "year", Hxl: "#date+year"), .. Columns, new("balance since the first year", "carriedUsd", Cells.Money)],
        [.. fund.Years.Select(year => new object?[] { year.Year.Length > 0 ? year.Year : "not stated", year.InUsd, year.OutUsd, year.BalanceUsd, year.PledgedUsd, year.SharedUsd, year.CarriedUsd })]);

    private static Table ByFund(FundsAnswer answer) => new("Pooled funds (US dollars)",
        [new("fund", "name", Hxl: "#org+name"), new("id", "id", On: Shown.WithRoom, Hxl: "#org+id"), .. Columns, new("flows in", "flowsIn", Cells.Number, Shown.WithRoom), new("flows out", "flowsOut", Cells.Number, Shown.WithRoom)],
        [.. answer.Funds.Select(fund => new object?[] { fund.Name, fund.Id, fund.InUsd, fund.OutUsd, fund.BalanceUsd, fund.PledgedUsd, fund.SharedUsd, fund.FlowsIn, fund.FlowsOut })]);

    private static Column[] Columns =>
    [
        new("in", "inUsd", Cells.Money, Hxl: "#value+funding+in+usd"), new("out", "outUsd", Cells.Money, Hxl: "#value+funding+out+usd"), new("balance", "balanceUsd", Cells.Money, Hxl: "#value+balance+usd"),
        new("pledged to it", "pledgedUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+funding+pledged+usd"), new("shared", "sharedUsd", Cells.MoneyIfAny, Shown.WithRoom, "#value+funding+shared+usd"),
    ];
}
