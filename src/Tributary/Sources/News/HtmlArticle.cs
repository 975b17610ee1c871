using System.Collections.Frozen;
using Tributary.Reading;

namespace Tributary.Sources.News;

/// <summary>Finds the article among the blocks of a page: the part with most prose, without what stands around and within it.</summary>
/// <remarks>The rule is that of the readability scripts of browsers in small: https://github.com/mozilla/readability. Its words are data.</remarks>
internal sealed class HtmlArticle
{
    private const double SiblingShare = 0.2;
    private const int SiblingScoreMin = 5;
    private const int LabelWeight = 25;
    private const int ShortLength = 25;

    /// <summary>Elements that are part of a text and no place for one.</summary>
    private static readonly FrozenSet<string> Transparent = Set("p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre address figure figcaption table tbody thead tr th hgroup");

    private static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");
    private static readonly FrozenSet<string> AsideNames = Set("nav aside footer form figcaption header menu caption");
    private static readonly FrozenSet<string> AsideRoles = Set("navigation complementary banner contentinfo search dialog menu form alert");
    private static readonly FrozenSet<string> WholeNames = Set("article main body html");

    private static readonly FrozenSet<string> AsideLabels = Set("""
        comment comments disqus sidebar related share sharing social promo newsletter cookie cookies consent gdpr breadcrumb breadcrumbs footer menu nav navbar
        navigation ad ads advert adverts advertisement advertising sponsor sponsored popup modal banner caption credit tags taglist signup subscribe subscription
        recommended recommendations trending popular toolbar widget widgets byline authors bio meta timestamp pagination pager outbrain taboola login masthead
        copyright disclaimer print skip hidden readmore morefrom
        """);

    private static readonly FrozenSet<string> BodyLabels = Set("articlebody storybody story article entry post content text body");

    private readonly HtmlPage _page;
    private readonly int[] _last;
    private readonly double[] _scores;
    private readonly int[] _prose;
    private readonly int[] _length;
    private readonly int[] _linkLength;
    private readonly bool[] _isAside;

    private HtmlArticle(HtmlPage page)
    {
        var count = page.Containers.Count;
        (_page, _last, _scores) = (page, [.. Enumerable.Range(0, count)], new double[count]);
        (_prose, _length, _linkLength, _isAside) = (new int[count], new int[count], new int[count], new bool[count]);
    }

    /// <summary>The blocks of the article; none where the page has no prose.</summary>
    public static List<PageBlock> Of(HtmlPage page)
    {
        var article = new HtmlArticle(page);
        article.Sum();
        article.MarkAsides();
        article.Score();
        return article.Choose();
    }

    /// <summary>The blocks as one text with a line end between them.</summary>
    public static MappedText Join(IEnumerable<PageBlock> blocks) => MappedText.Join(blocks.Select(static block => (block.Words, block.ClosedAt)));

    private void Sum()
    {
        foreach (var block in _page.Blocks)
        {
            _length[block.Container] += block.Length;
            _linkLength[block.Container] += block.LinkLength;
            if (block.IsProse) _prose[block.Container] += block.Length;
        }
        for (var at = _last.Length - 1; at > 0; at--)
        {
            var parent = _page.Containers[at].Parent;
            _last[parent] = Math.Max(_last[parent], _last[at]);
            _length[parent] += _length[at];
            _linkLength[parent] += _linkLength[at];
            _prose[parent] += _prose[at];
        }
    }

    /// <summary>An element with most of the page's prose in it is no aside, whatever it is called.</summary>
    private void MarkAsides()
    {
        for (var at = 1; at < _isAside.Length; at++)
        {
            var container = _page.Containers[at];
            var looksAside = AsideNames.Contains(container.Name) || AsideRoles.Contains(container.Role.Trim())
                || (!WholeNames.Contains(container.Name) && LabelsOf(container).Any(AsideLabels.Contains));
            _isAside[at] = _isAside[container.Parent] || (looksAside && _prose[at] * 2 < _prose[0]);
        }
    }

    private void Score()
    {
        foreach (var block in _page.Blocks.Where(block => block.IsProse && !_isAside[block.Container]))
        {
            var score = 1 + block.Words.Text.AsSpan().Count(',') + block.Words.Text.AsSpan().Count('،') + block.Words.Text.AsSpan().Count('，') + Math.Min(block.Length / 100, 3);
            var holder = Holder(block.Container);
            _scores[holder] += score;
            if (holder == 0) continue;
            var above = Holder(_page.Containers[holder].Parent);
            _scores[above] += score / 2.0;
            if (above != 0) _scores[Holder(_page.Containers[above].Parent)] += score / 6.0;
        }
        for (var at = 1; at < _scores.Length; at++)
        {
            if (_scores[at] <= 0) continue;
            var container = _page.Containers[at];
            if (container.Name == "article" || (container.Name != "body" && LabelsOf(container).Any(BodyLabels.Contains))) _scores[at] += Math.Min(LabelWeight, _scores[at]);
            _scores[at] *= 1 - (double)_linkLength[at] / Math.Max(1, _length[at]);
        }
    }

    private List<PageBlock> Choose()
    {
        var best = Array.IndexOf(_scores, _scores.Max());
        if (_scores[best] <= 0) return [];
        var parent = best == 0 ? -1 : Holder(_page.Containers[best].Parent);
        var threshold = Math.Max(SiblingScoreMin, _scores[best] * SiblingShare);
        var chosen = _page.Blocks.Where(block => IsWithin(block.Container, best) || IsBeside(block, parent, threshold)).Where(IsText).ToList();
        return WithoutIdleHeadings(chosen);
    }

    private bool IsWithin(int container, int holder) => container >= holder && container <= _last[holder];

    /// <summary>Articles are cut up by advertisements: parts of one have the same parent.</summary>
    private bool IsBeside(PageBlock block, int parent, double threshold)
    {
        if (parent <= 0) return false;
        var holder = Holder(block.Container);
        return holder != 0 && holder != parent && Holder(_page.Containers[holder].Parent) == parent && _scores[holder] >= threshold;
    }

    private bool IsText(PageBlock block)
    {
        if (_isAside[block.Container] || (block.IsLinks && block.LinkLength > 0)) return false;
        return block.Length >= ShortLength || Transparent.Contains(_page.Containers[block.Container].Name) || ".!?。؟۔।:”\"".Contains(block.Words.Text[^1], StringComparison.Ordinal);
    }

    /// <summary>A heading with no text under it announces what is left out.</summary>
    private List<PageBlock> WithoutIdleHeadings(List<PageBlock> chosen)
    {
        var kept = new List<PageBlock>();
        for (var at = chosen.Count - 1; at >= 0; at--)
        {
            if (kept.Count > 0 || !IsHeading(chosen[at])) kept.Add(chosen[at]);
        }
        kept.Reverse();
        return kept;
    }

    private bool IsHeading(PageBlock block) => Headings.Contains(_page.Containers[block.Container].Name);

    /// <summary>The nearest element that is a place for texts.</summary>
    private int Holder(int container)
    {
        while (container > 0 && Transparent.Contains(_page.Containers[container].Name)) container = _page.Containers[container].Parent;
        return container;
    }

    private static IEnumerable<string> LabelsOf(PageContainer container) =>
        container.Labels.ToLowerInvariant().Split([' ', '-', '_', '\t', '\n', '\r', ':', '/', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
