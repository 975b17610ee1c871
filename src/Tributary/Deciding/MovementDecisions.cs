using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Deciding;

/// <summary>Keeps what a person holds of transactions and flows that may be one movement of money. No total changes by it.</summary>
public static class MovementDecisions
{
    /// <summary>Pairs that one rule settles at most: what it rested on stands in one row of the journal.</summary>
    internal const int RuleMax = 5_000;

    /// <summary>Says that a transaction and a flow are one movement, that they are not, or takes back what was said. A later word takes the place of an earlier one.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="transaction">The transaction by its name, as the question gives it.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="verdict">What is said.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <exception cref="DecisionRefusedException">The ledger has no such transaction or flow, it was said already, or no reason. Nothing was kept.</exception>
    public static Decided<MovementDecision> Settle(this Ledger ledger, string transaction, FlowId flow, MovementVerdict verdict, DecideOptions options) =>
        Keep(ledger, options, facts => new MovementCheck(facts, options.Why).Settled(transaction, flow, verdict));

    /// <summary>Confirms all pairs of at least a score whose amounts agree and of which nobody has said anything, and keeps which they were and what they rested on.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">Which flows and transactions, and the least score.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <exception cref="DecisionRefusedException">There is no such pair, there are too many, or no reason. Nothing was kept.</exception>
    /// <exception cref="UnknownValueException">A value names nothing that the ledger knows.</exception>
    public static Decided<MovementDecision> SettleByRule(this Ledger ledger, ReconcileQuestion question, DecideOptions options) =>
        Keep(ledger, options, facts => new MovementCheck(facts, options.Why).ByRule(question));

    /// <summary>Takes back all that a rule settled and that still stands by it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="row">The row of the rule in the journal.</param>
    /// <param name="options">Who, and why: a reason is needed.</param>
    /// <exception cref="DecisionRefusedException">No rule of that row stands, or no reason. Nothing was kept.</exception>
    public static Decided<MovementDecision> WithdrawRule(this Ledger ledger, long row, DecideOptions options) =>
        Keep(ledger, options, facts => new MovementCheck(facts, options.Why).WithoutRule(row));

    private static Decided<MovementDecision> Keep(Ledger ledger, DecideOptions options, Func<Facts, MovementDecision> check)
    {
        MovementDecision? decision = null;
        var (at, position) = CheckedDecision.Keep(ledger, options, facts => [CheckedDecision.Row(FlowKinds.Movement, decision = check(facts))]);
        return new Decided<MovementDecision>(position, at, options.Who, options.Why, decision!);
    }
}

/// <summary>Holds a word on movements against the ledger.</summary>
internal sealed class MovementCheck
{
    private readonly Facts _facts;
    private readonly MovementVerdicts _words;
    private readonly Mistakes _mistakes = new();

    /// <param name="facts">The ledger as it is.</param>
    /// <param name="why">The reason given.</param>
    public MovementCheck(Facts facts, string why)
    {
        (_facts, _words) = (facts, MovementVerdicts.Of(facts));
        if (string.IsNullOrWhiteSpace(why)) _mistakes.Add("the reason", "none was given", "expected how it is known", "say it with --why");
    }

    /// <summary>A word on one pair.</summary>
    public MovementDecision Settled(string transaction, FlowId flow, MovementVerdict verdict)
    {
        var said = _words.On(transaction, flow.Value);
        var pair = $"{transaction} and flow {flow}";
        if (verdict == MovementVerdict.Withdrawn)
        {
            if (said is null) _mistakes.Add(pair, "nobody has said anything of them", "expected a pair that was settled", "`tributary reconcile` shows which were");
            _mistakes.ThrowIfAny();
            return new MovementDecision(verdict, [said!.Value.Pair]);
        }
        var movements = MovementCandidates.Of(_facts, CancellationToken.None);
        var (one, other) = (movements.Transaction(transaction), movements.Flow(flow.Value));
        if (one is null) _mistakes.Add($"transaction '{transaction}'", "the ledger has none of that name between two parties", "expected one of the ledger", "`tributary reconcile` shows their names; one with blanks goes between quotation marks");
        if (other is null) _mistakes.Add($"flow {flow}", "the ledger has no such flow", "expected one of the ledger", "`tributary flows` lists flows with their ids");
        if (said is { } word && word.Word.What.Verdict == verdict && word.Word.What.Rule is null) _mistakes.Add(pair, $"{verdict.ToString().ToLowerInvariant()} already, in row {word.Word.Position}", "expected something new", "leave it out");
        _mistakes.ThrowIfAny();
        return new MovementDecision(verdict, [MovementVerdicts.Resting(movements.Judge(one!, other!))]);
    }

    /// <summary>The pairs that a rule settles.</summary>
    public MovementDecision ByRule(ReconcileQuestion question)
    {
        var movements = MovementCandidates.Of(_facts, CancellationToken.None);
        var choice = new MovementChoice(_facts, movements, question, CancellationToken.None);
        var pairs = movements.Candidates.Where(pair => pair.Score >= question.MinScore && pair.Amounts.Agree && _words.On(pair.Transaction.Name, pair.Flow.Id.Value) is null
            && choice.Has(pair.Transaction, pair.Flow)).Select(MovementVerdicts.Resting).ToList();
        if (pairs.Count == 0) _mistakes.Add($"the rule for {question.Describe()}", $"no open pair of {question.MinScore} points and more whose amounts agree", "expected at least one", "ask for less, or see `tributary reconcile`");
        if (pairs.Count > MovementDecisions.RuleMax) _mistakes.Add($"the rule for {question.Describe()}", $"{pairs.Count} pairs", $"expected at most {MovementDecisions.RuleMax}", "narrow it, with --donor, --country, --year, --plan or --publisher");
        _mistakes.ThrowIfAny();
        return new MovementDecision(MovementVerdict.Confirmed, pairs, new MovementRule(question.MinScore, question.Describe()));
    }

    /// <summary>What stands by a rule, taken back.</summary>
    public MovementDecision WithoutRule(long row)
    {
        var standing = _words.Standing.Where(said => said.Word.Position == row && said.Word.What.Rule is not null).Select(said => said.Pair).ToList();
        if (standing.Count == 0) _mistakes.Add($"row {row}", "no rule by which a pair stands", "expected the row of one", "`tributary reconcile` names the rows");
        _mistakes.ThrowIfAny();
        return new MovementDecision(MovementVerdict.Withdrawn, standing);
    }
}
