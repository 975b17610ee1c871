using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Money;

namespace Tributary.Questions;

/// <summary>The last word on each transaction and flow that somebody, or a rule, settled.</summary>
internal sealed class MovementVerdicts
{
    private readonly Dictionary<(string Transaction, long Flow), (Decided<MovementDecision> Word, MovementPair Pair)> _last = [];

    private MovementVerdicts(Facts facts)
    {
        foreach (var word in facts.Decisions.Of(FlowKinds.Movement))
        {
            foreach (var pair in word.What.Pairs)
            {
                if (word.What.Verdict == MovementVerdict.Withdrawn) _last.Remove((pair.Transaction, pair.Flow));
                else _last[(pair.Transaction, pair.Flow)] = (word, pair);
            }
        }
    }

    /// <summary>What was settled and stands.</summary>
    public static MovementVerdicts Of(Facts facts) => new(facts);

    /// <summary>All that stands.</summary>
    public IEnumerable<(Decided<MovementDecision> Word, MovementPair Pair)> Standing => _last.Values;

    /// <summary>The word on a pair; null when nobody has said anything.</summary>
    public (Decided<MovementDecision> Word, MovementPair Pair)? On(string transaction, long flow) => _last.TryGetValue((transaction, flow), out var found) ? found : null;

    /// <summary>What a word on a pair rests on.</summary>
    public static MovementPair Resting(MovementCandidate pair) => new(pair.Transaction.Name, pair.Flow.Id.Value, pair.Score, Stated(pair.Transaction, pair.Flow));

    /// <summary>What is stated of a pair.</summary>
    public static MovementFigures Stated(TransactionSide transaction, FlowSide flow) => new(
        transaction is { Value: { } value, Currency: { } currency } ? new Amount(value, new Currency(currency)) : null, transaction.Date, flow.AmountUsd, flow.Original, flow.Date);
}
