using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tributary.Reading;

namespace Tributary.Sources.Iati;

/// <summary>Writes elements as JsonML: <c>["name", {"attribute": "value"}, "text", ["child"]]</c>.</summary>
/// <remarks>The form is http://www.jsonml.org. Text between elements comes before them, white space at its ends is left out.</remarks>
internal sealed class JsonMl : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public JsonMl() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>What of an element nobody used: those of its attributes, its text, and those of its children whole.</summary>
    /// <returns>Null when everything was used.</returns>
    public string? Unused(XmlItem item)
    {
        _bytes.ResetWrittenCount();
        _json.Reset(_bytes);
        var wrote = Begin(item.Name, item.UnusedAttributes);
        if (item.UnusedText is { } text)
        {
            _json.WriteStringValue(text);
            wrote = true;
        }
        foreach (var child in item.Children)
        {
            if (!child.HasUnused) continue;
            Write(child);
            wrote = true;
        }
        _json.WriteEndArray();
        _json.Flush();
        return wrote ? Encoding.UTF8.GetString(_bytes.WrittenSpan) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    // An element lies at most as deep as its reader goes.
    private void Write(XmlItem item)
    {
        Begin(item.Name, item.Attributes);
        if (item.WholeText is { } text) _json.WriteStringValue(text);
        foreach (var child in item.Children) Write(child);
        _json.WriteEndArray();
    }

    private bool Begin(string name, IEnumerable<(string Name, string Value)> attributes)
    {
        _json.WriteStartArray();
        _json.WriteStringValue(name);
        var any = false;
        foreach (var (attribute, value) in attributes)
        {
            if (!any) _json.WriteStartObject();
            _json.WriteString(attribute, value);
            any = true;
        }
        if (any) _json.WriteEndObject();
        return any;
    }
}
