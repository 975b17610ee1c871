using System.Globalization;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How one document, or a whole answer that lacks flows, changed counted funding on one day.</summary>
internal sealed record FundingChange(DateOnly Day, int? Document, string? Fetch, long New, long Changed, long Closed, decimal ChangeUsd)
{
    public HistoryCause ToCause(Facts facts) => new(HistoryCause.Flows, ChangeUsd, New, Changed, Closed,
        Document is { } document ? facts.Locate(document, "") : null,
        Fetch is null ? "" : $"the whole answer to {Fetch} no longer has them");
}

/// <summary>Finds them.</summary>
internal static class FundingChanges
{
    /// <summary>All changes, by day. Statements that say again what was known are none.</summary>
    public static List<FundingChange> Of(Facts facts, FlowFilter filter, CancellationToken token)
    {
        var until = facts.Until is { } day ? string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'") : "DATE 'infinity'";
        var sql = FactDatabase.Sql("Questions/History/history.sql").Replace("$until", until, StringComparison.Ordinal);
        return facts.Query(CountedFlows.OfAllTimes(facts, filter).With(sql), row => new FundingChange(
            row.GetFieldValue<DateOnly>(0), row.GetNumber(1), row.GetText(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetAmount(6)), token);
    }
}
