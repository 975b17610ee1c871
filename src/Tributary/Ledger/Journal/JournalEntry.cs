using System.Security.Cryptography;
using System.Text;

namespace Tributary.Ledgers;

/// <summary>One row of the journal: something that a person or a command did. Rows are added, never changed.</summary>
/// <param name="Position">1, 2, 3 … without a gap.</param>
/// <param name="Kind">What was done: <c>document</c>, <c>import</c> …</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The person or account.</param>
/// <param name="Why">The reason given; empty when none was.</param>
/// <param name="Body">The rest, as JSON; its shape depends on the kind.</param>
/// <param name="Hash">SHA-256 over the row before it and this row, so that a change anywhere shows.</param>
public sealed record JournalEntry(long Position, string Kind, DateTimeOffset At, string Who, string Why, string Body, string Hash)
{
    /// <summary>The hash before the first row.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>The hash that a row must have.</summary>
    /// <remarks>Each field is preceded by its length in bytes, so that moving text from one field to the next changes the hash.</remarks>
    public static string HashOf(string previousHash, long position, string kind, DateTimeOffset at, string who, string why, string body)
    {
        var text = new StringBuilder();
        foreach (var field in (ReadOnlySpan<string>)[previousHash, position.ToString(System.Globalization.CultureInfo.InvariantCulture), kind, Timestamp(at), who, why, body])
        {
            text.Append(Encoding.UTF8.GetByteCount(field)).Append(':').Append(field);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    internal static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row to be added.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Body">The rest, as JSON.</param>
public sealed record JournalDraft(string Kind, string Body);
