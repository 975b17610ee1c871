using System.Globalization;
using DuckDB.NET.Data;
using Tributary.Ledgers;
using Tributary.Parties;
using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Reads all transactions between two parties, each under a name that is the same in every document that states it.</summary>
internal sealed class TransactionSides
{
    private const string Funding = "1", Implementing = "4", HumanitarianPlan = "2-1";
    private const int HashDigits = 12;

    private readonly Facts _facts;
    private readonly IatiParties _parties;
    private readonly CancellationToken _token;
    private readonly Dictionary<(int Document, int Record), ActivitySide> _activities = [];
    private readonly ILookup<(int Document, int Record, int Transaction), string> _countries;
    private readonly ILookup<(int Document, int Record, string Role), int> _roles;

    private TransactionSides(Facts facts, IatiParties parties, CancellationToken token)
    {
        (_facts, _parties, _token) = (facts, parties, token);
        _countries = Rows("SELECT s.document, s.record, s.transaction, s.code FROM activity a JOIN activity_share s ON s.document = a.document AND s.record = a.record WHERE ($latest_word) AND s.kind = 'country' AND s.code IS NOT NULL",
            row => (Key: (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), Code: Term(row, 3)!))
            .Select(share => (share.Key, Iso3: Countries.Find(share.Code, out var country) ? country.Iso3 : share.Code)).Distinct().ToLookup(share => share.Key, share => share.Iso3);
        _roles = Rows("SELECT p.document, p.record, p.role, p.ref, p.name FROM activity a JOIN activity_party p ON p.document = a.document AND p.record = a.record WHERE ($latest_word) AND p.role IS NOT NULL",
            row => (Key: (row.GetInt32(0), row.GetInt32(1), Term(row, 2)!), Party: parties.Take(Term(row, 3), Term(row, 4))))
            .Where(role => role.Party is not null).Distinct().ToLookup(role => role.Key, role => role.Party!.Value);
    }

    /// <summary>The latest word on each.</summary>
    public static List<TransactionSide> Of(Facts facts, IatiParties parties, CancellationToken token)
    {
        var reading = new TransactionSides(facts, parties, token);
        reading.ReadActivities();
        // What an organisation books from itself to itself moves between no two parties.
        return Named(reading.ReadTransactions()).FindAll(side => side.Provider is null || side.Provider != side.Receiver);
    }

    private void ReadActivities()
    {
        var plans = Rows("SELECT s.document, s.record, s.vocabulary, s.code FROM activity a JOIN activity_scope s ON s.document = a.document AND s.record = a.record WHERE ($latest_word)",
            row => (Key: (row.GetInt32(0), row.GetInt32(1)), Vocabulary: Term(row, 2), Code: Term(row, 3)!))
            .Where(scope => scope.Vocabulary == HumanitarianPlan).ToLookup(scope => scope.Key, scope => scope.Code);
        foreach (var (key, side) in Rows(FactDatabase.Sql("Questions/Reconcile/reconcile-activities.sql"), row => Activity(row, plans))) _activities[key] = side;
    }

    private ((int, int) Key, ActivitySide Side) Activity(DuckDBDataReader row, ILookup<(int, int), string> plans)
    {
        var key = (row.GetInt32(0), row.GetInt32(1));
        var id = row.GetText(3);
        var others = (row.GetText(7) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] references = [.. ReferenceKeys.Within(id).Concat(others.SelectMany(ReferenceKeys.Within)).Distinct(StringComparer.Ordinal)];
        // A document never changes: its line names an activity that has no name.
        var name = id ?? string.Create(CultureInfo.InvariantCulture, $"{_facts.Documents[key.Item1].Sha256[..HashDigits]}:{row.GetInt32(2)}");
        return (key, new ActivitySide(name, Term(row, 4), Term(row, 5), row.GetText(6), [.. plans[key].SelectMany(code => PlanIds.Find(_facts, code)).Distinct().Order().Select(plan => plan.ToString(CultureInfo.InvariantCulture))], references));
    }

    private List<(TransactionSide Side, string? Reference)> ReadTransactions()
    {
        var types = _facts.Terms.Where(term => TransactionSide.Types.Contains(term.Value)).Select(term => term.Key).Order().ToList();
        if (types.Count == 0) return [];
        var sql = FactDatabase.Sql("Questions/Reconcile/reconcile-transactions.sql").Replace("$types", string.Join(',', types), StringComparison.Ordinal);
        return Rows(sql, row => (Transaction(row), row.GetText(4)?.Trim()));
    }

    private TransactionSide Transaction(DuckDBDataReader row)
    {
        var (document, record, ordinal) = (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
        var (activity, type, currency) = (_activities[(document, record)], Term(row, 5)!, Term(row, 9));
        var isIncoming = TransactionSide.IsIncoming(type);
        var reporter = _parties.Take(activity.ReporterRef, activity.ReporterName);
        var provider = _parties.Take(Term(row, 10), Term(row, 11)) ?? (isIncoming ? Only(document, record, Funding) : reporter);
        var receiver = _parties.Take(Term(row, 12), Term(row, 13)) ?? (isIncoming ? reporter : Only(document, record, Implementing));
        decimal? value = row.IsDBNull(8) || currency is null || !Money.Currency.IsCode(currency) ? null : row.GetAmount(8);
        var own = _countries[(document, record, ordinal)].ToList();
        return new TransactionSide(
            "", activity, type, value, value is null ? null : currency, row.GetDay(6), row.GetDay(7), provider, receiver,
            own.Count > 0 ? own : [.. _countries[(document, record, 0)]], [.. ReferenceKeys.Within(row.GetText(4))],
            _facts.Locate(document, row.GetInt32(3)));
    }

    // Of several nobody knows which it is.
    private int? Only(int document, int record, string role) => _roles[(document, record, role)].ToList() is [var only] ? only : null;

    // A reference names a transaction where its activity has it once. Others are told apart by what they state, and those that state the same are counted.
    private static List<TransactionSide> Named(List<(TransactionSide Side, string? Reference)> read)
    {
        var uses = read.Where(one => !string.IsNullOrEmpty(one.Reference)).GroupBy(one => (one.Side.Activity.Name, one.Reference)).ToDictionary(group => group.Key, group => group.Count());
        var taken = uses.Where(use => use.Value == 1).Select(use => $"{use.Key.Name}#{use.Key.Reference}").ToHashSet(StringComparer.Ordinal);
        return read.ConvertAll(one =>
        {
            if (!string.IsNullOrEmpty(one.Reference) && uses[(one.Side.Activity.Name, one.Reference)] == 1) return one.Side with { Name = $"{one.Side.Activity.Name}#{one.Reference}" };
            var described = $"{one.Side.Activity.Name}#{TransactionSide.Described(one.Side.Type, one.Side.Date, one.Side.Value, one.Side.Currency)}";
            var name = described;
            for (var count = 2; !taken.Add(name); count++) name = string.Create(CultureInfo.InvariantCulture, $"{described}:{count}");
            return one.Side with { Name = name };
        });
    }

    private List<T> Rows<T>(string sql, Func<DuckDBDataReader, T> make) => _facts.Query(sql.Replace("$latest_word", _facts.LatestWord, StringComparison.Ordinal), make, _token);

    private string? Term(DuckDBDataReader row, int column) => row.GetNumber(column) is { } term ? _facts.Terms[term] : null;
}
