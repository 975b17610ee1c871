using System.Collections.Concurrent;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Questions;

/// <summary>Screens the parties of a file on all cores, in the order of the file.</summary>
/// <remarks>Some rows are read, screened and given while others are: memory does not grow with the file. The first of them are all read before any is screened, so that a file of people in need is seen to be one.</remarks>
/// <param name="lists">Against what.</param>
/// <param name="file">The parties.</param>
/// <param name="threshold">The least score of a candidate, at least <see cref="NameMatcher.DefaultThreshold"/>.</param>
/// <param name="weights">What raises and lowers scores; the defaults unless given.</param>
public sealed class BatchScreening(ReadyLists lists, PartyFile file, double threshold, ScreeningWeights? weights = null)
{
    /// <summary>How many rows are read and screened together.</summary>
    public const int RowsAtATime = 256;

    private readonly ConcurrentBag<NameSearch> _searches = [];

    /// <summary>Against what parties are screened.</summary>
    public ReadyLists Lists => lists;

    /// <summary>The least score of a candidate.</summary>
    public double Threshold => threshold;

    /// <summary>Rows given so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Those with candidates.</summary>
    public long WithCandidates { get; private set; }

    /// <summary>Those that could not be used.</summary>
    public long NotScreened { get; private set; }

    /// <summary>Screens row by row. Once.</summary>
    /// <param name="token">Stops it.</param>
    /// <exception cref="PartyFileException">The file cannot be read to its end, or is one of people in need; the rows that were screened before are given first, in the second case without those that were under way.</exception>
    public IEnumerable<ScreenedRow> Run(CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var underWay = new Queue<Task<ScreenedRow[]>>();
        var together = 2 * Environment.ProcessorCount;
        try
        {
            while (ReadRows() is { Count: > 0 } rows)
            {
                if (file.Problem is { IsOfPeopleInNeed: true }) break;
                underWay.Enqueue(Task.Run(() => Screen(rows, stop.Token), stop.Token));
                if (underWay.Count < together) continue;
                foreach (var row in Next()) yield return row;
            }
            if (file.Problem is { IsOfPeopleInNeed: true } people) throw people.After(Rows);
            while (underWay.Count > 0)
            {
                foreach (var row in Next()) yield return row;
            }
            if (file.Problem is { } problem) throw problem.After(Rows);
        }
        finally
        {
            stop.Cancel();
        }

        IEnumerable<ScreenedRow> Next() => underWay.Dequeue().GetAwaiter().GetResult().Select(Counted);
    }

    private ScreenedRow Counted(ScreenedRow row)
    {
        Rows++;
        if (row.Candidates.Count > 0) WithCandidates++;
        if (row.Party.Issue is not null) NotScreened++;
        return row;
    }

    private List<PartyRow> ReadRows()
    {
        var rows = new List<PartyRow>(RowsAtATime);
        while (rows.Count < RowsAtATime && file.Read(lists.FindCountry) is { } row) rows.Add(row);
        return rows;
    }

    private ScreenedRow[] Screen(List<PartyRow> rows, CancellationToken token)
    {
        var search = _searches.TryTake(out var kept) ? kept : new NameSearch();
        var screened = new ScreenedRow[rows.Count];
        for (var at = 0; at < screened.Length; at++)
        {
            token.ThrowIfCancellationRequested();
            screened[at] = new ScreenedRow(rows[at], rows[at].Party is { } party ? [.. lists.Index.Screen(party, search, threshold, weights).Select(ScreenLine.Of)] : []);
        }
        _searches.Add(search);
        return screened;
    }
}

/// <summary>A row of a file and who may be meant.</summary>
/// <param name="Party">The row.</param>
/// <param name="Candidates">The candidates, the likeliest first.</param>
public sealed record ScreenedRow(PartyRow Party, IReadOnlyList<ScreenLine> Candidates)
{
    /// <summary><c>candidate</c>, <c>none</c>, or <c>not screened</c>.</summary>
    public string Outcome => Party.Issue is not null ? "not screened" : Candidates.Count > 0 ? "candidate" : "none";
}
