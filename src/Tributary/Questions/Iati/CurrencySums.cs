using Tributary.Activities;

namespace Tributary.Questions;

/// <summary>Transactions in one currency, by what they are. Amounts in different currencies are never added.</summary>
public sealed record CurrencySums
{
    /// <summary>The currency's code.</summary>
    public required string Currency { get; init; }

    /// <summary>Outgoing commitments.</summary>
    public required decimal Committed { get; init; }

    /// <summary>Disbursements and expenditure.</summary>
    public required decimal Spent { get; init; }

    /// <summary>Of what was spent, the humanitarian part.</summary>
    public required decimal HumanitarianSpent { get; init; }

    /// <summary>Incoming funds.</summary>
    public required decimal Incoming { get; init; }

    /// <summary>Transactions behind these three.</summary>
    public required long TransactionCount { get; init; }

    /// <summary>Sums the parts of transactions by their currencies, in the order of the codes. Other types than these are left out.</summary>
    internal static List<CurrencySums> Of(IEnumerable<CountedPart> parts) => [.. parts.GroupBy(part => part.Currency, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static CurrencySums Of(string currency, List<CountedPart> parts) => new()
    {
        Currency = currency,
        Committed = Sum(parts, IsCommitment),
        Spent = Sum(parts, IsSpending),
        HumanitarianSpent = Sum(parts, part => part.IsHumanitarian && IsSpending(part)),
        Incoming = Sum(parts, IsIncoming),
        TransactionCount = parts.Where(part => IsCommitment(part) || IsSpending(part) || IsIncoming(part)).Sum(part => part.Count),
    };

    private static bool IsCommitment(CountedPart part) => part.Type == TransactionTypes.OutgoingCommitment;

    private static bool IsSpending(CountedPart part) => part.Type is TransactionTypes.Disbursement or TransactionTypes.Expenditure;

    private static bool IsIncoming(CountedPart part) => part.Type == TransactionTypes.IncomingFunds;

    private static decimal Sum(List<CountedPart> parts, Func<CountedPart, bool> chosen) => parts.Where(chosen).Sum(part => part.Amount);
}

/// <summary>What of some transactions is for something.</summary>
/// <param name="Type">The code of their type; null when none is stated.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="IsHumanitarian">Whether they are humanitarian.</param>
/// <param name="Amount">The part.</param>
/// <param name="Count">The transactions.</param>
internal readonly record struct CountedPart(string? Type, string Currency, bool IsHumanitarian, decimal Amount, long Count)
{
    /// <summary>A part of a group of transactions whose currency is known.</summary>
    public static CountedPart Of(TransactionGroup group, decimal amount) => new(group.Type, group.Currency!, group.IsHumanitarian, amount, group.Count - group.Unreadable);
}
