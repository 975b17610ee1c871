using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Turns the value of a machine's field into what it states, with its place in the document.</summary>
internal static class NewsValues
{
    /// <summary>How a time of publication was found that is the time of a version.</summary>
    public const string OfVersion = "the time of this version";

    /// <summary>What a value states; nothing where it is no value of that field.</summary>
    /// <param name="field">One of <see cref="NewsFields"/>.</param>
    /// <param name="words">The value with its place.</param>
    /// <param name="document">The document.</param>
    /// <param name="basis">How it was found, where that is not plain.</param>
    public static IEnumerable<Statement> Of(string field, MappedText words, string document, string basis = "")
    {
        if (words.Text.AsSpan().IsWhiteSpace()) return [];
        return field switch
        {
            NewsFields.Published => [Dated(words, document, basis)],
            NewsFields.Author or NewsFields.Url when IsAddress(words.Text) != (field == NewsFields.Url) => [At(NewsFields.Misplaced, words, document)],
            NewsFields.Author => Authors(words, document),
            NewsFields.Language => [At(field, words, document, basis) with { Value = words.Text.Replace('_', '-').Trim() }],
            _ => [At(field, words, document, basis)],
        };
    }

    /// <summary>A statement whose value is the words.</summary>
    public static Statement At(string field, MappedText words, string document, string basis = "") =>
        new(field, new Passage(words.Text, 0, words.Text.Length).Clean(), Place(words, document, 0, words.Text.Length), basis);

    /// <summary>A statement about a part of a text, with the place of that part in the document.</summary>
    public static Statement Moved(Statement statement, MappedText words, string document) =>
        statement with { At = Place(words, document, statement.At.Start, statement.At.End) };

    private static Passage Place(MappedText words, string document, int start, int end)
    {
        var place = words.PlaceOf(start, end);
        return new Passage(document, place.Start, place.End);
    }

    private static Statement Dated(MappedText words, string document, string basis)
    {
        var value = new Passage(words.Text, 0, words.Text.Length);
        if (NewsTime.Find(value) is not { } time) return At(NewsFields.UnreadableDate, words, document);
        var all = string.Join("; ", new[] { basis, time.Basis }.Where(static part => part.Length > 0));
        return new Statement(NewsFields.Published, time.Iso, Place(words, document, 0, words.Text.Length), all);
    }

    /// <summary>A machine's field may hold a whole byline.</summary>
    private static IEnumerable<Statement> Authors(MappedText words, string document)
    {
        var line = new Passage(words.Text, 0, words.Text.Length);
        if (line.BeginsWith("by") && line.Length > 2) line = line.From(2).Trim();
        return Byline.People(NewsFields.Author, line, NewsWords.Agencies).Select(statement => Moved(statement, words, document));
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
