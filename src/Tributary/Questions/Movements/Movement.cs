using Tributary.Provenance;

namespace Tributary.Questions;

/// <summary>Money that moved from one activity to another. However many statements there are of it, it is one movement and counts once.</summary>
/// <param name="From">The identifier of the activity that paid.</param>
/// <param name="To">The identifier of the activity that received.</param>
/// <param name="Basis">Who says so.</param>
/// <param name="Amounts">What is stated on either side, by currency; none where only a relation is stated.</param>
/// <param name="Transactions">How many transactions state it.</param>
/// <param name="First">The first of their days; null when none has one.</param>
/// <param name="Last">The last of their days.</param>
public sealed record Movement(string From, string To, MovementBasis Basis, IReadOnlyList<MovementAmount> Amounts, long Transactions, DateOnly? First, DateOnly? Last)
{
    /// <summary>What the amounts rest on where they were converted; null where they are as stated.</summary>
    public Conversions? Conversions { get; init; }
}

/// <summary>What the two sides of a movement state in one currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="ByProvider">What the paying activity states; null when it states nothing.</param>
/// <param name="ByReceiver">What the receiving activity states; null when it states nothing.</param>
/// <param name="Counted">What counts: the payer's figures where the payer states any, else the receiver's.</param>
public sealed record MovementAmount(string Currency, decimal? ByProvider, decimal? ByReceiver, decimal Counted)
{
    /// <summary>The receiver's figure less the payer's; null where only one of them states one.</summary>
    public decimal? Difference => ByReceiver - ByProvider;
}

/// <summary>Who says that money moved between two activities.</summary>
public enum MovementBasis
{
    /// <summary>Both: the one states what it disbursed, the other what came in, and each names the other.</summary>
    BothSides,

    /// <summary>The activity that paid: a disbursement names the receiver's activity.</summary>
    Provider,

    /// <summary>The activity that received: its incoming funds name the provider's activity.</summary>
    Receiver,

    /// <summary>The activity that received; and the one that paid states a payment to its organisation, naming no activity. Inferred: they are the same money, as far as both state it.</summary>
    ReceiverAndOrganisation,

    /// <summary>The activity that received, in what it paid itself: a disbursement or expenditure names the activity that the money is from. Inferred: it states no incoming funds from there.</summary>
    Named,

    /// <summary>One is stated to be a part of the other, and nobody states that money moved. Inferred.</summary>
    Part,
}

/// <summary>Where money of an activity can be followed no further.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Receiver">Who received it, as stated; null when nobody is named.</param>
/// <param name="ReceiverRef">That organisation's identifier; null when not stated.</param>
/// <param name="Amounts">How much, by currency.</param>
/// <param name="Transactions">How many transactions state it.</param>
public sealed record TrailEnd(TrailEndReason Reason, string? Receiver, string? ReceiverRef, IReadOnlyList<CurrencySum> Amounts, long Transactions)
{
    /// <summary>The last of their days; null when none has one.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>What the amounts rest on where they were converted; null where they are as stated.</summary>
    public Conversions? Conversions { get; init; }
}

/// <summary>A sum in one currency.</summary>
/// <param name="Currency">The currency's code as stated, or the one into which it was converted.</param>
/// <param name="Value">Major units.</param>
public sealed record CurrencySum(string Currency, decimal Value);

/// <summary>Why a trail ends.</summary>
public enum TrailEndReason
{
    /// <summary>The activity spent it itself: an expenditure.</summary>
    Spent,

    /// <summary>It went to an organisation of which no activity is named.</summary>
    NoActivityNamed,

    /// <summary>It is disbursed, and nobody says to whom.</summary>
    NoReceiverNamed,

    /// <summary>It went to an activity that the ledger does not hold.</summary>
    NotInLedger,

    /// <summary>The activity states nothing that it paid.</summary>
    NothingPaid,
}

/// <summary>An activity as movements know it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title; null when it has none, or is not in the ledger.</param>
/// <param name="Publisher">Who publishes it: the name, else the identifier; null when it is not in the ledger.</param>
/// <param name="PublisherRef">The publisher's identifier; null when not stated.</param>
/// <param name="Source">Where it is stated; null when it is not in the ledger and only named by others.</param>
public sealed record ActivityNode(string Id, string? Title, string? Publisher, string? PublisherRef, SourceLocation? Source)
{
    /// <summary>Whether the ledger holds it.</summary>
    public bool IsInLedger => Source is not null;
}
