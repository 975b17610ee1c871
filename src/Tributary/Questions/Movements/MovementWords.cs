using Tributary.Tables;

namespace Tributary.Questions;

/// <summary>Movements in words.</summary>
internal static class MovementWords
{
    /// <summary>Who states it.</summary>
    public static string Basis(MovementBasis basis) => basis switch
    {
        MovementBasis.BothSides => "both sides",
        MovementBasis.Provider => "payer",
        MovementBasis.Receiver => "receiver",
        MovementBasis.ReceiverAndOrganisation => "receiver; inferred: payer, by organisation",
        MovementBasis.Named => "inferred: named as provider",
        _ => "inferred: a part of it",
    };

    /// <summary>Why a trail ends.</summary>
    public static string Reason(TrailEndReason reason) => reason switch
    {
        TrailEndReason.Spent => "spent by itself",
        TrailEndReason.NoActivityNamed => "no activity named",
        TrailEndReason.NoReceiverNamed => "no receiver named",
        TrailEndReason.NotInLedger => "activity not in this ledger",
        _ => "nothing paid as yet",
    };

    /// <summary>Sums by currency, such as <c>EUR 1,000 and USD 20</c>.</summary>
    public static string Sums(IReadOnlyList<CurrencySum> sums) => sums.Count == 0 ? "nothing" : string.Join(" and ", sums.Select(sum => $"{sum.Currency} {CellText.Money(sum.Value)}"));
}
