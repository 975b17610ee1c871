namespace Tributary.Proposing;

/// <summary>Divides a text into tokens and sentences, in one pass.</summary>
/// <remarks>A line is a paragraph: reports keep no lines of a fixed length. Hyphens stand for themselves, so that <c>200-million-dollar</c> is read as the words that it is.</remarks>
internal sealed class Tokenizer
{
    // A sentence that does not end is cut, so that no rule looks further than this.
    private const int SentenceMax = 300;

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly List<Sentence> _sentences = [];
    private int _first, _paragraph;

    private Tokenizer(string text) => _text = text;

    /// <summary>The tokens and sentences of a part of a text.</summary>
    public static (Token[] Tokens, Sentence[] Sentences) Read(string text, int start, int end)
    {
        var tokenizer = new Tokenizer(text);
        tokenizer.Run(start, end);
        return ([.. tokenizer._tokens], [.. tokenizer._sentences]);
    }

    private void Run(int at, int end)
    {
        while (at < end)
        {
            var c = _text[at];
            if (c == '\n')
            {
                EndParagraph();
                at++;
            }
            else if (char.IsWhiteSpace(c) || IsInvisible(c)) at++;
            else at = Take(c, at, end);
        }
        EndParagraph();
    }

    private int Take(char c, int at, int end)
    {
        if (char.IsLetter(c)) return TakeWord(at, end);
        if (char.IsAsciiDigit(c)) return TakeNumber(at, end);
        if (c is '$' or '€' or '£' or '¥' or '₹' or '₽' or '₺' or '₩' or '₦' or '₪') return Add(TokenKind.Sign, at, at + 1);
        if (IsQuote(c)) return Add(TokenKind.Quote, at, at + 1);
        // A single mark at the beginning of a word may open a quotation inside another; it is no word of its own.
        var mark = Add(TokenKind.Mark, at, at + 1);
        if (c is '.' or '!' or '?' && EndsSentence(at, end)) EndSentence(ref mark, end);
        else if (_tokens.Count - _first >= SentenceMax && c is ',' or ';' || _tokens.Count - _first >= 2 * SentenceMax) Close();
        return mark;
    }

    // The mark that closes a quotation belongs to the sentence that it ends.
    private void EndSentence(ref int at, int end)
    {
        while (at < end && (IsQuote(_text[at]) || _text[at] is ')' or '\'' or '’') && !(at + 1 < end && char.IsLetterOrDigit(_text[at + 1]))) at = Add(IsQuote(_text[at]) ? TokenKind.Quote : TokenKind.Mark, at, at + 1);
        Close();
    }

    private int TakeWord(int start, int end)
    {
        var at = start + 1;
        if (IsInitials(start, end))
        {
            while (at + 1 < end && _text[at] == '.' && char.IsLetter(_text[at + 1]) && (at + 2 >= end || !char.IsLetter(_text[at + 2]))) at += 2;
            if (at < end && _text[at] == '.') at++;
            AddWord(start, at);
            if (_text[at - 1] == '.' && BeginsSentence(at, end)) Close();
            return TakePossessive(at, end);
        }
        while (at < end && (char.IsLetter(_text[at]) || IsInvisible(_text[at]) || (IsApostrophe(_text[at]) && IsInside(at, end)) || (char.IsAsciiDigit(_text[at]) && char.IsAsciiLetterUpper(_text[at - 1]) && at - start < 3) || (char.IsAsciiDigit(_text[at]) && char.IsAsciiDigit(_text[at - 1])))) at++;
        return TakePossessive(AddWord(start, at), end);
    }

    // U.S., U.N., and the first names of people.
    private bool IsInitials(int at, int end) => char.IsUpper(_text[at]) && at + 2 < end && _text[at + 1] == '.' && char.IsUpper(_text[at + 2]) && (at + 3 >= end || !char.IsLetter(_text[at + 3]));

    // "… for the U.N. "We …": a quotation, or a word that is no name, begins the next sentence.
    private bool BeginsSentence(int at, int end)
    {
        var next = at;
        while (next < end && char.IsWhiteSpace(_text[next]) && _text[next] != '\n') next++;
        if (next == at || next >= end || !IsQuote(_text[next]) && !char.IsUpper(_text[next])) return false;
        if (IsQuote(_text[next])) return true;
        var stop = next;
        while (stop < end && char.IsLetter(_text[stop])) stop++;
        return Lexicon.Find(_text.AsSpan(next, stop - next)) is { } word && (word.Senses & Sense.Small) != Sense.None;
    }

    private bool IsInside(int at, int end) => at + 1 < end && char.IsLetter(_text[at + 1]) && !IsPossessive(at, end);

    private bool IsPossessive(int at, int end) => _text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(_text[at + 2]));

    private int TakePossessive(int at, int end) => at + 1 < end && IsApostrophe(_text[at]) && IsPossessive(at, end) ? Add(TokenKind.Possessive, at, at + 2) : at;

    private int TakeNumber(int start, int end)
    {
        var at = start + 1;
        while (at < end && (char.IsAsciiDigit(_text[at]) || (_text[at] is '.' or ',' && at + 1 < end && char.IsAsciiDigit(_text[at + 1])))) at++;
        return Add(TokenKind.Number, start, at);
    }

    private bool EndsSentence(int at, int end)
    {
        if (_tokens.Count >= 2 && _tokens[^2] is { Kind: TokenKind.Word } before && before.Is(Sense.Abbreviation) && before.End == at) return false;
        var next = at + 1;
        while (next < end && (IsQuote(_text[next]) || _text[next] is ')' or '\'' or '’')) next++;
        if (next >= end || _text[next] == '\n') return true;
        if (!char.IsWhiteSpace(_text[next])) return false;
        while (next < end && char.IsWhiteSpace(_text[next]) && _text[next] != '\n') next++;
        return next >= end || !char.IsLower(_text[next]);
    }

    private int AddWord(int start, int end)
    {
        var last = end;
        while (last > start + 1 && IsInvisible(_text[last - 1])) last--;
        var word = _text.AsSpan(start, last - start);
        var entry = word.ContainsAnyInRange('\u00ad', '\ufeff') && word.ToArray().Any(IsInvisible) ? Lexicon.Find(string.Concat(word.ToArray().Where(c => !IsInvisible(c)))) : Lexicon.Find(word);
        _tokens.Add(new Token(start, last, TokenKind.Word, char.IsUpper(_text[start]), entry));
        return end;
    }

    private int Add(TokenKind kind, int start, int end)
    {
        _tokens.Add(new Token(start, end, kind, false, null));
        return end;
    }

    private void Close()
    {
        if (_tokens.Count > _first) _sentences.Add(new Sentence(_first, _tokens.Count, _paragraph));
        _first = _tokens.Count;
    }

    private void EndParagraph()
    {
        if (_tokens.Count == 0 || (_sentences.Count > 0 && _sentences[^1].End == _tokens.Count && _sentences[^1].Paragraph < _paragraph)) return;
        Close();
        if (_sentences.Count > 0 && _sentences[^1].Paragraph == _paragraph) _paragraph++;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    // Marks of direction and joiners change no word.
    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u00ad' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
