namespace Tributary.Sources.News;

/// <summary>A day, perhaps with a time and an offset, as a report states it.</summary>
/// <param name="At">Where it stands, from the first to the last of its parts.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The time of that day; null where none is stated.</param>
/// <param name="OffsetMinutes">Minutes ahead of UTC; null where none is stated.</param>
/// <param name="ZoneWords">A zone's name, which alone gives no offset: CST is used in Chicago, Havana and Shanghai.</param>
internal sealed record NewsTime(Passage At, DateOnly Date, TimeOnly? Time, int? OffsetMinutes, string? ZoneWords)
{
    /// <summary>ISO 8601, with as much as is stated: a day, a local time, or a time with its offset.</summary>
    public string Iso => Time is not { } time ? $"{Date:yyyy-MM-dd}"
        : OffsetMinutes is not { } offset ? $"{Date:yyyy-MM-dd}T{time:HH:mm:ss}"
        : $"{Date:yyyy-MM-dd}T{time:HH:mm:ss}{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}";

    /// <summary>What the statement lacks; empty when it is an instant.</summary>
    public string Basis => Time is null ? "the report states the day and no time"
        : OffsetMinutes is not null ? ""
        : ZoneWords is not null ? $"local time: the report says '{ZoneWords}', a name that alone fixes no offset"
        : "local time: the report states no zone";

    /// <summary>The first time stated in a passage.</summary>
    /// <returns>Null when no whole date stands there.</returns>
    public static NewsTime? Find(Passage passage)
    {
        var date = FirstDate(passage);
        if (date.At.IsEmpty) return null;
        var time = TimeAfter(passage, date.At);
        if (time.At.IsEmpty) time = TimeBefore(passage, date.At);
        if (time.At.IsEmpty) return new NewsTime(date.At, date.Value, null, null, null);
        var zone = ClockZone.After(passage, time.At.End);
        if (zone.At.IsEmpty && time.At.End < date.At.End) zone = ClockZone.After(passage, date.At.End);
        return new NewsTime(Cover(date.At, time.At, zone.At), date.Value, time.Value, zone.OffsetMinutes, zone.Words);
    }

    private static (Passage At, DateOnly Value) FirstDate(Passage passage)
    {
        for (var at = passage.Start; at < passage.End; at++)
        {
            if (!IsWordStart(passage, at)) continue;
            var end = CalendarDate.Read(passage.From(at), out var value);
            if (end > at) return (passage.From(at).Before(end), value);
        }
        return default;
    }

    private static (Passage At, TimeOnly Value) TimeAfter(Passage passage, Passage date)
    {
        for (var at = date.End; at < passage.End; at++)
        {
            if (!char.IsAsciiDigit(passage.Text[at])) continue;
            var end = ClockTime.Read(passage.From(at), out var value);
            return end > at && IsGap(passage.From(date.End).Before(at)) ? (passage.From(at).Before(end), value) : default;
        }
        return default;
    }

    private static (Passage At, TimeOnly Value) TimeBefore(Passage passage, Passage date)
    {
        for (var at = passage.Start; at < date.Start; at++)
        {
            if (!IsWordStart(passage, at)) continue;
            var end = ClockTime.Read(passage.From(at), out var value);
            if (end > at) return IsGap(AfterZone(passage.From(end)).Before(date.Start)) ? (passage.From(at).Before(end), value) : default;
        }
        return default;
    }

    private static Passage AfterZone(Passage rest)
    {
        var zone = ClockZone.After(rest, rest.Start);
        return zone.At.IsEmpty ? rest : rest.From(zone.At.End);
    }

    private static bool IsGap(Passage gap) => gap.Words().All(static word => word.Is("at") || word.Is("on") || word.Is("T") || NewsWords.Weekdays.Contains(word.Clean()));

    private static bool IsWordStart(Passage passage, int at) =>
        char.IsLetterOrDigit(passage.Text[at]) && (at == passage.Start || !char.IsLetterOrDigit(passage.Text[at - 1]));

    private static Passage Cover(Passage date, Passage time, Passage zone)
    {
        var end = zone.IsEmpty ? 0 : zone.End;
        return date with { Start = Math.Min(date.Start, time.Start), End = Math.Max(Math.Max(date.End, time.End), end) };
    }
}
