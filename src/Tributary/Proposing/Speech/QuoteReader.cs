using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Finds what was said, between quotation marks and in indirect speech, and who said it.</summary>
internal sealed class QuoteReader(Prose prose, Func<int, int, TextSpan> span)
{
    private const int DirectWordsMin = 4, NearMax = 12, IndirectWordsMin = 3, SubjectMax = 16, PhraseMax = 9, VerbsMax = 8;

    private readonly ActorFinder _actors = new(prose);
    private readonly List<(int First, QuoteProposal Quote)> _quotes = [];
    private NameMention? _last;

    /// <summary>The quotations, in order.</summary>
    public List<QuoteProposal> Read()
    {
        ReadDirect();
        ReadIndirect();
        return [.. _quotes.OrderBy(quote => quote.First).Select(quote => quote.Quote)];
    }

    private void ReadDirect()
    {
        (Quotation Quotation, Speaker? Speaker) before = default;
        foreach (var quotation in prose.Quotations)
        {
            if (WordCount(quotation.First, quotation.End) < DirectWordsMin && !IsClosedSentence(quotation) || !BeginsSpeech(quotation, before.Quotation)) continue;
            var (speaker, rule, points) = SpeakerOf(quotation);
            if (speaker is null && before.Speaker is not null && GoesOn(before.Quotation, quotation)) (speaker, rule, points) = (before.Speaker, "it goes on from the quotation before it", 25);
            before = (quotation, speaker);
            Add(quotation.First, quotation.End, isDirect: true, speaker, new Reason(45, "words between quotation marks"), new Reason(points, rule));
        }
    }

    // Words that a writer only borrows begin with a small letter; so does the second half of what somebody says.
    private bool BeginsSpeech(Quotation quotation, Quotation before)
    {
        var first = quotation.First + 1;
        if (first >= quotation.End) return false;
        if (prose.Tokens[first].Kind != TokenKind.Word || prose.Tokens[first].IsCapital || prose.Text[prose.Tokens[first].Start] is '…') return true;
        return before.End > 0 && prose.SentenceIndexOf(before.First) == prose.SentenceIndexOf(quotation.First) && FindSay(before.End, quotation.First) >= 0 && IsClosedSentence(quotation);
    }

    private bool IsClosedSentence(Quotation quotation) =>
        WordCount(quotation.First, quotation.End) >= 3 && quotation.End - 2 > quotation.First && (prose.IsMark(quotation.End - 2, '.') || prose.IsMark(quotation.End - 2, ',') || prose.IsMark(quotation.End - 2, '!') || prose.IsMark(quotation.End - 2, '?'));

    private int WordCount(int first, int end)
    {
        var count = 0;
        for (var token = first; token < end; token++)
        {
            if (prose.Tokens[token].Kind is TokenKind.Word or TokenKind.Number) count++;
        }
        return count;
    }

    // The words around it: "…," X said. X said: "…". "…," said X, of Y, "…".
    private (Speaker? Speaker, string Rule, int Points) SpeakerOf(Quotation quotation)
    {
        if (After(quotation.End) is { } after) return (after, "who is named behind it with a verb of speaking", 45);
        if (Before(quotation.First) is { } before) return (before, "who is named before it with a verb of speaking", 40);
        return (null, "nobody is named with it", 5);
    }

    private Speaker? After(int from)
    {
        if (from >= prose.Tokens.Length || prose.SentenceIndexOf(from) != prose.SentenceIndexOf(from - 1)) return null;
        var end = Math.Min(prose.SentenceOf(from).End, from + NearMax + 6);
        var verb = FindSay(from, end);
        return verb < 0 ? null : Subject(verb, from, end);
    }

    private int FindSay(int from, int end)
    {
        for (var token = from; token < end; token++)
        {
            if (prose.QuoteAt(token) >= 0) return -1;
            if (prose.Has(token, Sense.Say) && prose.NameAt(token) is null || prose.Is(token, "according")) return token;
        }
        return -1;
    }

    // "Lavrov said", "said Lavrov", "he said", "said the minister", "a nurse at the camp said".
    private Speaker? Subject(int verb, int from, int end)
    {
        if (prose.Is(verb, "according")) return Phrase(verb + 2, end);
        var first = SubjectStart(verb, from);
        if (first < verb && PhraseOf(first, verb) is { } before) return before;
        return first < verb && prose.Tokens[first].Kind == TokenKind.Word && !prose.Has(first, Sense.Conjunction) && verb - first > 1 ? null : Phrase(verb + 1, end);
    }

    // Where the words before a verb begin that say who speaks: behind a quotation, or at the start of the clause.
    private int SubjectStart(int verb, int from)
    {
        var first = verb;
        while (first > from && verb - first < SubjectMax && prose.QuoteAt(first - 1) < 0 && !prose.IsMark(first - 1, ';') && !prose.IsMark(first - 1, '–') && !prose.IsMark(first - 1, '—')) first--;
        while (first < verb && prose.Tokens[first].Kind is TokenKind.Mark or TokenKind.Quote) first++;
        return first;
    }

