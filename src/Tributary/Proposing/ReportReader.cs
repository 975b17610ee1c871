using System.Globalization;
using Tributary.Provenance;
using Tributary.Sources.News;

namespace Tributary.Proposing;

/// <summary>Reads what a news report seems to state: meetings, calls for aid, money, what was said, asked and feared.</summary>
/// <remarks>Rules and lists of words alone; the same text always gives the same proposals. In time in proportion to the text. English only.</remarks>
public static class ReportReader
{
    private const string English = "en";

    /// <summary>Proposes what a report states.</summary>
    /// <param name="text">Its text, as decoded, without a byte-order mark.</param>
    /// <returns>Proposals with their places in the text. None for a text in another language: <see cref="ReportProposals.WhyNot"/> says so.</returns>
    public static ReportProposals Read(string text) => Read(text, NewsFacts.Of(text), new LineCounter(text));

    /// <summary>Proposes what the reports of a document state.</summary>
    /// <param name="report">The document.</param>
    /// <returns>Proposals with their places in <see cref="StoredReport.Text"/>: of a feed those of all its reports.</returns>
    public static ReportProposals Read(StoredReport report)
    {
        var lines = new LineCounter(report.Text);
        var all = Enumerable.Range(0, report.Words.Parts.Count).Select(part => Read(report.Text, report.FactsOf(part), lines)).ToList();
        return all switch
        {
            [] => Nothing("it has no words"),
            [var one] => one,
            _ => Together(all),
        };
    }

    private static ReportProposals Read(string text, NewsFacts facts, LineCounter lines)
    {
        if (facts.Language is { } language && !language.StartsWith(English, StringComparison.OrdinalIgnoreCase))
            return Nothing($"its language is {language}; proposals are made of English alone");
        var prose = Prose.Read(text, facts.First, facts.End);
        TextSpan Span(int first, int end) => lines.Span(prose.Tokens[first].Start, prose.Tokens[end - 1].End);
        var report = Report.Of(prose, facts);
        var money = new MoneyProposals(prose, report, Span);
        money.Read();
        var claims = new ClaimReader(prose, report, Span);
        claims.Read(money.IsIn);
        return new ReportProposals
        {
            Conferences = new ConferenceReader(prose, report, Span).Read() is { } conference ? [conference] : [],
            Appeals = [.. money.Appeals, .. claims.Appeals],
            Pledges = money.Pledges,
            Expected = money.Expected,
            Quotes = new QuoteReader(prose, Span).Read(),
            Demands = claims.Demands,
            Risks = claims.Risks,
            Seen = money.Seen,
            Day = facts.Day,
        };
    }

    private static ReportProposals Together(List<ReportProposals> all) => new()
    {
        Conferences = [.. all.SelectMany(one => one.Conferences)], Appeals = [.. all.SelectMany(one => one.Appeals)], Pledges = [.. all.SelectMany(one => one.Pledges)], Expected = [.. all.SelectMany(one => one.Expected)], Quotes = [.. all.SelectMany(one => one.Quotes)],
        Demands = [.. all.SelectMany(one => one.Demands)], Risks = [.. all.SelectMany(one => one.Risks)], Seen = [.. all.SelectMany(one => one.Seen)], Day = all.Max(one => one.Day),
        WhyNot = all.TrueForAll(one => one.WhyNot.Length > 0) ? all[0].WhyNot : "",
    };

    private static ReportProposals Nothing(string whyNot) => new() { Conferences = [], Appeals = [], Pledges = [], Expected = [], Quotes = [], Demands = [], Risks = [], Seen = [], WhyNot = whyNot };

    private sealed class LineCounter
    {
        private readonly List<int> _starts = [0];

        public LineCounter(string text)
        {
            for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
        }

        public TextSpan Span(int start, int end)
        {
            var at = _starts.BinarySearch(start);
            return new TextSpan(start, end, at >= 0 ? at + 1 : ~at);
        }
    }
}

/// <summary>What a report says about itself, as far as the rules need it.</summary>
/// <param name="First">Where its words begin: at the headline.</param>
/// <param name="End">Where its words end: before the credits.</param>
/// <param name="Language">The language; null when nothing tells it.</param>
/// <param name="Day">The day of publication; null when it states none.</param>
/// <param name="DayBasis">The instant as it states it; empty for none.</param>
/// <param name="Home">The country of its publisher; null when not known.</param>
/// <param name="City">The city of its dateline; null for none.</param>
internal sealed record NewsFacts(int First, int End, string? Language, DateOnly? Day, string DayBasis, string? Home, string? City)
{
    private const int DayLength = 10, DatelineLength = 24, DatelineMax = 120, CityMin = 3;

    private static readonly string[] Marks = [") - ", ") – ", ") — ", "/. ", " -- ", " - ", " – ", " — ", "). ", ") ", ": "];

