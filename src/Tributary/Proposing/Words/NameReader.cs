namespace Tributary.Proposing;

/// <summary>Finds the names in a text: those that are known, groups that are not broken down, and people by their offices and by who speaks.</summary>
internal sealed class NameReader(Prose prose)
{
    private const int PersonWordsMax = 5, RoleWordsMax = 12, GroupWordsMax = 7;

    private static readonly string[] Particles = ["al", "bin", "van", "von", "de", "der", "den", "el", "ul", "ur", "ibn", "da", "dos", "la", "le", "abu"];

    private readonly NameMention?[] _at = new NameMention?[prose.Tokens.Length];
    private readonly Dictionary<string, Person> _bySurname = new(StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public List<NameMention> Read()
    {
        ReadKnown();
        ReadGroups();
        for (var token = 0; token < prose.Tokens.Length; token++)
        {
            if (_at[token] is { } known) token = known.End - 1;
            else if (PersonEnd(token) is var end && end > token) token = TakePerson(token, end) - 1;
        }
        return [.. _at.OfType<NameMention>()];
    }

    private void ReadKnown()
    {
        for (var token = 0; token < prose.Tokens.Length; token++)
        {
            if (prose.Tokens[token].Kind != TokenKind.Word) continue;
            var (name, length) = Gazetteer.Find(prose.Text, prose.Tokens, token);
            if (name is null || IsPartOfLonger(token, length)) continue;
            _at[token] = new NameMention(token, token + length, name.Kind, name.Name, name.Iso3);
            token += length - 1;
        }
    }

    // New York Times, Washington Post, Al Jazeera English …: a name inside a longer one is not that name, but for offices: Russian Foreign Minister.
    private bool IsPartOfLonger(int token, int length)
    {
        var after = token + length;
        return prose.IsAny(after, "Times", "Post", "Journal", "Herald", "Guardian", "Tribune", "Star", "University", "Football", "FC", "City", "United") && prose.Tokens[after].IsCapital;
    }

    private void ReadGroups()
    {
        for (var token = 0; token < prose.Tokens.Length; token++)
        {
            if (!prose.Tokens[token].Is(Sense.Group) || _at[token] is not null || Covers(token) is not null || prose.Tokens[token].IsCapital && token > 0 && !prose.Tokens[token - 1].IsCapital) continue;
            var first = token;
            var sentence = prose.SentenceOf(token).First;
            while (first > sentence && token - first < GroupWordsMax && IsInGroup(first - 1)) first--;
            // Whoever stands before it is a part of its name: European countries.
            while (first > sentence && _at[first] is null && Covers(first) is { } cut) first = cut;
            // "countries of Central Asia".
            var end = token + 1;
            if (prose.Is(end, "of") && end + 1 < prose.Tokens.Length && prose.Tokens[end + 1].IsCapital && Covers(end + 2) is null && _at[end + 1] is null)
            {
                end += 2;
                while (end < prose.Tokens.Length && end - token < GroupWordsMax && prose.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true } && _at[end] is null) end++;
            }
            for (var inside = first; inside < end; inside++) _at[inside] = null;
            _at[first] = new NameMention(first, end, NameKind.Group, prose.Words(first, end), null);
        }
    }

    private int? NameEndingAt(int token)
    {
        for (var before = token - 1; before >= 0 && token - before <= GroupWordsMax; before--)
        {
            if (_at[before] is { } name) return name.End == token ? before : null;
        }
        return null;
    }

    private int? Covers(int token)
    {
        for (var before = token - 1; before >= 0 && token - before <= GroupWordsMax; before--)
        {
            if (_at[before] is { } name) return name.End > token ? before : null;
        }
        return null;
    }

    private bool IsInGroup(int token)
    {
        var word = prose.Tokens[token];
        if (word.Kind == TokenKind.Number || IsHyphen(token) && prose.Has(token + 1, Sense.NumberWord)) return true;
        if (word.Kind != TokenKind.Word) return false;
        if (prose.IsAny(token, "some", "more", "than", "over", "about", "around", "nearly", "almost", "least", "at") && (prose.Tokens[token + 1].Kind == TokenKind.Number || prose.Has(token + 1, Sense.NumberWord) || prose.IsAny(token + 1, "than", "least"))) return true;
        if (word.IsCapital) return !word.Is(Sense.Small | Sense.Preposition | Sense.Say | Sense.Month | Sense.Weekday);
        return word.Word is null || word.Is(Sense.NumberWord | Sense.New | Sense.Prior) && !word.Is(Sense.Determiner);
    }

    private bool IsNamePart(int token) =>
        prose.Tokens[token] is { Kind: TokenKind.Word, IsCapital: true } word && _at[token] is null && !word.Is(Sense.Office | Sense.Month | Sense.Weekday | Sense.Small | Sense.Currency | Sense.Title);

    // The token after the name of a person that begins at a token; the token itself where none does.
    private int PersonEnd(int token)
    {
        if (!IsNamePart(token)) return token;
        var (end, words) = (token + 1, 1);
        var last = prose.SentenceOf(token).End;
        while (end < last && words < PersonWordsMax)
        {
            if (IsNamePart(end)) (end, words) = (end + 1, words + 1);
            else if (end + 2 < last && prose.IsAny(end, Particles) && prose.IsAny(end + 1, Particles) && IsNamePart(end + 2)) (end, words) = (end + 3, words + 1);
            else if (end + 2 < last && prose.IsAny(end, Particles) && IsHyphen(end + 1) && IsNamePart(end + 2)) (end, words) = (end + 3, words + 1);
            else if (end + 1 < last && (IsHyphen(end) || prose.IsAny(end, Particles)) && IsNamePart(end + 1)) (end, words) = (end + 2, words + 1);
            else break;
        }
        return end;
    }

