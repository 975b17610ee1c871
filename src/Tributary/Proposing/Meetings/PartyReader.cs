using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Finds who came to a meeting and who stayed away.</summary>
internal sealed class PartyReader(Prose prose, ActorFinder actors, Func<int, int, TextSpan> span)
{
    private const int ListMax = 60, PlacesMax = 20;

    /// <summary>Who came: subjects and objects of attending, joining and taking part, and lists of representatives.</summary>
    public List<PartyProposal> Participants()
    {
        var found = new List<PartyProposal>();
        foreach (var (first, end, _) in prose.Sentences)
        {
            for (var token = first; token < end; token++)
            {
                if (prose.QuoteAt(token) >= 0 || prose.NameAt(token) is not null) continue;
                if (IsAttending(token) is not { } length || IsNegated(token, first)) continue;
                // Who came is before the verb; with "attended by" and "joined", behind it as well.
                if (!prose.Is(token + length, "by") && !prose.IsAny(token, "among", "brought", "bringing", "as", "participants", "attendees", "representatives", "delegations", "delegates", "delegation")) AddList(found, Before(token, first), "who came is named before it");
                if (prose.Is(token + length, "by") || prose.Has(token, Sense.Attend) && prose.IsAny(token, "joined", "joining", "participants", "attendees", "delegations", "delegates", "delegation") || prose.IsAny(token, "representatives", "envoys", "among", "brought", "bringing", "as")) AddList(found, After(token + length, end), "who came is named behind it");
            }
        }
        return found;
    }

    private int? IsAttending(int token)
    {
        if (prose.IsAny(token, "took", "taking", "take", "takes") && prose.Is(token + 1, "part")) return 2;
        if (prose.IsAny(token, "took", "take", "taking") && prose.IsAny(token + 1, "seats", "seat", "their", "its") || prose.IsAny(token, "flew", "travelled", "traveled") && prose.Is(token + 1, "in")) return 2;
        if (prose.IsAny(token, "dialled", "dialed") && prose.Is(token + 1, "in")) return 2;
        if (prose.IsAny(token, "sat", "sitting") && prose.IsAny(token + 1, "down", "at", "around", "round")) return 2;
        if (prose.IsAny(token, "representatives", "envoys", "delegations", "delegates", "ministers", "diplomats") && prose.IsAny(token + 1, "from", "of")) return 2;
        if (prose.IsAny(token, "sent") && prose.IsAny(token + 2, "delegations", "delegation", "envoys", "ministers", "representatives")) return 1;
        if (prose.Has(token, Sense.Attend) && !prose.IsAny(token, "present", "delegates", "delegations", "delegation") && (HasMeeting(token) || prose.Is(token + 1, "by") || prose.IsAny(token, "attended", "attending"))) return 1;
        if (prose.IsAny(token, "represented", "gathered", "attendance") && (prose.Has(token - 1, Sense.Be) || HasMeeting(token) || prose.Is(token, "attendance"))) return 1;
        if (prose.IsAny(token, "brought", "bringing", "gathers", "gathered") && prose.Is(token + 1, "together") || prose.Is(token, "as") && prose.Is(token + 1, "did")) return 2;
        if (prose.IsAny(token, "turned", "showed") && prose.Is(token + 1, "up") || prose.IsAny(token, "were", "was") && prose.Is(token + 1, "on") && prose.IsAny(token + 3, "line", "call")) return 2;
        if (prose.IsAny(token, "among") && prose.Is(token + 1, "them") && HasMeetingBefore(token)) return 2;
        return prose.Is(token, "present") && prose.IsAny(token - 1, "were", "was", "also") && HasMeeting(token) ? 1 : null;
    }

    private bool HasMeeting(int token)
    {
        var (first, end, _) = prose.SentenceOf(token);
        for (var near = first; near < end; near++)
        {
            if (prose.Has(near, Sense.Meeting) && !prose.IsAny(near - 1, "press", "news")) return true;
        }
        return false;
    }

