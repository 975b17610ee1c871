using System.Globalization;
using System.Text;

namespace Tributary.Reading;

/// <summary>Decodes the character references of HTML and XML: <c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>.</summary>
/// <remarks>The names are those of https://html.spec.whatwg.org/multipage/named-characters.html, of which XML's five are some.</remarks>
internal static class CharacterReferences
{
    private const int NameLengthMax = 32;

    private static readonly Dictionary<string, string> Names = Read();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the numbers 128 to 159 mean in pages, which count as Windows-1252 does. 0: the number itself.</summary>
    private static readonly int[] Windows =
    [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ];

    /// <summary>A part of a document with its references decoded. What only looks like one stays as it stands.</summary>
    public static MappedText Decode(string document, int start, int end)
    {
        var text = new MappedTextBuilder();
        DecodeInto(text, document, start, end);
        return text.Build();
    }

    /// <summary>Adds a part of a document to a text, its references decoded.</summary>
    public static void DecodeInto(MappedTextBuilder text, string document, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var next = document.AsSpan(at, end - at).IndexOf('&');
            if (next < 0) next = end - at;
            text.Copy(document, at, at + next);
            at += next;
            if (at == end) return;
            var length = At(document.AsSpan(at, end - at), out var characters);
            if (length > 0) text.Put(characters, (at, at + length));
            else text.Copy(document, at, at + 1);
            at += Math.Max(length, 1);
        }
    }

    /// <summary>The reference at the start of a text.</summary>
    /// <returns>Its length; 0 when there is none.</returns>
    public static int At(ReadOnlySpan<char> text, out string characters)
    {
        characters = "";
        if (text.Length < 3 || text[0] != '&') return 0;
        return text[1] == '#' ? Number(text, out characters) : Name(text[1..Math.Min(text.Length, NameLengthMax + 1)], out characters);
    }

    private static int Name(ReadOnlySpan<char> rest, out string characters)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length])) length++;
        if (length < rest.Length && rest[length] == ';' && ByName.TryGetValue(rest[..(length + 1)], out characters!)) return length + 2;
        // A few old names need no semicolon, even before other letters.
        for (; length > 1; length--)
        {
            if (ByName.TryGetValue(rest[..length], out characters!)) return length + 1;
        }
        characters = "";
        return 0;
    }

    private static int Number(ReadOnlySpan<char> text, out string characters)
    {
        var isHex = text[2] is 'x' or 'X';
        var at = isHex ? 3 : 2;
        var (start, value) = (at, 0L);
        for (; at < text.Length && Digit(text[at], isHex) is >= 0 and var digit; at++) value = Math.Min(value * (isHex ? 16 : 10) + digit, 0x110000);
        characters = "";
        if (at == start) return 0;
        characters = Character((int)value);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static int Digit(char c, bool isHex) =>
        char.IsAsciiDigit(c) ? c - '0' : isHex && char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10 : -1;

    private static string Character(int value)
    {
        if (value is >= 0x80 and <= 0x9F && Windows[value - 0x80] != 0) value = Windows[value - 0x80];
        return value != 0 && Rune.IsValid(value) ? new Rune(value).ToString() : "\uFFFD";
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(CharacterReferences).Assembly.GetManifestResourceStream("Reading/character-references.csv")!;
        using var lines = new StreamReader(stream);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            names.Add(line[..comma], string.Concat(line[(comma + 1)..].Split(' ').Select(code => new Rune(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())));
        }
        return names;
    }
}
