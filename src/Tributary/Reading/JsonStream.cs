using System.Text.Json;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Walks the outer levels of a JSON document and hands out whole values below them, in bounded memory.</summary>
/// <remarks>
/// The format is RFC 8259 (https://www.rfc-editor.org/rfc/rfc8259); a UTF-8 byte-order mark is skipped. The buffer grows
/// only to hold one value, so a document of any length takes the memory of its longest value. What cannot be read ends
/// the walk: every method then returns false and <see cref="Failure"/> says where and why. Not thread-safe.
/// </remarks>
internal sealed class JsonStream
{
    /// <summary>Bytes of the longest value or token that is read: 16 MiB.</summary>
    public const int ValueBytesMax = 16 * 1024 * 1024;

    /// <summary>Objects and arrays inside one another.</summary>
    public const int DepthMax = 64;

    private const int BufferBytesMin = 64 * 1024;

    private readonly Stream _stream;
    private readonly CancellationToken _token;
    private readonly JsonPlace _place = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = DepthMax });
    private byte[] _buffer = new byte[BufferBytesMin];
    private int _next;
    private int _end;
    private int _tokenStart;
    private bool _streamEnded;
    private bool _begun;
    private bool _rootEnded;

    /// <param name="stream">The document, from its first byte; it is read to its end and not closed.</param>
    /// <param name="token">Stops the reading at the next fill of the buffer.</param>
    public JsonStream(Stream stream, CancellationToken token) => (_stream, _token) = (stream, token);

    /// <summary>The fatal issue that ended the walk, or null.</summary>
    public ReadIssue? Failure { get; private set; }

    private JsonTokenType Token { get; set; }

    private ReadOnlySpan<byte> LastToken => _buffer.AsSpan(_tokenStart, _next - _tokenStart);

    /// <summary>Steps into the value that comes next, if it starts as told; otherwise passes over it.</summary>
    /// <param name="start">The start of an object or of an array.</param>
    /// <returns>False when the value is something else, or the document failed.</returns>
    public bool TryEnter(JsonTokenType start)
    {
        if (!Advance(whole: false)) return false;
        if (Token == start) return true;
        LeaveEnteredValue();
        return false;
    }

    /// <summary>Goes to the next property of the object that was entered.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>False at the end of the object, or when the document failed.</returns>
    public bool NextProperty(out string name)
    {
        name = "";
        if (!Advance(whole: false) || Token != JsonTokenType.PropertyName || !IsText(LastToken)) return false;
        name = JsonText.Unescape(LastToken[1..LastToken.LastIndexOf((byte)'"')].ToArray());
        return true;
    }

    /// <summary>Takes the next element of the array that was entered, whole.</summary>
    /// <param name="element">Its bytes: well-formed JSON and valid Unicode; valid until the next call.</param>
    /// <returns>False at the end of the array, or when the document failed.</returns>
    public bool NextElement(out ReadOnlySpan<byte> element) => TryTake(out element) && Token != JsonTokenType.EndArray;

    /// <summary>Takes the value of the property that was just named, whole.</summary>
    /// <inheritdoc cref="NextElement"/>
    public bool TryTake(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!Advance(whole: true)) return false;
        value = LastToken;
        return IsText(value);
    }

    /// <summary>Passes over the value that comes next, however long it is.</summary>
    public void Skip()
    {
        if (Advance(whole: false)) LeaveEnteredValue();
    }

    /// <summary>Reads on after the root value, where only white space may stand.</summary>
    /// <returns>The fatal issue of the whole document, or null when it was read to its end.</returns>
    public ReadIssue? Finish()
    {
        if (Failure is null) Advance(whole: false);
        return Failure;
    }

    private void LeaveEnteredValue()
    {
        for (var depth = Deepened(0); depth > 0 && Advance(whole: false);) depth = Deepened(depth);
    }

    private int Deepened(int depth) => Token switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray => depth + 1,
        JsonTokenType.EndObject or JsonTokenType.EndArray => depth - 1,
        _ => depth,
    };

    private bool Advance(bool whole)
    {
        while (Failure is null)
        {
            if (TryAdvance(whole)) return true;
            if (Failure is not null || !Fill()) return false;
        }
        return false;
    }

    private bool TryAdvance(bool whole)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_next, _end - _next), isFinalBlock: false, _state);
        try
        {
            if (!reader.Read()) return false;
            (var token, var start) = (reader.TokenType, (int)reader.TokenStartIndex);
            if (whole && !reader.TrySkip()) return false;
            Commit(in reader, token, start);
            return true;
        }
        catch (JsonException malformed)
        {
            Failure = JsonFailures.Malformed(malformed);
            return false;
        }
    }

    private void Commit(in Utf8JsonReader reader, JsonTokenType token, int start)
    {
        Token = token;
        _tokenStart = _next + start;
        _next += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        _rootEnded = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
    }

    /// <summary>Brings in more of the document; a whole buffer at a time, so that a long value is scanned few times over.</summary>
    private bool Fill()
    {
        _token.ThrowIfCancellationRequested();
        if (_streamEnded) return End();
        if (!MakeRoom()) return Fail(JsonFailures.TooLong(_place.Of(_buffer.AsSpan(0, _next))));
        var room = _buffer.Length - _end;
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), room, throwOnEndOfStream: false);
        _streamEnded = read < room;
        _end += read;
        if (!_begun) SkipByteOrderMark();
        return true;
    }

    private bool End() => _rootEnded ? false : Fail(JsonFailures.Truncated(_place.Of(_buffer.AsSpan(0, _end))));

    private bool MakeRoom()
    {
        _place.Pass(_buffer.AsSpan(0, _next));
        var kept = _buffer.AsSpan(_next, _end - _next);
        if (kept.Length == ValueBytesMax) return false;
        var target = kept.Length > _buffer.Length / 2 && _buffer.Length < ValueBytesMax ? new byte[_buffer.Length * 2] : _buffer;
        kept.CopyTo(target);
        (_buffer, _next, _end) = (target, 0, kept.Length);
        return true;
    }

    private void SkipByteOrderMark()
    {
        _begun = true;
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _next = 3;
    }

    private bool IsText(ReadOnlySpan<byte> json)
    {
        var bad = JsonText.FirstNotUnicode(json);
        return bad < 0 || Fail(JsonFailures.Encoding(_place.Of(_buffer.AsSpan(0, _tokenStart + bad))));
    }

    private bool Fail(ReadIssue issue)
    {
        Failure = issue;
        return false;
    }
}
