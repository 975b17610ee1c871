using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Tributary.Reading;

/// <summary>Text inside well-formed JSON.</summary>
internal static class JsonText
{
    /// <summary>Where the first byte or escape stands that is no Unicode character, or -1.</summary>
    /// <remarks>JSON's grammar lets half a surrogate pair pass as <c>\ud83d</c>; no UTF-8 can hold it.</remarks>
    /// <param name="json">Well-formed JSON, or the inside of one of its strings.</param>
    public static int FirstNotUnicode(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return FirstInvalidByte(json);
        return json.IndexOf("\\u"u8) < 0 ? -1 : FirstHalfPair(json);
    }

    /// <summary>The text that stands between the quotes of a JSON string.</summary>
    /// <param name="raw">Well-formed, Unicode, without the quotes.</param>
    public static string Unescape(byte[] raw)
    {
        if (!raw.AsSpan().Contains((byte)'\\')) return Encoding.UTF8.GetString(raw);
        var reader = new Utf8JsonReader([(byte)'"', .. raw, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    private static int FirstHalfPair(ReadOnlySpan<byte> json)
    {
        for (int at = 0, found; (found = json[at..].IndexOf((byte)'\\')) >= 0;)
        {
            at += found;
            if (Unit(json[at..]) is not { } unit) at += 2;
            else if (char.IsLowSurrogate(unit)) return at;
            else if (!char.IsHighSurrogate(unit)) at += 6;
            else if (Unit(json[(at + 6)..]) is { } second && char.IsLowSurrogate(second)) at += 12;
            else return at;
        }
        return -1;
    }

    private static char? Unit(ReadOnlySpan<byte> escape) =>
        escape.StartsWith("\\u"u8) && Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out var used, 'x') && used == 4 ? (char)unit : null;
}
