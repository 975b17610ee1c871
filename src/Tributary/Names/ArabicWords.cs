namespace Tributary.Names;

/// <summary>Takes words in Arabic letters apart where others write them apart: the article, God and faith at their end, the servant of.</summary>
internal static class ArabicWords
{
    private const string Article = "ال";
    private const string Servant = "عبد";

    private static readonly string[] God = ["الله", "اللہ", "اللّه", "لله"];

    /// <summary>The parts of a written word; the article is left out.</summary>
    public static IEnumerable<string> Parts(string written)
    {
        if (written.Length < 3 || written[0] is < '\u0600' or > '\u06FF') return [written];
        if (God.Contains(written, StringComparer.Ordinal)) return ["lah"];
        foreach (var god in God)
        {
            if (written.Length > god.Length + 1 && written.EndsWith(god, StringComparison.Ordinal)) return [.. Parts(written[..^god.Length]), "lah"];
        }
        if (written.Length > 3 && written.StartsWith(Article, StringComparison.Ordinal)) return Parts(written[2..]);
        if (written.Length > 6 && written.StartsWith(Servant, StringComparison.Ordinal)) return [Servant, .. Parts(written.AsSpan(3).StartsWith(Article, StringComparison.Ordinal) ? written[5..] : written[3..])];
        var article = written.IndexOf(Article, 2, StringComparison.Ordinal);
        return article > 0 && article + 3 < written.Length ? [written[..article], .. Parts(written[(article + 2)..])] : [written];
    }
}
