using Tributary.Money;

namespace Tributary.Flows;

/// <summary>What a person, or a rule that a person stated, holds of a transaction and a flow.</summary>
public enum MovementVerdict
{
    /// <summary>They are one movement of money.</summary>
    Confirmed,

    /// <summary>They are not.</summary>
    Rejected,

    /// <summary>What was said of them is taken back: nobody has said anything.</summary>
    Withdrawn,
}

/// <summary>A word on whether transactions of IATI and flows of FTS are one movement of money. A later word on the same two takes its place.</summary>
/// <param name="Verdict">Whether they are.</param>
/// <param name="Pairs">What it is about, each with what the word rested on.</param>
/// <param name="Rule">The rule that settled them; null for a person's own word.</param>
/// <remarks>No total rests on it.</remarks>
public sealed record MovementDecision(MovementVerdict Verdict, IReadOnlyList<MovementPair> Pairs, MovementRule? Rule = null);

/// <summary>A transaction and a flow, and what was known of them when they were settled.</summary>
/// <param name="Transaction">The transaction by its name: the activity's identifier, # and what tells it apart there.</param>
/// <param name="Flow">The flow, by FTS's id.</param>
/// <param name="Score">How much they looked like one, 0 to 100.</param>
/// <param name="Stated">What was stated of them.</param>
public sealed record MovementPair(string Transaction, long Flow, int Score, MovementFigures Stated);

/// <summary>The figures of a transaction and a flow.</summary>
/// <param name="Transaction">The transaction's amount; null where none can be read or nobody states its currency.</param>
/// <param name="TransactionDay">Its day.</param>
/// <param name="FlowUsd">The flow in US dollars.</param>
/// <param name="FlowOriginal">The flow in its original currency; null where it states none.</param>
/// <param name="FlowDay">Its day.</param>
public sealed record MovementFigures(Amount? Transaction, DateOnly? TransactionDay, decimal FlowUsd, Amount? FlowOriginal, DateOnly? FlowDay);

/// <summary>A rule that settles pairs.</summary>
/// <param name="MinScore">The least score of a pair. Its amounts agree, and nobody has said anything of it.</param>
/// <param name="Choice">Which flows and transactions it was for, in words.</param>
public sealed record MovementRule(int MinScore, string Choice);