    private bool IsHyphen(int token) => prose.IsMark(token, '-') && prose.Tokens[token - 1].End == prose.Tokens[token].Start;

    private int TakePerson(int first, int end)
    {
        if (TakeOrganisation(first, end) is { } after) return after;
        var surname = prose.Words(end - 1, end);
        var roleFirst = RoleBefore(first);
        if (roleFirst < 0 && end - first == 1 && _bySurname.TryGetValue(surname, out var known)) return Add(first, end, known);
        var role = roleFirst >= 0 ? prose.Words(roleFirst, first) : RoleAfter(end);
        var isTitled = prose.Has(first - 1, Sense.Title) || prose.IsMark(first - 1, '.') && prose.Has(first - 2, Sense.Title);
        if (role is null && !isTitled && _bySurname.TryGetValue(surname, out known)) return Add(first, end, known);
        if (role is null && !isTitled && !Speaks(first, end)) return end;
        if (end - first == 1 && role is null && !isTitled && !prose.Has(end, Sense.Say)) return end;
        var iso3 = roleFirst >= 0 ? CountryOf(roleFirst, first) : role is null ? null : CountryOf(end, Math.Min(end + RoleWordsMax, prose.SentenceOf(first).End));
        var person = new Person(prose.Words(first, end), role, iso3);
        if (_bySurname.TryGetValue(surname, out known) && known.Name.EndsWith(person.Name, StringComparison.Ordinal)) person = known with { Role = known.Role ?? role, Iso3 = known.Iso3 ?? iso3 };
        _bySurname[surname] = person;
        return Add(first, end, person);
    }

    // The Kuwait Fund for Arab Economic Development; the Canadian Red Cross; an Association, a Foundation.
    private int? TakeOrganisation(int first, int end)
    {
        if (!prose.IsAny(end - 1, "Association", "Agency", "Bank", "Fund", "Foundation", "Organization", "Organisation", "Programme", "Program", "Committee", "Federation", "Society", "Trust", "Institute", "Church", "Commission", "Corps", "Alliance", "Coalition", "Network", "Watch", "Charity", "Group", "Corporation", "Ministry", "Institution", "Consortium")) return null;
        if (NameEndingAt(first) is { } name && _at[name]!.Kind is NameKind.Adjective or NameKind.Country)
        {
            var iso3 = _at[name]!.Iso3;
            _at[name] = new NameMention(name, end, NameKind.Organisation, prose.Words(name, end), iso3);
            return end;
        }
        if (end - first == 1) return null;
        _at[first] = new NameMention(first, end, NameKind.Organisation, prose.Words(first, end), null);
        return end;
    }

    private int Add(int first, int end, Person person)
    {
        _at[first] = new NameMention(first, end, NameKind.Person, person.Name, person.Iso3, person.Role);
        return end;
    }

    private bool Speaks(int first, int end) => (prose.Has(end, Sense.Say) && !prose.IsAny(end, "asked")) || prose.Has(first - 1, Sense.Say) && prose.QuoteAt(first - 1) < 0;

    // The office before a name: Russian Foreign Minister, the U.N.'s humanitarian chief.
    private int RoleBefore(int name)
    {
        var (first, hasOffice, sentence) = (name, false, prose.SentenceOf(name).First);
        while (first > sentence && name - first < RoleWordsMax && IsInRole(first - 1))
        {
            first--;
            hasOffice |= prose.Has(first, Sense.Office);
        }
        while (first < name && (prose.Has(first, Sense.Preposition | Sense.Determiner | Sense.Conjunction) || prose.Tokens[first].Kind != TokenKind.Word)) first++;
        return hasOffice && first < name ? first : -1;
    }

    private bool IsInRole(int token)
    {
        var word = prose.Tokens[token];
        if (word.Kind == TokenKind.Possessive || IsHyphen(token)) return true;
        if (word.Kind != TokenKind.Word || prose.QuoteAt(token) >= 0) return false;
        if (word.Is(Sense.Office | Sense.State | Sense.Aid) || prose.IsAny(token, "of", "for")) return true;
        return word.IsCapital ? !word.Is(Sense.Small | Sense.Say) : Covers(token + 1) is not null || word.Word is null && prose.Has(token + 1, Sense.Office);
    }

    // The office after a name: Martin Griffiths, the U.N. humanitarian chief, said.
    private string? RoleAfter(int end)
    {
        if (!prose.IsMark(end, ',')) return null;
        var last = Math.Min(prose.SentenceOf(end).End, end + RoleWordsMax);
        for (var token = end + 1; token < last; token++)
        {
            if (prose.Has(token, Sense.Say | Sense.Relative) && !prose.Has(token, Sense.Office) || prose.Tokens[token].Kind == TokenKind.Quote) return null;
            if (!prose.IsMark(token, ',') && !prose.IsMark(token, '.')) continue;
            var first = end + 1;
            while (first < token && prose.Has(first, Sense.Determiner)) first++;
            for (var inside = first; inside < token; inside++)
            {
                if (prose.Has(inside, Sense.Office)) return prose.Words(first, token);
            }
            return null;
        }
        return null;
    }

    private string? CountryOf(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (_at[token] is { Iso3: { } iso3 }) return iso3;
        }
        return null;
    }

    private sealed record Person(string Name, string? Role, string? Iso3);
}
