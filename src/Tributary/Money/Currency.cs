namespace Tributary.Money;

/// <summary>A currency by its ISO 4217 code, upper case, three letters.</summary>
/// <remarks>The code is kept as the source states it; it is not checked against a list of living currencies,
/// because old documents name dead ones.</remarks>
public readonly record struct Currency
{
    /// <summary>The United States dollar, in which FTS counts.</summary>
    public static readonly Currency Usd = new("USD");

    private readonly string? _code;

    /// <summary>Makes a currency from its code.</summary>
    /// <param name="code">Three letters A–Z.</param>
    /// <exception cref="ArgumentException">The code is not three letters A–Z.</exception>
    public Currency(string code) => _code = IsCode(code)
        ? code
        : throw new ArgumentException($"'{code}' is not an ISO 4217 code: three letters A-Z", nameof(code));

    /// <summary>The ISO 4217 code.</summary>
    public string Code => _code ?? "USD";

    /// <summary>Whether the text has the shape of an ISO 4217 code.</summary>
    public static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length == 3 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && char.IsAsciiLetterUpper(text[2]);

    /// <inheritdoc cref="IsCode(ReadOnlySpan{char})"/>
    public static bool IsCode(ReadOnlySpan<byte> utf8) =>
        utf8.Length == 3 && utf8[0] is >= (byte)'A' and <= (byte)'Z' && utf8[1] is >= (byte)'A' and <= (byte)'Z' && utf8[2] is >= (byte)'A' and <= (byte)'Z';

    /// <inheritdoc/>
    public override string ToString() => Code;
}
