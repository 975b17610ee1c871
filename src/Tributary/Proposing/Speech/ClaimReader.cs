using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Finds what parties ask of one another, what they fear, and calls for aid without a sum.</summary>
internal sealed class ClaimReader(Prose prose, Report report, Func<int, int, TextSpan> span)
{
    private const int ClauseMax = 40;

    private readonly ActorFinder _actors = new(prose);

    /// <summary>What is asked of others.</summary>
    public List<ClaimProposal> Demands { get; } = [];

    /// <summary>What is feared.</summary>
    public List<ClaimProposal> Risks { get; } = [];

    /// <summary>Calls for aid that name no sum.</summary>
    public List<AppealProposal> Appeals { get; } = [];

    /// <summary>Reads them all.</summary>
    /// <param name="hasMoney">Whether a token is inside an amount.</param>
    public void Read(Func<int, int, bool> hasMoney)
    {
        foreach (var (first, end, _) in prose.Sentences)
        {
            for (var token = first; token < end; token++)
            {
                if (prose.NameAt(token) is not null) continue;
                if (prose.Has(token, Sense.Appeal) && ReadAppeal(token, first, end, hasMoney)) continue;
                if (prose.Has(token, Sense.Demand)) ReadDemand(token, first, end);
                if (prose.Has(token, Sense.Fear | Sense.Risk)) ReadRisk(token, first, end);
            }
        }
    }

    // called (yesterday) for international aid; appealed for help; calls for Afghan aid.
    private bool ReadAppeal(int verb, int first, int end, Func<int, int, bool> hasMoney)
    {
        var at = verb + 1;
        while (at < end && at - verb < 5 && !prose.Is(at, "for") && (prose.Has(at, Sense.Day | Sense.Weekday) || prose.IsAny(at, "on", "again", "urgently", "also"))) at++;
        if (!prose.Is(at, "for")) return false;
        var noun = at + 1;
        while (noun < end && noun - at < 8 && !prose.IsAny(noun, "aid", "assistance", "help", "relief", "donations", "funds", "funding", "support", "contributions") && prose.Tokens[noun].Kind is TokenKind.Word or TokenKind.Mark && !prose.Has(noun, Sense.Be | Sense.Say) && !prose.IsMark(noun, ',')) noun++;
        if (!prose.IsAny(noun, "aid", "assistance", "help", "relief", "donations", "funds", "funding", "support", "contributions") || hasMoney(verb, Math.Min(end, noun + 4))) return false;
        var by = _actors.Before(verb, first);
        if (by is null && prose.NamesIn(first, verb).FirstOrDefault(name => name.Kind is NameKind.Country or NameKind.Organisation) is { } nearest && prose.Sentences[0].First == first) by = _actors.Of(nearest);
        var (name, iso3) = For(at, end, by?.Iso3);
        var proposal = new AppealProposal
        {
            Span = span(verb, noun + 1), Rule = $"'{prose.Words(verb, noun + 1)}'", By = by?.Name, ByIso3 = by?.Iso3, For = name, ForIso3 = iso3, Amount = null, Currency = null,
            Reasons = Given(new Reason(40, "a verb of calling for aid"), new Reason(by is null ? 0 : 30, "who calls")),
        };
        if (Appeals.FindIndex(known => known.By == proposal.By || proposal.By is null) is >= 0 and var same) Appeals[same] = Appeals[same] with { Others = [.. Appeals[same].Others, proposal.Span] };
        else Appeals.Add(proposal);
        return true;
    }

    private (string? Name, string? Iso3) For(int from, int end, string? by)
    {
        foreach (var name in prose.NamesIn(from, end))
        {
            if (name.Iso3 is { } iso3 && iso3 != by && name.Kind != NameKind.Person) return (Gazetteer.UsualName(iso3), iso3);
        }
        return report.Topic is { } topic && topic != by ? (Gazetteer.UsualName(topic), topic) : (null, null);
    }

    // called on the Taliban to …; urged donors to …; demanded that …; its calls to ….
    private void ReadDemand(int verb, int first, int end)
    {
        var from = prose.IsAny(verb + 1, "on", "upon", "for", "with") && prose.IsAny(verb, "call", "calls", "called", "calling", "pleaded", "insisted", "insists") ? verb + 2 : verb + 1;
        var to = from;
        var target = default(NameMention);
        while (to < end && to - from < 22 && !prose.Is(to, "to") && !(prose.Is(to, "that") && to == from))
        {
            if (prose.IsMark(to, '.') || prose.IsMark(to, ';') || prose.Has(to, Sense.Say) && prose.NameAt(to) is null) return;
            if (prose.NameAt(to) is { } name) target ??= name;
            to++;
        }
        if (to + 1 >= end || to - from >= 22 || prose.Has(verb, Sense.Aid) && !prose.Is(to, "to")) return;
        var isThat = prose.Is(to, "that");
        if (!isThat && target is null && !HasTarget(from, to) && !prose.IsAny(verb, "calls", "demands", "demand", "call", "demanded")) return;
        if (prose.IsAny(verb, "warn", "warns", "warned", "told", "tell", "want", "wants", "wanted", "ask", "asks", "asked", "request", "requests", "requested", "order", "ordered") && (target is null && !HasTarget(from, to) || isThat)) return;
        if (prose.Has(to + 1, Sense.Determiner) && !isThat || prose.NameAt(to + 1) is not null && !isThat || prose.Tokens[to + 1].Kind != TokenKind.Word) return;
        var stop = ClauseEnd(to, end);
        if (stop - to < 3) return;
        var by = prose.QuoteAt(verb) >= 0 ? _actors.Pronoun(verb - 1) ?? _actors.Before(verb, first) : prose.IsAny(verb - 1, "its", "their", "his", "her") ? Nearest(verb, first) : _actors.Before(verb, first);
        Demands.Add(new ClaimProposal
        {
            Span = span(isThat ? to + 1 : to, stop), Rule = $"'{prose.Words(verb, verb + 1)}' with what is asked", By = by?.Name, To = target?.Name ?? (to > from ? prose.Words(from, to) : null),
            Reasons = Given(new Reason(45, "a verb of asking"), new Reason(by is null ? 0 : 20, "who asks"), new Reason(target is null ? 5 : 20, "of whom")),
        });
    }