    private bool HasMeetingBefore(int token)
    {
        var sentence = prose.SentenceIndexOf(token);
        return HasMeeting(token) || sentence > 0 && HasMeeting(prose.Sentences[sentence - 1].First);
    }

    // did not attend; declined to take part; could attend; was invited to join.
    private bool IsNegated(int token, int first)
    {
        for (var at = token - 1; at >= Math.Max(first, token - 6); at--)
        {
            if (prose.Has(at, Sense.Not | Sense.Maybe | Sense.Will | Sense.Absent) || prose.IsAny(at, "invited", "expected", "hoped", "asked", "declined", "would", "urged", "should", "to") && !prose.Is(at, "expected") && !(prose.Is(at, "to") && !prose.IsAny(at - 1, "declined", "refused", "invited", "hoped", "asked", "urged", "able"))) return true;
            if (prose.IsMark(at, ',')) return false;
        }
        return false;
    }

    private List<NameMention> Before(int verb, int first)
    {
        var names = new List<NameMention>();
        for (var token = verb - 1; token >= Math.Max(first, verb - ListMax); token--)
        {
            if (prose.NameAt(token) is { } name)
            {
                if (IsParty(name) && (!actors.IsBehindPreposition(name) || IsOfDelegation(name))) names.Add(name);
                token = name.First;
            }
            else if (prose.Has(token, Sense.Say | Sense.Relative) || prose.IsMark(token, ';') || prose.Tokens[token].Kind == TokenKind.Quote || prose.IsAny(token, "but", "while", "when", "after")) break;
        }
        names.Reverse();
        return names;
    }

    private bool IsOfDelegation(NameMention name)
    {
        for (var token = name.First - 1; token >= Math.Max(0, name.First - 25); token--)
        {
            if (prose.IsAny(token, "representatives", "officials", "envoys", "delegations", "delegates", "ministers", "delegation", "diplomats", "among", "including")) return true;
            if (prose.IsMark(token, '.') || prose.Has(token, Sense.Say)) return false;
        }
        return false;
    }

    private List<NameMention> After(int from, int end)
    {
        var (names, last) = (new List<NameMention>(), from);
        for (var token = from; token < Math.Min(end, from + ListMax); token++)
        {
            if (prose.NameAt(token) is { } name)
            {
                if (names.Count > 0 && token - last > 6) break;
                if (prose.IsAny(name.First - 1, "at", "in", "on")) break;
                if (IsParty(name)) names.Add(name);
                (last, token) = (name.End, name.End - 1);
            }
            else if (prose.IsAny(token, "at", "in", "on", "but", "while", "to", "which", "who") || prose.Has(token, Sense.Meeting | Sense.Say) || prose.IsMark(token, ';') || prose.Tokens[token].Kind == TokenKind.Quote) break;
        }
        return names;
    }

    private bool IsParty(NameMention name) => name.Kind switch
    {
        NameKind.Country or NameKind.Organisation => prose.Tokens.Length <= name.End || prose.Tokens[name.End].Kind != TokenKind.Possessive || prose.Has(name.End + 1, Sense.Office | Sense.State),
        NameKind.Group => !prose.IsAny(name.End - 1, "donors", "groups", "powers") || name.End - name.First > 1,
        NameKind.Adjective => prose.Has(name.End, Sense.Office | Sense.State) || prose.NameAt(name.End) is { Kind: NameKind.Person } || prose.IsAny(name.End, "delegation", "delegations", "officials", "envoys", "diplomats"),
        _ => false,
    };

    private void AddList(List<PartyProposal> found, List<NameMention> names, string rule)
    {
        foreach (var name in names)
        {
            var (said, iso3) = (name.UsualName, name.Iso3);
            if (found.FindIndex(party => party.Name == said) is >= 0 and var same)
            {
                AddPlace(found, same, span(name.First, name.End));
                continue;
            }
            found.Add(new PartyProposal { Span = span(name.First, name.End), Rule = rule, Reasons = name.Kind == NameKind.Group ? [new Reason(60, rule)] : [new Reason(60, rule), new Reason(15, "it is named")], Name = said, Iso3 = iso3 });
        }
    }

