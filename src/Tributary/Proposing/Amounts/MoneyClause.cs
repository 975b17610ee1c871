namespace Tributary.Proposing;

/// <summary>What a clause does with an amount.</summary>
internal enum MoneyUse
{
    /// <summary>Nothing that a rule knows.</summary>
    Unknown,

    /// <summary>It is given or promised.</summary>
    Pledge,

    /// <summary>It is expected or proposed.</summary>
    Expected,

    /// <summary>Somebody calls for it.</summary>
    Appeal,

    /// <summary>It is no aid: a debt, a budget, a loss.</summary>
    NotAid,
}

/// <summary>How an amount is used, by the words around it.</summary>
/// <param name="Use">What is done with it.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Verb">The word that says so; -1 for none.</param>
/// <param name="Rule">The rule in words.</param>
internal sealed record MoneyClause(MoneyUse Use, MoneyStatus Status, int Verb, string Rule);

/// <summary>Reads the verb that governs an amount, with what stands before it: pledged, has given, would provide, is expected to approve.</summary>
internal sealed class MoneyClauseReader(Prose prose)
{
    private const int ChainMax = 8, NotAidAfter = 6, NotAidBefore = 7, PassiveMax = 14;

    private const Sense Governing = Sense.Promise | Sense.Give | Sense.Gave | Sense.Commit | Sense.Appeal | Sense.Need | Sense.Expect;

    /// <summary>How an amount is used.</summary>
    public MoneyClause Read(Money money)
    {
        if (IsNotAid(money) is { } word) return new MoneyClause(MoneyUse.NotAid, MoneyStatus.Pledged, word, $"'{prose.Words(word, word + 1)}' beside it says that it is no aid");
        if (AppealNoun(money) is { } noun) return new MoneyClause(MoneyUse.Appeal, MoneyStatus.Pledged, noun, "an appeal is named with the amount");
        var passive = Passive(money);
        var verb = VerbBefore(money);
        if (passive >= 0 && (verb < 0 || prose.Has(verb, Sense.Expect | Sense.Need) || IsOtherClause(verb, money.First))) return Of(passive, money, isPassive: true);
        if (verb >= 0) return Of(verb, money, isPassive: false);
        if (passive >= 0) return Of(passive, money, isPassive: true);
        if (With(money) is { } with) return new MoneyClause(MoneyUse.Pledge, MoneyStatus.Pledged, with, "'with' the amount comes who is named before it");
        return new MoneyClause(MoneyUse.Unknown, MoneyStatus.Pledged, -1, "no verb of giving, promising or asking stands with it");
    }

    // "Germany led the way with 250 million euros": who comes with an amount gives it.
    private int? With(Money money)
    {
        for (var token = money.First - 1; token >= Math.Max(prose.SentenceOf(money.First).First, money.First - 3); token--)
        {
            if (prose.Is(token, "with")) return token;
            if (!prose.Has(token, Sense.About | Sense.Determiner | Sense.New)) return null;
        }
        return null;
    }

