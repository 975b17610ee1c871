using System.Text.Json;

namespace Tributary.Reading;

/// <summary>Walks one value that <see cref="JsonStream"/> handed out: it is whole, well-formed and Unicode, so no step can fail.</summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _whole;
    private Utf8JsonReader _reader;

    /// <param name="value">The value's bytes.</param>
    public JsonCursor(ReadOnlySpan<byte> value)
    {
        _whole = value;
        _reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = JsonStream.DepthMax });
        _reader.Read();
    }

    /// <summary>The token that the cursor stands on.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Whether the token is <c>null</c>.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>The token's bytes as written, a string's without its quotes.</summary>
    public readonly ReadOnlySpan<byte> Written => _reader.ValueSpan;

    /// <summary>Goes to the next property's name in the object that the cursor is in.</summary>
    public bool NextProperty() => _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the next element of the array that the cursor is in.</summary>
    public bool NextElement() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Goes from a property's name to its value.</summary>
    public void ToValue() => _reader.Read();

    /// <summary>Whether the token is a string with this text.</summary>
    public readonly bool Is(ReadOnlySpan<byte> text) => _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals(text);

    /// <summary>Offset of the token in the whole value.</summary>
    public readonly int Start => (int)_reader.TokenStartIndex;

    /// <summary>Offset after the token in the whole value.</summary>
    public readonly int End => (int)_reader.BytesConsumed;

    /// <summary>Goes to the end of the value that the cursor is on.</summary>
    /// <returns>All of the value as written.</returns>
    public ReadOnlySpan<byte> Take()
    {
        var start = Start;
        _reader.Skip();
        return Between(start, End);
    }

    /// <summary>What is written from one offset in the whole value to another.</summary>
    public readonly ReadOnlySpan<byte> Between(int start, int end) => _whole[start..end];

    /// <summary>The text of a string, without escapes.</summary>
    /// <param name="scratch">Room for the text if it has escapes; as long as the value is enough.</param>
    public readonly ReadOnlySpan<byte> Text(Span<byte> scratch) =>
        _reader.ValueIsEscaped ? scratch[.._reader.CopyString(scratch)] : _reader.ValueSpan;

    /// <summary>Copies the text of a string, without escapes.</summary>
    /// <returns>Bytes copied.</returns>
    public readonly int CopyText(Span<byte> target) => _reader.CopyString(target);
}