    /// <summary>Who stayed away, with the reason and the words on coming later.</summary>
    public List<PartyProposal> Absentees()
    {
        var found = new List<PartyProposal>();
        foreach (var (first, end, _) in prose.Sentences)
        {
            for (var token = first; token < end; token++)
            {
                if (prose.NameAt(token) is not null || Absence(token, end) is not { } length) continue;
                if (Absent(token, length, first, end) is not { Count: > 0 } names) continue;
                foreach (var name in names) AddAbsentee(found, name, token, length, end);
            }
        }
        return found;
    }

    // The tokens of words that say that somebody stayed away; null for none.
    private int? Absence(int token, int end)
    {
        if (prose.Is(token, "stayed") && prose.IsAny(token + 1, "away", "home", "out", "at")) return 2;
        if (prose.IsAny(token, "boycotted", "boycotting", "skipped", "skipping", "shunned", "snubbed", "boycott") && HasMeeting(token)) return 1;
        if (prose.IsAny(token, "absent", "missing") && (HasMeeting(token) || prose.IsAny(token - 1, "was", "were", "notably", "conspicuously"))) return 1;
        if (prose.Is(token, "absence") && prose.Is(token + 1, "of")) return 2;
        if (prose.IsAny(token, "pulled", "dropped") && prose.Is(token + 1, "out") && HasMeeting(token)) return 2;
        if (prose.IsAny(token, "declined", "refused") && prose.Is(token + 1, "to") && prose.IsAny(token + 2, "attend", "take", "join", "participate", "send", "come")) return 3;
        if (prose.IsAny(token, "declined", "rejected", "turned") && (prose.IsAny(token + 2, "invitation", "invitations") || prose.IsAny(token + 1, "invitations") || prose.IsAny(token + 3, "invitation"))) return 3;
        if (prose.Has(token, Sense.Not) && !prose.Is(token, "no"))
        {
            for (var at = token + 1; at < Math.Min(end, token + 4); at++)
            {
                if (prose.IsAny(at, "attend", "attending", "attended", "represented", "participate", "participating", "present", "come", "join", "show", "send", "sent") && (!prose.IsAny(at, "come", "join", "present", "send", "sent") || HasMeetingOrInvitation(token)) || prose.IsAny(at, "be") && prose.IsAny(at + 1, "there", "present", "represented") || prose.Is(at, "at") && prose.Is(at + 2, "table") || prose.IsAny(at, "take", "taking") && prose.Is(at + 1, "part")) return at - token + 1;
            }
        }
        return prose.Is(token, "sent") && prose.IsAny(token + 1, "no", "nobody") ? 2 : null;
    }

    private bool HasMeetingOrInvitation(int token)
    {
        var (first, end, _) = prose.SentenceOf(token);
        return prose.HasIn(first, end, Sense.Meeting) || prose.IsAnyIn(first, end, "invited", "invitation", "expected");
    }

    private List<NameMention> Absent(int token, int length, int first, int end)
    {
        if (prose.Is(token, "absence")) return [.. prose.NamesIn(token + length, Math.Min(end, token + length + 4)).Where(name => name.Kind is NameKind.Country or NameKind.Organisation).Take(1)];
        if (prose.IsAny(token, "absent", "missing") && Inverted(token, first, end) is { Count: > 0 } behind) return behind;
        if (prose.IsAny(token, "boycott", "missing") && prose.QuoteAt(token) >= 0) return [];
        if (prose.Has(token - 1, Sense.Maybe) || prose.IsAny(token - 1, "to", "should", "would", "will") && prose.Is(token, "boycott")) return [];
        var names = Subjects(token, first);
        return names.Count > 0 ? names : actors.Before(token, first) is { At.Kind: not NameKind.Person } actor ? [actor.At] : [];
    }

