namespace Tributary.Proposing;

/// <summary>Who does something in a text.</summary>
/// <param name="Name">The name; of a state the country's.</param>
/// <param name="Iso3">The country; null for none.</param>
/// <param name="At">The name in the text.</param>
internal sealed record Actor(string Name, string? Iso3, NameMention At)
{
    /// <summary>Where several do it each for itself, those; none otherwise.</summary>
    public IReadOnlyList<Actor> Each { get; init; } = [];

    /// <summary>Who a name stands for: the country that it is or belongs to, else whoever bears it.</summary>
    public static Actor Named(NameMention name) => new(name.UsualName, name.Iso3, name);
}

/// <summary>Finds who does what a verb says.</summary>
internal sealed class ActorFinder(Prose prose)
{
    private const int SentencesBack = 3;

    /// <summary>The subject of a verb: the nearest name before it that is not behind a preposition; a pronoun stands for the last one that fits.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="from">The first token that is looked at.</param>
    public Actor? Before(int verb, int from)
    {
        for (var token = verb - 1; token >= from; token--)
        {
            if (prose.NameAt(token) is { } name)
            {
                if (Of(name) is { } actor && !IsBehindPreposition(name)) return actor;
                token = name.First;
            }
            else if (prose.Has(token, Sense.Pronoun) && !prose.Has(token, Sense.Currency)) return Pronoun(token);
            else if (prose.Has(token, Sense.Determiner) && prose.IsAny(token, "its", "his", "her", "their", "our", "my") && prose.Has(token + 1, Sense.State | Sense.Office) || prose.IsAny(token, "his", "her", "our") && prose.Is(token + 1, "country")) return Pronoun(token);
        }
        return null;
    }

    /// <summary>The subjects of a verb: "Denmark, Germany and the United Nations hosted".</summary>
    public List<Actor> ListBefore(int verb, int from)
    {
        var actors = new List<Actor>();
        if (Before(verb, from) is not { } last) return actors;
        actors.Add(last);
        var at = last.At.First - 1;
        while (at > from)
        {
            while (at > from && (prose.Has(at, Sense.Determiner) || prose.IsAny(at, "and") || prose.IsMark(at, ','))) at--;
            if (at >= last.At.First - 1 || prose.NameAt(at) is not { } name || Of(name) is not { } actor || IsBehindPreposition(name) || name.First < from) break;
            actors.Insert(0, actor);
            (last, at) = (actor, name.First - 1);
        }
        return actors;
    }

    /// <summary>A name as somebody who acts: of a person the state or organisation for which it speaks; null for a name that is none.</summary>
    public Actor? Of(NameMention name)
    {
        switch (name.Kind)
        {
            case NameKind.Country or NameKind.Capital or NameKind.People:
                return prose.Tokens.Length > name.End && prose.Tokens[name.End].Kind == TokenKind.Possessive && !IsOwnBody(name.End + 1) ? null : Actor.Named(name);
            case NameKind.Adjective:
                return IsOwnBody(name.End) ? Actor.Named(name) : null;
            case NameKind.Person when name.Iso3 is not null:
                return Actor.Named(name);
            case NameKind.Person:
                return Body(name) ?? new Actor(name.Name, null, name);
            default:
                return new Actor(name.Name, name.Iso3, name);
        }
    }

    /// <summary>Whom a pronoun stands for: the last subject that fits, in its sentence or one of a few before it.</summary>
    public Actor? Pronoun(int token)
    {
        if (prose.QuoteAt(token) >= 0 && prose.IsAny(token, "we", "i", "our", "my")) return SpeakerOf(prose.Quotations[prose.QuoteAt(token)]);
        var wantsPerson = prose.IsAny(token, "he", "she", "his", "her", "i");
        var sentence = prose.SentenceIndexOf(token);
        for (var back = 0; back < SentencesBack && sentence - back >= 0; back++)
        {
            var (first, end, _) = prose.Sentences[sentence - back];
            var names = prose.NamesIn(first, back == 0 ? token : end).Where(name => (name.Kind == NameKind.Person) == wantsPerson).ToList();
            var subjects = names.Where(name => !IsBehindPreposition(name) && prose.Tokens[Math.Min(name.End, prose.Tokens.Length - 1)].Kind != TokenKind.Possessive).ToList();
            // The subject of the sentence before comes first; in the own one its own subject.
            var found = back == 0 ? subjects.Select(Of).FirstOrDefault(actor => actor is not null) : subjects.Concat(names).Select(Of).FirstOrDefault(actor => actor is not null);
            if (found is not null) return found;
        }
        return null;
    }

    /// <summary>Whether a name stands behind a preposition that makes it no subject. "The government of Japan" is one.</summary>
    public bool IsBehindPreposition(NameMention name)
    {
        var before = name.First - 1;
        while (before >= 0 && (prose.Has(before, Sense.Determiner) && !prose.Has(before, Sense.Preposition) || (prose.Tokens[before] is { IsCapital: false, Word: null, Kind: TokenKind.Word } && prose.Has(before - 1, Sense.Determiner | Sense.Preposition)))) before--;
        if (!prose.Has(before, Sense.Preposition) || prose.SentenceIndexOf(before) != prose.SentenceIndexOf(name.First)) return false;
        return !prose.Is(before, "of") || !prose.Has(before - 1, Sense.State | Sense.Office);
    }

    private bool IsOwnBody(int after)
    {
        for (var token = after; token < Math.Min(after + 3, prose.Tokens.Length); token++)
        {
            if (prose.Has(token, Sense.State | Sense.Office) || prose.NameAt(token) is { Kind: NameKind.Person }) return true;
            if (prose.Tokens[token].Kind != TokenKind.Word || prose.Has(token, Sense.Say | Sense.Preposition | Sense.Promise | Sense.Gave)) return false;
        }
        return false;
    }

    // The organisation in a person's role, before or behind the name.
    private Actor? Body(NameMention person)
    {
        var first = Math.Max(prose.SentenceOf(person.First).First, person.First - 12);
        foreach (var name in prose.NamesIn(first, Math.Min(prose.SentenceOf(person.First).End, person.End + 12)))
        {
            if (name.Kind == NameKind.Organisation && person.Role?.Contains(prose.Words(name.First, name.End), StringComparison.Ordinal) == true) return new Actor(name.Name, null, name);
        }
        return null;
    }

    // Who says it: in the sentence of the quotation, or the one before or after it.
    private Actor? SpeakerOf(Quotation quotation)
    {
        var sentence = prose.SentenceOf(quotation.First);
        foreach (var name in prose.NamesIn(sentence.First, quotation.First).Concat(prose.NamesIn(Math.Min(quotation.End, prose.Tokens.Length - 1), prose.SentenceOf(quotation.End - 1).End)))
        {
            if (name.Kind == NameKind.Person && Of(name) is { } actor) return actor;
        }
        return prose.NamesIn(prose.SentenceOf(quotation.End - 1).First, prose.SentenceOf(quotation.End - 1).End).Where(name => prose.QuoteAt(name.First) < 0 && name.IsActor).Select(Of).FirstOrDefault(actor => actor is not null);
    }
}
