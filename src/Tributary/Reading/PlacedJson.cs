using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tributary.Reading;

/// <summary>A JSON value that knows where it stands in the text of its document.</summary>
/// <param name="kind">What it is.</param>
/// <param name="start">UTF-16 position of its first character; of a string, after its quotation mark.</param>
internal sealed class PlacedJson(JsonValueKind kind, int start)
{
    private const int DepthMax = 64;

    /// <summary>More values than data about a report has.</summary>
    private const int ValuesMax = 200_000;

    private List<(string Name, PlacedJson Value)>? _children;

    public JsonValueKind Kind { get; } = kind;

    public int Start { get; } = start;

    /// <summary>UTF-16 position after its last character; of a string, of the quotation mark that ends it.</summary>
    public int End { get; private set; } = start;

    /// <summary>The elements of an array; the value itself when it is none.</summary>
    public IEnumerable<PlacedJson> Each => Kind == JsonValueKind.Array ? (_children ?? []).Select(static child => child.Value) : [this];

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<(string Name, PlacedJson Value)> Members => Kind == JsonValueKind.Object ? _children ?? [] : [];

    /// <summary>The last member of a name.</summary>
    public PlacedJson? this[string name] => Kind == JsonValueKind.Object ? _children?.FindLast(child => child.Name == name).Value : null;

    /// <summary>Reads a part of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">UTF-16 position of the part.</param>
    /// <param name="to">UTF-16 position after it.</param>
    /// <param name="failedAt">Where it is no JSON, when it is none; otherwise -1.</param>
    /// <returns>Null when it is no JSON, deeper than 64 levels, or of more than 200,000 values.</returns>
    public static PlacedJson? Read(string document, int from, int to, out int failedAt)
    {
        var bytes = Encoding.UTF8.GetBytes(document, from, to - from);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DepthMax, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var places = new Places(bytes, from);
        failedAt = -1;
        try
        {
            return Build(ref reader, places, document);
        }
        catch (JsonException)
        {
            failedAt = Math.Min(places.Of((int)Math.Max(reader.BytesConsumed, places.Last)), Math.Max(from, to - 1));
            return null;
        }
    }

    /// <summary>The characters of a string, its escapes decoded.</summary>
    public MappedText Characters(string document)
    {
        var text = new MappedTextBuilder();
        if (Kind != JsonValueKind.String) return text.Build();
        for (var at = Start; at < End;)
        {
            var next = document.AsSpan(at, End - at).IndexOf('\\');
            if (next < 0) next = End - at;
            text.Copy(document, at, at + next);
            at += next;
            if (at >= End) break;
            var length = EscapeLength(document, at);
            text.Put(Unescape(document.AsSpan(at, length)), (at, at + length));
            at += length;
        }
        return text.Build();
    }

    private static PlacedJson? Build(ref Utf8JsonReader reader, Places places, string document)
    {
        var open = new Stack<PlacedJson>();
        PlacedJson? root = null;
        var (name, count) = ("", 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop().End = places.Of((int)reader.BytesConsumed);
                continue;
            }
            var value = One(in reader, places);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = value.Characters(document).Text;
                continue;
            }
            if (++count > ValuesMax) throw new JsonException("too many values");
            root ??= value;
            if (open.TryPeek(out var parent)) (parent._children ??= []).Add((name, value));
            if (value.Kind is JsonValueKind.Array or JsonValueKind.Object) open.Push(value);
        }
        return root;
    }

    private static PlacedJson One(in Utf8JsonReader reader, Places places)
    {
        var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        var quote = isText ? 1 : 0;
        var kind = reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonValueKind.Object,
            JsonTokenType.StartArray => JsonValueKind.Array,
            JsonTokenType.String or JsonTokenType.PropertyName => JsonValueKind.String,
            JsonTokenType.Number => JsonValueKind.Number,
            JsonTokenType.True => JsonValueKind.True,
            JsonTokenType.False => JsonValueKind.False,
            _ => JsonValueKind.Null,
        };
        var first = (int)reader.TokenStartIndex + quote;
        return new PlacedJson(kind, places.Of(first)) { End = places.Of(first + reader.ValueSpan.Length) };
    }

    /// <summary>The length of an escape; of two that are one character together, the length of both.</summary>
    private static int EscapeLength(string document, int at)
    {
        if (document[at + 1] != 'u') return 2;
        var pair = at + 11 < document.Length && char.IsHighSurrogate(Code(document.AsSpan(at))) && document[at + 6] == '\\' && document[at + 7] == 'u'
            && char.IsLowSurrogate(Code(document.AsSpan(at + 6)));
        return pair ? 12 : 6;
    }

    private static string Unescape(ReadOnlySpan<char> escape)
    {
        if (escape.Length == 12) return $"{Code(escape)}{Code(escape[6..])}";
        if (escape.Length == 6) return char.IsSurrogate(Code(escape)) ? "\uFFFD" : Code(escape).ToString();
        return escape[1] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 'f' => "\f", var same => same.ToString() };
    }

    private static char Code(ReadOnlySpan<char> escape) => (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Turns places in bytes into places in characters, one after the other.</summary>
    private sealed class Places(byte[] bytes, int from)
    {
        private int _character = from;

        public int Last { get; private set; }

        public int Of(int place)
        {
            if (place < Last) return _character;
            _character += Encoding.UTF8.GetCharCount(bytes, Last, place - Last);
            Last = place;
            return _character;
        }
    }
}