    private MoneyClause Of(int verb, Money money, bool isPassive)
    {
        var first = prose.SentenceOf(money.First).First;
        var chain = Chain(verb, first);
        if (prose.Has(verb, Sense.Need) && !prose.Has(verb, Sense.Promise)) return new MoneyClause(MoneyUse.Appeal, MoneyStatus.Pledged, verb, $"'{prose.Words(verb, verb + 1)}' says what is needed");
        var beforeParliament = HasParliament(verb, money);
        if (chain.Has(Sense.Appeal) && !prose.Has(verb, Sense.Promise | Sense.Commit | Sense.Gave) || (prose.Has(verb, Sense.Appeal) && IsForMoney(verb, money)))
            return beforeParliament ? Expected(MoneyStatus.Proposed, verb, "who decides on it is asked for it") : new MoneyClause(MoneyUse.Appeal, MoneyStatus.Pledged, verb, $"'{prose.Words(verb, verb + 1)}' calls for it");
        if (chain.Has(Sense.Expect)) return Expected(chain.IsProposed || beforeParliament ? MoneyStatus.Proposed : MoneyStatus.Expected, verb, $"'{prose.Words(chain.At, chain.At + 1)}' before it says that it is not promised yet");
        if (chain.Has(Sense.Maybe)) return Expected(MoneyStatus.Expected, verb, "could, may or might before it");
        if (prose.Has(verb, Sense.Commit)) return Pledge(MoneyStatus.Committed, verb, isPassive);
        if (prose.Is(verb, "put") && prose.Is(verb - 1, "had")) return Pledge(MoneyStatus.Disbursed, verb, isPassive);
        if (prose.Has(verb, Sense.Promise)) return Pledge(MoneyStatus.Pledged, verb, isPassive);
        if (prose.Has(verb, Sense.Gave) && !chain.Has(Sense.Will) && !chain.IsInfinitive) return Pledge(MoneyStatus.Disbursed, verb, isPassive);
        return chain.Has(Sense.Commit) ? Pledge(MoneyStatus.Committed, verb, isPassive) : Pledge(MoneyStatus.Pledged, verb, isPassive);
    }

    private MoneyClause Pledge(MoneyStatus status, int verb, bool isPassive) => new(MoneyUse.Pledge, status, verb, $"'{prose.Words(verb, verb + 1)}' {(isPassive ? "after" : "before")} the amount");

    private static MoneyClause Expected(MoneyStatus status, int verb, string rule) => new(MoneyUse.Expected, status, verb, rule);

    /// <summary>The nearest governing verb before an amount, inside its sentence.</summary>
    private int VerbBefore(Money money)
    {
        var first = prose.SentenceOf(money.First).First;
        for (var token = money.First - 1; token >= first; token--)
        {
            if (prose.IsMark(token, ';')) return -1;
            if (prose.Tokens[token].Kind == TokenKind.Word && (prose.Has(token, Governing) && IsVerb(token) || prose.Is(token, "came") && prose.NameAt(token - 1) is not null)) return token;
        }
        return -1;
    }

    // Aid, help, support, need and others are nouns behind an article, an adjective or another noun.
    private bool IsVerb(int token)
    {
        if (prose.NameAt(token) is not null) return false;
        if (!prose.Has(token, Sense.Aid | Sense.New | Sense.Expect | Sense.Need | Sense.Appeal | Sense.Give)) return true;
        if (prose.Has(token - 1, Sense.Determiner) || prose.Has(token - 1, Sense.New | Sense.Aid) || prose.Tokens[Math.Max(token - 1, 0)].Kind == TokenKind.Possessive || prose.NameAt(token - 1) is { Kind: NameKind.Adjective }) return false;
        if (prose.IsAny(token, "call", "calls", "need", "needs", "requirement", "requirements", "gap", "shortfall") && prose.Is(token + 1, "of")) return true;
        return !prose.IsAny(token, "help", "support", "fund", "boost", "top", "aid", "supply", "add", "increase", "make") || prose.Is(token - 1, "to") || prose.Has(token - 1, Sense.Modal);
    }

