using Tributary.Ledgers;
using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>A transaction and a flow that may be one movement.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Reference">A reference that both bear, or that they bear others.</param>
/// <param name="Amounts">Their amounts.</param>
/// <param name="Score">0 to 100.</param>
internal sealed record MovementCandidate(TransactionSide Transaction, FlowSide Flow, SharedReference Reference, ComparedAmounts Amounts, int Score);

/// <summary>All transactions and flows of a snapshot, and which of them may be one movement. Made once for a snapshot, over all of it: a score never depends on what is asked.</summary>
/// <remarks>Pairs are found by a reference, by one amount, or by one donor and recipient within some days; all others are never looked at.</remarks>
internal sealed class MovementCandidates
{
    /// <summary>The least score that is kept.</summary>
    public const int ScoreMin = 40;

    /// <summary>Flows, and transactions, that are held against each other at most.</summary>
    internal const int SideMax = 2_000_000;

    private readonly MovementScore _score;
    private readonly RateBook _rates;
    private readonly ReferencedFlows _references;
    private readonly Dictionary<string, TransactionSide> _transactions;
    private readonly Dictionary<long, FlowSide> _flows;

    private MovementCandidates(Facts facts, CancellationToken token)
    {
        Organisations = new Organisations(facts);
        Transactions = Bounded(TransactionSides.Of(facts, Parties, token), "transactions");
        Flows = Bounded(FlowSides.Of(facts, Organisations, token), "flows");
        Same = new SameParties(Parties, Organisations);
        _references = new ReferencedFlows(Transactions, Flows);
        Same.Learn(_references.Parties());
        _score = new MovementScore(Parties, Organisations, Same);
        _rates = RateBook.Of(facts);
        _transactions = Transactions.ToDictionary(side => side.Name, StringComparer.Ordinal);
        _flows = Flows.ToDictionary(side => side.Id.Value);
        Candidates = Find(token);
    }

    /// <summary>The organisations of FTS.</summary>
    public Organisations Organisations { get; }

    /// <summary>The parties of IATI.</summary>
    public IatiParties Parties { get; } = new();

    /// <summary>Which of them are one.</summary>
    public SameParties Same { get; }

    /// <summary>All transactions between two parties.</summary>
    public IReadOnlyList<TransactionSide> Transactions { get; }

    /// <summary>All flows.</summary>
    public IReadOnlyList<FlowSide> Flows { get; }

    /// <summary>The pairs that may be one movement, best first.</summary>
    public IReadOnlyList<MovementCandidate> Candidates { get; }

    /// <summary>Those of a snapshot, as of its day. Kept as long as the facts are open.</summary>
    /// <exception cref="UnknownValueException">There are too many flows or transactions.</exception>
    public static MovementCandidates Of(Facts facts, CancellationToken token) => facts.Remember(nameof(MovementCandidates), () => new MovementCandidates(facts, token));

    /// <summary>A transaction by its name; null when the ledger has none.</summary>
    public TransactionSide? Transaction(string name) => _transactions.GetValueOrDefault(name);

    /// <summary>A flow by its id; null when the ledger has none.</summary>
    public FlowSide? Flow(long id) => _flows.GetValueOrDefault(id);

    /// <summary>A pair, whatever its score.</summary>
    public MovementCandidate Judge(TransactionSide transaction, FlowSide flow) => Judge(transaction, flow, least: 0)!;

    /// <summary>Why a pair has its score.</summary>
    public IReadOnlyList<MovementReason> Reasons(MovementCandidate pair) => _score.Reasons(pair.Transaction, pair.Flow, pair.Reference, pair.Amounts);

    private List<MovementCandidate> Find(CancellationToken token)
    {
        var blocks = new MovementBlocks(Flows, _references, Same);
        var found = new List<MovementCandidate>();
        foreach (var transaction in Transactions)
        {
            token.ThrowIfCancellationRequested();
            foreach (var flow in blocks.Near(transaction))
            {
                if (Judge(transaction, flow, ScoreMin) is { } pair) found.Add(pair);
            }
        }
        return [.. found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Transaction.Name, StringComparer.Ordinal).ThenBy(pair => pair.Flow.Id.Value)];
    }

    private MovementCandidate? Judge(TransactionSide transaction, FlowSide flow, int least)
    {
        var reference = _references.Between(transaction, flow);
        var without = _score.WithoutAmounts(transaction, flow, reference);
        if (without + MovementScore.AmountMost < least) return null;
        var amounts = ComparedAmounts.Of(transaction, flow, _rates);
        if (amounts.Agreement == AmountAgreement.Different && reference.Text is not null && _references.AddUp(transaction, flow)) amounts = amounts with { Agreement = AmountAgreement.Sum };
        return MovementScore.Of(without, amounts) is var score && score < least ? null : new MovementCandidate(transaction, flow, reference, amounts, score);
    }

    private static List<T> Bounded<T>(List<T> sides, string what) => sides.Count <= SideMax ? sides
        : throw new UnknownValueException($"reconcile: {CellText.Number(sides.Count)} {what}; expected at most {CellText.Number(SideMax)}; keep those to be reconciled in a ledger of their own");
}
