using System.Text;
using System.Text.Json;

namespace Tributary.Reading;

/// <summary>The paths of properties in the first bytes of a JSON document, to know its kind by.</summary>
/// <remarks>The bytes may end anywhere, and what follows may be no JSON at all: only what was seen counts.</remarks>
internal sealed class JsonHead
{
    private const int DepthMax = 3;

    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly string[] _segments = new string[DepthMax + 1];

    /// <param name="head">The first bytes; a byte-order mark is passed over.</param>
    public JsonHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
        try
        {
            while (reader.Read()) Note(in reader);
        }
        catch (JsonException)
        {
            // Not JSON from here on: the format's reader will say where, if the paths before were its own.
        }
    }

    /// <summary>Whether a property with one of these paths was seen; array elements are <c>*</c>: <c>data/*/iso3</c>.</summary>
    public bool HasAny(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (_paths.Contains(path)) return true;
        }
        return false;
    }

    private void Note(in Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.StartArray && depth < DepthMax) _segments[depth + 1] = "*";
        if (reader.TokenType != JsonTokenType.PropertyName || depth > DepthMax) return;
        _segments[depth] = Encoding.UTF8.GetString(reader.ValueSpan);
        _paths.Add(string.Join('/', _segments, 1, depth));
    }
}
