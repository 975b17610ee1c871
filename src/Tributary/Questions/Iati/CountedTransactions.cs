using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>Counts the transactions of a filter: the latest word on each activity, each transaction with its own shares or else the activity's.</summary>
/// <remarks>
/// SQL groups transactions whose shares are alike and sums them exactly; the percentages are applied to those sums here, in <c>decimal</c>. Thousands of
/// different shares stand for millions of transactions.
/// </remarks>
internal sealed class CountedTransactions
{
    // As DateOnly numbers days.
    private const string RateDay = "(rate_day - DATE '0001-01-01')::INTEGER";

    private readonly Facts _facts;
    private readonly ActivityChoice _choice;
    private readonly List<ShareAxis> _axes;
    private readonly Dictionary<(ShareAxis Axis, string Key), Sharing> _sharings = [];
    private readonly HashSet<int> _regions;
    private readonly SumConverter? _converter;
    private readonly ConversionTally _converted = new();

    private CountedTransactions(Facts facts, ActivityFilter filter, ShareAxis? shared)
    {
        var choice = ActivityChoice.Of(facts, filter);
        (_facts, _choice, _converter) = (facts, choice, SumConverter.Of(facts, filter.ConvertTo));
        _axes = [.. choice.Wanted.Keys];
        if (shared is not null && !_axes.Contains(shared)) _axes.Add(shared);
        _regions = [.. IatiTerms.Of(facts, ShareAxis.OecdSectors)];
    }

    /// <summary>The transactions of a filter.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="filter">Which.</param>
    /// <param name="shared">What they are to be shared out over, beside what the filter asks for; null for nothing.</param>
    /// <exception cref="UnknownValueException">The filter names what the ledger does not know.</exception>
    public static CountedTransactions Of(Facts facts, ActivityFilter filter, ShareAxis? shared = null) => new(facts, filter, shared);

    /// <summary>Transactions that are alike, by some columns of theirs, of those to which the filter's countries and sectors apply; in the currency wanted where a rate is known.</summary>
    /// <param name="columns">Of <c>document</c>, <c>record</c>, <c>reporter_ref</c>, <c>reporter_name</c>.</param>
    /// <param name="token">Stops it.</param>
    public List<TransactionGroup> By(IReadOnlyList<string> columns, CancellationToken token)
    {
        if (_converter is null) return _facts.Query(Sql(columns), row => Group(row, columns.Count), token).FindAll(IsNamed);
        return [.. _facts.Query(Sql([.. columns, RateDay]), row => Group(row, columns.Count + 1), token).Where(IsNamed).Select(group => Converted(group, _converter))];
    }

    /// <summary>What was converted; null when nothing was to be.</summary>
    public Conversions? Conversions => _converter is { } converter ? _converted.For(converter.To) : null;

    /// <summary>The activities that have such transactions.</summary>
    public HashSet<(int Document, int Record)> Paying(CancellationToken token) => [.. By(["document", "record"], token).Select(group => (group.Columns[0]!.Value, group.Columns[1]!.Value))];

    /// <summary>The chosen activities, whether or not they have transactions: <c>document</c> and <c>record</c> of those to which the filter's countries and sectors apply.</summary>
    public HashSet<(int Document, int Record)> Activities(CancellationToken token)
    {
        var keys = Shares(_axes, out var effective, activityAlone: true);
        var sql = $"{_choice.Sql}{Ctes()} SELECT c.document, c.record, {effective}true FROM chosen c {keys} WHERE {_choice.ActivityHumanitarian}";
        return [.. _facts.Query(sql, row => (Document: row.GetInt32(0), Record: row.GetInt32(1), Named: IsNamed(row, 2)), token).Where(row => row.Named).Select(row => (row.Document, row.Record))];
    }

    /// <summary>What of an amount is inside the filter, and what may be because nobody states how it is shared out.</summary>
    /// <param name="group">The transactions.</param>
    /// <param name="but">An axis that is left out of it; null for none.</param>
    public (decimal Inside, decimal Undivided) Portion(TransactionGroup group, ShareAxis? but = null)
    {
        var (inside, most) = (group.Sum, group.Sum);
        foreach (var (axis, wanted) in _choice.Wanted)
        {
            if (axis == but) continue;
            var (percent, undivided) = group.Sharings[_axes.IndexOf(axis)].PercentOf(wanted);
            if (percent != 100) inside = inside * percent / 100;
            if (percent + undivided != 100) most = most * (percent + undivided) / 100;
        }
        return (inside, most - inside);
    }

    /// <summary>How a group is shared out over an axis.</summary>
    public Sharing SharingOf(TransactionGroup group, ShareAxis axis) => group.Sharings[_axes.IndexOf(axis)];

    /// <summary>What the filter wants of an axis; null for all of it.</summary>
    public IReadOnlySet<ShareCode>? WantedOf(ShareAxis axis) => _choice.Wanted.GetValueOrDefault(axis);

    // Whether the filter's countries and sectors are named at all, so that the transactions belong to it.
    private bool IsNamed(TransactionGroup group) => _choice.Wanted.All(wanted => group.Sharings[_axes.IndexOf(wanted.Key)].Names(wanted.Value));

