using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tributary.Listings;

namespace Tributary.Ledgers;

/// <summary>Keeps what is stated of a list's entries once, whatever number of versions repeat it.</summary>
/// <remarks>The hash is a cryptographic one: nobody can make an entry that hides behind another's number.</remarks>
internal sealed class ListedContents(ChunkAppender table, Dictionary<string, int> known)
{
    private const int HashBytes = 16;

    /// <summary>The number of an entry's content.</summary>
    public int CodeOf(ListedEntry entry)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(entry, ListedJson.Readable.ListedEntry);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, HashBytes));
        if (known.TryGetValue(hash, out var code)) return code;
        code = known.Count + 1;
        known.Add(hash, code);
        table.Set(0, code);
        table.Set(1, hash);
        table.SetUtf8(2, body);
        table.EndRow();
        return code;
    }
}

/// <summary>Entries as the facts keep them.</summary>
[JsonSerializable(typeof(ListedEntry))]
internal sealed partial class ListedJson : JsonSerializerContext
{
    /// <summary>Letters of any script as they are: shorter, and quicker to read.</summary>
    public static ListedJson Readable { get; } = new(new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
