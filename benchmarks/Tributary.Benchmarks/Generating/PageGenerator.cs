using System.Text;
using System.Text.Json;

namespace Tributary.Benchmarks;

/// <summary>Writes one page of the FTS API's flows as long as wanted, by repeating the flows of a real one under new ids.</summary>
internal static class PageGenerator
{
    private const int FirstId = 1_000_000;

    /// <summary>Writes a document of at least this many bytes.</summary>
    /// <returns>How many flows it holds.</returns>
    public static int Write(string page, Stream to, long bytes)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(page));
        var flows = document.RootElement.GetProperty("data").GetProperty("flows").EnumerateArray().Select(Cut).ToList();
        to.Write("{\"data\":{\"flows\":["u8);
        long written = 0;
        var count = 0;
        for (; written < bytes; count++)
        {
            var (before, after) = flows[count % flows.Count];
            if (count > 0) to.WriteByte((byte)',');
            var id = Encoding.UTF8.GetBytes($"\"{FirstId + count}\"");
            to.Write(before);
            to.Write(id);
            to.Write(after);
            written += before.Length + id.Length + after.Length + 1;
        }
        to.Write("]},\"status\":\"ok\"}"u8);
        return count;
    }

    private static (byte[] Before, byte[] After) Cut(JsonElement flow)
    {
        var text = Encoding.UTF8.GetBytes(flow.GetRawText());
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("id"u8)) continue;
            reader.Read();
            return (text[..(int)reader.TokenStartIndex], text[(int)reader.BytesConsumed..]);
        }
        throw new InvalidDataException("a flow without an id; expected a page of the FTS API's flows; name another with --from");
    }
}