    private Speaker? Phrase(int first, int end)
    {
        var last = first;
        while (last < end && last - first < SubjectMax && prose.QuoteAt(last) < 0 && !prose.IsMark(last, ',') && !(prose.IsMark(last, '.') && !prose.Has(last - 1, Sense.Abbreviation)) && !prose.IsMark(last, ';') && !prose.Has(last, Sense.Relative) && !prose.IsAny(last, "on", "after", "before", "during", "as", "when") && !prose.IsMark(last, ':')) last++;
        return last > first ? PhraseOf(first, last) : null;
    }

    // A person in it; a pronoun; else a name that it ends with; else its own words: a Syrian nurse.
    private Speaker? PhraseOf(int first, int end)
    {
        var last = end - 1;
        while (last > first && (prose.Has(last, Sense.Modal | Sense.Have | Sense.Be) || prose.IsAny(last, "also", "later", "then", "earlier", "reporters", "had", "has", "have", "told") || prose.IsMark(last, ','))) last--;
        if (prose.NamesIn(first, end).LastOrDefault(name => name.Kind == NameKind.Person && !IsInsideClause(name.First, first)) is { } person) return Named(person);
        if (prose.Has(last, Sense.Pronoun) && prose.QuoteAt(last) < 0) return Pronoun(last) is { } meant ? Named(meant) : null;
        if (prose.NameAt(last) is { Kind: NameKind.Organisation or NameKind.Country or NameKind.Capital or NameKind.Group or NameKind.People } name && (!_actors.IsBehindPreposition(name) || name.First <= first + 1)) return Named(name);
        if (Office(first, last + 1) is { } known) return Named(known);
        var from = PhraseStart(first, last);
        while (from < last && prose.Has(from, Sense.Determiner)) from++;
        return from <= last && last - from < PhraseMax && IsPeople(from, last + 1) ? new Speaker(prose.Words(from, last + 1), null, prose.NamesIn(from, last + 1).FirstOrDefault()) : null;
    }

    // A name behind "who", "that" or a verb is not who speaks.
    private bool IsInsideClause(int token, int first) => prose.HasIn(first + 1, token, Sense.Relative);

    private int PhraseStart(int first, int last)
    {
        var from = last;
        while (from > first && prose.Tokens[from - 1].Kind is TokenKind.Word or TokenKind.Possessive && !prose.Has(from - 1, Sense.Conjunction | Sense.Say | Sense.Relative) || from > first && prose.IsMark(from - 1, '-')) from--;
        return from;
    }

    private bool IsPeople(int first, int end) => prose.HasIn(first, end, Sense.Office | Sense.Group | Sense.State) || prose.IsAnyIn(first, end, "nurse", "driver", "delegate", "delegates", "worker", "inspector", "envoys", "hosts", "organisers", "organizers", "source", "sources", "resident", "residents", "doctors", "bankers", "partners", "agencies", "communique", "statement", "mother", "father", "man", "woman", "analysts", "aides", "people", "negotiators", "experts", "critics", "refugees", "diplomats", "soldier", "student", "shopkeeper", "officer", "police", "army", "military", "ministry", "office", "council", "court", "union", "bank", "service", "mission", "group", "groups", "team", "paper", "daily", "agency");

    private Speaker Named(NameMention name)
    {
        Remember(name);
        return new Speaker(NameOf(name), name.Role, name);
    }

    private NameMention? FirstSpeaker(int from, int end)
    {
        for (var token = from; token < end; token++)
        {
            if (prose.QuoteAt(token) >= 0) break;
            if (prose.NameAt(token) is { Kind: NameKind.Person or NameKind.Organisation or NameKind.Country or NameKind.Group } name) return Remember(name);
        }
        return null;
    }

    // "the minister said", "a spokeswoman said": the last person of such an office, else none by name.
    private NameMention? Office(int from, int end)
    {
        if (!prose.IsAny(from, "the", "he", "she") && !prose.Has(from, Sense.Office)) return null;
        var last = prose.LastNameAt(from);
        for (var token = from; token < end; token++)
        {
            if (!prose.Has(token, Sense.Office) || prose.NameAt(token) is not null) continue;
            for (var index = last; index >= 0 && index > last - 40; index--)
            {
                if (prose.Names[index] is { Kind: NameKind.Person, Role: { } role } person && role.Contains(prose.Words(token, token + 1), StringComparison.OrdinalIgnoreCase)) return Remember(person);
            }
        }
        return null;
    }

