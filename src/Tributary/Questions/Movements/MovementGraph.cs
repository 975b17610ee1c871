using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>All activities of a ledger and the money that moved between them, each movement once.</summary>
internal sealed class MovementGraph
{
    private readonly ILookup<string, Movement> _into, _outOf;
    private readonly ILookup<string, TrailEnd> _ends;
    private HashSet<string>? _ids;

    private MovementGraph(IReadOnlyDictionary<string, ActivityNode> activities, IReadOnlyList<Movement> movements, IEnumerable<(string Activity, TrailEnd End)> ends)
    {
        Activities = activities;
        _into = movements.ToLookup(movement => movement.To, StringComparer.Ordinal);
        _outOf = movements.ToLookup(movement => movement.From, StringComparer.Ordinal);
        _ends = ends.ToLookup(end => end.Activity, end => end.End, StringComparer.Ordinal);
    }

    /// <summary>The activities that the ledger holds, by identifier.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Activities { get; }

    /// <summary>All identifiers: of activities that the ledger holds, and of those that they name.</summary>
    public IReadOnlyCollection<string> Ids => _ids ??= Activities.Keys.Concat(_into.Select(movements => movements.Key)).Concat(_outOf.Select(movements => movements.Key)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The movements into an activity, largest first.</summary>
    public IEnumerable<Movement> Into(string activity) => _into[activity];

    /// <summary>The movements out of an activity, largest first.</summary>
    public IEnumerable<Movement> OutOf(string activity) => _outOf[activity];

    /// <summary>Where its money can be followed no further, movements to activities that are not in the ledger left out.</summary>
    public IEnumerable<TrailEnd> EndsOf(string activity) => _ends[activity];

    /// <summary>An activity, whether the ledger holds it or only names it.</summary>
    public ActivityNode Node(string activity) => Activities.GetValueOrDefault(activity) ?? new ActivityNode(activity, null, null, null, null);

    /// <summary>The graph of a snapshot, made once for each choice of payments.</summary>
    public static MovementGraph Of(Facts facts, PaymentChoice choice, CancellationToken token) => facts.Remember($"{nameof(MovementGraph)} {choice.Key}", () => Load(facts, choice, token));

    private static MovementGraph Load(Facts facts, PaymentChoice choice, CancellationToken token)
    {
        var activities = LoadActivities(facts, token);
        var sides = new MovementSides(activities, SumConverter.Of(facts, choice.ConvertTo), new MovementSize(RateBook.Of(facts)));
        foreach (var payment in Payments(facts, choice, token)) sides.Take(payment);
        foreach (var (whole, part) in Parts(facts, token)) sides.TakePart(whole, part);
        sides.JoinByOrganisation();
        return new MovementGraph(activities, sides.Movements(), sides.Ends());
    }

    private static Dictionary<string, ActivityNode> LoadActivities(Facts facts, CancellationToken token) =>
        facts.Query($"SELECT activity_id, title, reporter_name, reporter_ref, document, line FROM activity WHERE ({facts.LatestWord}) AND activity_id IS NOT NULL",
            row => new ActivityNode(row.GetString(0), row.GetText(1), IatiTerms.Text(facts, row.GetNumber(2)) ?? IatiTerms.Text(facts, row.GetNumber(3)), IatiTerms.Text(facts, row.GetNumber(3)), facts.Locate(row.GetInt32(4), row.GetInt32(5))), token)
            .ToDictionary(activity => activity.Id, StringComparer.Ordinal);

    private static List<Payment> Payments(Facts facts, PaymentChoice choice, CancellationToken token) =>
        facts.Query(FactDatabase.Sql("Questions/Movements/payments.sql").Replace("$latest_word", facts.LatestWord, StringComparison.Ordinal).Replace("$chosen", choice.Sql, StringComparison.Ordinal).Replace("$rate_day", choice.ConvertTo is null ? "NULL::DATE" : "coalesce(t.value_date, t.date)", StringComparison.Ordinal), row => new Payment(
            row.GetString(0), row.GetString(1), row.GetText(2), row.GetText(3), IatiTerms.Text(facts, row.GetNumber(4)), IatiTerms.Text(facts, row.GetNumber(5)),
            facts.Terms[row.GetInt32(6)], row.GetDay(7), IatiTerms.Sum(row, 8), row.GetInt64(10), row.GetDay(11), row.GetDay(12)), token);

    // A parent (1) names its child (2), or the other way round.
    private static List<(string Whole, string Part)> Parts(Facts facts, CancellationToken token) => facts.Query(
        $"""
        SELECT a.activity_id, kind.text, r.activity_id
        FROM activity a JOIN related_activity r ON r.document = a.document AND r.record = a.record JOIN term kind ON kind.code = r.type
        WHERE ({facts.LatestWord}) AND a.activity_id IS NOT NULL AND kind.text IN ('1', '2')
        """,
        row => row.GetString(1) == "1" ? (row.GetString(2), row.GetString(0)) : (row.GetString(0), row.GetString(2)), token);
}

/// <summary>The sum of an activity's payments of one type between the same parties in one currency; where they are to be converted, for the rate of one day.</summary>
internal sealed record Payment(
    string Activity, string Type, string? ProviderActivity, string? ReceiverActivity, string? ReceiverRef, string? ReceiverName,
    string Currency, DateOnly? RateDay, decimal Value, long Transactions, DateOnly? First, DateOnly? Last)
{
    /// <summary>Whether it is money that came in.</summary>
    public bool IsIncoming => Type == TransactionTypes.IncomingFunds;
}
