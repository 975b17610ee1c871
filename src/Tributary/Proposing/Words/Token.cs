using System.Runtime.InteropServices;

namespace Tributary.Proposing;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with what stands inside a word: <c>O'Brien</c>, <c>U.S.</c>.</summary>
    Word,

    /// <summary>Digits, with the points and commas inside them.</summary>
    Number,

    /// <summary>A currency's sign.</summary>
    Sign,

    /// <summary>The <c>'s</c> behind a word.</summary>
    Possessive,

    /// <summary>A quotation mark.</summary>
    Quote,

    /// <summary>Any other mark, each by itself.</summary>
    Mark,
}

/// <summary>A word, number or mark of a text.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">UTF-16 position after its last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsCapital">Whether it is a word that begins with a capital.</param>
/// <param name="Word">What the reader knows of it; null when nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, TokenKind Kind, bool IsCapital, WordEntry? Word)
{
    /// <summary>Whether it has one of some senses.</summary>
    public bool Is(Sense senses) => Word is { } word && (word.Senses & senses) != Sense.None;
}

/// <summary>A run of tokens that ends with a full stop, or a paragraph.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Paragraph">Which paragraph it is in, from 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int First, int End, int Paragraph);
