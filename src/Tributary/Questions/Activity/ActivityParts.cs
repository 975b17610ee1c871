using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Activities;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Reads what one statement of an activity consists of.</summary>
internal sealed class ActivityParts
{
    private readonly Facts _facts;
    private readonly int _document, _record;
    private readonly CancellationToken _token;
    private readonly ILookup<int, ShareLine> _shares;

    public ActivityParts(Facts facts, int document, int record, CancellationToken token)
    {
        (_facts, _document, _record, _token) = (facts, document, record, token);
        Key = string.Create(CultureInfo.InvariantCulture, $"document = {document} AND record = {record}");
        var names = ShareNames.Of(facts, document, record, token);
        _shares = facts.Query($"SELECT transaction, kind::VARCHAR, vocabulary, code, percentage, name FROM activity_share WHERE {Key}",
            row => (Transaction: row.GetInt32(0), Share: Share(row, names)), token)
            .OrderBy(share => share.Share.Kind).ThenBy(share => share.Share.Vocabulary, StringComparer.Ordinal).ThenBy(share => share.Share.Code, StringComparer.Ordinal).ToLookup(share => share.Transaction, share => share.Share);
    }

    /// <summary>The condition, in SQL, that a row is of this statement.</summary>
    public string Key { get; }

    /// <summary>The countries, regions and sectors of a transaction, or with 0 of the activity.</summary>
    public IReadOnlyList<ShareLine> Shares(int transaction) => [.. _shares[transaction]];

    /// <summary>Who takes part.</summary>
    public List<PartyLine> Parties() => _facts.Query($"SELECT role, ref, name, type, activity_id, crs_channel FROM activity_party WHERE {Key} ORDER BY ordinal",
        row => new PartyLine(IatiWords.Role(Text(row, 0)), Organisation(row.GetNumber(1), row.GetNumber(2), row.GetNumber(3), row.GetText(4))!, Text(row, 5)), _token);

    /// <summary>What it answers, with the plans that the ledger knows.</summary>
    public List<ScopeLine> Scopes()
    {
        var plans = PlanNames.All(_facts).Values.SelectMany(plan => new[] { (Code: plan.Code ?? "", Plan: plan), (Code: plan.Id.ToString(CultureInfo.InvariantCulture), Plan: plan) }).ToLookup(plan => plan.Code, plan => plan.Plan, StringComparer.OrdinalIgnoreCase);
        return _facts.Query($"SELECT type, vocabulary, code, name FROM activity_scope WHERE {Key}", row =>
        {
            var (vocabulary, code) = (Text(row, 1), Text(row, 2)!);
            var plan = vocabulary == ScopeVocabularies.Plan ? plans[code].FirstOrDefault() : null;
            return new ScopeLine(Text(row, 0) switch { "1" => "emergency", "2" => "appeal", var other => other }, vocabulary, code, Text(row, 3), plan?.Id, plan?.Name);
        }, _token);
    }

    /// <summary>Other activities, with those that the ledger has.</summary>
    public List<RelatedLine> Related() => _facts.Query(string.Create(CultureInfo.InvariantCulture,
        $"""
        SELECT r.type, r.activity_id, any_value(a.title), count(a.document)
        FROM related_activity r LEFT JOIN (SELECT document, activity_id, title FROM activity WHERE {_facts.LatestWord}) a ON a.activity_id = r.activity_id
        WHERE r.document = {_document} AND r.record = {_record}
        GROUP BY ALL ORDER BY ALL
        """), row => new RelatedLine(IatiWords.Relation(Text(row, 0)), row.GetString(1), row.GetText(2), row.GetInt64(3) > 0), _token);

    /// <summary>The transactions by their days.</summary>
    /// <param name="humanitarian">What counts where they do not say.</param>
    public List<TransactionLine> Transactions(bool humanitarian) => _facts.Query(
        $"""
        SELECT ordinal, line, reference, type, humanitarian, date, value, currency, currency_basis::VARCHAR, value_date, description,
               provider_ref, provider_name, provider_type, provider_activity, receiver_ref, receiver_name, receiver_type, receiver_activity,
               channel, flow_type, finance_type, aid_type, tied_status, details
        FROM activity_transaction WHERE {Key} ORDER BY date NULLS LAST, ordinal
        """, row => Transaction(row, humanitarian), _token);