    private NameMention? Pronoun(int token)
    {
        if (!prose.IsAny(token, "he", "she", "i")) return _actors.Pronoun(token)?.At;
        var last = prose.LastNameAt(token);
        for (var index = last; index >= 0 && index > last - 30; index--)
        {
            if (prose.Names[index] is { Kind: NameKind.Person } person && person.First < token && prose.QuoteAt(person.First) < 0) return Remember(person);
        }
        return _last;
    }

    private Speaker? Before(int first)
    {
        var from = prose.SentenceOf(first).First;
        for (var token = first - 1; token >= Math.Max(from, first - NearMax); token--)
        {
            if (prose.QuoteAt(token) >= 0) return null;
            if (prose.Has(token, Sense.Say) && prose.NameAt(token) is null) return Subject(token, from, first);
        }
        return null;
    }

    private bool GoesOn(Quotation before, Quotation quotation) => prose.SentenceOf(quotation.First).Paragraph - prose.SentenceOf(before.End - 1).Paragraph <= 1
        && (prose.SentenceOf(quotation.First).First == quotation.First || prose.SentenceIndexOf(quotation.First) == prose.SentenceIndexOf(before.End - 1));

    // X said (that) …: what follows to the end of its clause. "…, X said": what is before it.
    private void ReadIndirect()
    {
        for (var at = 0; at < prose.Sentences.Length; at++)
        {
            var (first, end, _) = prose.Sentences[at];
            for (int verb = first, verbs = 0; verb < end && verbs < VerbsMax; verb++)
            {
                if (prose.QuoteAt(verb) >= 0 || prose.NameAt(verb) is not null) continue;
                if (prose.Is(verb, "according") && prose.Is(verb + 1, "to"))
                {
                    if (Phrase(verb + 2, end) is { } source) AddAccording(first, verb, end, source);
                    break;
                }
                if (!IsIndirectVerb(verb)) continue;
                verbs++;
                if (Trailing(verb, first, end) is { } trailing)
                {
                    AddBefore(first, trailing.End, trailing.Speaker);
                    break;
                }
                if (Content(verb, first, end) is not { } content) continue;
                if (IndirectSpeaker(verb, first) is not { } speaker) continue;
                Add(content.First, content.End, isDirect: false, speaker, new Reason(40, $"'{prose.Words(verb, verb + 1)}' and what follows it"), new Reason(30, "who is named before it"));
                break;
            }
        }
    }

    // "Iran declined, saying that …": who speaks is the subject of the sentence.
    private Speaker? IndirectSpeaker(int verb, int first)
    {
        if (prose.IsAny(verb, "saying", "adding", "noting")) return _actors.Before(verb, first) is { } actor ? Named(actor.At) : null;
        var start = SubjectStart(verb, first);
        return start >= verb ? null : PhraseOf(start, verb);
    }

    // "Interest will swallow half of it, the minister said (on Monday)."
    private (int End, Speaker Speaker)? Trailing(int verb, int first, int end)
    {
        var rest = verb + 1;
        while (rest < end && rest - verb < 10 && (prose.Has(rest, Sense.Weekday | Sense.Day | Sense.Month | Sense.Determiner | Sense.Press) || prose.Tokens[rest].Kind == TokenKind.Number || prose.IsAny(rest, "on", "in", "at", "a", "statement", "tweet", "late", "interview", "earlier", "briefing", "report", "after", "call", "conference", "news") || prose.NameAt(rest) is { Kind: NameKind.Capital })) rest++;
        if (rest < end && !prose.IsMark(rest, '.') && !prose.IsMark(rest, ',') && prose.NameAt(verb + 1) is null) return null;
        if (rest < end && prose.IsMark(rest, ',') && prose.NameAt(verb + 1) is null && (rest > verb + 1 || prose.Has(rest + 1, Sense.Pronoun))) return null;
        var comma = verb - 1;
        while (comma > first && verb - comma < SubjectMax && !prose.IsMark(comma, ',')) comma--;
        if (!prose.IsMark(comma, ',') || comma - first < IndirectWordsMin || prose.QuoteAt(comma - 1) >= 0) return null;
        // An apposition stands between two commas: "Griffiths, the U.N. aid chief, said".
        if (comma == verb - 1 && prose.NameAt(verb + 1) is null && !prose.Has(verb + 1, Sense.Determiner)) return null;
        var speaker = comma < verb - 1 ? PhraseOf(comma + 1, verb) : Phrase(verb + 1, end);
        return speaker is null || !HasVerb(first, comma) ? null : (comma, speaker);
    }

    // "According to Sida, 7.1 million Somalis lack food"; "…, according to a diplomat".
    private void AddAccording(int first, int at, int end, Speaker source)
    {
        if (at > first)
        {
            AddBefore(first, at, source);
            return;
        }
        var comma = at;
        while (comma < end && !prose.IsMark(comma, ',')) comma++;
        if (comma + 1 < end) AddBefore(comma + 1, end, source);
    }

