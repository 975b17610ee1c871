using System.Text;
using Tributary.Provenance;

namespace Tributary.Sources.News;

/// <summary>A run of a report's text that knows its place in it.</summary>
/// <param name="Text">The whole text of the report.</param>
/// <param name="Start">UTF-16 position of the first character.</param>
/// <param name="End">UTF-16 position after the last character.</param>
internal readonly record struct Passage(string Text, int Start, int End)
{
    /// <summary>What stands between words of a line of credits: it belongs to no value.</summary>
    private const string Separators = ",;|/•·–—-()";

    public int Length => End - Start;

    public bool IsEmpty => Start >= End;

    public ReadOnlySpan<char> Span => Text.AsSpan(Start, Length);

    /// <summary>The same place without white space (also no-break spaces) at either end.</summary>
    public Passage Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(Text[start])) start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return this with { Start = start, End = end };
    }

    /// <summary>The same place without white space and separators at either end.</summary>
    public Passage TrimSeparators()
    {
        var (start, end) = (Start, End);
        while (start < end && IsSeparator(Text[start])) start++;
        while (end > start && IsSeparator(Text[end - 1])) end--;
        return this with { Start = start, End = end };
    }

    /// <summary>The part from a position of the whole text on.</summary>
    public Passage From(int position) => this with { Start = Math.Min(position, End) };

    /// <summary>The part before a position of the whole text.</summary>
    public Passage Before(int position) => this with { End = Math.Max(position, Start) };

    /// <summary>The first place of a character as a position of the whole text, or -1.</summary>
    public int Find(char c)
    {
        var at = Span.IndexOf(c);
        return at < 0 ? -1 : Start + at;
    }

    public bool Is(string other) => Span.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it begins with these words, as whole words.</summary>
    public bool BeginsWith(string words) =>
        Span.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (Length == words.Length || !char.IsLetterOrDigit(Text[Start + words.Length]));

    /// <summary>Whether it ends with these words, as whole words.</summary>
    public bool EndsWith(string words) =>
        Span.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (Length == words.Length || !char.IsLetterOrDigit(Text[End - words.Length - 1]));

    /// <summary>The words, without the white space and separators between them.</summary>
    public IEnumerable<Passage> Words()
    {
        for (var at = Start; at < End;)
        {
            while (at < End && IsSeparator(Text[at])) at++;
            var start = at;
            while (at < End && !IsSeparator(Text[at])) at++;
            if (at > start) yield return this with { Start = start, End = at };
        }
    }

    /// <summary>The parts between any of these characters, trimmed.</summary>
    public IEnumerable<Passage> Split(string separators)
    {
        var start = Start;
        for (var at = Start; at <= End; at++)
        {
            if (at < End && !separators.Contains(Text[at], StringComparison.Ordinal)) continue;
            yield return (this with { Start = start, End = at }).Trim();
            start = at + 1;
        }
    }

    /// <summary>The words with one space between them: what a value looks like without its layout.</summary>
    public string Clean()
    {
        var clean = new StringBuilder(Length);
        foreach (var c in Span)
        {
            if (!char.IsWhiteSpace(c)) clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>The place for people and for the ledger; counts lines from the start of the text.</summary>
    public TextSpan ToTextSpan() => new(Start, End, Text.AsSpan(0, Start).Count('\n') + 1);

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || Separators.Contains(c, StringComparison.Ordinal);
}
