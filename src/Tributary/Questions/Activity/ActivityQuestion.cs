using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>What is known of one activity, where is it stated, and what else is stated of it?</summary>
public sealed record ActivityQuestion : IQuestion<ActivityAnswer>
{
    /// <summary>The IATI identifier, whatever its case.</summary>
    public required string Id { get; init; }

    /// <summary>The currency into which transactions are converted beside what they state, each at the rate of its value date, else of its day; null to leave them.</summary>
    public Currency? ConvertTo { get; init; }

    /// <inheritdoc/>
    /// <exception cref="UnknownValueException">No document that was known states it.</exception>
    public ActivityAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var statements = ActivityStatements.Of(facts, Find(facts, token), token);
        var stated = statements[0];
        var parts = new ActivityParts(facts, stated.Document, stated.Record, token);
        return facts.Query(
            $"""
            SELECT activity_id, title, reporter_ref, reporter_name, reporter_type, is_secondary, status, hierarchy, humanitarian, version, default_currency, default_language, epoch_us(last_updated),
                   planned_start, actual_start, planned_end, actual_end, flow_type, finance_type, aid_type, tied_status, details, line
            FROM activity WHERE {parts.Key}
            """, row => Answer(facts, row, parts, statements), token)[0];
    }

    private ActivityAnswer Answer(Facts facts, DuckDBDataReader row, ActivityParts parts, IReadOnlyList<KnownStatement> statements)
    {
        bool? humanitarian = row.IsDBNull(8) ? null : row.GetBoolean(8);
        var transactions = parts.Transactions(humanitarian == true);
        var conversions = Convert(facts, transactions);
        return new ActivityAnswer
        {
            Id = row.GetString(0),
            Title = row.GetText(1),
            Publisher = parts.Organisation(row.GetNumber(2), row.GetNumber(3), row.GetNumber(4), null),
            IsSecondary = row.GetBoolean(5),
            Status = IatiWords.Status(parts.Text(row, 6)),
            Hierarchy = row.GetNumber(7),
            IsHumanitarian = humanitarian,
            Version = parts.Text(row, 9),
            DefaultCurrency = parts.Text(row, 10),
            DefaultLanguage = parts.Text(row, 11),
            LastUpdated = ActivityStatements.Instant(row, 12),
            Dates = new ActivityDates(row.GetDay(13), row.GetDay(14), row.GetDay(15), row.GetDay(16)),
            Defaults = parts.Classification(row, 17),
            Parties = parts.Parties(),
            Shares = parts.Shares(0),
            Scopes = parts.Scopes(),
            Related = parts.Related(),
            Sums = CurrencySums.Of(transactions.Where(line => line is { Amount: not null, Currency: not null }).Select(Part)),
            Transactions = transactions,
            Budgets = parts.Budgets(),
            Details = DetailLines.Of(row.GetText(21)),
            Source = facts.Locate(statements[0].Document, row.GetInt32(22)),
            Statements = [.. statements.Select(statement => statement.Line)],
            Conversions = conversions,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }

    private static CountedPart Part(TransactionLine line) => new(line.Type, line.Converted?.Currency ?? line.Currency!, line.IsHumanitarian, line.Converted?.Value ?? line.Amount!.Value, 1);

    private Conversions? Convert(Facts facts, List<TransactionLine> lines)
    {
        if (SumConverter.Of(facts, ConvertTo) is not { } converter) return null;
        var tally = new ConversionTally();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at] is not { Amount: { } amount, Currency: { } currency } line) continue;
            var sum = converter.Convert(currency, amount, line.RateDay);
            tally.Add(currency, line.RateDay, sum, 1);
            if (sum.Rate is { } rate) lines[at] = line with { Converted = new ConvertedAmount(sum.Value, sum.Currency, rate.Rate, rate.First, rate.Last, [.. rate.Sources]) };
        }
        return tally.For(converter.To);
    }

    private string Find(Facts facts, CancellationToken token) =>
        ActivityIds.Find(facts.Query($"SELECT DISTINCT activity_id FROM activity WHERE activity_id IS NOT NULL AND {facts.WasStated}", row => row.GetString(0), token), Id);
}
