using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Decodes a whole document as it declares: by its byte-order mark, its XML declaration or its <c>meta charset</c>; otherwise UTF-8.</summary>
internal static class TextDecoding
{
    /// <summary>Where a declaration is looked for, in bytes from the start.</summary>
    private const int DeclarationWithin = 4096;

    private const int BlockBytes = 81_920;

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>Null when there is more than <paramref name="bytesMax"/>.</returns>
    public static ReadOnlyMemory<byte>? ReadBytes(Stream document, int bytesMax, CancellationToken token)
    {
        using var all = new MemoryStream();
        var block = new byte[BlockBytes];
        for (int read; (read = document.Read(block)) > 0;)
        {
            token.ThrowIfCancellationRequested();
            if (all.Length + read > bytesMax) return null;
            all.Write(block, 0, read);
        }
        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    /// <summary>The issue of a document that is longer than its reader holds.</summary>
    public static ReadIssue TooLong(int bytesMax, string what, string advice) => new(ReadingCodes.DocumentTooLong, Severity.Fatal, $"byte {bytesMax}",
        $"the document goes on after {bytesMax / 1024 / 1024} MiB", $"{what} is shorter", advice);

    /// <summary>Decodes a document; a byte that does not fit is never replaced.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="isPage">Whether a <c>meta charset</c> counts: within other documents it belongs to a page that they quote.</param>
    /// <param name="issue">Why it is no text, when it is none.</param>
    /// <returns>Null when it is none.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, bool isPage, out ReadIssue? issue)
    {
        issue = null;
        var (encoding, mark, name) = Declared(bytes, isPage);
        if (encoding is null) issue = Unknown(name);
        else if (encoding is UTF8Encoding && FirstInvalid(bytes[mark..]) is >= 0 and var at) issue = Misfit(bytes, mark + at, "UTF-8");
        if (issue is not null) return null;
        try
        {
            return encoding!.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException failure)
        {
            issue = Misfit(bytes, Math.Clamp(mark + failure.Index, 0, bytes.Length - 1), name);
            return null;
        }
    }

    /// <summary>The first bytes as text for recognising a document by; what does not fit is replaced.</summary>
    public static string DecodeHead(ReadOnlySpan<byte> head, bool isPage)
    {
        var (encoding, mark, _) = Declared(head, isPage);
        return Lenient(encoding ?? Encoding.Latin1).GetString(head[mark..]);
    }

    private static Encoding Lenient(Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    private static (Encoding? Encoding, int Mark, string Name) Declared(ReadOnlySpan<byte> bytes, bool isPage)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return (Named("utf-8"), 3, "UTF-8");
        if (bytes is [0xFF, 0xFE, ..]) return (Named("utf-16"), 2, "UTF-16");
        if (bytes is [0xFE, 0xFF, ..]) return (Named("utf-16BE"), 2, "UTF-16");
        var name = DeclaredName(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]), isPage);
        // A declaration that can be read as ASCII is not of UTF-16, whatever it says.
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? (Named("utf-8"), 0, "UTF-8") : (Named(name), 0, name);
    }

    private static string DeclaredName(string head, bool isPage)
    {
        var declaration = head.IndexOf("?>", StringComparison.Ordinal);
        if (head.AsSpan().TrimStart().StartsWith("<?xml") && declaration > 0 && ValueAfter(head.AsSpan(0, declaration), "encoding") is { } encoding) return encoding;
        for (var at = 0; isPage && (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = head.IndexOf('>', at);
            if (end > 0 && ValueAfter(head.AsSpan(at, end - at), "charset") is { } charset) return charset;
        }
        return "utf-8";
    }

    private static string? ValueAfter(ReadOnlySpan<char> tag, string word)
    {
        var at = tag.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? default : tag[(at + word.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return null;
        rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
        var length = rest.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");
        var name = length < 0 ? rest : rest[..length];
        return name.IsEmpty ? null : name.ToString();
    }

    /// <summary>The names as pages mean them: Latin-1 and ASCII are read as Windows-1252, GB 2312 as its larger successor.</summary>
    private static Encoding? Named(string name)
    {
        var meant = name.ToLowerInvariant() switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "x-sjis" or "shift-jis" => "shift_jis",
            var other => other,
        };
        if (meant is "utf-8") return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        if (meant is "utf-16") return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
        if (meant is "utf-16be") return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
        return CodePagesEncodingProvider.Instance.GetEncoding(meant, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return -1;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static ReadIssue Misfit(ReadOnlySpan<byte> bytes, int at, string encoding) => new(ReadingCodes.Encoding, Severity.Fatal, $"byte {at}",
        $"the byte 0x{bytes[at]:X2} does not fit there in {encoding}", "a text in the encoding that it declares, or in UTF-8 where it declares none",
        "convert the document to UTF-8 and keep the original beside it");

    private static ReadIssue Unknown(string name) => new(ReadingCodes.Encoding, Severity.Fatal, "declaration",
        $"it declares the encoding {QuotedText.Of(name)}, which nobody knows", "the name of an encoding, such as utf-8 or windows-1252",
        "convert the document to UTF-8 and keep the original beside it");
}
