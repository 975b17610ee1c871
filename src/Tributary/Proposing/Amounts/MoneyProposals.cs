using Tributary.Provenance;

namespace Tributary.Proposing;

/// <summary>Makes proposals of the amounts in a report.</summary>
internal sealed class MoneyProposals(Prose prose, Report report, Func<int, int, TextSpan> span)
{
    /// <summary>Below this an amount is listed as seen, and not proposed.</summary>
    public const int ConfidenceMin = 50;

    private const int CueDistance = 6;

    private readonly ActorFinder _actors = new(prose);
    private readonly MoneyClauseReader _clauses = new(prose);
    private readonly List<Found> _found = [];
    private readonly List<SeenWords> _seen = [];
    private readonly HashSet<int> _starts = [];
    private Found? _whole;

    /// <summary>Money given and promised.</summary>
    public List<PledgeProposal> Pledges { get; } = [];

    /// <summary>Money expected and proposed.</summary>
    public List<PledgeProposal> Expected { get; } = [];

    /// <summary>Money called for.</summary>
    public List<AppealProposal> Appeals { get; } = [];

    /// <summary>Amounts that are not proposed.</summary>
    public IReadOnlyList<SeenWords> Seen => _seen;

    /// <summary>Whether an amount begins inside a run of tokens.</summary>
    public bool IsIn(int first, int end)
    {
        for (var token = first; token < Math.Min(end, prose.Tokens.Length); token++)
        {
            if (_starts.Contains(token)) return true;
        }
        return false;
    }

    /// <summary>Reads all amounts.</summary>
    public void Read()
    {
        var donors = new DonorFinder(prose, _actors);
        var monies = new MoneyReader(prose, report.Home).Read();
        Money? before = null;
        Found? last = null;
        foreach (var money in monies)
        {
            _starts.Add(money.First);
            if (before is not null && prose.SentenceIndexOf(before.First) != prose.SentenceIndexOf(money.First)) (before, last) = (null, null);
            _whole = null;
            var clause = Listed(_clauses.Read(money), money, last);
            var donor = clause.Use is MoneyUse.Pledge or MoneyUse.Expected or MoneyUse.Unknown ? donors.Donor(money, clause, before) : clause.Verb >= 0 && clause.Verb < money.First ? _actors.Before(clause.Verb, prose.SentenceOf(money.First).First) ?? ActorAfter(money) : clause.Use == MoneyUse.Appeal ? Caller(money) : null;
            if (clause.Use == MoneyUse.Unknown && donor is not null && prose.IsMark(money.First - 1, '(') && prose.NameAt(money.First - 2) is not null) clause = clause with { Use = MoneyUse.Pledge, Rule = "in brackets behind who gives it" };
            last = new Found(money, clause, donor ?? (clause.Use == MoneyUse.Pledge && last is { Donor: not null } && IsContinued(last.Money, money) ? last.Donor : _whole?.Donor));
            if (last.Donor is null && Inherited(money, clause) is { } inherited) last = last with { Donor = inherited };
            _found.Add(last);
            before = money;
        }
        if (monies.Count == MoneyReader.AmountsMax) _seen.Add(new SeenWords { Span = Span(monies[^1]), Rule = $"the amounts behind it: no more than {MoneyReader.AmountsMax} of one text are read", Reasons = [] });
        ShareOut();
        foreach (var found in _found.SelectMany(Apart)) Propose(found, donors);
        Merge();
    }

    // "The package includes …", "The new funds will …": who gave the amount before gives it, where nobody else is named.
    private Actor? Inherited(Money money, MoneyClause clause)
    {
        if (clause.Use is not (MoneyUse.Pledge or MoneyUse.Expected) || _found.Count == 0 || _found[^1] is not { Donor: { At.Kind: not NameKind.Group } donor } || prose.SentenceIndexOf(money.First) - prose.SentenceIndexOf(_found[^1].Money.First) > 2) return null;
        var from = prose.SentenceOf(money.First).First;
        return prose.NamesIn(from, money.First).Any(name => name.IsActor && !_actors.IsBehindPreposition(name) && name.Kind != NameKind.Adjective) ? null : donor;
    }

    // "Appealing for $852 million, the United Nations …".
    private Actor? ActorAfter(Money money) => prose.NamesIn(money.End, prose.SentenceOf(money.First).End).Where(name => name.Kind is NameKind.Organisation or NameKind.Country && !_actors.IsBehindPreposition(name)).Select(_actors.Of).FirstOrDefault(actor => actor is not null);

