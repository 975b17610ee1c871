namespace Tributary.Proposing;

/// <summary>Finds who gives an amount, and for whom.</summary>
internal sealed class DonorFinder(Prose prose, ActorFinder actors)
{
    private const int NearMax = 4, NounMax = 7, AgentMax = 12;

    /// <summary>Who gives, by the words around an amount; null where nobody is named.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="clause">What is done with it.</param>
    /// <param name="before">The amount before it in its sentence; null for none.</param>
    public Actor? Donor(Money money, MoneyClause clause, Money? before)
    {
        if (Beside(money, before) is { } beside) return beside;
        var first = prose.SentenceOf(money.First).First;
        var isActive = clause.Verb >= 0 && clause.Verb < money.First && !prose.IsAny(clause.Verb, "received", "came", "raised", "collected", "secured", "with");
        var owner = Owner(money);
        if (isActive && owner is null && Subject(clause.Verb, first) is { } subject) return subject;
        if (Agent(money, clause) is { } agent) return agent;
        if (owner is not null) return owner;
        if (clause.Verb < 0 || clause.Verb > money.End) return null;
        // "From Qatar came another 50 million."
        if (prose.Is(clause.Verb, "came")) return prose.NameAt(clause.Verb - 1) is { } source ? actors.Of(source) : null;
        return Subject(clause.Verb, first) ?? Group(first, clause.Verb);
    }

    // "…, France 40 million", "Italy: 10 million euros", "and another $5 million from Japan" is for the agent.
    private Actor? Beside(Money money, Money? before)
    {
        for (var token = money.First - 1; token >= Math.Max(0, money.First - NearMax); token--)
        {
            if (prose.NameAt(token) is { } name)
            {
                var actor = actors.Of(name);
                var isListed = before is not null && before.End <= name.First || prose.IsMark(token + 1, ':') || prose.IsMark(token + 1, '(');
                return isListed && (prose.IsMark(token + 1, '(') || prose.Is(token + 1, "with") || !actors.IsBehindPreposition(name)) ? actor : null;
            }
            if (!(prose.Has(token, Sense.About | Sense.New | Sense.Determiner | Sense.State) || prose.IsAny(token, "with", "alone") || prose.IsMark(token, ':') || prose.IsMark(token, '('))) return null;
        }
        return null;
    }

    // Pledged by Japan; from the United States.
    private Actor? Agent(Money money, MoneyClause clause)
    {
        var end = Math.Min(prose.SentenceOf(money.First).End, Math.Max(money.End, clause.Verb) + AgentMax);
        for (var token = money.End; token < end; token++)
        {
            if (prose.Tokens[token].Kind == TokenKind.Sign || prose.Has(token, Sense.Relative) || prose.IsMark(token, ';') || prose.Tokens[token].Kind == TokenKind.Quote) return null;
            if (prose.Has(token, Sense.Say) && !prose.Has(token, Sense.Promise)) return null;
            if (!prose.IsAny(token, "by", "from")) continue;
            for (var name = token + 1; name < Math.Min(token + NearMax, end); name++)
            {
                if (prose.NameAt(name) is { } found) return found.Kind == NameKind.Adjective && actors.Of(found) is null ? null : actors.Of(found) ?? (found.Iso3 is null ? null : Actor.Named(found));
                if (!prose.Has(name, Sense.Determiner | Sense.State | Sense.Preposition) && prose.Tokens[name].Word is not null) break;
            }
        }
        return null;
    }

