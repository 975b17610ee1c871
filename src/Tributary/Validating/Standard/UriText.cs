using System.Buffers;

namespace Tributary.Validating;

/// <summary>Addresses as RFC 3986 writes them (https://www.rfc-editor.org/rfc/rfc3986), with letters of any script, as XML Schema allows.</summary>
internal static class UriText
{
    private static readonly SearchValues<char> Scheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>Whether a text is an address or a part of one, which an empty text is.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        var fragment = text.IndexOf('#');
        if (fragment >= 0)
        {
            if (!IsPlain(text[(fragment + 1)..])) return false;
            text = text[..fragment];
        }
        var query = text.IndexOf('?');
        if (query >= 0)
        {
            if (!IsPlain(text[(query + 1)..])) return false;
            text = text[..query];
        }
        var colon = text.IndexOf(':');
        var slash = text.IndexOf('/');
        // A colon before any slash ends a scheme.
        if (colon >= 0 && (slash < 0 || colon < slash))
        {
            if (colon == 0 || !char.IsAsciiLetter(text[0]) || text[..colon].ContainsAnyExcept(Scheme)) return false;
            text = text[(colon + 1)..];
        }
        if (!text.StartsWith("//")) return IsPlain(text);
        text = text[2..];
        var path = text.IndexOf('/');
        return IsAuthority(path < 0 ? text : text[..path]) && (path < 0 || IsPlain(text[path..]));
    }

    private static bool IsAuthority(ReadOnlySpan<char> text)
    {
        var user = text.LastIndexOf('@');
        if (user >= 0)
        {
            if (!IsPlain(text[..user]) || text[..user].Contains('@')) return false;
            text = text[(user + 1)..];
        }
        if (text is ['[', ..])
        {
            var end = text.IndexOf(']');
            if (end < 0 || !IsPlain(text[1..end])) return false;
            text = text[(end + 1)..];
            return text.IsEmpty || (text[0] == ':' && IsPort(text[1..]));
        }
        var colon = text.IndexOf(':');
        return colon < 0 ? IsPlain(text) : IsPlain(text[..colon]) && IsPort(text[(colon + 1)..]);
    }

    private static bool IsPort(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    // Spaces, brackets and lone percent signs stand nowhere else.
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is ' ' or '[' or ']' or '#') return false;
            if (text[at] == '%' && (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))) return false;
        }
        return true;
    }
}
