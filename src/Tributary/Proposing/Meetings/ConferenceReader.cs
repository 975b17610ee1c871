using System.Globalization;
using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Finds the meeting that a report is about: what it is called, where and when it met, who invited, who came and who did not.</summary>
internal sealed class ConferenceReader(Prose prose, Report report, Func<int, int, TextSpan> span)
{
    private const int NameBefore = 7, PlaceAfter = 8, SentencesOfLead = 2;

    private readonly ActorFinder _actors = new(prose);

    /// <summary>The meeting; null where there is none.</summary>
    public ConferenceProposal? Read()
    {
        var nouns = Nouns().Take(200).ToList();
        if (nouns.Count == 0) return null;
        var parties = new PartyReader(prose, _actors, span);
        var (participants, absentees) = (parties.Participants(), parties.Absentees());
        var hosts = Hosts(nouns);
        var (place, placeIso3) = Place(nouns);
        var (day, dayWords, dayWarnings) = Day(nouns);
        if (place is not null && place == report.City) dayWarnings.Add("The place may be that of the dateline alone.");
        List<Reason> reasons = [new(30, "a word for a meeting"), new(hosts.Count > 0 ? 25 : 0, "who invited"), new(place is null ? 0 : 20, "where"), new(participants.Count > 0 ? 20 : 0, "who came"), new(absentees.Count > 0 ? 20 : 0, "who did not")];
        reasons.RemoveAll(reason => reason.Points == 0);
        if (reasons.Sum(reason => reason.Points) < 45) return null;
        var name = nouns.OrderByDescending(noun => noun.IsNamed).ThenByDescending(noun => noun.End - noun.First).First();
        return new ConferenceProposal
        {
            Span = span(name.First, name.End), Others = [.. nouns.Where(noun => noun != name).Take(20).Select(noun => span(noun.First, noun.End))], Rule = "a meeting that is named with a host, a place or parties", Reasons = reasons, Warnings = dayWarnings,
            Name = prose.Words(name.First, name.End), Place = place, PlaceIso3 = placeIso3, Date = day, DateWords = dayWords, Hosts = hosts,
            Participants = [.. participants.Where(party => !absentees.Exists(absent => absent.Name == party.Name))], Absentees = absentees,
        };
    }

    // A press conference is none, nor is a meeting of two that is told in passing.
    private IEnumerable<MeetingNoun> Nouns()
    {
        for (var token = 0; token < prose.Tokens.Length; token++)
        {
            if (!prose.Has(token, Sense.Meeting) || prose.QuoteAt(token) >= 0 && !prose.Tokens[token].IsCapital) continue;
            if (prose.IsAny(token - 1, "press", "news", "party") || prose.IsAny(token, "event", "assembly", "dialogue", "gathering") && !HasPlaceBehind(token) && !prose.IsAny(token - 1, "pledging", "donor", "donors", "fundraising")) continue;
            if (prose.IsAny(token, "meeting") && prose.IsAny(token - 1, "for", "after", "before", "of", "is", "was", "are") && !prose.Has(token - 1, Sense.Determiner) && prose.Is(token - 1, "is")) continue;
            var first = token;
            var sentence = prose.SentenceOf(token).First;
            while (first > sentence && token - first < NameBefore && IsModifier(first - 1)) first--;
            while (first < token && (prose.Tokens[first].Kind == TokenKind.Mark || prose.Has(first, Sense.Determiner) && prose.IsAny(first, "its", "their", "his"))) first++;
            yield return new MeetingNoun(first, token + 1, token, first < token && prose.Tokens[token].IsCapital || token - first >= 2);
        }
    }

    private bool IsModifier(int token)
    {
        var word = prose.Tokens[token];
        if (prose.IsMark(token, '-') || word.Kind == TokenKind.Number) return true;
        if (word.Kind != TokenKind.Word) return false;
        if (prose.NameAt(token) is { Kind: NameKind.Adjective or NameKind.Capital or NameKind.Organisation or NameKind.Country }) return true;
        return !word.Is(Sense.Preposition | Sense.Conjunction | Sense.Be | Sense.Have | Sense.Say | Sense.Host | Sense.Attend | Sense.Absent | Sense.Modal | Sense.Relative) && (word.Word is null || word.Is(Sense.Determiner | Sense.NumberWord | Sense.Aid | Sense.Office | Sense.New | Sense.Meeting) || word.IsCapital || prose.IsAny(token, "pledging", "donor", "donors", "emergency", "international", "major", "regional"))
            && (!prose.Span(token).EndsWith("ed") || word.Is(Sense.Aid)) && !prose.Span(token).EndsWith("ly");
    }

    private bool HasPlaceBehind(int token) => prose.IsAny(token + 1, "in", "on", "at") && prose.NameAt(token + 2) is not null;

