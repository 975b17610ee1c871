namespace Tributary.Proposing;

/// <summary>Finds amounts of money: <c>$600 million</c>, <c>25.6 mln dlrs</c>, <c>SEK 500 million</c>, half a billion euros, ranges, and amounts that have their currency from the one before.</summary>
/// <param name="prose">The text.</param>
/// <param name="home">The country of whoever publishes it, whose dollar a bare sign is; null when not known.</param>
internal sealed class MoneyReader(Prose prose, string? home)
{
    /// <summary>A report has no more of them; what is longer is a table.</summary>
    public const int AmountsMax = 5_000;

    private readonly List<Money> _found = [];
    private readonly Lazy<Dictionary<string, int>> _countries = new(() => prose.Names.Where(name => name.Iso3 is not null).CountBy(name => name.Iso3!).ToDictionary());

    /// <summary>The amounts, in order. Those in brackets behind another are equivalents of it.</summary>
    public List<Money> Read()
    {
        for (var token = 0; token < prose.Tokens.Length && _found.Count < AmountsMax; token++)
        {
            if (ReadOne(token) is not { } money) continue;
            money = Ranged(money);
            if (!IsEquivalent(money)) _found.Add(money);
            token = money.End - 1;
        }
        return _found;
    }

    private Money? ReadOne(int token) => prose.Tokens[token].Kind switch
    {
        TokenKind.Sign => BySign(token, token),
        TokenKind.Number => ByWordAfter(token) ?? Continued(token),
        TokenKind.Word when token + 1 < prose.Tokens.Length && prose.Tokens[token + 1].Kind == TokenKind.Sign && DollarOf(token) is not null => BySign(token, token + 1),
        TokenKind.Word when prose.Tokens[token].Word is { Currency: { } currency } && IsCodeBefore(token, currency) => ByCode(token, currency),
        TokenKind.Word when prose.Has(token, Sense.NumberWord) => ByWordAfter(token) ?? Continued(token),
        _ => null,
    };

    private Money? BySign(int first, int sign)
    {
        var quantity = Quantity.Read(prose, sign + 1);
        if (quantity.End == sign + 1 || prose.Tokens[sign + 1].Kind != TokenKind.Number) return null;
        var (code, basis) = first < sign ? (DollarOf(first)!, "") : SignOf(prose.Text[prose.Tokens[sign].Start], quantity.End);
        return new Money(first, quantity.End, quantity.Value, null, code, basis);
    }

    private Money? ByCode(int token, string currency)
    {
        // Codes stand before digits alone, with a full stop perhaps: Rs. 5 billion.
        var at = prose.IsMark(token + 1, '.') ? token + 2 : token + 1;
        if (at < prose.Tokens.Length && prose.Tokens[at].Kind == TokenKind.Sign) at++;
        if (at >= prose.Tokens.Length || prose.Tokens[at].Kind != TokenKind.Number) return null;
        var quantity = Quantity.Read(prose, at);
        return quantity.End == at || Code(currency, token, token) is not { } code ? null : new Money(token, quantity.End, quantity.Value, null, code.Code, code.Basis);
    }

    private Money? ByWordAfter(int token)
    {
        var quantity = Quantity.Read(prose, token);
        if (quantity.End == token) return null;
        var at = prose.IsMark(quantity.End, '-') ? quantity.End + 1 : quantity.End;
        if (prose.Is(at, "cfa") && prose.Has(at + 1, Sense.Currency)) at++;
        if (prose.NameAt(at) is { Kind: NameKind.Adjective or NameKind.Country } of && prose.Has(of.End, Sense.Currency)) at = of.End;
        if (!prose.Has(at, Sense.Currency) || IsOtherWord(at) || Code(prose.Tokens[at].Word!.Currency!, quantity.End, at) is not { } code) return null;
        return new Money(token, at + 1, quantity.Value, null, code.Code, code.Basis);
    }

