using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>The report on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Heading">Its headline as shown; null where none is.</param>
/// <param name="Credits">What is shown between the headline and the text.</param>
/// <param name="Body">The text.</param>
internal sealed record HtmlReport(HtmlPage Page, PageBlock? Heading, IReadOnlyList<PageBlock> Credits, IReadOnlyList<PageBlock> Body)
{
    /// <summary>How many blocks before the text are looked at for credits.</summary>
    private const int CreditBlocksMax = 12;

    private static readonly CreditLine Credit = new(NewsWords.Agencies);

    /// <summary>The headline and the text.</summary>
    public MappedText Words => HtmlArticle.Join(Heading is null ? Body : Body.Prepend(Heading));

    /// <summary>The text.</summary>
    public MappedText BodyWords => HtmlArticle.Join(Body);

    /// <summary>Finds the report on a page.</summary>
    public static HtmlReport Of(HtmlPage page)
    {
        var article = HtmlArticle.Of(page);
        var body = article.Skip(HeadLength(page, article)).ToList();
        var end = body.Count == 0 ? page.Blocks.Count : page.Blocks.IndexOf(body[0]);
        var at = end - 1;
        while (at >= 0 && !IsHeadline(page, page.Blocks[at])) at--;
        return new(page, at < 0 ? null : page.Blocks[at], at < 0 ? [] : page.Blocks.GetRange(at + 1, Math.Min(end - at - 1, CreditBlocksMax)), body);
    }

    /// <summary>What a line of credits states; null when the block is none.</summary>
    public static List<Statement>? CreditsOf(PageBlock block) => Credit.Read(new Passage(block.Words.Text, 0, block.Length));

    /// <summary>How many blocks at the start of an article are its headline and credits, and no text.</summary>
    private static int HeadLength(HtmlPage page, List<PageBlock> article)
    {
        var length = 0;
        for (var at = 0; at < Math.Min(article.Count, CreditBlocksMax); at++)
        {
            if (IsHeadline(page, article[at])) length = at + 1;
        }
        while (length < Math.Min(article.Count, CreditBlocksMax) && CreditsOf(article[length]) is not null) length++;
        return length;
    }

    private static bool IsHeadline(HtmlPage page, PageBlock block) => page.Containers[block.Container].Name == "h1";
}