    private List<string> Hosts(List<MeetingNoun> nouns)
    {
        var hosts = new List<string>();
        foreach (var noun in nouns)
        {
            var (first, end, _) = prose.SentenceOf(noun.At);
            for (var token = first; token < end; token++)
            {
                if (!prose.Has(token, Sense.Host) || prose.NameAt(token) is not null) continue;
                var isPassive = prose.Is(token + 1, "by");
                if (isPassive) AddAll(token + 2, Math.Min(end, token + 14));
                else if (prose.IsAny(token - 1, "co", "-", "the") && prose.IsAny(token, "host", "hosts") && _actors.Before(token, first) is { } apposed) Add(apposed.Name);
                else if (_actors.ListBefore(token, first) is { Count: > 0 } actors) actors.ForEach(actor => Add(actor.Name));
                else if (prose.Sentences[0].First == first && prose.NamesIn(first, token).LastOrDefault(name => name.Kind is NameKind.Country or NameKind.Organisation) is { } named && _actors.Of(named) is { } early) Add(early.Name);
            }
        }
        return hosts;

        void AddAll(int from, int to)
        {
            foreach (var name in prose.NamesIn(from, to))
            {
                if (name.First > from + 6 && !prose.Is(name.First - 1, "and") && !prose.IsMark(name.First - 1, ',') && !prose.Is(name.First - 2, "and")) break;
                if (_actors.Of(name) is { At.Kind: not NameKind.Group } actor && !prose.IsAny(name.First - 1, "in", "for", "on", "at")) Add(actor.Name);
            }
        }

        void Add(string name)
        {
            if (!hosts.Contains(name)) hosts.Add(name);
        }
    }

    private (string? Place, string? Iso3) Place(List<MeetingNoun> nouns)
    {
        var points = new Dictionary<string, (int Points, string? Iso3)>(StringComparer.Ordinal);
        foreach (var noun in nouns)
        {
            for (var token = noun.First; token < noun.At; token++)
            {
                if (prose.NameAt(token) is { Kind: NameKind.Capital } city) Count(city.Name, city.Iso3, 3);
            }
            var end = Math.Min(prose.SentenceOf(noun.At).End, noun.End + PlaceAfter);
            for (var token = noun.End; token < end; token++)
            {
                if (prose.IsMark(token, ',') && token > noun.End + 4 || prose.Has(token, Sense.Say | Sense.Relative) || prose.Tokens[token].Kind == TokenKind.Quote) break;
                if (prose.IsAny(token, "in", "at") && City(token + 1) is { } found) Count(found.Name, found.Iso3, 3);
            }
            var (first, last, _) = prose.SentenceOf(noun.At);
            for (var token = first; token < Math.Min(last, first + 80); token++)
            {
                if (prose.Is(token, "in") && City(token + 1) is { Iso3: not null } near) Count(near.Name, near.Iso3, 1);
            }
        }
        if (points.Count == 0 && report.City is { } own && !nouns.Exists(IsOnline)) return (own, Gazetteer.CapitalOf(own));
        return points.Count == 0 ? (null, null) : points.OrderByDescending(point => point.Value.Points).Select(point => ((string?)point.Key, point.Value.Iso3)).First();

        void Count(string name, string? iso3, int more) => points[name] = (points.GetValueOrDefault(name).Points + more, iso3);
    }

    private bool IsOnline(MeetingNoun noun)
    {
        var (first, end, _) = prose.SentenceOf(noun.At);
        return prose.IsAnyIn(first, end, "online", "virtual", "virtually", "video", "remotely", "dialled", "zoom", "telethon");
    }

    // A capital, or a name with a capital that is nothing else: "in Geneva", "in Addis Ababa", "in Sochi".
    private (string Name, string? Iso3)? City(int token)
    {
        if (prose.Is(token, "the")) token++;
        if (prose.NameAt(token) is { } name) return name.Kind == NameKind.Capital ? (name.Name, name.Iso3) : null;
        if (token >= prose.Tokens.Length || prose.Tokens[token] is not { Kind: TokenKind.Word, IsCapital: true } word || word.Is(Sense.Month | Sense.Weekday | Sense.Small | Sense.Office)) return null;
        var end = token + 1;
        while (end < prose.Tokens.Length && end - token < 3 && prose.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true } next && prose.NameAt(end) is null && !next.Is(Sense.Month | Sense.Weekday)) end++;
        return (prose.Words(token, end), null);
    }

    private (DateOnly? Day, string? Words, List<string> Warnings) Day(List<MeetingNoun> nouns)
    {
        var warnings = new List<string>();
        foreach (var noun in nouns.OrderByDescending(noun => noun.IsNamed && HasHost(noun)).Concat(nouns))
        {
            var (first, end, _) = prose.SentenceOf(noun.At);
            if (DayWords.Find(prose, first, end, report.Day) is not { } found) continue;
            if (found.Warning.Length > 0) warnings.Add(found.Warning + (report.DayBasis.Length > 0 ? $" The report is of {report.DayBasis}." : ""));
            return (found.Day, prose.Words(found.First, found.End), warnings);
        }
        // The first sentences tell when it was.
        for (var at = 0; at < Math.Min(SentencesOfLead, prose.Sentences.Length); at++)
        {
            if (DayWords.Find(prose, prose.Sentences[at].First, prose.Sentences[at].End, report.Day) is { } found) return (found.Day, prose.Words(found.First, found.End), warnings);
        }
        return (null, null, warnings);
    }

    private bool HasHost(MeetingNoun noun)
    {
        var (first, end, _) = prose.SentenceOf(noun.At);
        return prose.HasIn(first, end, Sense.Host);
    }

    private sealed record MeetingNoun(int First, int End, int At, bool IsNamed);
}

