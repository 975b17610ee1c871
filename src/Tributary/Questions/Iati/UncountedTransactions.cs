namespace Tributary.Questions;

/// <summary>Transactions that are in no sum.</summary>
/// <param name="Unreadable">Their amount cannot be read.</param>
/// <param name="WithoutCurrency">Nobody states their currency.</param>
public sealed record UncountedTransactions(long Unreadable, long WithoutCurrency)
{
    internal static UncountedTransactions Of(IReadOnlyCollection<TransactionGroup> groups) => new(groups.Sum(group => group.Unreadable), groups.Where(group => group.Currency is null).Sum(group => group.Count - group.Unreadable));
}
