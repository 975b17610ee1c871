using System.Globalization;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>Cuts an XPath expression into its tokens.</summary>
internal sealed class PathTokens
{
    private const int TokensMax = 10_000;

    private readonly string _text;
    private readonly List<string> _tokens = [];
    private int _at;

    public PathTokens(string text)
    {
        _text = text;
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            if (!char.IsWhiteSpace(text[at])) _tokens.Add(text.Substring(at, length));
            at += length;
            // What is joined is asked one inside the other.
            if (_tokens.Count > TokensMax) throw Unreadable(string.Create(CultureInfo.InvariantCulture, $"more than {TokensMax:N0} words and signs"));
        }
    }

    /// <summary>The token that comes next; empty at the end.</summary>
    public string Next => _at < _tokens.Count ? _tokens[_at] : "";

    /// <summary>The one after it.</summary>
    public string AfterNext => _at + 1 < _tokens.Count ? _tokens[_at + 1] : "";

    /// <summary>Takes the next token.</summary>
    public string Take() => _at < _tokens.Count ? _tokens[_at++] : throw Unreadable("its end");

    /// <summary>Takes the next token if it is a given one.</summary>
    public bool Take(string token)
    {
        if (Next != token) return false;
        _at++;
        return true;
    }

    /// <summary>Takes a token that must come.</summary>
    public void Expect(string token)
    {
        if (!Take(token)) throw Unreadable($"{QuotedText.Of(Next)} where '{token}' was expected");
    }

    /// <summary>What to throw when the expression cannot be read.</summary>
    public RulesetException Unreadable(string found) => new($"expression {QuotedText.Of(_text)}: {found}; expected the part of XPath that rules use; see docs/validate.md");

    private static int LengthAt(string text, int at)
    {
        var c = text[at];
        if (c is '\'' or '"')
        {
            var end = text.IndexOf(c, at + 1);
            return end < 0 ? throw new RulesetException($"expression {QuotedText.Of(text)}: a quotation without an end; expected another {c}") : end + 1 - at;
        }
        if (at + 1 < text.Length && text.AsSpan(at, 2) is "//" or ".." or "::" or "!=" or "<=" or ">=") return 2;
        if (!IsName(c)) return 1;
        var length = 1;
        while (at + length < text.Length && IsName(text[at + length]) && !(text[at + length] == ':' && at + length + 1 < text.Length && text[at + length + 1] == ':')) length++;
        return length;
    }

    // A colon joins a prefix to its name; a point alone is a step.
    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or '$';
}