    // "Absent were Syria and Venezuela"; "Notably absent was Russia".
    private List<NameMention> Inverted(int token, int first, int end) => prose.IsAny(token + 1, "was", "were", "is", "are") || prose.IsAny(token + 3, "was", "were") && token - first < 4
        ? [.. prose.NamesIn(token + 1, Math.Min(end, token + 20)).Where(name => IsParty(name) && !prose.IsAny(name.First - 1, "from", "at", "in"))] : [];

    private List<NameMention> Subjects(int token, int first)
    {
        var names = new List<NameMention>();
        for (var at = token - 1; at >= Math.Max(first, token - 30); at--)
        {
            if (prose.NameAt(at) is { } name)
            {
                if (name.Kind is NameKind.Country or NameKind.Organisation or NameKind.Group or NameKind.Capital && !actors.IsBehindPreposition(name) && (prose.Tokens[name.End].Kind != TokenKind.Possessive)) names.Add(name);
                else if (names.Count > 0) break;
                at = name.First;
                if (at - 1 < first || !prose.Is(at - 1, "and") && !prose.IsMark(at - 1, ',') && !prose.Is(at - 1, "nor") && !(prose.Is(at - 1, "the") && (prose.Is(at - 2, "and") || prose.IsMark(at - 2, ',')))) break;
            }
            else if (prose.Has(at, Sense.Say | Sense.Relative | Sense.Meeting) || prose.Tokens[at].Kind == TokenKind.Quote || prose.Has(at, Sense.Pronoun)) break;
        }
        return names;
    }

    private void AddAbsentee(List<PartyProposal> found, NameMention name, int token, int length, int end)
    {
        var said = name.UsualName;
        var (first, last) = (Math.Min(name.First, token), Math.Max(name.End, token + length));
        if (prose.Has(first - 1, Sense.Determiner)) first--;
        if (found.FindIndex(party => party.Name == said) is >= 0 and var same)
        {
            AddPlace(found, same, span(first, last));
            found[same] = found[same] with { Reason = found[same].Reason ?? ReasonOf(last, end) };
            return;
        }
        found.Add(new PartyProposal
        {
            Span = span(first, last), Rule = $"'{prose.Words(token, Math.Min(token + length, end))}'", Reasons = ReasonOf(last, end) is null ? [new Reason(70, "words that say that it stayed away")] : [new Reason(70, "words that say that it stayed away"), new Reason(10, "the reason")],
            Name = said, Iso3 = name.Iso3, Reason = ReasonOf(last, end), Later = LaterOf(last, end),
        });
    }

    private static void AddPlace(List<PartyProposal> found, int at, TextSpan place)
    {
        if (found[at].Span != place && found[at].Others.Count < PlacesMax && !found[at].Others.Contains(place)) found[at] = found[at] with { Others = [.. found[at].Others, place] };
    }

    // citing technical reasons; because of …; over ….
    private string? ReasonOf(int from, int end)
    {
        for (var token = from; token < end; token++)
        {
            var length = prose.IsAny(token, "citing", "blaming", "because", "over") ? prose.Is(token + 1, "of") ? 2 : 1 : prose.Is(token, "due") && prose.Is(token + 1, "to") ? 2 : 0;
            if (length == 0) continue;
            var stop = token + length;
            while (stop < end && !prose.IsMark(stop, ',') && !prose.IsMark(stop, '.') && !prose.IsMark(stop, ';') && !prose.IsAny(stop, "but", "while") && prose.Tokens[stop].Kind != TokenKind.Quote) stop++;
            return stop > token + length ? prose.Words(token + length, stop) : null;
        }
        return null;
    }

    private string? LaterOf(int from, int end)
    {
        for (var token = from; token < end; token++)
        {
            if (!prose.IsAny(token, "could", "may", "might", "would", "will") || !(prose.Has(token + 1, Sense.Attend) || prose.IsAny(token + 1, "attend", "join", "take", "come", "participate"))) continue;
            var stop = token;
            while (stop < end && !prose.IsMark(stop, '.') && !prose.IsMark(stop, ';')) stop++;
            return prose.Words(token, stop);
        }
        return null;
    }
}