    // "the United Nations' $852 million appeal": who stands before it in the sentence, else behind.
    private Actor? Caller(Money money) => prose.NamesIn(prose.SentenceOf(money.First).First, money.First).Where(name => name.Kind is NameKind.Organisation && !_actors.IsBehindPreposition(name)).Select(name => new Actor(name.Name, name.Iso3, name)).LastOrDefault() ?? ActorAfter(money);

    // A list goes on with the verb of its first amount: "Germany pledged 50 million euros, France 40 million".
    private MoneyClause Listed(MoneyClause clause, Money money, Found? last)
    {
        if (clause.Use == MoneyUse.Unknown && IsOwned(money)) return clause with { Use = MoneyUse.Pledge, Rule = "who gives it owns it" };
        if (clause.Use is MoneyUse.Unknown && Included(money) is { } whole)
        {
            _whole = whole;
            return whole.Clause with { Rule = $"a part of {prose.Words(whole.Money.First, whole.Money.End)}" };
        }
        if (last is null || last.Clause.Use is MoneyUse.NotAid or MoneyUse.Unknown || clause.Use == MoneyUse.NotAid || (clause.Verb >= 0 && clause.Verb != last.Clause.Verb)) return clause;
        return last.Clause with { Rule = $"a list that goes on from {prose.Words(last.Money.First, last.Money.End)}" };
    }

    // "The sum includes $40 million for food": as the amount of the sentence before.
    private Found? Included(Money money)
    {
        if (_found.Count == 0 || prose.SentenceIndexOf(money.First) - prose.SentenceIndexOf(_found[^1].Money.First) > 1 || _found[^1].Clause.Use is not (MoneyUse.Pledge or MoneyUse.Expected)) return null;
        if (IsPart(money)) return _found[^1];
        for (var token = money.First - 1; token >= Math.Max(prose.SentenceOf(money.First).First, money.First - 8); token--)
        {
            if (prose.IsAny(token, "includes", "include", "including", "comprises", "comprising", "which", "covers", "consists")) return _found[^1];
        }
        return null;
    }

    // "£75m goes to partners, £27m to Chad": what money is for.
    private bool IsPart(Money money) => prose.IsAny(money.End, "for", "to") || prose.IsAny(money.End, "is", "are", "goes", "go", "will", "was") && (prose.IsAny(money.End + 1, "for", "to", "meant", "earmarked", "go") || prose.IsAny(money.End, "goes", "go"));

    // "Sweden's SEK 150 million will go to the Red Cross."
    private bool IsOwned(Money money) => money.First > 1 && prose.Tokens[money.First - 1].Kind == TokenKind.Possessive && prose.NameAt(money.First - 2) is { Kind: NameKind.Country or NameKind.Organisation or NameKind.Capital };

    private bool IsContinued(Money before, Money money)
    {
        for (var token = before.End; token < money.First; token++)
        {
            if (prose.IsMark(token, ';') || prose.Tokens[token].Kind == TokenKind.Quote) return false;
        }
        return money.First - before.End < 12;
    }

    // "Germany and France pledged 600 million euros and 100 million euros respectively."
    private void ShareOut()
    {
        for (var last = 0; last < _found.Count; last++)
        {
            if (!SaysRespectively(_found[last].Money.End)) continue;
            var first = last;
            while (first > 0 && _found[first].Money.First - _found[first - 1].Money.End <= 4) first--;
            var count = last - first + 1;
            var sentence = prose.SentenceOf(_found[last].Money.First);
            if (count < 2 || _found[first].Money.First < sentence.First) continue;
            var actors = (HasBy(_found[last].Money.End, sentence.End) ? null : ActorsBefore(_found[first].Money.First, sentence.First, count)) ?? ActorsAfter(_found[last].Money.End, sentence.End, count);
            for (var at = 0; actors is not null && at < count; at++) _found[first + at] = _found[first + at] with { Donor = actors[at], Clause = _found[first].Clause };
        }
    }

    private bool SaysRespectively(int from)
    {
        var end = prose.SentenceOf(from - 1).End;
        for (var token = from; token < Math.Min(end, from + 16); token++)
        {
            if (prose.Is(token, "respectively")) return true;
            if (prose.IsMark(token, ';') || prose.Tokens[token].Kind is TokenKind.Sign or TokenKind.Number) return false;
        }
        return false;
    }

    private bool HasBy(int from, int end)
    {
        for (var token = from; token < end && !prose.Is(token, "respectively"); token++)
        {
            if (prose.IsAny(token, "by", "from")) return true;
        }
        return false;
    }

