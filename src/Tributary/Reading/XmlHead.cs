using System.Text;

namespace Tributary.Reading;

/// <summary>The first bytes of an XML document, to know its kind by.</summary>
internal static class XmlHead
{
    /// <summary>The first tag as written, without its brackets: <c>export xmlns="…"</c>. Empty when the bytes hold none.</summary>
    public static string FirstTag(ReadOnlySpan<byte> head)
    {
        var at = Skip(head, out _);
        var rest = head[at..];
        if (rest.Length < 2 || rest[0] != '<') return "";
        var end = rest.IndexOf((byte)'>');
        return end < 0 ? "" : Encoding.UTF8.GetString(rest[1..end]);
    }

    /// <summary>The name of the first element, without a prefix.</summary>
    public static string Root(ReadOnlySpan<byte> head)
    {
        var tag = FirstTag(head);
        var end = tag.AsSpan().IndexOfAny(" \t\r\n/");
        var name = end < 0 ? tag : tag[..end];
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Whether a document type is declared before the first element.</summary>
    public static bool DeclaresDocumentType(ReadOnlySpan<byte> head)
    {
        Skip(head, out var declares);
        return declares;
    }

    private static int Skip(ReadOnlySpan<byte> head, out bool declaresType)
    {
        declaresType = false;
        var at = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < head.Length)
        {
            var rest = head[at..];
            var (start, end) = rest.StartsWith("<?"u8) ? (2, "?>"u8.ToArray()) : rest.StartsWith("<!--"u8) ? (4, "-->"u8.ToArray()) : rest.StartsWith("<!"u8) ? (2, ">"u8.ToArray()) : (0, []);
            if (start == 0 && !IsSpace(rest[0])) break;
            if (start == 0) { at++; continue; }
            declaresType |= start == 2 && rest[1] == '!';
            // A document type may hold brackets of its own: what follows its first is not looked at.
            if (declaresType) return TypeEnd(head, at);
            var length = rest[start..].IndexOf(end);
            if (length < 0) return head.Length;
            at += start + length + end.Length;
        }
        return at;
    }

    private static int TypeEnd(ReadOnlySpan<byte> head, int at)
    {
        var (bracket, close) = (head[at..].IndexOf((byte)'['), head[at..].IndexOf((byte)'>'));
        if (close < 0) return head.Length;
        if (bracket < 0 || bracket > close) return SkipSpace(head, at + close + 1);
        var inner = head[at..].IndexOf("]>"u8);
        return inner < 0 ? head.Length : SkipSpace(head, at + inner + 2);
    }

    private static int SkipSpace(ReadOnlySpan<byte> head, int at)
    {
        while (at < head.Length && IsSpace(head[at])) at++;
        return at;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
