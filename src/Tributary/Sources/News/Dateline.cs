namespace Tributary.Sources.News;

/// <summary>How the text of a report begins: <c>MOSCOW, Oct 20 (Reuters) - </c>, <c>MOSCOW, October 20. /TASS/. </c></summary>
/// <param name="Agency">Where the agency stands.</param>
/// <param name="Time">The day, where the dateline states a year too.</param>
/// <param name="HasDay">Whether it states a day, with or without its year.</param>
internal sealed record Dateline(Passage Agency, NewsTime? Time, bool HasDay)
{
    /// <summary>No place and date is longer than this.</summary>
    private const int LengthMax = 120;

    private const int AgencyLengthMax = 50;

    /// <summary>Reads a dateline at the start of a paragraph.</summary>
    /// <returns>Null when there is none.</returns>
    public static Dateline? Read(Passage paragraph)
    {
        var head = paragraph.Before(Math.Min(paragraph.End, paragraph.Start + LengthMax));
        return ReadBetween(head, '(', ')', "-–—") ?? ReadBetween(head, '/', '/', ".");
    }

    private static Dateline? ReadBetween(Passage head, char open, char close, string after)
    {
        var start = head.Find(open);
        var end = start < 0 ? -1 : head.From(start + 1).Find(close);
        if (end < 0) return null;
        var agency = head.From(start + 1).Before(end);
        var mark = head.From(end + 1).Trim();
        var found = !mark.IsEmpty && after.Contains(mark.Text[mark.Start], StringComparison.Ordinal);
        return found && IsAgency(agency) && IsPlace(head.Before(start)) ? Of(head.Before(start), agency) : null;
    }

    private static Dateline Of(Passage place, Passage agency)
    {
        var time = NewsTime.Find(place);
        var hasDay = time is not null || place.Words().Any(word => CalendarDate.ReadMonthAndDay(place.From(word.Start)) > 0);
        return new Dateline(agency, time, hasDay);
    }

    private static bool IsAgency(Passage agency) => !agency.IsEmpty && agency.Length <= AgencyLengthMax
        && char.IsLetter(agency.Text[agency.Start]) && (char.IsUpper(agency.Text[agency.Start]) || NewsWords.Agencies.Contains(agency.Clean()));

    /// <summary>A town is named in capitals or with a capital, and no word of a sentence stands beside it.</summary>
    private static bool IsPlace(Passage place) =>
        place.Words().Any() && place.Words().All(static word => !char.IsLower(word.Text[word.Start]) || NewsWords.NameParticles.Contains(word.Clean()));
}
