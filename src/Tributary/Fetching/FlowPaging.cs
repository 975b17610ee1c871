using Tributary.Sources.Fts;

namespace Tributary.Fetching;

/// <summary>The pages of one query for flows.</summary>
/// <param name="Documents">The pages in order.</param>
/// <param name="WhyNotWhole">Why they are no whole answer; null when they are one.</param>
internal sealed record FlowPages(IReadOnlyList<Arrived> Documents, string? WhyNotWhole);

/// <summary>Follows the pages of a query for flows to the last.</summary>
/// <remarks>
/// Pages are asked for one after the other, and the source may change meanwhile. They are one answer when each states
/// the same count, and that many flows stand on them, none twice. If not, they are asked for anew, a few times.
/// </remarks>
internal sealed class FlowPaging(Asker asker, IFetchProgress? progress)
{
    /// <summary>How often the pages are asked for from the first on.</summary>
    public const int PagingsMax = 3;

    private const int PagesMax = 10_000;

    /// <summary>Brings all pages.</summary>
    /// <returns>Null in a dry run, when some would have to be asked for.</returns>
    /// <exception cref="FetchException">A page does not come, or the pages never end.</exception>
    public async Task<FlowPages?> RunAsync(Uri first, CancellationToken token)
    {
        for (var (paging, anew) = (1, false); ; anew = true)
        {
            var followed = await FollowAsync(first, anew, isLast: paging == PagingsMax, token).ConfigureAwait(false);
            if (followed is null) return null;
            if (followed.WhyNotWhole is not { } why) return followed;
            // Pages of an earlier fetch that do not fit those of today say nothing about the source.
            var isOfToday = followed.Documents.All(page => !page.IsFromBefore);
            if (isOfToday && paging++ == PagingsMax) return followed;
            progress?.Anew(why);
        }
    }

    // The last time the pages are followed to their end even when they do not fit: as many flows as there are, if not all.
    private async Task<FlowPages?> FollowAsync(Uri first, bool anew, bool isLast, CancellationToken token)
    {
        var (pages, tally, why) = (new List<Arrived>(), new FlowTally(), (string?)null);
        var seen = new HashSet<Uri>();
        for (var address = first; ;)
        {
            seen.Add(address);
            var page = await asker.GetAsync(address, FtsWholeness.Check, token, anew, "and the pages that follow it").ConfigureAwait(false);
            if (page is null) return null;
            pages.Add(page);
            var answer = Read(page, token);
            why ??= tally.Add(answer);
            if (why is not null && !isLast) return new FlowPages(pages, why);
            if (answer.NextLink is not { } link) return new FlowPages(pages, why ?? tally.End());
            if (WhyNotFollowed(address, link, seen, out var next) is not { } wrong) address = next;
            else if (pages.Exists(come => come.IsFromBefore)) return new FlowPages(pages, wrong);
            else throw new FetchException($"{address.AbsoluteUri}: {wrong}; expected the next page of {asker.Origins.Host}; check --base-address, or tell the source");
        }
    }

    private FtsAnswer Read(Arrived page, CancellationToken token)
    {
        using var document = asker.Open(page);
        return FtsAnswer.Read(document, token);
    }

    private string? WhyNotFollowed(Uri from, string link, HashSet<Uri> seen, out Uri next)
    {
        if (!Uri.TryCreate(from, link, out var target))
        {
            next = from;
            return "its next link is no address";
        }
        next = asker.Origins.Raise(target);
        if (!asker.Origins.Allows(next)) return $"its next link leads to {Origins.HostOf(next)}";
        if (seen.Contains(next)) return "its next link leads back to a page that was read";
        return seen.Count < PagesMax ? null : $"more than {PagesMax:N0} pages";
    }
}

/// <summary>Adds up the flows of pages as they come.</summary>
internal sealed class FlowTally
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long? _count;
    private int _pages;

    /// <summary>Adds a page.</summary>
    /// <returns>Why the pages are not of one answer; null as long as they are.</returns>
    public string? Add(FtsAnswer page)
    {
        if (_pages++ == 0) _count = page.Count;
        if (page.Count is null) return $"page {_pages} does not say how many flows there are";
        if (page.Count != _count) return $"page {_pages} counts {page.Count} flows, and the pages before it {_count}";
        foreach (var id in page.FlowIds)
        {
            if (!_ids.Add(id)) return $"flow {id} stands on page {_pages} and before";
        }
        return null;
    }

    /// <summary>Ends the pages.</summary>
    /// <inheritdoc cref="Add"/>
    public string? End() => _ids.Count == _count ? null : $"{_count} flows are counted and {_ids.Count} stand on the pages";
}

/// <summary>Whether an answer of the FTS API is whole.</summary>
internal static class FtsWholeness
{
    /// <inheritdoc cref="Wholeness"/>
    public static Provenance.ReadIssue? Check(Stream document, CancellationToken token) => FtsAnswer.Read(document, token).Failure;
}
