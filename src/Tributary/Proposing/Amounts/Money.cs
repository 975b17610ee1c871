namespace Tributary.Proposing;

/// <summary>An amount of money in a text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Amount">How much; the lower end of a range.</param>
/// <param name="AmountTo">The upper end of a range; null for one amount.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Basis">How the currency was found; empty where the words state it.</param>
internal sealed record Money(int First, int End, decimal Amount, decimal? AmountTo, string Currency, string Basis)
{
    /// <summary>The same amount in other currencies, as the text gives it in brackets: no amounts of their own.</summary>
    public List<Money> Equivalents { get; } = [];
}
