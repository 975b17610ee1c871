using System.Globalization;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which flows and transactions a question about movements is about. Values of one kind are alternatives; different kinds must all hold.</summary>
public abstract record MovementFilter
{
    /// <summary>Who gives: an organisation of FTS by id or name, or a party of IATI by identifier or name.</summary>
    public IReadOnlyList<string> Donors { get; init; } = [];

    /// <summary>Destination countries: ISO 3166 codes or names.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Usage years of flows; of transactions the years of their days.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Plans: FTS ids or codes. Of transactions, those whose activity names the plan as an appeal.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Who publishes the transactions, by identifier or name. It chooses no flows.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>The choice in words.</summary>
    public string Describe()
    {
        var words = new (string What, IEnumerable<string> Values)[] { ("donor", Donors), ("country", Countries), ("year", Years.Select(year => year.ToString(CultureInfo.InvariantCulture))), ("plan", Plans), ("publisher", Publishers) };
        var parts = words.Where(part => part.Values.Any()).Select(part => $"{part.What} {string.Join(" or ", part.Values)}").ToList();
        return parts.Count == 0 ? "everything" : string.Join(", ", parts);
    }
}

/// <summary>Tells which flows and transactions a filter chooses.</summary>
internal sealed class MovementChoice
{
    private readonly MovementFilter _filter;
    private readonly HashSet<long> _flows;
    private readonly HashSet<int> _organisations = [];
    private readonly HashSet<int> _parties = [];
    private readonly HashSet<string> _countries;
    private readonly HashSet<string> _plans;

    /// <exception cref="UnknownValueException">A value names nothing that the ledger knows.</exception>
    public MovementChoice(Facts facts, MovementCandidates movements, MovementFilter filter, CancellationToken token)
    {
        _filter = filter;
        var flows = CountedFlows.Of(facts, new FlowsQuestion { Countries = filter.Countries, Years = filter.Years, Plans = filter.Plans });
        _flows = [.. facts.Query(flows.With("SELECT flow_id FROM counted"), row => row.GetInt64(0), token)];
        _countries = [.. filter.Countries.Select(value => CountryNames.TryFind(facts, value, out var iso3) ? iso3 : value)];
        _plans = [.. PlanIds.FindAll(facts, filter.Plans).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        foreach (var donor in filter.Donors) AddDonor(facts, movements, donor);
        if (filter.Publishers.FirstOrDefault(publisher => !movements.Transactions.Any(transaction => IsPublisher(transaction.Activity, publisher))) is { } unknown)
            throw new UnknownValueException("publisher", unknown, "give its IATI identifier, or its name as its activities write it");
    }

    /// <summary>Whether a flow is chosen.</summary>
    public bool Has(FlowSide flow) => _flows.Contains(flow.Id.Value) && (_filter.Donors.Count == 0 || flow.Donors.Any(_organisations.Contains));

    /// <summary>Whether a transaction is chosen.</summary>
    public bool Has(TransactionSide transaction) =>
        (_filter.Donors.Count == 0 || (transaction.Provider is { } provider && _parties.Contains(provider)))
        && (_countries.Count == 0 || transaction.Countries.Any(_countries.Contains))
        && (_filter.Years.Count == 0 || (transaction.Date is { } date && _filter.Years.Contains(date.Year)))
        && (_plans.Count == 0 || transaction.Activity.Plans.Any(_plans.Contains))
        && IsPublished(transaction);

    /// <summary>Whether a pair is chosen: by one of its sides, and by its transaction where publishers are.</summary>
    public bool Has(TransactionSide transaction, FlowSide flow) => IsPublished(transaction) && (Has(transaction) || Has(flow));

    private bool IsPublished(TransactionSide transaction) => _filter.Publishers.Count == 0 || _filter.Publishers.Any(publisher => IsPublisher(transaction.Activity, publisher));

    // Whoever is named on one side is looked for on the other as well.
    private void AddDonor(Facts facts, MovementCandidates movements, string donor)
    {
        List<int> organisations = [.. movements.Organisations.Named(facts, donor)], parties = [.. movements.Parties.Named(donor)];
        if (organisations.Count == 0 && parties.Count == 0) throw new UnknownValueException("donor", donor, "`tributary donors` lists those of FTS; of IATI give the identifier, or the name as it is written",
                SimilarNames.Of(movements.Organisations.Names.Concat(movements.Parties.NamesAndIdentifiers), donor));
        foreach (var party in Enumerable.Range(0, movements.Parties.Count))
        {
            if (movements.Same.OrganisationsOf(party).Any(organisations.Contains)) _parties.Add(party);
        }
        _organisations.UnionWith(organisations);
        _organisations.UnionWith(parties.SelectMany(movements.Same.OrganisationsOf));
        _parties.UnionWith(parties);
    }

    private static bool IsPublisher(ActivitySide activity, string value) =>
        string.Equals(activity.ReporterRef, value, StringComparison.OrdinalIgnoreCase) || string.Equals(activity.ReporterName, value, StringComparison.OrdinalIgnoreCase);
}
