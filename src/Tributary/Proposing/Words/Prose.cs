namespace Tributary.Proposing;

/// <summary>A name in a text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The name; of a person as first written in full.</param>
/// <param name="Iso3">The country that it is or belongs to; null when not known.</param>
/// <param name="Role">Of a person: the office as stated; null for none.</param>
internal sealed record NameMention(int First, int End, NameKind Kind, string Name, string? Iso3, string? Role = null)
{
    /// <summary>The usual name of its country; its own where none is known.</summary>
    public string UsualName => Iso3 is null ? Name : Gazetteer.UsualName(Iso3);

    /// <summary>Whether it can promise, give, ask and speak.</summary>
    public bool IsActor => Kind is NameKind.Country or NameKind.Capital or NameKind.Organisation or NameKind.Group or NameKind.Person or NameKind.Adjective;
}

/// <summary>A quotation: the tokens between its marks, the marks with it.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Quotation(int First, int End);

/// <summary>A text taken apart: tokens, sentences, names, quotations.</summary>
internal sealed class Prose
{
    private readonly int[] _nameAt;
    private readonly int[] _sentenceAt;
    private readonly int[] _quoteAt;
    private readonly int[] _lastNameAt;

    private Prose(string text, Token[] tokens, Sentence[] sentences)
    {
        (Text, Tokens, Sentences) = (text, tokens, sentences);
        _nameAt = new int[tokens.Length];
        _sentenceAt = new int[tokens.Length];
        _quoteAt = new int[tokens.Length];
        _lastNameAt = new int[tokens.Length];
        Array.Fill(_nameAt, -1);
        Array.Fill(_quoteAt, -1);
        for (var at = 0; at < sentences.Length; at++) Array.Fill(_sentenceAt, at, sentences[at].First, sentences[at].End - sentences[at].First);
    }

    /// <summary>The whole text of the document.</summary>
    public string Text { get; }

    /// <summary>The tokens of what is read.</summary>
    public Token[] Tokens { get; }

    /// <summary>Its sentences.</summary>
    public Sentence[] Sentences { get; }

    /// <summary>The names in it, in order.</summary>
    public IReadOnlyList<NameMention> Names { get; private set; } = [];

    /// <summary>The quotations in it, in order.</summary>
    public IReadOnlyList<Quotation> Quotations { get; private set; } = [];

    /// <summary>Takes a part of a text apart.</summary>
    public static Prose Read(string text, int start, int end)
    {
        var (tokens, sentences) = Tokenizer.Read(text, start, end);
        var prose = new Prose(text, tokens, sentences);
        prose.Quotations = QuotationReader.Read(prose);
        for (var at = 0; at < prose.Quotations.Count; at++) Array.Fill(prose._quoteAt, at, prose.Quotations[at].First, prose.Quotations[at].End - prose.Quotations[at].First);
        prose.Names = new NameReader(prose).Read();
        for (var at = 0; at < prose.Names.Count; at++) Array.Fill(prose._nameAt, at, prose.Names[at].First, prose.Names[at].End - prose.Names[at].First);
        for (int token = 0, last = -1; token < tokens.Length; token++) prose._lastNameAt[token] = last = prose._nameAt[token] >= 0 ? prose._nameAt[token] : last;
        return prose;
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Span(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The characters of a run of tokens, as they stand.</summary>
    public string Words(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    /// <summary>Whether a token is a word, whatever its case.</summary>
    public bool Is(int token, string word) => token >= 0 && token < Tokens.Length && Span(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is one of some words, in small letters.</summary>
    public bool IsAny(int token, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(token, word)) return true;
        }
        return false;
    }

    /// <summary>Whether a token is a mark.</summary>
    public bool IsMark(int token, char mark) => token >= 0 && token < Tokens.Length && Tokens[token].Kind is TokenKind.Mark && Text[Tokens[token].Start] == mark;

    /// <summary>Whether a token has one of some senses.</summary>
    public bool Has(int token, Sense senses) => token >= 0 && token < Tokens.Length && Tokens[token].Is(senses);

    /// <summary>Whether any token of a run has one of some senses.</summary>
    public bool HasIn(int first, int end, Sense senses)
    {
        for (var token = first; token < end; token++)
        {
            if (Has(token, senses)) return true;
        }
        return false;
    }

    /// <summary>Whether any token of a run is one of some words, in small letters.</summary>
    public bool IsAnyIn(int first, int end, params ReadOnlySpan<string> words)
    {
        for (var token = first; token < end; token++)
        {
            if (IsAny(token, words)) return true;
        }
        return false;
    }

    /// <summary>The name of which a token is a part; null for none.</summary>
    public NameMention? NameAt(int token) => token >= 0 && token < _nameAt.Length && _nameAt[token] is >= 0 and var at ? Names[at] : null;

    /// <summary>The position among the names of the last one that begins at a token or before it; -1 for none.</summary>
    public int LastNameAt(int token) => token >= 0 && token < _lastNameAt.Length ? _lastNameAt[token] : -1;

    /// <summary>The sentence of a token.</summary>
    public Sentence SentenceOf(int token) => Sentences[_sentenceAt[token]];

    /// <summary>The position of the sentence of a token.</summary>
    public int SentenceIndexOf(int token) => _sentenceAt[token];

    /// <summary>The position of the quotation that a token is in; -1 for none.</summary>
    public int QuoteAt(int token) => token >= 0 && token < _quoteAt.Length ? _quoteAt[token] : -1;

    /// <summary>The names that begin in a run of tokens.</summary>
    public IEnumerable<NameMention> NamesIn(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (NameAt(token) is not { } name) continue;
            if (name.First >= first) yield return name;
            token = name.End - 1;
        }
    }
}
