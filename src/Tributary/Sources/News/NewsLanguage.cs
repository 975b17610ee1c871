namespace Tributary.Sources.News;

/// <summary>Infers the language of a text from its script and, among languages of the Latin script, from small words.</summary>
internal static class NewsLanguage
{
    private const int CharactersSeen = 20_000;
    private const int LettersMin = 40;
    private const int WordsMin = 5;

    private static readonly (string Code, HashSet<string> Words)[] SmallWords =
    [
        ("en", Set("the of and to in a is that for it with as was on by has its said from were which")),
        ("fr", Set("le la les des et du une est dans que pour qui sur au avec par ce plus sont")),
        ("es", Set("el los las de y en una que del por con para se su al es como más fue")),
        ("de", Set("der die das und den von zu ist mit auf für des im dem nicht ein eine sich auch")),
        ("it", Set("il di che e la per un una del della con non sono alla gli dei nel si")),
        ("pt", Set("o os as do da dos das em um uma para com não que por mais foi ao")),
    ];

    /// <summary>A language code (ISO 639-1) and how it was found.</summary>
    /// <returns>Null when the text is too short or speaks for no language.</returns>
    public static (string Code, string Basis)? Infer(Passage text)
    {
        var seen = text.Before(Math.Min(text.End, text.Start + CharactersSeen));
        var scripts = Scripts.Count(seen.Span);
        if (scripts.Total < LettersMin) return null;
        return scripts.Latin * 2 > scripts.Total ? ByWords(seen) : scripts.Language() is { } code ? (code, "inferred from the script and its letters") : null;
    }

    private static (string, string)? ByWords(Passage text)
    {
        var words = text.Words().Select(static word => word.Clean().ToLowerInvariant()).ToList();
        var counts = Array.ConvertAll(SmallWords, language => (language.Code, Count: words.Count(language.Words.Contains)));
        var (code, count) = counts.MaxBy(static language => language.Count);
        var second = counts.Where(language => language.Code != code).Max(static language => language.Count);
        var clear = count >= WordsMin && count * 10 >= words.Count && count * 2 >= second * 3;
        return clear ? (code, $"inferred: {count} of {words.Count} words are small words of this language, the next has {second}") : null;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}

/// <summary>How many letters of a text belong to which script.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Scripts(int Total, int Latin, int Cyrillic, int Arabic, int Han, int Kana, int Hangul, int Ukrainian, int Persian, int Pashto)
{
    public static Scripts Count(ReadOnlySpan<char> text)
    {
        var counts = default(Scripts);
        foreach (var c in text)
        {
            if (char.IsLetter(c)) counts = counts.With(c);
        }
        return counts;
    }

    /// <summary>The language that most of the letters are of; null where a script serves many.</summary>
    public string? Language() =>
        Cyrillic * 2 > Total ? Ukrainian * 50 > Cyrillic ? "uk" : "ru"
        : Arabic * 2 > Total ? Pashto * 50 > Arabic ? "ps" : Persian * 50 > Arabic ? "fa" : "ar"
        : Kana * 10 > Total ? "ja"
        : Hangul * 2 > Total ? "ko"
        : Han * 2 > Total ? "zh"
        : null;

    private Scripts With(char c)
    {
        var next = this with { Total = Total + 1 };
        return c switch
        {
            < '\u0250' => next with { Latin = Latin + 1 },
            >= '\u0400' and < '\u0530' => next with { Cyrillic = Cyrillic + 1, Ukrainian = Ukrainian + One("іїєґІЇЄҐ", c) },
            >= '\u0600' and < '\u0700' => next with { Arabic = Arabic + 1, Persian = Persian + One("پچژگ", c), Pashto = Pashto + One("ټډړښځڅڼ", c) },
            >= '\u3040' and < '\u3100' => next with { Kana = Kana + 1 },
            >= '\u4e00' and < '\ua000' => next with { Han = Han + 1 },
            >= '\uac00' and < '\ud7b0' => next with { Hangul = Hangul + 1 },
            _ => next,
        };
    }

    private static int One(string letters, char c) => letters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
}
