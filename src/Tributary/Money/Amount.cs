namespace Tributary.Money;

/// <summary>A sum in one currency, exactly as its source states it.</summary>
/// <param name="Value">Major units (dollars, not cents); negative for a correction.</param>
/// <param name="Currency">The currency, by ISO 4217 code.</param>
public readonly record struct Amount(decimal Value, Currency Currency)
{
    /// <summary>An amount in US dollars.</summary>
    public static Amount Usd(decimal value) => new(value, Currency.Usd);

    /// <summary>Adds two amounts of one currency, exactly.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: convert first.</exception>
    public static Amount operator +(Amount left, Amount right) =>
        left.Currency == right.Currency
            ? left with { Value = left.Value + right.Value }
            : throw new InvalidOperationException($"Cannot add {right.Currency} to {left.Currency}; convert with a dated rate first.");

    /// <summary>Takes one amount from another of the same currency, exactly.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: convert first.</exception>
    public static Amount operator -(Amount left, Amount right) => left + (-right);

    /// <summary>The same amount the other way.</summary>
    public static Amount operator -(Amount amount) => amount with { Value = -amount.Value };

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Currency} {Value:#,##0.####}");
}
