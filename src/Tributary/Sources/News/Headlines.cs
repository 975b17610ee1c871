namespace Tributary.Sources.News;

/// <summary>Tells a headline from other lines, and prose from lists and tables.</summary>
internal static class Headlines
{
    private const int LengthMax = 250;
    private const int LettersMin = 8;
    private const int ProseLengthMin = 40;
    private const int ProseLengthSeen = 4096;

    /// <summary>Whether a line can be a headline: some words, not a whole sentence with its stop, not code.</summary>
    public static bool Is(Passage line) =>
        line.Length <= LengthMax && Letters(line) >= LettersMin && BeginsLikeText(line) && !EndsLikeSentence(line);

    /// <summary>Whether a text has sentences in it, by its length, its spaces and a full stop of any script.</summary>
    public static bool IsProse(Passage text)
    {
        var seen = text.Before(Math.Min(text.End, text.Start + ProseLengthSeen));
        return seen.Length >= ProseLengthMin && seen.Span.ContainsAny(".!?。؟۔।") && Letters(seen) * 2 > seen.Length;
    }

    private static int Letters(Passage line)
    {
        var letters = 0;
        foreach (var c in line.Span)
        {
            if (char.IsLetter(c)) letters++;
        }
        return letters;
    }

    private static bool BeginsLikeText(Passage line)
    {
        var first = line.Text[line.Start];
        return char.IsLetterOrDigit(first) || "\"'“‘«„¿¡$€£".Contains(first, StringComparison.Ordinal);
    }

    /// <summary>A stop ends a sentence, unless the last word is an abbreviation such as <c>U.S.</c></summary>
    private static bool EndsLikeSentence(Passage line)
    {
        var last = line.Text[line.End - 1];
        return last != '.' ? ";:,{}".Contains(last, StringComparison.Ordinal) : !line.Words().Last().Span[..^1].Contains('.');
    }
}

/// <summary>Reads the path to a section of a site: <c>News / World</c>, <c>Home > Asia > Afghanistan</c>.</summary>
internal static class Breadcrumb
{
    private const string Separators = "/>»›|";
    private const int LengthMax = 250;
    private const int PartsMax = 6;
    private const int PartLengthMax = 40;

    /// <summary>The path as one value with <c> / </c> between its parts.</summary>
    /// <returns>Null when the line is no path: two parts or more, each short, with spaces about the separator.</returns>
    public static Statement? Read(Passage line)
    {
        var at = line.Length > LengthMax ? -1 : line.Span.IndexOfAny(Separators);
        if (at < 0) return null;
        var parts = line.Split(line.Span[at].ToString()).ToList();
        var path = parts.Count is >= 2 and <= PartsMax && parts.TrueForAll(IsPart) && IsSpaced(line);
        return path ? new Statement(NewsFields.Section, string.Join(" / ", parts.Select(static part => part.Clean())), line) : null;
    }

    private static bool IsPart(Passage part) => part.Length is > 0 and <= PartLengthMax && char.IsLetter(part.Text[part.Start]) && !part.Span.ContainsAny(".,:;?!");

    private static bool IsSpaced(Passage line)
    {
        for (var at = line.Start + 1; at < line.End - 1; at++)
        {
            var separator = Separators.Contains(line.Text[at], StringComparison.Ordinal);
            if (separator && !(char.IsWhiteSpace(line.Text[at - 1]) && char.IsWhiteSpace(line.Text[at + 1]))) return false;
        }
        return true;
    }
}
