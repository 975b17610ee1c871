using System.Text;
using System.Text.Unicode;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>The text of a document, for finding lines and words in it.</summary>
internal sealed class DocumentText
{
    /// <summary>The longest document that is searched, in bytes.</summary>
    public const int BytesMax = 64 << 20;

    private const int BlockBytes = 1 << 16;

    private readonly string _text;
    private readonly List<int> _lineStarts = [0];

    /// <param name="text">The text as decoded, without a byte-order mark.</param>
    public DocumentText(string text)
    {
        _text = text;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) _lineStarts.Add(at + 1);
        // A line end at the very end begins no line.
        if (_lineStarts.Count > 1 && _lineStarts[^1] == text.Length) _lineStarts.RemoveAt(_lineStarts.Count - 1);
    }

    /// <summary>How many lines there are.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>How many UTF-16 characters there are, without a byte-order mark.</summary>
    public int Length => _text.Length;

    /// <summary>Reads a document.</summary>
    /// <returns>Null when it is longer than <see cref="BytesMax"/>, or no UTF-8 text.</returns>
    public static DocumentText? Read(Stream document)
    {
        using var all = new MemoryStream();
        var block = new byte[BlockBytes];
        for (int read; (read = document.Read(block)) > 0;)
        {
            if (all.Length + read > BytesMax) return null;
            all.Write(block, 0, read);
        }
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return Utf8.IsValid(bytes) ? new DocumentText(Encoding.UTF8.GetString(bytes)) : null;
    }

    /// <summary>A run of characters with its line.</summary>
    public TextSpan Span(int start, int end) => new(start, end, LineAt(start));

    /// <summary>The text of a line, from 1, without white space at its ends.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        return _text[start..(line < LineCount ? _lineStarts[line] : _text.Length)].Trim();
    }

    /// <summary>Every place where words stand, however white space divides them.</summary>
    /// <remarks>In time in proportion to the text, whatever it and the words are (Knuth, Morris and Pratt).</remarks>
    /// <param name="words">At least one character that is no white space.</param>
    public IEnumerable<TextSpan> Find(string words)
    {
        var sought = Squeeze(words);
        var fallback = Fallback(sought);
        // Where the last characters stood: white space that counts as one leaves the places uneven.
        var stood = new int[sought.Length];
        long seen = 0;
        var (matched, afterSpace) = (0, true);
        for (var at = 0; at < _text.Length; at++)
        {
            var isSpace = char.IsWhiteSpace(_text[at]);
            if (isSpace && afterSpace) continue;
            afterSpace = isSpace;
            stood[seen++ % sought.Length] = at;
            var c = isSpace ? ' ' : _text[at];
            while (matched > 0 && sought[matched] != c) matched = fallback[matched];
            if (sought[matched] == c) matched++;
            if (matched < sought.Length) continue;
            yield return Span(stood[seen % sought.Length], at + 1);
            matched = fallback[matched];
        }
    }

    /// <summary>Words with one space between them.</summary>
    public static string Squeeze(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private int LineAt(int position)
    {
        var found = _lineStarts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }

    // How much of the beginning still fits when the next character does not.
    private static int[] Fallback(string sought)
    {
        var fallback = new int[sought.Length + 1];
        for (var (at, length) = (1, 0); at < sought.Length; at++)
        {
            while (length > 0 && sought[at] != sought[length]) length = fallback[length];
            if (sought[at] == sought[length]) length++;
            fallback[at + 1] = length;
        }
        return fallback;
    }
}