    private void AddBefore(int first, int end, Speaker speaker)
    {
        var to = end;
        while (to > first && prose.Tokens[to - 1].Kind == TokenKind.Mark) to--;
        if (to - first >= IndirectWordsMin && !HasQuote(first, to)) Add(first, to, isDirect: false, speaker, new Reason(40, "what a verb of speaking follows"), new Reason(25, "who is named with it"));
    }

    private bool IsIndirectVerb(int verb) => prose.IsAny(verb, "said", "says", "told", "added", "adds", "noted", "notes", "stated", "states", "warned", "warns", "insisted", "insists", "claimed", "claims", "recalls", "argues", "reported", "declared", "reckon", "wrote", "announced", "stressed", "argued", "explained", "acknowledged", "recalled", "cautioned", "saying", "reiterated", "emphasised", "emphasized", "maintained", "lamented", "deplored", "complained", "predicted", "estimated")
        || (prose.Is(verb, "pointed") && prose.Is(verb + 1, "out"));

    private (int First, int End)? Content(int verb, int first, int end)
    {
        var from = prose.Is(verb, "pointed") ? verb + 2 : verb + 1;
        if (prose.Is(verb, "told"))
        {
            while (from < end && !prose.Is(from, "that") && !prose.Has(from, Sense.Pronoun) && from - verb < 8) from++;
            if (from >= end || from - verb >= 8) return null;
        }
        var isThat = prose.Is(from, "that");
        if (isThat) from++;
        else if (prose.IsAny(verb, "announced", "reported", "declared", "wrote", "estimated", "predicted", "recalled", "explained")) return null;
        else if (!isThat && prose.IsAny(verb, "warned", "stressed", "explained", "added", "noted") && prose.IsAny(from, "of", "to", "about", "against")) return null;
        // "said on Tuesday (that) …": the day is no part of what was said.
        if (prose.IsAny(from, "on", "in", "at", "late", "earlier", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
        {
            var that = from;
            while (that < end && that - from < 7 && !prose.Is(that, "that") && !prose.Has(that, Sense.Pronoun) && !(prose.NameAt(that) is { Kind: NameKind.Country or NameKind.Organisation } && that > from + 1 && prose.Has(that - 1, Sense.Weekday | Sense.Day))) that++;
            if (that >= end || that - from >= 7) return null;
            from = prose.Is(that, "that") ? that + 1 : that;
        }
        if (from >= end || prose.Tokens[from].Kind is TokenKind.Quote or TokenKind.Mark || prose.IsAny(from, "as", "while", "when", "after", "before", "over", "during", "of", "about", "against", "with")) return null;
        var to = end;
        while (to > from && prose.Tokens[to - 1].Kind is TokenKind.Mark or TokenKind.Quote) to--;
        return WordCount(from, to) >= IndirectWordsMin && HasVerb(from, to) && !HasQuote(from, to) ? (from, to) : null;
    }

    private bool HasQuote(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (prose.QuoteAt(token) is >= 0 and var quote && prose.Tokens[Math.Min(prose.Quotations[quote].First + 1, prose.Tokens.Length - 1)].IsCapital && WordCount(prose.Quotations[quote].First, prose.Quotations[quote].End) >= DirectWordsMin) return true;
        }
        return false;
    }

    private bool HasVerb(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            var word = prose.Tokens[token];
            if (word.Is(Sense.Be | Sense.Have | Sense.Modal | Sense.Gave | Sense.Promise | Sense.Give | Sense.Commit | Sense.Need | Sense.Fear | Sense.Host | Sense.Attend) || (word.Kind == TokenKind.Word && (prose.Span(token).EndsWith("ed") || (token > first && prose.Span(token) is [.., not 's', 's'] && !word.IsCapital)))) return true;
        }
        return false;
    }

    private NameMention Remember(NameMention name)
    {
        if (name.Kind == NameKind.Person || _last is null) _last = name;
        return name;
    }

    private void Add(int first, int end, bool isDirect, Speaker? speaker, params IReadOnlyList<Reason> reasons) => _quotes.Add((first, new QuoteProposal
    {
        Span = span(first, end), Rule = reasons[0].Text, Reasons = reasons, IsDirect = isDirect, Speaker = speaker?.Name, Role = speaker?.Role, Party = speaker?.At is { } name ? _actors.Of(name)?.Name : null,
        Warnings = speaker is null ? ["The report does not say who said it."] : [],
    }));

    private sealed record Speaker(string Name, string? Role, NameMention? At);

    private static string NameOf(NameMention name) => name.Iso3 is { } iso3 && name.Kind is NameKind.Country or NameKind.Capital or NameKind.Adjective ? Gazetteer.UsualName(name.Iso3!) : name.Name;
}