/// <summary>Finds days in words: a date, a weekday, yesterday.</summary>
internal static class DayWords
{
    /// <summary>The first day that a run of tokens names; null for none, or where it cannot be told from the day of publication.</summary>
    public static (DateOnly Day, int First, int End, string Warning)? Find(Prose prose, int first, int end, DateOnly? published)
    {
        for (var token = first; token < end; token++)
        {
            if (prose.Has(token, Sense.Month) && prose.Tokens[token].IsCapital && Date(prose, token, published) is { } date) return date;
            if (published is not { } day) continue;
            if (prose.Is(token, "yesterday")) return (day.AddDays(-1), token, token + 1, $"'yesterday' is {Text(day.AddDays(-1))} by the day of publication; a report written for the next morning may mean {Text(day)}.");
            if (prose.IsAny(token, "today", "tonight")) return (day, token, token + 1, "");
            if (prose.Is(token, "tomorrow")) return (day.AddDays(1), token, token + 1, "");
            if (prose.Has(token, Sense.Weekday) && prose.Tokens[token].IsCapital && prose.Tokens[token].End - prose.Tokens[token].Start > 3) return Weekday(prose, token, day);
        }
        return null;
    }

    // The last such day up to that of the report; with "next" or a future tense the one after it.
    private static (DateOnly, int, int, string) Weekday(Prose prose, int token, DateOnly published)
    {
        // Monday is 1 in the lexicon.
        var wanted = (int)prose.Tokens[token].Word!.Value % 7;
        var back = ((int)published.DayOfWeek - wanted + 7) % 7;
        var (first, end, _) = prose.SentenceOf(token);
        var isFuture = prose.Is(token - 1, "next") || prose.Is(token - 1, "coming");
        for (var at = first; at < end && !isFuture; at++) isFuture = prose.Is(at, "will") && token > at && token - at < 12;
        var day = isFuture ? published.AddDays((7 - back) % 7 == 0 ? 7 : (7 - back) % 7) : published.AddDays(-back);
        return (day, token, token + 1, "");
    }

    private static (DateOnly, int, int, string)? Date(Prose prose, int month, DateOnly? published)
    {
        var number = (int)prose.Tokens[month].Word!.Value;
        var (from, to) = (month, month + 1);
        int day;
        if (Digits(prose, month - 1) is { } before and <= 31) (day, from) = (before, month - 1);
        else if (Digits(prose, prose.IsMark(month + 1, '.') ? month + 2 : month + 1) is { } after and <= 31) (day, to) = (after, prose.IsMark(month + 1, '.') ? month + 3 : month + 2);
        else return null;
        var yearAt = prose.IsMark(to, ',') ? to + 1 : to;
        int? year = Digits(prose, yearAt) is { } stated and > 1900 and < 2200 ? stated : null;
        if (year is not null) to = yearAt + 1;
        else if (published is { } known) year = Nearest(known, number, day);
        if (year is null || day < 1 || day > DateTime.DaysInMonth(year.Value, number)) return null;
        return (new DateOnly(year.Value, number, day), from, to, "");
    }

    // Without a year, that which is nearest to the day of publication.
    private static int? Nearest(DateOnly published, int month, int day)
    {
        int? best = null;
        for (var year = published.Year - 1; year <= published.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month) || day < 1) continue;
            if (best is not { } known || Distance(year) < Distance(known)) best = year;
        }
        return best;

        int Distance(int year) => Math.Abs(new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).DayNumber - published.DayNumber);
    }

    private static int? Digits(Prose prose, int token) => token >= 0 && token < prose.Tokens.Length && prose.Tokens[token].Kind == TokenKind.Number && int.TryParse(prose.Span(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