    // "… and 200 million next year": as the amount before it, when nothing is counted that is no money.
    private Money? Continued(int token)
    {
        if (_found.Count == 0 || _found[^1] is var before && prose.SentenceIndexOf(before.First) != prose.SentenceIndexOf(token)) return null;
        var quantity = Quantity.Read(prose, token);
        if (quantity.End == token || !quantity.HasScale || quantity.Value < 100_000) return null;
        if (quantity.End < prose.Tokens.Length && prose.Tokens[quantity.End] is { Kind: TokenKind.Word } next && !next.Is(Sense.Preposition | Sense.Conjunction | Sense.Prior | Sense.New | Sense.Relative | Sense.Total | Sense.Day | Sense.Be | Sense.Have | Sense.Modal | Sense.Commit | Sense.Give) && !prose.IsAny(quantity.End, "next", "this", "respectively", "each", "annually", "yearly", "pledged", "promised", "from", "apiece"))
            return null;
        return prose.IsAny(quantity.End, "of") ? null : new Money(token, quantity.End, quantity.Value, null, _found[^1].Currency, $"as the amount before it, {prose.Words(_found[^1].First, _found[^1].End)}");
    }

    // $50 million to $70 million; between 50 and 70 million euros; $50-70 million.
    private Money Ranged(Money money)
    {
        // "50 to 70 million euros" begins with a number that has neither scale nor currency.
        if (Lower(money) is { } lower) return lower;
        var joint = money.End;
        var isBetween = prose.Is(money.First - 1, "between") || prose.Is(money.First - 2, "between");
        if (!(prose.IsMark(joint, '-') || prose.IsMark(joint, '–') || (prose.Is(joint, "to") && !(prose.Is(money.First - 1, "from") && IsRaised(money.First - 2))) || (prose.Is(joint, "and") && isBetween))) return money;
        if (joint + 1 >= prose.Tokens.Length) return money;
        if (ReadOne(joint + 1) is { } upper && upper.Currency == money.Currency && upper.Amount > money.Amount)
        {
            // $50-70 million: what the upper end is of, the lower one is of too.
            var scaled = money.Amount < 1000 && upper.Amount >= 100_000 && prose.Tokens[money.End - 1].Kind == TokenKind.Number ? money.Amount * Scale(upper.Amount, joint + 1) : money.Amount;
            return money with { End = upper.End, Amount = scaled, AmountTo = upper.Amount };
        }
        var quantity = Quantity.Read(prose, joint + 1);
        if (quantity.End == joint + 1 || !quantity.HasScale || prose.Tokens[joint + 1].Kind != TokenKind.Number) return money;
        var factor = money.Amount < 1000 ? Scale(quantity.Value, joint + 1) : 1;
        return quantity.Value > money.Amount * factor ? money with { End = quantity.End, Amount = money.Amount * factor, AmountTo = quantity.Value } : money;
    }

    // "raised from $5 million to $7 million" is no range.
    private bool IsRaised(int token)
    {
        for (var at = token; at > Math.Max(0, token - 5); at--)
        {
            if (prose.IsAny(at, "raise", "raised", "raising", "rise", "rose", "risen", "increase", "increased", "increasing", "cut", "fell", "grew", "up", "doubled", "lifted", "lift")) return true;
        }
        return false;
    }

    private Money? Lower(Money money)
    {
        var at = money.First - 2;
        if (at < 0 || prose.Tokens[at].Kind != TokenKind.Number || prose.Tokens[money.First].Kind != TokenKind.Number || (_found.Count > 0 && _found[^1].End > at)) return null;
        var joint = at + 1;
        if (!(prose.IsMark(joint, '-') || prose.IsMark(joint, '–') || (prose.Is(joint, "to") && !prose.Is(at - 1, "from")) || (prose.Is(joint, "and") && prose.Is(at - 1, "between")))) return null;
        var lower = Quantity.Read(prose, at);
        var scaled = lower.Value * Scale(money.Amount, money.First);
        return lower.End == joint && scaled < money.Amount ? money with { First = at, Amount = scaled, AmountTo = money.Amount } : null;
    }