    private static readonly (string Words, string Iso3)[] Homes =
    [
        ("AAP", "AUS"), ("Austral", "AUS"), ("Sydney", "AUS"), ("SYDNEY", "AUS"), ("Melbourne", "AUS"), ("MELBOURNE", "AUS"), ("CANBERRA", "AUS"), ("Canberra", "AUS"), ("Brisbane", "AUS"), ("Perth", "AUS"), ("SBS News", "AUS"), ("Canad", "CAN"), ("CBC", "CAN"), ("Globe and Mail", "CAN"), ("Toronto", "CAN"), ("TORONTO", "CAN"),
        ("Ottawa", "CAN"), ("OTTAWA", "CAN"), ("Montreal", "CAN"), ("MONTREAL", "CAN"), ("Vancouver", "CAN"), ("Gatineau", "CAN"), ("Winnipeg", "CAN"), ("Calgary", "CAN"), ("RNZ", "NZL"), ("New Zealand", "NZL"), ("NZ Herald", "NZL"), ("Auckland", "NZL"), ("AUCKLAND", "NZL"), ("WELLINGTON", "NZL"), ("Wellington", "NZL"), ("Otago", "NZL"), ("Straits Times", "SGP"),
    ];

    private static readonly string[] Worldwide = ["Reuters", "AFP", "AP)", "Associated Press", "Xinhua", "TASS", "Bloomberg", "BBC", "Guardian", "UN News", "Al Jazeera", "dpa", "ReliefWeb", "Agence France-Presse"];

    /// <summary>Those of a text.</summary>
    public static NewsFacts Of(string text)
    {
        var statements = NewsLayout.Read(text).Statements.ToList();
        var body = statements.Find(statement => statement.Field == NewsFields.Body)?.At ?? new Passage(text, 0, text.Length);
        var published = statements.Find(statement => statement.Field == NewsFields.Published)?.Value;
        var day = DayOf(published);
        var language = statements.Find(statement => statement.Field == NewsFields.Language)?.Value ?? NewsLanguage.Infer(body)?.Code;
        var (city, first) = DatelineOf(text, body);
        // A dateline, or a line of the head that no rule places, may have the day.
        day ??= NewsTime.Find(new Passage(text, 0, Math.Min(text.Length, first)))?.Date ?? NewsTime.Find(new Passage(text, body.Start, Math.Min(body.End, body.Start + DatelineMax)))?.Date;
        return new NewsFacts(first, body.End, language, day, published ?? "", HomeOf(text, body), city);
    }

    /// <summary>Those of a part of a text whose document says them apart from its words.</summary>
    public static NewsFacts Of(string text, int start, int end, IReadOnlyList<EvidenceField> fields)
    {
        var body = new Passage(text, start, end);
        var (city, first) = DatelineOf(text, body);
        var published = Value(NewsFields.Published);
        return new NewsFacts(first, end, Value(NewsFields.Language) ?? NewsLanguage.Infer(body)?.Code, DayOf(published), published ?? "", HomeIn($"{Value(NewsFields.Publisher)} {Value(NewsFields.Agency)}"), city);

        string? Value(string field) => fields.FirstOrDefault(one => one.Field == field)?.Value;
    }

    private static DateOnly? DayOf(string? published) => published is { Length: >= DayLength } && DateOnly.TryParseExact(published.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // "GENEVA, Sept 14, 2021 (Reuters) - Governments …", "ISLAMABAD: …": a city in capitals, and a mark after which the words begin.
    private static (string? City, int First) DatelineOf(string text, Passage body)
    {
        var line = text.AsSpan(body.Start, Math.Min(body.Length, DatelineMax));
        if (line.IndexOf('\n') is >= 0 and var end) line = line[..end];
        var city = 0;
        while (city < line.Length && (char.IsUpper(line[city]) || line[city] is ' ' or '-' or '\'' or '’' or '.')) city++;
        // The first letter of the next word is a capital too.
        var name = line[..city].TrimEnd(" .-".AsSpan());
        if (city < line.Length && char.IsLower(line[city]) && name.LastIndexOf(' ') is > 0 and var cut) name = name[..cut];
        if (name.Length < CityMin || name.IndexOfAnyInRange('A', 'Z') < 0) return (null, body.Start);
        foreach (var mark in Marks)
        {
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && (mark != ": " || at <= name.Length + 1)) return (TitleCase(name), body.Start + at + mark.Length);
        }
        return (null, body.Start);
    }

    private static string TitleCase(ReadOnlySpan<char> name) => string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + word[1..].ToLowerInvariant()));

    // Where the lines around the words name a paper or a place of such a country. Agencies of the world count in US dollars wherever they write from.
    private static string? HomeOf(string text, Passage body)
    {
        var firstLine = body.Start + DatelineLength;
        var credits = $"{text[..Math.Min(firstLine, body.End)]} {text[body.End..]}";
        var headline = credits.IndexOf('\n', StringComparison.Ordinal);
        if (headline > 0) credits = credits[headline..];
        return HomeIn(credits);
    }

    private static string? HomeIn(string credits) =>
        Worldwide.Any(agency => credits.Contains(agency, StringComparison.Ordinal)) ? null : Homes.Where(home => credits.Contains(home.Words, StringComparison.Ordinal)).Select(home => home.Iso3).FirstOrDefault();
}