    private VerbChain Chain(int verb, int first)
    {
        var (senses, at, isInfinitive, isProposed) = (Sense.None, verb, prose.Is(verb - 1, "to"), prose.IsAny(verb, "proposed", "proposes", "proposal", "propose", "recommended"));
        if (prose.Has(verb, Sense.Expect) && !prose.Has(verb, Sense.Promise | Sense.Commit | Sense.Gave)) senses |= Sense.Expect;
        if (prose.Has(verb, Sense.Appeal) && !prose.Has(verb, Sense.Promise | Sense.Give | Sense.Gave | Sense.Expect)) senses |= Sense.Appeal;
        for (var token = verb - 1; token >= first && verb - token <= ChainMax; token--)
        {
            if (prose.IsMark(token, ',') || prose.IsMark(token, ';') || prose.Has(token, Sense.Relative) || prose.Tokens[token].Kind == TokenKind.Quote) break;
            if (prose.NameAt(token) is { IsActor: true } && !prose.Is(token + 1, "to")) break;
            if (prose.Has(token, Sense.Say) && !prose.Has(token, Sense.Promise | Sense.Appeal)) break;
            if (prose.Has(token, Sense.Will)) senses |= prose.IsAny(token, "would") && prose.Has(token - 1, Sense.Expect) ? Sense.Expect : Sense.Will;
            if (prose.Has(token, Sense.Maybe)) senses |= Sense.Maybe;
            if (prose.Has(token, Sense.Commit)) senses |= Sense.Commit;
            if (prose.Has(token, Sense.Expect) && !prose.Has(token, Sense.Promise) && !prose.Has(token - 1, Sense.Determiner | Sense.Aid))
            {
                (senses, at) = (senses | Sense.Expect, token);
                isProposed |= prose.IsAny(token, "proposed", "proposes", "proposing", "proposal", "draft", "recommended", "recommends", "recommending");
            }
            if (prose.Has(token, Sense.Appeal) && !prose.Has(token, Sense.Expect | Sense.Promise) && (prose.Is(token + 1, "for") || prose.Is(token + 1, "on") || prose.IsAny(token, "asked", "urged"))) senses |= Sense.Appeal;
        }
        return new VerbChain(senses, at, isInfinitive, isProposed);
    }

    private readonly record struct VerbChain(Sense Senses, int At, bool IsInfinitive, bool IsProposed)
    {
        public bool Has(Sense sense) => (Senses & sense) != Sense.None;
    }

    // "… were pledged by", "$5 million has been given", "… promised by Japan".
    private int Passive(Money money)
    {
        var end = Math.Min(prose.SentenceOf(money.First).End, money.End + PassiveMax);
        var hasBe = false;
        for (var token = money.End; token < end; token++)
        {
            if (prose.IsMark(token, ';') || prose.Tokens[token].Kind is TokenKind.Sign or TokenKind.Quote || prose.Has(token, Sense.Relative) && !hasBe && token > money.End) return -1;
            if (prose.Has(token, Sense.Be) || prose.Has(token, Sense.Have)) hasBe = true;
            else if (prose.Has(token, Sense.Promise | Sense.Gave | Sense.Commit | Sense.Need) && prose.NameAt(token) is null && (hasBe || prose.IsAny(token, "pledged", "promised", "announced", "committed", "donated", "contributed", "given", "approved", "allocated", "raised", "came", "comes", "coming", "collected", "earmarked", "released", "committed", "signed")) && !prose.Has(token - 1, Sense.Determiner))
                return hasBe || prose.IsAny(token + 1, "by", "at", "in", "on", "last", "earlier", "so", "for", "from", "to", "this", "during") || token + 1 >= end || prose.Tokens[token + 1].Kind == TokenKind.Mark ? token : -1;
            else if (prose.IsAny(token, "came", "come", "comes", "coming", "due", "arrived") && prose.Is(token + 1, "from")) return token;
            else if (!hasBe && prose.IsMark(token, ',') || prose.Has(token, Sense.Say)) return -1;
        }
        return -1;
    }

    private bool IsOtherClause(int verb, int money)
    {
        for (var token = verb + 1; token < money; token++)
        {
            if (prose.Tokens[token].Kind is TokenKind.Quote || (prose.IsMark(token, ',') || prose.Has(token, Sense.Conjunction)) && prose.Has(token + 1, Sense.Determiner | Sense.About | Sense.Conjunction)) return true;
        }
        return false;
    }

    private bool IsForMoney(int verb, Money money)
    {
        for (var token = verb + 1; token < money.First && token - verb <= ChainMax; token++)
        {
            if (prose.IsAny(token, "for", "of") || prose.Has(token, Sense.About | Sense.Determiner)) return true;
        }
        return verb + 1 >= money.First;
    }