    private List<Actor>? ActorsBefore(int money, int first, int count)
    {
        for (var token = money - 1; token >= first; token--)
        {
            if (prose.IsMark(token, ';')) first = token + 1;
        }
        var actors = prose.NamesIn(first, money).Where(name => !_actors.IsBehindPreposition(name)).Select(_actors.Of).OfType<Actor>().ToList();
        return actors.Count >= count ? actors[^count..] : null;
    }

    private List<Actor>? ActorsAfter(int money, int end, int count)
    {
        var actors = prose.NamesIn(money, end).Select(_actors.Of).OfType<Actor>().ToList();
        return actors.Count >= count ? actors[..count] : null;
    }

    private static IEnumerable<Found> Apart(Found found) => found.Donor is { Each.Count: > 0 } donors ? donors.Each.Select(donor => found with { Donor = donor }) : [found];

    private void Propose(Found found, DonorFinder donors)
    {
        var reasons = Reasons(found);
        var words = prose.Words(found.Money.First, found.Money.End);
        if (reasons.Sum(reason => reason.Points) < ConfidenceMin || found.Clause.Use is MoneyUse.NotAid or MoneyUse.Unknown)
        {
            _seen.Add(new SeenWords { Span = Span(found.Money), Rule = $"the amount {words}: {found.Clause.Rule}", Reasons = reasons });
            return;
        }
        var recipient = donors.Recipient(found.Money, found.Donor, report.Topic);
        if (found.Clause.Use == MoneyUse.Appeal)
        {
            Appeals.Add(new AppealProposal
            {
                Span = Span(found.Money), Rule = found.Clause.Rule, Reasons = reasons, By = found.Donor?.Name, ByIso3 = found.Donor?.Iso3, For = recipient?.Name, ForIso3 = recipient?.Iso3,
                Amount = found.Money.Amount, AmountTo = found.Money.AmountTo, Currency = found.Money.Currency,
            });
            return;
        }
        var proposal = new PledgeProposal
        {
            Span = Span(found.Money), Rule = found.Clause.Rule, Reasons = reasons, Warnings = Warnings(found, recipient?.IsInferred == true),
            Donor = found.Donor?.Name, DonorIso3 = found.Donor?.Iso3, Recipient = recipient?.Name, RecipientIso3 = recipient?.Iso3,
            Amount = found.Money.Amount, AmountTo = found.Money.AmountTo, Currency = found.Money.Currency, CurrencyBasis = found.Money.Basis, AmountUsd = found.Money.Equivalents.Find(money => money.Currency == "USD")?.Amount,
            Status = found.Clause.Status, Role = RoleOf(found),
        };
        (found.Clause.Use == MoneyUse.Pledge ? Pledges : Expected).Add(proposal);
    }

    private List<Reason> Reasons(Found found)
    {
        var (first, end, _) = prose.SentenceOf(found.Money.First);
        var (aid, business) = (Count(first, end, Sense.Aid), Count(first, end, Sense.Business));
        List<Reason> reasons = [new(25, "an amount with a currency")];
        if (found.Clause.Use is MoneyUse.Pledge or MoneyUse.Expected or MoneyUse.Appeal) reasons.Add(new Reason(25, found.Clause.Rule));
        if (found.Donor is { } donor) reasons.Add(new Reason(15, $"{donor.Name} does it"));
        if (aid > 0) reasons.Add(new Reason(20, "a word for aid in the sentence"));
        else if (report.IsAboutAid) reasons.Add(new Reason(15, "a report about aid"));
        if (business > 0) reasons.Add(new Reason(-15 * business, "words of business in the sentence"));
        if (!report.IsAboutAid) reasons.Add(new Reason(-20, "the report is not about aid"));
        if (found.Money.Amount < 1_000) reasons.Add(new Reason(-30, "a small amount"));
        return reasons;
    }

    private int Count(int first, int end, Sense sense)
    {
        var count = 0;
        for (var token = first; token < end; token++)
        {
            if (prose.Has(token, sense)) count++;
        }
        return count;
    }

    private static List<string> Warnings(Found found, bool isInferred)
    {
        var warnings = new List<string>();
        if (found.Donor is null) warnings.Add("The report names nobody who gives it.");
        if (isInferred) warnings.Add("Whom it is for is inferred from what the report is about.");
        if (found.Money.Basis.Length > 0) warnings.Add($"The currency is inferred: {found.Money.Basis}.");
        return warnings;
    }

