namespace Tributary.Sources.News;

/// <summary>Reads a line that holds a time and nothing else but labels and the counters of a page.</summary>
internal static class TimeLine
{
    private const int CollectorLengthMax = 80;

    /// <summary>What the line states.</summary>
    /// <returns>Null when it holds no date, or other words beside it.</returns>
    public static List<Statement>? Read(Passage line)
    {
        if (NewsTime.Find(line) is not { } time) return null;
        var beside = line.Before(time.At.Start).Words().Concat(line.From(time.At.End).Words()).ToList();
        var counters = beside.Where(static word => IsCounterWord(word)).ToList();
        if (beside.Exists(static word => !IsLabel(word) && !IsCounterWord(word))) return null;
        var changed = beside.Exists(static word => NewsWords.ChangeLabels.Contains(Bare(word)));
        var statement = new Statement(changed ? NewsFields.Updated : NewsFields.Published, time.Iso, time.At, time.Basis);
        return [statement, .. Noise(counters)];
    }

    /// <summary>Reads a line that holds only counters: <c>0</c>, <c>12 comments</c>.</summary>
    /// <returns>Null when it holds anything else, or no number.</returns>
    public static List<Statement>? ReadCounters(Passage line)
    {
        var words = line.Words().ToList();
        return words.Exists(IsNumber) && words.TrueForAll(IsCounterWord) ? Noise(words) : null;
    }

    /// <summary>A collector's line before a report: <c>date 2021-10-20</c>, without a colon and with nothing else.</summary>
    /// <returns>Null when it is none.</returns>
    public static Statement? ReadCollector(Passage line)
    {
        if (line.Length > CollectorLengthMax) return null;
        var label = NewsWords.CollectorLabels.FirstOrDefault(line.BeginsWith);
        var time = label is null ? null : NewsTime.Find(line);
        if (time is null || !line.From(time.At.End).Trim().IsEmpty) return null;
        var between = line.From(line.Start + label!.Length).Before(time.At.Start);
        return between.Words().All(static word => word.Is("on")) ? new Statement(NewsFields.CollectorDate, time.Iso, line) : null;
    }

    /// <summary>One statement per number, with the words of what it counts.</summary>
    private static List<Statement> Noise(List<Passage> words)
    {
        var runs = new List<Passage>();
        foreach (var word in words)
        {
            if (IsNumber(word) || runs.Count == 0) runs.Add(word);
            else runs[^1] = runs[^1] with { End = word.End };
        }
        return runs.ConvertAll(static run => Statement.Of(NewsFields.Noise, run));
    }

    private static bool IsLabel(Passage word) => NewsWords.TimeLabels.Contains(Bare(word)) || NewsWords.Weekdays.Contains(Bare(word));

    private static bool IsCounterWord(Passage word) => IsNumber(word) || NewsWords.CounterUnits.Contains(word.Clean());

    private static bool IsNumber(Passage word) => !word.Span.ContainsAnyExceptInRange('0', '9');

    private static string Bare(Passage word) => word.Clean().TrimEnd(':', '.');
}
