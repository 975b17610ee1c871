namespace Tributary.Ledgers;

/// <summary>Remembers which flow ids an import stated, to tell whether any came twice.</summary>
/// <remarks>
/// A bit for each id, in pages made as ids need them: FTS numbers flows one after another, so ten million take about a
/// megabyte. Ids strewn over more than <see cref="PagesMax"/> pages (32 MB) are taken to repeat, which is always safe.
/// </remarks>
internal sealed class FlowIdsSeen
{
    private const int PageBits = 16;
    private const int PagesMax = 4096;

    private readonly Dictionary<long, ulong[]> _pages = [];
    private long _pageNumber = -1;
    private ulong[] _page = [];

    /// <summary>The smallest id.</summary>
    public long Low { get; private set; } = long.MaxValue;

    /// <summary>The largest id.</summary>
    public long High { get; private set; } = long.MinValue;

    /// <summary>Whether an id came twice, as far as is known; never false when one did.</summary>
    public bool MayRepeat { get; private set; }

    /// <summary>Adds an id.</summary>
    public void Add(long id)
    {
        Low = Math.Min(Low, id);
        High = Math.Max(High, id);
        if (MayRepeat) return;
        if (id >> PageBits != _pageNumber && !TryTurnTo(id >> PageBits))
        {
            MayRepeat = true;
            return;
        }
        ref var word = ref _page[(id >> 6) & ((1 << (PageBits - 6)) - 1)];
        var bit = 1UL << (int)(id & 63);
        MayRepeat = (word & bit) != 0;
        word |= bit;
    }

    private bool TryTurnTo(long number)
    {
        if (!_pages.TryGetValue(number, out var page))
        {
            if (_pages.Count == PagesMax) return false;
            _pages.Add(number, page = new ulong[1 << (PageBits - 6)]);
        }
        (_pageNumber, _page) = (number, page);
        return true;
    }
}
