using System.Collections.Frozen;
using System.Text.Json;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Reads what a page says of its report in JSON-LD, in the words of https://schema.org/NewsArticle.</summary>
internal static class LinkedNews
{
    private const int PartsMax = 100;
    private const int AuthorsMax = 50;

    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal,
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle",
        "Article", "BlogPosting", "LiveBlogPosting", "Report", "PressRelease");

    /// <summary>What a script states; a statement of unreadable data where it is no JSON.</summary>
    public static IEnumerable<Statement> Read(string document, int start, int end)
    {
        if (document.AsSpan(start, end - start).IsWhiteSpace()) return [];
        if (PlacedJson.Read(document, start, end, out var failedAt) is not { } root) return [Unreadable(document, failedAt, end)];
        return Things(root).Take(PartsMax).Where(thing => IsReport(thing, document)).SelectMany(thing => Of(thing, document));
    }

    private static Statement Unreadable(string document, int failedAt, int end)
    {
        var shown = new Passage(document, failedAt, Math.Min(end, failedAt + 40));
        return new Statement(NewsFields.UnreadableData, shown.Clean() is { Length: > 0 } words ? words : "the end", shown);
    }

    private static IEnumerable<PlacedJson> Things(PlacedJson root) =>
        root.Each.SelectMany(thing => thing["@graph"] is { } graph ? graph.Each.Prepend(thing) : [thing]);

    private static bool IsReport(PlacedJson thing, string document) =>
        thing["@type"] is { } type && type.Each.Any(name => Types.Contains(name.Characters(document).Text));

    private static IEnumerable<Statement> Of(PlacedJson thing, string document)
    {
        (string Field, IEnumerable<PlacedJson> Values)[] fields =
        [
            (NewsFields.Headline, Texts(thing["headline"])),
            (NewsFields.Section, Texts(thing["articleSection"])),
            (NewsFields.Author, Names(thing["author"]).Take(AuthorsMax)),
            (NewsFields.Editor, Names(thing["editor"]).Take(AuthorsMax)),
            (NewsFields.Publisher, Names(thing["publisher"])),
            (NewsFields.Published, Texts(thing["datePublished"])),
            (NewsFields.Updated, Texts(thing["dateModified"])),
            (NewsFields.Language, Names(thing["inLanguage"])),
            (NewsFields.Url, Texts(thing["url"])),
        ];
        return fields.SelectMany(field => field.Values.SelectMany(value => NewsValues.Of(field.Field, value.Characters(document).Trim(), document)));
    }

    private static IEnumerable<PlacedJson> Texts(PlacedJson? value) => value?.Each.Where(static each => each.Kind == JsonValueKind.String).Take(PartsMax) ?? [];

    /// <summary>A person or an organisation is a name, or a thing that has one.</summary>
    private static IEnumerable<PlacedJson> Names(PlacedJson? value) =>
        value?.Each.Select(static each => each.Kind == JsonValueKind.Object ? each["name"] ?? each["alternateName"] : each)
            .OfType<PlacedJson>().SelectMany(static name => Texts(name)) ?? [];
}