    // What the words million or billion of an amount multiply it by.
    private decimal Scale(decimal amount, int first)
    {
        while (prose.Tokens[first].Kind != TokenKind.Number && first + 1 < prose.Tokens.Length) first++;
        return decimal.TryParse(prose.Span(first), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var digits) && digits != 0 ? amount / digits : 1;
    }

    private bool IsEquivalent(Money money)
    {
        if (_found.Count == 0 || _found[^1] is var before && (money.First - before.End is < 1 or > 5 || before.Currency == money.Currency)) return false;
        var at = before.End;
        var isSet = prose.IsMark(at, '(') || prose.IsMark(at, '[') || (prose.IsMark(at, ',') && (prose.IsAny(at + 1, "or", "about", "around", "equivalent", "roughly", "nearly", "some", "approximately", "worth") || prose.IsMark(at, '–'))) || prose.IsAny(at, "or", "equivalent") || prose.IsMark(at, '–') || prose.IsMark(at, '—') || prose.IsMark(at, '/');
        if (isSet) before.Equivalents.Add(money);
        return isSet;
    }

    private bool IsCodeBefore(int token, string currency) => (prose.Tokens[token].IsCapital && prose.Tokens[token].End - prose.Tokens[token].Start == 3 && Tributary.Money.Currency.IsCode(prose.Span(token))) || prose.IsAny(token, "rs", "tk");

    // "try" and "won" are currencies behind numbers alone, and then as words of money.
    private bool IsOtherWord(int token) => prose.IsAny(token, "try", "quid", "crown", "rs", "bucks") || (prose.Is(token, "pound") && prose.IsMark(token - 1, '-')) || (prose.Is(token, "pounds") && prose.IsAny(token + 1, "of") && prose.IsAny(token + 2, "rice", "food", "flour", "wheat", "explosives"));

    private string? DollarOf(int token) => prose.Text[prose.Tokens[token + 1].Start] != '$' || prose.Tokens[token].End != prose.Tokens[token + 1].Start ? null : prose.Span(token) switch
    {
        "US" or "USD" or "U.S." => "USD",
        "A" or "AU" or "AUD" => "AUD",
        "C" or "CA" or "CAN" or "CAD" or "CDN" => "CAD",
        "NZ" or "NZD" => "NZD",
        "HK" => "HKD",
        "S" or "SG" => "SGD",
        "NT" => "TWD",
        _ => null,
    };

    private (string Code, string Basis) SignOf(char sign, int after) => sign switch
    {
        '€' => ("EUR", ""),
        '£' => ("GBP", ""),
        '¥' => _countries.Value.ContainsKey("CHN") && !_countries.Value.ContainsKey("JPN") ? ("CNY", "¥ in a text that names China and not Japan") : ("JPY", ""),
        '₹' => ("INR", ""),
        '₽' => ("RUB", ""),
        '₺' => ("TRY", ""),
        '₩' => ("KRW", ""),
        '₦' => ("NGN", ""),
        '₪' => ("ILS", ""),
        _ when prose.NameAt(after) is { Kind: NameKind.Country or NameKind.Adjective } => ("USD", "a bare $"),
        _ => home is { } country && CurrencyOfCountry.Of("$", country) is { } own ? (own, own == "USD" ? "" : $"a bare $ in a report from {Gazetteer.UsualName(country)}") : ("USD", "a bare $"),
    };

    private (string Code, string Basis)? Code(string currency, int from, int to)
    {
        foreach (var name in prose.NamesIn(from, to))
        {
            if (name.Iso3 is { } iso3 && CurrencyOfCountry.Of(currency, iso3) is { } stated) return (stated, "");
        }
        if (!CurrencyOfCountry.IsKind(currency)) return (currency, "");
        if (currency == "$") return SignOf('$', to + 1);
        // Of several countries that have one of that name, the one that the text names most.
        var country = _countries.Value.Where(count => CurrencyOfCountry.Of(currency, count.Key) is not null).OrderByDescending(count => count.Value).Select(count => count.Key).FirstOrDefault();
        return country is null ? null : (CurrencyOfCountry.Of(currency, country)!, $"the {currency} of {Gazetteer.UsualName(country)}, which the text names");
    }
}