    // "its calls to …": whose is told by the nearest name before it.
    private Actor? Nearest(int token, int first) => prose.NamesIn(first, token).Where(name => name.Kind is not (NameKind.Person or NameKind.Adjective)).Select(Actor.Named).LastOrDefault();

    private bool HasTarget(int from, int to) => prose.HasIn(from, to, Sense.Group | Sense.State | Sense.Parliament | Sense.Office) || prose.IsAnyIn(from, to, "community", "parties", "world", "sides", "them", "him", "her", "us", "everyone", "authorities", "rulers", "fighters", "forces", "council", "group", "countries", "generals", "army", "rebels", "militia", "junta", "leaders");

    private int ClauseEnd(int from, int end)
    {
        for (var token = from + 1; token < Math.Min(end, from + ClauseMax); token++)
        {
            if (prose.Tokens[token].Kind == TokenKind.Quote || prose.IsMark(token, ';') || prose.IsMark(token, '.')) return prose.IsMark(token - 1, ',') || prose.IsMark(token - 1, '.') ? token - 1 : token;
            if (prose.IsMark(token, ',') && (prose.Has(token + 1, Sense.Relative | Sense.Say) || prose.IsAny(token + 1, "saying", "as", "but", "while", "adding", "after", "warning", "according", "he", "she", "it", "they") || prose.NameAt(token + 1) is { } name && prose.Has(name.End, Sense.Say))) return token;
        }
        return Math.Min(end, from + ClauseMax);
    }

    // is concerned about the risk of …; warned of …; fears that …; the danger of ….
    private void ReadRisk(int word, int first, int end)
    {
        var isCue = prose.Has(word, Sense.Fear);
        var at = word + 1;
        while (at < end && at - word < 6 && !prose.IsAny(at, "about", "of", "that", "over", "at", "by") && (prose.Has(at, Sense.Weekday | Sense.Day | Sense.Office | Sense.Press | Sense.Group) || prose.NameAt(at) is not null || prose.IsAny(at, "on", "there", "the", "is", "a"))) at++;
        if (!prose.IsAny(at, "about", "of", "that", "over", "at", "by") || (prose.IsAny(word, "concern", "concerns") && !prose.IsAny(at, "about", "over", "that"))) return;
        if (!isCue && IsCovered(word, first)) return;
        var stop = ClauseEnd(at, end);
        if (stop - at < 2) return;
        var by = isCue ? prose.QuoteAt(word) >= 0 ? _actors.Pronoun(word) ?? _actors.Before(word, first) : _actors.Before(word, first) : _actors.Before(word, first);
        foreach (var (from, to) in Listed(at + 1, stop, prose.Is(at, "that")))
        {
            Risks.Add(new ClaimProposal
            {
                Span = span(from, to), Rule = $"'{prose.Words(word, at + 1)}'", By = by?.Name,
                Reasons = Given(new Reason(isCue ? 45 : 30, isCue ? "a word of fear" : "a word of danger"), new Reason(by is null ? 0 : 25, "who fears it")),
            });
        }
    }

    private static List<Reason> Given(params IEnumerable<Reason> reasons) => [.. reasons.Where(reason => reason.Points != 0)];

    // A fear that names a risk is one: concerned about the risk of instability.
    private bool IsCovered(int word, int first) => prose.HasIn(Math.Max(first, word - 8), word, Sense.Fear);

    // "the risk of instability in Central Asia, and possible migrant flows and militant activity": each thing that is feared, up to the next comma with "and".
    private IEnumerable<(int First, int End)> Listed(int from, int end, bool isClause)
    {
        if (!isClause)
        {
            for (var token = from + 2; token < end - 1; token++)
            {
                if (!prose.IsMark(token, ',') || !prose.Is(token + 1, "and")) continue;
                yield return (from, token);
                from = token + 2;
                for (var and = from + 1; and < end - 1; and++)
                {
                    if (!prose.Is(and, "and")) continue;
                    yield return (from, and);
                    from = and + 1;
                }
                break;
            }
        }
        yield return (from, end);
    }
}
