using Tributary.Names;

namespace Tributary.Questions;

/// <summary>How a party of IATI is known to be an organisation of FTS.</summary>
/// <param name="Points">What that adds to the score.</param>
/// <param name="Basis">By what, in words.</param>
internal sealed record SameParty(int Points, string Basis);

/// <summary>Tells which parties of IATI are which organisations of FTS: by their names, by the country whose government they are, and by what references say.</summary>
/// <remarks>
/// The two sources have no identifiers in common. Where an organisation has names in two languages, references help: of the activities of a party that
/// flows name, nearly all are named by flows of one organisation.
/// </remarks>
internal sealed class SameParties
{
    private const int OneName = 15, AlikeNames = 10, OneGovernment = 12, ByReferences = 12;
    private const double Same = 0.95;

    // So many activities, and so large a part of those that flows name, make two names one party.
    private const int ActivitiesMin = 3;
    private const decimal PartMin = 0.8m;

    private readonly Dictionary<(int Party, int Organisation), SameParty> _same = [];
    private readonly Dictionary<int, List<int>> _organisations = [];

    public SameParties(IatiParties parties, Organisations organisations)
    {
        var index = NameIndex.Of(organisations.Names.Select(name => PreparedName.Of(name, NameType.Organisation)));
        var governments = organisations.Names.Select((name, number) => (Country: GovernmentNames.CountryOf(name), number)).Where(one => one.Country is not null).ToLookup(one => one.Country!, one => one.number, StringComparer.Ordinal);
        var search = new NameSearch();
        for (var party = 0; party < parties.Count; party++)
        {
            foreach (var name in parties.NamesOf(party))
            {
                foreach (var hit in index.Find(PreparedName.Of(name, NameType.Organisation), search)) Add(party, hit.Name, ByName(hit.Score, name, organisations.Names[hit.Name]));
                if (Tributary.Parties.Countries.Find(name, out var country)) AddAll(party, governments[country.Iso3], new SameParty(OneGovernment, $"the government of {country.Name}"));
            }
        }
    }

    /// <summary>How they are known to be one; null when nothing says so.</summary>
    public SameParty? Between(int party, int organisation) => _same.GetValueOrDefault((party, organisation));

    /// <summary>The organisations that a party may be.</summary>
    public IReadOnlyList<int> OrganisationsOf(int party) => _organisations.TryGetValue(party, out var organisations) ? organisations : [];

    /// <summary>Learns from references: each is an activity, a party of it, and the organisations of a flow that names it.</summary>
    public void Learn(IEnumerable<(string Activity, int Party, IReadOnlyList<int> Organisations)> references)
    {
        foreach (var party in references.Where(reference => reference.Organisations.Count > 0).GroupBy(reference => reference.Party))
        {
            var activities = party.Select(reference => reference.Activity).Distinct(StringComparer.Ordinal).Count();
            var counts = party.SelectMany(reference => reference.Organisations.Select(organisation => (reference.Activity, organisation))).Distinct().GroupBy(one => one.organisation).Select(one => (Organisation: one.Key, Count: one.Count()));
            foreach (var (organisation, count) in counts.Where(one => one.Count >= ActivitiesMin && one.Count >= activities * PartMin))
                Add(party.Key, organisation, new SameParty(ByReferences, FormattableString.Invariant($"by the references of {count} activities")));
        }
    }

    private static SameParty ByName(double score, string name, string other) => score >= Same ? new SameParty(OneName, $"by name, \"{other}\"") : new SameParty(AlikeNames, FormattableString.Invariant($"by alike names, \"{name}\" and \"{other}\" ({score:0.00})"));

    private void AddAll(int party, IEnumerable<int> organisations, SameParty same)
    {
        foreach (var organisation in organisations) Add(party, organisation, same);
    }

    private void Add(int party, int organisation, SameParty same)
    {
        if (!_same.TryGetValue((party, organisation), out var known))
        {
            if (!_organisations.TryGetValue(party, out var list)) _organisations[party] = list = [];
            list.Add(organisation);
        }
        if (known is null || known.Points < same.Points || (known.Points == same.Points && string.CompareOrdinal(same.Basis, known.Basis) < 0)) _same[(party, organisation)] = same;
    }
}
