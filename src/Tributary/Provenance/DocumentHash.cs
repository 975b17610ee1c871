namespace Tributary.Provenance;

/// <summary>The name of a document: the SHA-256 of its bytes as lower-case hexadecimal.</summary>
/// <remarks>Two documents with the same bytes are the same document, wherever they came from.</remarks>
public readonly record struct DocumentHash
{
    /// <summary>Characters in a whole hash.</summary>
    public const int Length = 64;

    private readonly string? _hex;

    private DocumentHash(string hex) => _hex = hex;

    /// <summary>The 64 hexadecimal digits.</summary>
    public string Hex => _hex ?? "";

    /// <summary>The first twelve digits, enough to tell documents of one ledger apart on a screen.</summary>
    public string Short => Hex[..Math.Min(12, Hex.Length)];

    /// <summary>Makes the hash from the 32 bytes that SHA-256 gives.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static DocumentHash FromBytes(ReadOnlySpan<byte> sha256) => sha256.Length == 32
        ? new(Convert.ToHexStringLower(sha256))
        : throw new ArgumentException("a SHA-256 has 32 bytes", nameof(sha256));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <returns>False when the text is not 64 lower-case hexadecimal digits.</returns>
    public static bool TryParse(string? text, out DocumentHash hash)
    {
        var valid = text is { Length: Length } && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");
        hash = valid ? new DocumentHash(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
