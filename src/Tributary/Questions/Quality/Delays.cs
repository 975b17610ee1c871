using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How many flows were reported how many days after their decision.</summary>
internal sealed class Delays
{
    /// <summary>Of no flows.</summary>
    public static readonly Delays None = new([]);

    private readonly List<(int Days, long Flows)> _counts;

    private Delays(List<(int Days, long Flows)> counts)
    {
        _counts = counts;
        _counts.Sort();
        Count = counts.Sum(count => count.Flows);
    }

    /// <summary>All flows.</summary>
    public long Count { get; }

    /// <summary>The delays of each line, by its set (0 for none), from a query for line, days and flows.</summary>
    public static Dictionary<int, Delays> Of(Facts facts, string sql, CancellationToken token) => facts.Query(sql, row => (Line: row.GetNumber(0) ?? 0, Days: (int)row.GetInt64(1), Flows: row.GetInt64(2)), token)
        .GroupBy(count => count.Line).ToDictionary(line => line.Key, line => new Delays([.. line.Select(count => (count.Days, count.Flows))]));

    /// <summary>Flows that took more days.</summary>
    public long CountOver(int days) => _counts.Where(count => count.Days > days).Sum(count => count.Flows);

    /// <summary>The middle delay, or the mean of the two in the middle; null when there are none.</summary>
    public decimal? Median => Count == 0 ? null : (At((Count - 1) / 2) + At(Count / 2)) / 2m;

    /// <summary>The least number of days that nine flows in ten did not exceed; null when there are none.</summary>
    public int? SlowestTenth => Count == 0 ? null : At((long)decimal.Ceiling(Count * 0.9m) - 1);

    // Of the flows in the order of their delays, from 0.
    private int At(long index)
    {
        var flows = 0L;
        return _counts.Find(count => (flows += count.Flows) > index).Days;
    }
}
