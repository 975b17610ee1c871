using System.Globalization;
using Tributary.Activities;
using Tributary.Ledgers;
using Tributary.Parties;

namespace Tributary.Questions;

/// <summary>A filter as SQL and numbers of the snapshot can say it.</summary>
/// <param name="Sql">A query's beginning, in which <c>chosen</c> are the latest words on the activities.</param>
/// <param name="Years">The condition on a transaction's day.</param>
/// <param name="Humanitarian">The condition on its flag.</param>
/// <param name="ActivityHumanitarian">The condition on the flag of an activity.</param>
/// <param name="Wanted">What is wanted of each axis that the filter names.</param>
internal sealed record ActivityChoice(string Sql, string Years, string Humanitarian, string ActivityHumanitarian, IReadOnlyDictionary<ShareAxis, IReadOnlySet<ShareCode>> Wanted)
{
    /// <summary>Looks up what a filter names.</summary>
    /// <exception cref="UnknownValueException">The ledger does not know it.</exception>
    public static ActivityChoice Of(Facts facts, ActivityFilter filter)
    {
        List<string> conditions = [facts.LatestWord];
        if (filter.Publishers.Count > 0) conditions.Add(Publishers(facts, filter.Publishers));
        if (filter.Statuses.Count > 0) conditions.Add(IatiTerms.IsOneOf(facts, "status", filter.Statuses.Select(Status)));
        if (filter.Plans.Count > 0) conditions.Add(Scoped(facts, ScopeVocabularies.Plan, filter.Plans.SelectMany(plan => PlanCodes(facts, plan))));
        if (filter.Emergencies.Count > 0) conditions.Add(Scoped(facts, ScopeVocabularies.Glide, filter.Emergencies));
        return new ActivityChoice(
            $"WITH chosen AS (SELECT document, record, reporter_ref, reporter_name, humanitarian FROM activity a WHERE {string.Join(" AND ", conditions.Select(condition => $"({condition})"))})",
            filter.Years.Count == 0 ? "true" : $"year(t.date) IN ({string.Join(", ", filter.Years.Select(year => year.ToString(CultureInfo.InvariantCulture)))})",
            filter.IsHumanitarian is { } flag ? flag ? "is_humanitarian" : "NOT is_humanitarian" : "true",
            filter.IsHumanitarian is { } own ? own ? "coalesce(c.humanitarian, false)" : "NOT coalesce(c.humanitarian, false)" : "true",
            WantedOf(facts, filter));
    }

    private static Dictionary<ShareAxis, IReadOnlySet<ShareCode>> WantedOf(Facts facts, ActivityFilter filter)
    {
        var wanted = new Dictionary<ShareAxis, IReadOnlySet<ShareCode>>();
        if (filter.Countries.Count > 0) wanted[ShareAxis.Places] = filter.Countries.SelectMany(country => CountryCodes(facts, country)).ToHashSet();
        foreach (var vocabulary in filter.Sectors.Select(Sector).Concat(filter.Clusters.Select(Cluster)).GroupBy(sector => sector.Vocabulary, StringComparer.OrdinalIgnoreCase))
            wanted[new ShareAxis(vocabulary.Key)] = vocabulary.SelectMany(sector => SectorCodes(facts, sector)).ToHashSet();
        return wanted;
    }

    private static IEnumerable<ShareCode> CountryCodes(Facts facts, string value)
    {
        if (!CountryNames.TryFind(facts, value, out var iso3) || !Countries.ByIso3.TryGetValue(iso3, out var country)) throw new UnknownValueException("country", value, "give an ISO 3166 code such as AFG");
        return IatiTerms.Of(facts, country.Iso2).Concat(IatiTerms.Of(facts, country.Iso3)).Select(code => new ShareCode(ShareKind.Country, null, code));
    }

    private static IEnumerable<ShareCode> SectorCodes(Facts facts, (string Vocabulary, string Code) sector) =>
        from vocabulary in IatiTerms.Of(facts, sector.Vocabulary)
        from code in IatiTerms.Of(facts, sector.Code)
        select new ShareCode(ShareKind.Sector, vocabulary, code);

    private static (string Vocabulary, string Code) Sector(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (ShareAxis.OecdSectors, value) : (value[..colon], value[(colon + 1)..]);
    }

    private static (string Vocabulary, string Code) Cluster(string value) => (ShareAxis.GlobalClusters, IatiWords.ClusterCode(value) ?? throw new UnknownValueException("cluster", value, $"give a number of IATI's vocabulary 10, or one of {string.Join(", ", IatiWords.Clusters)}"));

    private static string Status(string value) => IatiWords.StatusCode(value) ?? throw new UnknownValueException("status", value, $"give a code of the standard, or one of {string.Join(", ", IatiWords.Statuses)}");

    // An id stands for the code that documents give the plan, and the other way round: publishers write either.
    private static IEnumerable<string> PlanCodes(Facts facts, string value)
    {
        var plans = PlanNames.All(facts).Values.Where(plan => string.Equals(plan.Code, value, StringComparison.OrdinalIgnoreCase) || plan.Id.ToString(CultureInfo.InvariantCulture) == value).ToList();
        if (plans.Count == 0 && !IatiTerms.Of(facts, value).Any()) throw new UnknownValueException("plan", value, "`tributary plans` lists those of FTS; activities name plans by codes such as HAFG20");
        return plans.SelectMany(plan => (string?[])[plan.Code, plan.Id.ToString(CultureInfo.InvariantCulture)]).OfType<string>().Append(value);
    }

    private static string Scoped(Facts facts, string vocabulary, IEnumerable<string> codes) =>
        $"EXISTS (SELECT 1 FROM activity_scope s WHERE s.document = a.document AND s.record = a.record AND {IatiTerms.IsOneOf(facts, "s.vocabulary", vocabulary)} AND {IatiTerms.IsOneOf(facts, "s.code", codes)})";

    private static string Publishers(Facts facts, IReadOnlyList<string> values)
    {
        var known = facts.Query($"SELECT DISTINCT reporter_ref, reporter_name FROM activity WHERE {facts.LatestWord}", row => (Ref: row.GetNumber(0), Name: row.GetNumber(1)));
        foreach (var value in values)
        {
            if (IatiTerms.Of(facts, value).Any(code => known.Exists(publisher => publisher.Ref == code || publisher.Name == code))) continue;
            var names = known.SelectMany(publisher => (string?[])[IatiTerms.Text(facts, publisher.Ref), IatiTerms.Text(facts, publisher.Name)]);
            throw new UnknownValueException("publisher", value, "`tributary publishers` lists them", SimilarNames.Of(names, value));
        }
        return $"{IatiTerms.IsOneOf(facts, "reporter_ref", values)} OR {IatiTerms.IsOneOf(facts, "reporter_name", values)}";
    }
}

/// <summary>Vocabularies in which activities name what they answer.</summary>
internal static class ScopeVocabularies
{
    /// <summary>GLIDE numbers of disasters.</summary>
    public const string Glide = "1-2";

    /// <summary>Humanitarian plans, by OCHA's codes.</summary>
    public const string Plan = "2-1";
}
