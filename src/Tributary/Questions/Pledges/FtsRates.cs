using System.Globalization;
using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Gives pledges in US dollars: as their document states them, else by the rate of the flow of FTS that is nearest in time.</summary>
internal sealed class FtsRates(Facts facts, CancellationToken token)
{
    private const int PlacesKept = 2;

    private readonly Dictionary<(string Currency, DateOnly Day), (FlowId Flow, decimal Rate, DateOnly Day)?> _found = [];

    /// <summary>A pledge in US dollars, and how that was found.</summary>
    /// <returns>Null where no document states it and no flow states a rate.</returns>
    public (decimal? Usd, string Basis) InUsd(Pledge pledge)
    {
        var amount = pledge.Amount;
        if (amount.Currency == Currency.Usd) return (amount.Value, "");
        if (pledge.AmountUsd is { } stated) return (stated, "stated by the document");
        if (Nearest(amount.Currency.Code, pledge.MadeOn) is not { } rate) return (null, $"no flow of the ledger states a rate of {amount.Currency}");
        var days = Math.Abs(rate.Day.DayNumber - pledge.MadeOn.DayNumber);
        var distance = days == 0 ? "the day of the pledge" : string.Create(CultureInfo.InvariantCulture, $"{rate.Day:yyyy-MM-dd}, {days} days from the pledge");
        return (Math.Round(amount.Value / rate.Rate, PlacesKept, MidpointRounding.AwayFromZero),
            string.Create(CultureInfo.InvariantCulture, $"at {rate.Rate} {amount.Currency} to the dollar, the rate of FTS's flow {rate.Flow} of {distance}"));
    }

    private (FlowId Flow, decimal Rate, DateOnly Day)? Nearest(string currency, DateOnly day)
    {
        if (!_found.TryGetValue((currency, day), out var found)) _found[(currency, day)] = found = Find(currency, day);
        return found;
    }

    private (FlowId Flow, decimal Rate, DateOnly Day)? Find(string currency, DateOnly day)
    {
        var term = facts.Terms.FirstOrDefault(term => term.Value == currency).Key;
        if (term == 0) return null;
        var sql = FactDatabase.Sql("Questions/Pledges/nearest-rate.sql")
            .Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal)
            .Replace("$currency", term.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$day", string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'"), StringComparison.Ordinal);
        var rows = facts.Query(sql, row => (new FlowId(row.GetInt64(0)), row.GetAmount(1), row.GetFieldValue<DateOnly>(2)), token);
        return rows is [var nearest] ? nearest : null;
    }
}