    private MoneyRole RoleOf(Found found)
    {
        var sentence = prose.SentenceOf(found.Money.First);
        var from = Math.Max(sentence.First, found.Money.First - CueDistance);
        if (IsPrior(found, from, sentence.End)) return MoneyRole.Prior;
        if (found.Donor is { At.Kind: NameKind.Group } || Count(from, found.Money.First, Sense.Total) > 0 || IsOfMeeting(found, sentence.First)) return MoneyRole.Total;
        for (var token = found.Money.First - 1; token >= Math.Max(sentence.First, found.Money.First - 3); token--)
        {
            if (prose.IsAny(token, "new", "additional", "further", "extra", "another", "fresh")) return MoneyRole.New;
        }
        return MoneyRole.Single;
    }

    private bool IsPrior(Found found, int from, int end)
    {
        for (var token = from; token < found.Money.First; token++)
        {
            if (prose.Is(token, "addition") && prose.Is(token + 1, "to") || prose.Is(token, "top") && prose.Is(token + 1, "of")) return true;
        }
        if (found.Clause.Status != MoneyStatus.Disbursed && !(found.Clause.Verb >= 0 && prose.Is(found.Clause.Verb - 1, "had"))) return false;
        for (var token = Math.Min(from, Math.Max(found.Clause.Verb - 3, 0)); token < Math.Min(end, found.Money.End + 8); token++)
        {
            if (prose.IsAny(token, "already", "previously", "since") || (prose.Is(token, "last") && prose.IsAny(token + 1, "year", "month")) || (prose.Is(token, "earlier") && !prose.Is(token + 1, "on"))) return true;
        }
        return false;
    }

    private bool IsOfMeeting(Found found, int first)
    {
        if (found.Donor is not null || found.Clause.Verb < 0) return false;
        for (var token = first; token < found.Clause.Verb; token++)
        {
            if (prose.Has(token, Sense.Meeting) && !prose.Has(first - 1, Sense.Preposition)) return true;
        }
        return false;
    }

    // What is said twice is one: the same donor, amount and currency, or no donor at one of the two.
    private void Merge()
    {
        Merge(Pledges);
        Merge(Expected);
        for (var at = Appeals.Count - 1; at > 0; at--)
        {
            if (Appeals.FindIndex(0, at, one => one.Amount == Appeals[at].Amount && one.Currency == Appeals[at].Currency) is not (>= 0 and var first)) continue;
            Appeals[first] = Appeals[first] with { By = Appeals[first].By ?? Appeals[at].By, ByIso3 = Appeals[first].ByIso3 ?? Appeals[at].ByIso3, Others = [.. Appeals[first].Others, Appeals[at].Span] };
            Appeals.RemoveAt(at);
        }
        var totals = Pledges.Where(pledge => pledge.Role == MoneyRole.Total).GroupBy(pledge => pledge.Currency, StringComparer.Ordinal).ToDictionary(total => total.Key, total => total.Max(pledge => pledge.Amount), StringComparer.Ordinal);
        for (var at = 0; at < Pledges.Count; at++)
        {
            if (Pledges[at].Role == MoneyRole.Single && totals.TryGetValue(Pledges[at].Currency, out var total) && total > Pledges[at].Amount) Pledges[at] = Pledges[at] with { Role = MoneyRole.Component };
        }
    }

    private static void Merge(List<PledgeProposal> proposals)
    {
        var kept = new Dictionary<(decimal, string), List<int>>();
        var merged = new List<PledgeProposal>();
        foreach (var proposal in proposals)
        {
            if (!kept.TryGetValue((proposal.Amount, proposal.Currency), out var same)) kept[(proposal.Amount, proposal.Currency)] = same = [];
            var found = same.FindIndex(at => merged[at].Donor == proposal.Donor || merged[at].Donor is null || proposal.Donor is null);
            if (found < 0)
            {
                same.Add(merged.Count);
                merged.Add(proposal);
            }
            else merged[same[found]] = Joined(merged[same[found]], proposal);
        }
        proposals.Clear();
        proposals.AddRange(merged);
    }

    // The one with more behind it speaks, and the other is a further place.
    private static PledgeProposal Joined(PledgeProposal one, PledgeProposal other)
    {
        var (best, rest) = other.Confidence > one.Confidence ? (other, one) : (one, other);
        return best with { Others = [.. best.Others, rest.Span, .. rest.Others], Donor = best.Donor ?? rest.Donor, DonorIso3 = best.DonorIso3 ?? rest.DonorIso3 };
    }

    private TextSpan Span(Money money) => span(money.First, money.End);

    private sealed record Found(Money Money, MoneyClause Clause, Actor? Donor);
}