    /// <summary>Budgets, then planned disbursements, by their periods.</summary>
    public List<BudgetLine> Budgets() => _facts.Query(
        $"""
        SELECT kind::VARCHAR, type, status, start_date, end_date, value, currency, currency_basis::VARCHAR, value_date,
               provider_ref, provider_name, provider_type, provider_activity, receiver_ref, receiver_name, receiver_type, receiver_activity, details, line
        FROM iati_budget WHERE {Key} ORDER BY kind, start_date NULLS LAST, ordinal
        """, Budget, _token);

    /// <summary>An organisation; null where nothing is stated.</summary>
    public OrganisationLine? Organisation(int? identifier, int? name, int? type, string? activity) => identifier is null && name is null && type is null && activity is null ? null
        : new OrganisationLine(IatiTerms.Text(_facts, identifier), IatiTerms.Text(_facts, name), IatiWords.OrganisationType(IatiTerms.Text(_facts, type)), activity);

    /// <summary>Four codes from a column on.</summary>
    public Classification Classification(DuckDBDataReader row, int column) => new(Text(row, column), Text(row, column + 1), Text(row, column + 2), Text(row, column + 3));

    /// <summary>The word of a column; null for none.</summary>
    public string? Text(DuckDBDataReader row, int column) => IatiTerms.Text(_facts, row.GetNumber(column));

    private TransactionLine Transaction(DuckDBDataReader row, bool humanitarian)
    {
        bool? stated = row.IsDBNull(4) ? null : row.GetBoolean(4);
        return new TransactionLine
        {
            Ordinal = row.GetInt32(0),
            Reference = row.GetText(2),
            Type = Text(row, 3),
            TypeName = TransactionTypes.NameOf(Text(row, 3)),
            Date = row.GetDay(5),
            Amount = Amount(row, 6),
            Currency = Text(row, 7),
            CurrencyBasis = Enum.Parse<CurrencyBasis>(row.GetString(8), ignoreCase: true),
            ValueDate = row.GetDay(9),
            StatedHumanitarian = stated,
            IsHumanitarian = stated ?? humanitarian,
            Provider = Side(row, 11),
            Receiver = Side(row, 15),
            Description = row.GetText(10),
            Channel = Text(row, 19),
            Classification = Classification(row, 20),
            Shares = Shares(row.GetInt32(0)),
            Details = DetailLines.Of(row.GetText(24)),
            Source = _facts.Locate(_document, row.GetInt32(1)),
        };
    }

    private BudgetLine Budget(DuckDBDataReader row) => new()
    {
        Kind = row.GetString(0) == "budget" ? BudgetKind.Budget : BudgetKind.PlannedDisbursement,
        Type = Text(row, 1) switch { "1" => "original", "2" => "revised", var other => other },
        Status = Text(row, 2) switch { "1" => "indicative", "2" => "committed", var other => other },
        Start = row.GetDay(3),
        End = row.GetDay(4),
        Amount = Amount(row, 5),
        Currency = Text(row, 6),
        CurrencyBasis = Enum.Parse<CurrencyBasis>(row.GetString(7), ignoreCase: true),
        ValueDate = row.GetDay(8),
        Provider = Side(row, 9),
        Receiver = Side(row, 13),
        Details = DetailLines.Of(row.GetText(17)),
        Source = _facts.Locate(_document, row.GetInt32(18)),
    };

    private OrganisationLine? Side(DuckDBDataReader row, int column) => Organisation(row.GetNumber(column), row.GetNumber(column + 1), row.GetNumber(column + 2), row.GetText(column + 3));

    private static decimal? Amount(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetAmount(column);

    private ShareLine Share(DuckDBDataReader row, ShareNames names)
    {
        var kind = Enum.Parse<ShareKind>(row.GetString(1), ignoreCase: true);
        var known = row.GetNumber(3) is { } code ? names.Of(new ShareCode(kind, row.GetNumber(2), code)) : null;
        return new ShareLine(kind, Text(row, 2), Text(row, 3), Text(row, 5) ?? known, Amount(row, 4));
    }
}
