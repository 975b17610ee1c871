using Tributary.Activities;

namespace Tributary.Questions;

/// <summary>Puts together what the two sides of each movement state, and where trails end.</summary>
/// <param name="activities">The activities that the ledger holds.</param>
/// <param name="converter">Converts amounts; null to leave them as stated.</param>
/// <param name="size">Puts sums in order.</param>
internal sealed class MovementSides(IReadOnlyDictionary<string, ActivityNode> activities, SumConverter? converter, MovementSize size)
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
    public List<Movement> Movements() => [.. size.LargestFirst(
        _movements.Select(movement => movement.Value.ToMovement(movement.Key)).Where(movement => !RepeatsBackwards(movement)).OrderBy(movement => movement.From, StringComparer.Ordinal).ThenBy(movement => movement.To, StringComparer.Ordinal),
        movement => movement.Amounts.Select(amount => new CurrencySum(amount.Currency, amount.Counted)), movement => movement.Last)];

    /// <summary>Where trails end, by activity, largest first.</summary>
    public IEnumerable<(string Activity, TrailEnd End)> Ends() => size.LargestFirst(
        _ends.Where(end => !end.Value.IsUsedUp)
            .Select(end => (end.Key.Activity, End: new TrailEnd(end.Key.Reason, end.Key.Receiver, end.Key.Ref, end.Value.Sums(), end.Value.Transactions) { Last = end.Value.Last, Conversions = end.Value.Conversions }))
            .Concat(activities.Keys.Where(activity => !_paid.Contains(activity)).Select(activity => (Activity: activity, End: new TrailEnd(TrailEndReason.NothingPaid, null, null, [], 0))))
            .OrderBy(end => end.Activity, StringComparer.Ordinal).ThenBy(end => end.End.Receiver, StringComparer.Ordinal),
        end => end.End.Amounts, end => end.End.Last);

    /// <summary>Joins what a receiver's activity says came from a payer's with what the payer says it paid to the receiver's organisation, naming no activity: one movement, that would count twice.</summary>
    public void JoinByOrganisation()
    {
        var ends = _ends.Where(end => end.Key.Reason == TrailEndReason.NoActivityNamed).ToLookup(end => end.Key.Activity, StringComparer.Ordinal);
        foreach (var ((from, to), sides) in _movements.OrderBy(movement => movement.Key.From, StringComparer.Ordinal).ThenBy(movement => movement.Key.To, StringComparer.Ordinal))
        {
            if (sides.ByProvider.Transactions > 0 || sides.ByReceiver.Transactions == 0 || !activities.TryGetValue(to, out var receiver)) continue;
            foreach (var end in ends[from].Where(end => IsCalled(receiver, end.Key.Receiver, end.Key.Ref))) sides.TakeFrom(end.Value);
        }
    }

    private static bool IsCalled(ActivityNode receiver, string? name, string? reference) =>
        (receiver.PublisherRef is { } own && own.Equals(reference, StringComparison.OrdinalIgnoreCase)) || (receiver.Publisher is { } called && called.Equals(name, StringComparison.OrdinalIgnoreCase));

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

        /// <summary>What the payer says it paid to the receiver's organisation, as far as the receiver says that it came.</summary>
        public Tally ByOrganisation { get; } = new(null);

        public bool IsPart { get; set; }

        /// <summary>Takes of a payment without an activity what the receiver states.</summary>
        public void TakeFrom(Tally end)
        {
            foreach (var currency in ByReceiver.Currencies.ToList())
            {
                var open = (ByReceiver.Of(currency) ?? 0) - (ByOrganisation.Of(currency) ?? 0);
                if (Math.Min(open, end.Of(currency) ?? 0) is > 0 and var same) end.Move(currency, same, ByOrganisation);
            }
        }

        public bool HasMoney => ByProvider.Transactions + ByReceiver.Transactions + Named.Transactions > 0;

        public Movement ToMovement((string From, string To) between)
        {
            var basis = (ByProvider.Transactions > 0, ByReceiver.Transactions > 0) switch
            {
                (true, true) => MovementBasis.BothSides,
                (true, false) => MovementBasis.Provider,
                (false, true) => ByOrganisation.Currencies.Any() ? MovementBasis.ReceiverAndOrganisation : MovementBasis.Receiver,
                _ => Named.Transactions > 0 ? MovementBasis.Named : MovementBasis.Part,
            };
            var received = basis == MovementBasis.Named ? Named : ByReceiver;
            var counted = ByProvider.Transactions > 0 ? ByProvider : received;
            var currencies = ByProvider.Currencies.Union(received.Currencies, StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new Movement(between.From, between.To, basis, [.. currencies.Select(currency => new MovementAmount(currency, ByProvider.Of(currency) ?? ByOrganisation.Of(currency), received.Of(currency), counted.Of(currency) ?? 0))],
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

        /// <summary>Whether all of it was moved elsewhere.</summary>
        public bool IsUsedUp { get; private set; }

        /// <summary>Moves a part of a sum to another tally.</summary>
        public void Move(string currency, decimal value, Tally to)
        {
            to._sums[currency] = to._sums.GetValueOrDefault(currency) + value;
            _sums[currency] -= value;
            IsUsedUp = _sums.Values.All(sum => sum == 0);
        }

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