    private bool IsNamed(DuckDBDataReader row, int first) => _choice.Wanted.All(wanted => Known(wanted.Key, row.GetText(first + _axes.IndexOf(wanted.Key))).Names(wanted.Value));

    private string Sql(IReadOnlyList<string> columns)
    {
        var keys = Shares(_axes, out var effective, activityAlone: false);
        return _choice.Sql + Ctes() + " " + FactDatabase.Sql("Questions/Iati/transactions.sql")
            .Replace("$columns", columns.Count == 0 ? "true" : string.Join(", ", columns), StringComparison.Ordinal)
            .Replace("$effective_keys", effective, StringComparison.Ordinal)
            .Replace("$keys", string.Concat(_axes.Select((_, index) => $"key{Text(index)}, ")), StringComparison.Ordinal)
            .Replace("$shares", keys, StringComparison.Ordinal)
            .Replace("$years", _choice.Years, StringComparison.Ordinal)
            .Replace("$humanitarian", _choice.Humanitarian, StringComparison.Ordinal);
    }

    // The shares of each activity (transaction 0) and transaction as one text, by axis.
    private string Ctes() => string.Concat(_axes.Select((axis, index) =>
        $"""
        , share{Text(index)} AS (
            SELECT s.document, s.record, s.transaction,
                   string_agg(concat_ws(',', kind::VARCHAR, coalesce(vocabulary::VARCHAR, ''), coalesce(code::VARCHAR, ''), coalesce(percentage::VARCHAR, '')), ';' ORDER BY kind, vocabulary, code, percentage) AS key
            FROM activity_share s JOIN chosen c ON c.document = s.document AND c.record = s.record
            WHERE {axis.Condition(_facts)}
            GROUP BY ALL)
        """));

    private static string Shares(List<ShareAxis> axes, out string effective, bool activityAlone)
    {
        var owner = activityAlone ? "c" : "t";
        effective = string.Concat(axes.Select((_, index) => activityAlone ? $"a{Text(index)}.key, " : $"coalesce(o{Text(index)}.key, a{Text(index)}.key) AS key{Text(index)}, "));
        return string.Join('\n', axes.Select((_, index) => (activityAlone ? "" : Join("o", index, "t.ordinal")) + Join("a", index, "0")));

        string Join(string name, int index, string transaction) =>
            $" LEFT JOIN share{Text(index)} {name}{Text(index)} ON {name}{Text(index)}.document = {owner}.document AND {name}{Text(index)}.record = {owner}.record AND {name}{Text(index)}.transaction = {transaction}";
    }

    private TransactionGroup Converted(TransactionGroup group, SumConverter converter)
    {
        DateOnly? day = group.Columns[^1] is { } number ? DateOnly.FromDayNumber(number) : null;
        var stated = group with { Columns = [.. group.Columns.SkipLast(1)] };
        if (group.Currency is not { } currency) return stated;
        var sum = converter.Convert(currency, group.Sum, day);
        _converted.Add(currency, day, sum, group.Count - group.Unreadable);
        return stated with { Currency = sum.Currency, Sum = sum.Value };
    }

    private TransactionGroup Group(DuckDBDataReader row, int columns)
    {
        var given = Math.Max(columns, 1);
        var count = given + 3 + _axes.Count;
        return new TransactionGroup(
            [.. Enumerable.Range(0, columns).Select(row.GetNumber)], IatiTerms.Text(_facts, row.GetNumber(given)), IatiTerms.Text(_facts, row.GetNumber(given + 1)), row.GetBoolean(given + 2),
            [.. _axes.Select((axis, index) => Known(axis, row.GetText(given + 3 + index)))],
            row.GetInt64(count), row.GetInt64(count) - row.GetInt64(count + 1), row.GetDay(count + 2), IatiTerms.Sum(row, count + 3));
    }

    private Sharing Known(ShareAxis axis, string? key)
    {
        if (key is null) return Sharing.None;
        if (!_sharings.TryGetValue((axis, key), out var sharing)) _sharings[(axis, key)] = sharing = Sharing.Read(key, _regions);
        return sharing;
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Transactions that are alike in all that is asked about.</summary>
/// <param name="Columns">What they were grouped by.</param>
/// <param name="Type">The code of their type; null when none is stated.</param>
/// <param name="Currency">Their currency; null when nobody states one: then they are in no sum.</param>
/// <param name="IsHumanitarian">What the transaction says, else its activity; not humanitarian where neither says.</param>
/// <param name="Sharings">How they are shared out, by axis.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Unreadable">Of them, without an amount that can be read: they are in no sum.</param>
/// <param name="Latest">The latest of their days.</param>
/// <param name="Sum">What they are together.</param>
internal sealed record TransactionGroup(IReadOnlyList<int?> Columns, string? Type, string? Currency, bool IsHumanitarian, IReadOnlyList<Sharing> Sharings, long Count, long Unreadable, DateOnly? Latest, decimal Sum);