    // Germany's pledge of $5 million; a Japanese grant of …; Berlin's $5 million.
    private Actor? Owner(Money money)
    {
        var first = prose.SentenceOf(money.First).First;
        for (var token = money.First - 1; token >= Math.Max(first, money.First - NounMax); token--)
        {
            if (prose.NameAt(token) is { } name)
            {
                // U.S. and EU stand before a noun as adjectives do.
                var isOwner = prose.Tokens[name.End].Kind == TokenKind.Possessive || name.Kind == NameKind.Adjective || prose.Has(name.End, Sense.Aid) && name.Kind is NameKind.Country or NameKind.Organisation && prose.Words(name.First, name.End).Length <= 4;
                if (prose.Tokens[name.End].Kind == TokenKind.Possessive && name.End + 1 == money.First && actors.IsBehindPreposition(name) is false && name.Kind is NameKind.Country or NameKind.Capital or NameKind.Organisation) return Actor.Named(name);
                if (!isOwner || actors.IsBehindPreposition(name) || name.Iso3 is null && name.Kind is not (NameKind.Organisation or NameKind.Person)) return null;
                return HasGiftNoun(name.End, money) ? name.Iso3 is null ? actors.Of(name) : Actor.Named(name) : null;
            }
            if (prose.Has(token, Sense.Promise | Sense.Gave | Sense.Commit | Sense.Say) && !prose.Has(token, Sense.Aid)) return null;
        }
        return null;
    }

    private bool HasGiftNoun(int from, Money money) => prose.IsAnyIn(from, money.End + NearMax, "pledge", "grant", "donation", "contribution", "gift", "commitment", "promise", "offer", "package", "aid", "assistance", "support", "share", "funding", "announcement");

    private Actor? Subject(int verb, int first)
    {
        var actor = actors.Before(verb, first);
        // "Germany and France pledged": both.
        if (actor is null || prose.NameAt(actor.At.First - 2) is not { } other || !prose.Is(actor.At.First - 1, "and") || actor.At.First < first || actors.IsBehindPreposition(other) || actors.Of(other) is not { } also || actor.At.First >= verb) return actor;
        return new Actor($"{also.Name} and {actor.Name}", null, other) { Each = HasEach(verb) ? [also, actor] : [] };
    }

    // "Kuwait and Saudi Arabia have each paid $50 million."
    private bool HasEach(int verb) => prose.IsAnyIn(verb - NearMax, Math.Min(prose.SentenceOf(verb).End, verb + AgentMax), "each", "apiece");

    // "Donors pledged": nobody by name.
    private Actor? Group(int first, int verb)
    {
        for (var token = verb - 1; token >= first; token--)
        {
            if (prose.NameAt(token) is { Kind: NameKind.Group } group) return new Actor(group.Name, null, group);
        }
        return null;
    }

    /// <summary>For whom an amount is: named behind it, else before it, else whom the report is about.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="donor">Who gives.</param>
    /// <param name="topic">The country that the report is about; null when not known.</param>
    public (string Name, string Iso3, bool IsInferred)? Recipient(Money money, Actor? donor, string? topic)
    {
        var (first, end, _) = prose.SentenceOf(money.First);
        for (var token = money.End; token < end; token++)
        {
            if (prose.Tokens[token].Kind == TokenKind.Sign) break;
            if (prose.NameAt(token) is { Iso3: { } iso3, Kind: NameKind.Country or NameKind.Adjective or NameKind.People } name && iso3 != donor?.Iso3 && (name.Kind == NameKind.People || prose.IsAny(name.First - 1, "to", "for", "in", "help", "across", "support", "of", "on") || name.Kind == NameKind.Adjective && !prose.Has(name.End, Sense.Office | Sense.State) || prose.IsAny(name.First - 2, "to", "for", "in", "help"))) return (Gazetteer.UsualName(iso3), iso3, false);
        }
        for (var token = money.First - 1; token >= first; token--)
        {
            if (prose.NameAt(token) is { Iso3: { } iso3, Kind: NameKind.Country or NameKind.Adjective or NameKind.People } name && iso3 != donor?.Iso3 && (name.Kind != NameKind.Country || prose.Has(name.First - 1, Sense.Preposition | Sense.Give | Sense.Gave))) return (Gazetteer.UsualName(iso3), iso3, false);
        }
        return topic is null || topic == donor?.Iso3 ? null : (Gazetteer.UsualName(topic), topic, true);
    }
}