    private bool HasParliament(int verb, Money money)
    {
        for (var token = verb; token < Math.Min(money.End + ChainMax, prose.SentenceOf(money.First).End); token++)
        {
            if (prose.Has(token, Sense.Parliament) && !prose.IsAny(token, "council", "assembly")) return true;
        }
        return false;
    }

    // "its $4.4 billion appeal", "the $606 million that the United Nations asked for", "a response plan of $1.2 billion".
    private int? AppealNoun(Money money)
    {
        for (var token = money.End; token < Math.Min(money.End + 4, prose.Tokens.Length); token++)
        {
            if (prose.IsAny(token, "appeal", "plea") || (prose.Is(token, "response") && prose.Is(token + 1, "plan"))) return token;
            if (prose.Tokens[token].Kind != TokenKind.Word || prose.Has(token, Sense.Preposition) || prose.Has(token, Sense.Promise | Sense.Gave)) break;
        }
        for (var token = money.First - 1; token >= Math.Max(0, money.First - 4); token--)
        {
            if (prose.IsAny(token, "appeal", "plea", "plan", "requirement", "requirements") && prose.IsAny(token + 1, "for", "of", "worth", "totalling") && (prose.IsAny(token, "appeal", "plea", "requirement", "requirements") || prose.Is(token - 1, "response"))) return token;
            if (prose.Tokens[token].Kind != TokenKind.Word) break;
        }
        return null;
    }

    private int? IsNotAid(Money money)
    {
        // "put the bill at $6.7 billion", "losses stood at …".
        if (prose.Is(money.First - 1, "at") && !prose.Has(money.First - 2, Sense.Meeting)) return money.First - 1;
        for (var token = money.End; token < Math.Min(money.End + NotAidAfter + 2, prose.SentenceOf(money.First).End); token++)
        {
            if (prose.IsAny(token, "hoped", "dreamed", "dreamt", "wished") || prose.IsAny(token, "less", "short", "more") && prose.Is(token + 1, "than")) return token;
            if (prose.Tokens[token].Kind == TokenKind.Mark) break;
        }
        for (var token = money.End; token < Math.Min(money.End + NotAidAfter, prose.SentenceOf(money.First).End); token++)
        {
            if (IsNotAidWord(token)) return token;
            if (prose.Tokens[token].Kind is TokenKind.Mark && !prose.IsMark(token, '-') && !prose.IsMark(token, '(') && !prose.IsMark(token, ')') || prose.Tokens[token].Kind == TokenKind.Quote || prose.Has(token, Sense.Aid | Sense.Promise | Sense.Say) || prose.IsAny(token, "to", "for", "from", "by", "on", "that", "after", "while", "when")) break;
        }
        for (var token = money.First - 1; token >= Math.Max(prose.SentenceOf(money.First).First, money.First - NotAidBefore); token--)
        {
            if (IsNotAidWord(token)) return token;
            if (prose.IsMark(token, ',') || prose.IsMark(token, ';') || prose.Tokens[token].Kind == TokenKind.Quote || prose.Has(token, Sense.Promise | Sense.Gave | Sense.Commit | Sense.Aid) || prose.Has(token, Sense.Give) && !prose.IsAny(token, "pay", "pays") || prose.IsAny(token, "and", "but", "with")) break;
        }
        return null;
    }

    // Debt relief, budget support and defence against hunger are aid.
    private bool IsNotAidWord(int token) => prose.Has(token, Sense.NotAid) && !(prose.Is(token, "worth") && prose.Is(token + 1, "of")) && !prose.IsAny(token + 1, "relief", "support", "assistance") && !(prose.IsAny(token, "worth", "market", "value", "valued", "currency", "costs", "cost") && HasAidNear(token));

    private bool HasAidNear(int token)
    {
        for (var near = Math.Max(0, token - 6); near < Math.Min(prose.Tokens.Length, token + 8); near++)
        {
            if (near != token && prose.Has(near, Sense.Aid)) return true;
        }
        return false;
    }
}
