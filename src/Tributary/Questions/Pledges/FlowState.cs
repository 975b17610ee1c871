using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>A flow as the latest word on it states it, for holding it against pledges.</summary>
/// <param name="Id">FTS's id.</param>
/// <param name="AmountUsd">US dollars.</param>
/// <param name="OriginalAmount">The amount in its original currency; null where none is stated.</param>
/// <param name="OriginalCurrency">Its currency; null where none is stated.</param>
/// <param name="Status">How firm it is.</param>
/// <param name="Day">When it was, by <paramref name="DayBasis"/>; null where no day is stated.</param>
/// <param name="DayBasis">Which of its days that is.</param>
/// <param name="Donors">The set of organisations at its source; 0 for none. The other sets likewise.</param>
/// <param name="DonorPlaces">The set of places at its source.</param>
/// <param name="Recipients">The set of organisations at its destination.</param>
/// <param name="Places">The set of places at its destination.</param>
/// <param name="Plans">The set of plans at its destination.</param>
/// <param name="Years">The set of usage years at its destination.</param>
/// <param name="Source">The document that states it, and where.</param>
internal sealed record FlowState(
    FlowId Id, decimal AmountUsd, decimal? OriginalAmount, string? OriginalCurrency, FlowStatus Status, DateOnly? Day, string DayBasis,
    int Donors, int DonorPlaces, int Recipients, int Places, int Plans, int Years, SourceLocation Source)
{
    /// <summary>The amount in a currency, where the flow states it in that one; null elsewhere.</summary>
    public decimal? In(string currency) => currency == Money.Currency.Usd.Code ? AmountUsd : OriginalCurrency == currency ? OriginalAmount : null;
}

/// <summary>Reads flows as they are known now.</summary>
internal static class FlowStates
{
    /// <summary>The flows of these ids, as far as they are known.</summary>
    public static Dictionary<long, FlowState> Of(Facts facts, IEnumerable<long> ids, CancellationToken token)
    {
        var list = string.Join(',', ids.Distinct().Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return list.Length == 0 ? [] : Where(facts, $"flow_id IN ({list})", token).ToDictionary(flow => flow.Id.Value);
    }

    /// <summary>The flows for which a condition on the columns of <c>flow</c> holds.</summary>
    public static List<FlowState> Where(Facts facts, string choice, CancellationToken token) => facts.Query(
        FactDatabase.Sql("Questions/Pledges/pledge-flows.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal).Replace("$choice", choice, StringComparison.Ordinal),
        row => Read(facts, row), token);

    /// <summary>The day by which a flow is judged: that of the donor's decision, else its own, else that of the first report.</summary>
    public static (DateOnly? Day, string Basis) DayOf(DateOnly? decision, DateOnly? own, DateOnly? reported) =>
        decision is not null ? (decision, "decision date") : own is not null ? (own, "flow date") : reported is not null ? (reported, "first reported") : (null, "");

    private static FlowState Read(Facts facts, DuckDBDataReader row)
    {
        var (day, basis) = DayOf(row.GetDay(6), row.GetDay(7), row.GetDay(8));
        return new FlowState(
            new FlowId(row.GetInt64(0)), row.GetAmount(1), row.IsDBNull(2) ? null : row.GetAmount(2), row.GetNumber(3) is { } term ? facts.Terms[term] : null,
            Enum.Parse<FlowStatus>(row.GetString(5), ignoreCase: true), day, basis,
            row.GetNumber(9) ?? 0, row.GetNumber(10) ?? 0, row.GetNumber(11) ?? 0, row.GetNumber(12) ?? 0, row.GetNumber(13) ?? 0, row.GetNumber(14) ?? 0,
            facts.Locate(row.GetInt32(15), row.GetInt32(16)));
    }
}
