using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;
using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>A reason for holding a flow to be the one that fulfils a pledge, or for doubting it.</summary>
/// <param name="Text">The reason, for people, with what it rests on.</param>
/// <param name="Points">What it adds to the score.</param>
public sealed record MatchReason(string Text, int Points);

/// <summary>Finds the organisations that may be the party of a pledge, each with the reason.</summary>
internal sealed class PledgeDonors
{
    private const int ById = 40, ByName = 40, ByGovernment = 35, ByUnion = 30, ByAgency = 20, Together = -10;
    private const string UnionName = "European Union", UnionBody = "European Commission";

    private readonly Facts _facts;
    private readonly Pledge _pledge;
    private readonly string? _iso3;
    private readonly ObjectMatcher? _named;
    private readonly ObjectMatcher? _identified;

    public PledgeDonors(Facts facts, Pledge pledge)
    {
        (_facts, _pledge) = (facts, pledge);
        _iso3 = pledge.Iso3 ?? (Countries.Find(pledge.Party, out var country) ? country.Iso3 : null);
        _identified = pledge.OrganizationId is { } id ? ObjectMatcher.TryForName(facts, ObjectType.Organization, id) : null;
        _named = ObjectMatcher.TryForName(facts, ObjectType.Organization, pledge.Party);
    }

    /// <summary>The sets of organisations that may be the party, wherever they are.</summary>
    public Dictionary<int, MatchReason> Sets() => Choose(_facts.Sets(ObjectType.Organization), Reason);

    /// <summary>The sets of bodies of some government: they may be the party where their place is its country.</summary>
    public Dictionary<int, MatchReason> Agencies() => _iso3 is null ? [] : Choose(_facts.Sets(ObjectType.Organization), Agency);

    /// <summary>The sets of places that are the party's country.</summary>
    public List<int> Home() => _iso3 is null ? [] : [.. _facts.Sets(ObjectType.Location).Where(set => set.Value.Members is [var only] && CountryNames.Iso3Of(_facts, only) == _iso3).Select(set => set.Key)];

    private static Dictionary<int, MatchReason> Choose(IReadOnlyDictionary<int, ObjectSet> sets, Func<FlowObject, MatchReason?> judge)
    {
        var chosen = new Dictionary<int, MatchReason>();
        foreach (var (code, set) in sets)
        {
            if (set.Members.Select(judge).OfType<MatchReason>().MaxBy(reason => reason.Points) is not { } best) continue;
            chosen.Add(code, set.Members.Count == 1 ? best : new MatchReason($"{best.Text}, together with others", best.Points + Together));
        }
        return chosen;
    }

    private MatchReason? Reason(FlowObject organization)
    {
        if (_identified?.Matches(organization) == true) return new MatchReason($"the donor is FTS's organisation {_pledge.OrganizationId}, as the pledge says", ById);
        if (_named?.Matches(organization) == true) return new MatchReason($"the donor is \"{_pledge.Party}\" by name", ByName);
        if (_iso3 is not null && GovernmentNames.CountryOf(organization.Name) == _iso3) return new MatchReason($"the donor is {_iso3}'s government by its name, \"{organization.Name}\"", ByGovernment);
        return IsUnion && organization.Name?.StartsWith(UnionBody, StringComparison.OrdinalIgnoreCase) == true
            ? new MatchReason($"the donor \"{organization.Name}\" spends the European Union's money", ByUnion)
            : null;
    }

    private MatchReason? Agency(FlowObject organization) => organization.Kinds?.Contains("overnment", StringComparison.Ordinal) == true && GovernmentNames.CountryOf(organization.Name) is null
        ? new MatchReason($"the donor \"{organization.Name}\" is a government body in {_iso3}", ByAgency)
        : null;

    private bool IsUnion => string.Equals(_pledge.Party, UnionName, StringComparison.OrdinalIgnoreCase) || string.Equals(_pledge.Party, "EU", StringComparison.OrdinalIgnoreCase);
}
