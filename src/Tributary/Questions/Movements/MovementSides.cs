using Tributary.Activities;

namespace Tributary.Questions;

/// <summary>Puts together what the two sides of each movement state, and where trails end.</summary>
/// <param name="activities">The activities that the ledger holds.</param>
/// <param name="converter">Converts amounts; null to leave them as stated.</param>
internal sealed class MovementSides(IReadOnlyDictionary<string, ActivityNode> activities, SumConverter? converter)
{
    private readonly Dictionary<(string From, string To), Sides> _movements = [];
    private readonly Dictionary<(string Activity, TrailEndReason Reason, string? Receiver, string? Ref), Tally> _ends = [];
    private readonly HashSet<string> _paid = new(StringComparer.Ordinal);

    /// <summary>Takes what an activity states that it received or paid.</summary>
    public void Take(Payment payment)
    {
        if (payment.IsIncoming) TakeIncoming(payment);
        else TakeOutgoing(payment);
    }

    /// <summary>Takes a relation of a whole and its part.</summary>
    public void TakePart(string whole, string part)
    {
        if (whole != part) Between(whole, part).IsPart = true;
    }

    /// <summary>The movements, each once, largest first.</summary>
    public List<Movement> Movements() => [.. _movements.Select(movement => movement.Value.ToMovement(movement.Key)).Where(movement => !RepeatsBackwards(movement))
        .OrderByDescending(movement => movement.Amounts.Sum(amount => amount.Counted)).ThenBy(movement => movement.From, StringComparer.Ordinal).ThenBy(movement => movement.To, StringComparer.Ordinal)];

    /// <summary>Where trails end, by activity, largest first.</summary>
    public IEnumerable<(string Activity, TrailEnd End)> Ends() => _ends
        .Select(end => (end.Key.Activity, End: new TrailEnd(end.Key.Reason, end.Key.Receiver, end.Key.Ref, end.Value.Sums(), end.Value.Transactions) { Conversions = end.Value.Conversions }))
        .Concat(activities.Keys.Where(activity => !_paid.Contains(activity)).Select(activity => (Activity: activity, End: new TrailEnd(TrailEndReason.NothingPaid, null, null, [], 0))))
        .OrderByDescending(end => end.End.Amounts.Sum(amount => amount.Value)).ThenBy(end => end.Activity, StringComparer.Ordinal).ThenBy(end => end.End.Receiver, StringComparer.Ordinal);

    private void TakeIncoming(Payment payment)
    {
        // An activity that names itself as the one its money is from says nothing.
        if (payment.ProviderActivity is { } from && from != payment.Activity) Between(from, payment.Activity).ByReceiver.Add(payment);
    }

    private void TakeOutgoing(Payment payment)
    {
        _paid.Add(payment.Activity);
        if (payment.ProviderActivity is { } from && from != payment.Activity) Between(from, payment.Activity).Named.Add(payment);
        if (payment.ReceiverActivity is { } to && to != payment.Activity && payment.Type == TransactionTypes.Disbursement) Between(payment.Activity, to).ByProvider.Add(payment);
        else EndOf(payment).Add(payment);
    }

    private Tally EndOf(Payment payment)
    {
        var reason = payment.Type == TransactionTypes.Expenditure ? TrailEndReason.Spent : payment.ReceiverName is null && payment.ReceiverRef is null ? TrailEndReason.NoReceiverNamed : TrailEndReason.NoActivityNamed;
        var key = (payment.Activity, reason, payment.ReceiverName ?? payment.ReceiverRef, payment.ReceiverRef);
        return _ends.TryGetValue(key, out var end) ? end : _ends[key] = new Tally(converter);
    }

    private Sides Between(string from, string to) => _movements.TryGetValue((from, to), out var sides) ? sides : _movements[(from, to)] = new Sides(converter);

    // Where money moved, a relation the other way is the same link told from its other end.
    private bool RepeatsBackwards(Movement movement) => movement.Basis == MovementBasis.Part && _movements.TryGetValue((movement.To, movement.From), out var other) && other.HasMoney;

    private sealed class Sides(SumConverter? converter)
    {
        public Tally ByProvider { get; } = new(converter);

        public Tally ByReceiver { get; } = new(converter);

        public Tally Named { get; } = new(converter);

        public bool IsPart { get; set; }

        public bool HasMoney => ByProvider.Transactions + ByReceiver.Transactions + Named.Transactions > 0;

        public Movement ToMovement((string From, string To) between)
        {
            var basis = (ByProvider.Transactions > 0, ByReceiver.Transactions > 0) switch
            {
                (true, true) => MovementBasis.BothSides,
                (true, false) => MovementBasis.Provider,
                (false, true) => MovementBasis.Receiver,
                _ => Named.Transactions > 0 ? MovementBasis.Named : MovementBasis.Part,
            };
            var received = basis == MovementBasis.Named ? Named : ByReceiver;
            var counted = ByProvider.Transactions > 0 ? ByProvider : received;
            var currencies = ByProvider.Currencies.Union(received.Currencies, StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new Movement(between.From, between.To, basis, [.. currencies.Select(currency => new MovementAmount(currency, ByProvider.Of(currency), received.Of(currency), counted.Of(currency) ?? 0))],
                ByProvider.Transactions + received.Transactions, Earlier(ByProvider.First, received.First), Later(ByProvider.Last, received.Last))
            {
                Conversions = Conversions.Together([ByProvider.Conversions, received.Conversions]),
            };
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;

    private sealed class Tally(SumConverter? converter)
    {
        private readonly ConversionTally _conversions = new();
        private readonly SortedDictionary<string, decimal> _sums = new(StringComparer.Ordinal);

        public long Transactions { get; private set; }

        public DateOnly? First { get; private set; }

        public DateOnly? Last { get; private set; }

        public Conversions? Conversions => converter is null ? null : _conversions.For(converter.To);

        public IEnumerable<string> Currencies => _sums.Keys;

        public decimal? Of(string currency) => _sums.TryGetValue(currency, out var sum) ? sum : null;

        public List<CurrencySum> Sums() => [.. _sums.Select(sum => new CurrencySum(sum.Key, sum.Value))];

        public void Add(Payment payment)
        {
            var (currency, value) = Converted(payment);
            _sums[currency] = _sums.GetValueOrDefault(currency) + value;
            Transactions += payment.Transactions;
            (First, Last) = (Earlier(First, payment.First), Later(Last, payment.Last));
        }

        private (string Currency, decimal Value) Converted(Payment payment)
        {
            if (converter is null) return (payment.Currency, payment.Value);
            var sum = converter.Convert(payment.Currency, payment.Value, payment.RateDay);
            _conversions.Add(payment.Currency, payment.RateDay, sum, payment.Transactions);
            return (sum.Currency, sum.Value);
        }
    }
}
