using System.Globalization;
using Tributary.Appeals;
using Tributary.Ledgers;
using Tributary.Questions;

namespace Tributary.Exporting;

/// <summary>Works out the lines of a country: each year's plans and what is not on a plan.</summary>
/// <remarks>
/// A year's lines rest on one basis: the list of an HDX file, or FTS's own answers and flows, whichever is later. Mixed, a
/// funding of one day would be taken from a total of another.
/// </remarks>
internal sealed class HdxLines
{
    private const string ListFormat = "hdx-requirements-csv";

    private readonly Facts _facts;
    private readonly string _iso3;
    private readonly HdxNotes _notes;
    private readonly CancellationToken _token;
    private readonly List<Figure> _published;
    private readonly HdxAnswers _answers;

    public HdxLines(Facts facts, string iso3, HdxNotes notes, CancellationToken token)
    {
        (_facts, _iso3, _notes, _token) = (facts, iso3, notes, token);
        _published = Figures.OfCountry(facts, iso3);
        _answers = new HdxAnswers(facts, iso3, notes, token);
    }

    /// <summary>All lines: latest year first, in a year by the number of the plan's type and its id, what is not on a plan last.</summary>
    public IReadOnlyList<HdxLine> All()
    {
        var lists = _published.Where(figure => IsList(figure.Document) && figure is { Year: not null, Grouping: Grouping.Total or Grouping.Other }).ToLookup(figure => figure.Year!.Value);
        var years = lists.Select(list => list.Key).Union(_answers.Years).Union(HdxYears.WithFlows(_facts, _iso3, _token)).OrderDescending();
        return [.. years.SelectMany(year => Ordered(LinesOf(year, [.. lists[year]])))];
    }

    private IEnumerable<HdxLine> LinesOf(int year, List<Figure> list) =>
        list.Count > 0 && !(_answers.LatestDay(year) >= list[0].Day) ? FromList(year, list.FindAll(figure => figure.Document == list[0].Document)) : _answers.LinesOf(year);

    private IEnumerable<HdxLine> FromList(int year, List<Figure> list)
    {
        foreach (var plan in list.Where(figure => figure.PlanId is not null).GroupBy(figure => figure.PlanId!.Value))
        {
            var covid = _published.Find(figure => figure.Measure == Measure.CovidFunding && figure.PlanId == plan.Key && figure.Year == year)?.Value;
            yield return new HdxLine(year, PlanNames.Describe(_facts, plan.Key), Value(plan, Measure.Requirement), Value(plan, Measure.Funding), covid);
        }
        yield return new HdxLine(year, null, null, Value(list.Where(figure => figure.PlanId is null && figure.GroupName == HdxLine.NotSpecified), Measure.Funding));
    }

    private bool IsList(int document) => _facts.Documents[document].Format == ListFormat;

    private static IEnumerable<HdxLine> Ordered(IEnumerable<HdxLine> lines) =>
        lines.OrderBy(line => line.Plan is null).ThenBy(line => line.Plan?.TypeId ?? int.MaxValue).ThenBy(line => line.Plan?.Id);

    private static decimal? Value(IEnumerable<Figure> figures, Measure measure) => figures.FirstOrDefault(figure => figure.Measure == measure)?.Value;
}

/// <summary>Lines from FTS's own answers, as HDX makes them: overviews of plans, totals by place, and flows.</summary>
internal sealed class HdxAnswers
{
    /// <summary>The emergency of COVID-19: FTS's id, and the name by which HDX's flows have it.</summary>
    private static readonly string[] Covid = ["911", "Coronavirus disease Outbreak - COVID -19"];

    private readonly Facts _facts;
    private readonly string _iso3;
    private readonly HdxNotes _notes;
    private readonly CancellationToken _token;
    private readonly List<(PlanDescription Plan, int Year)> _plans = [];
    private readonly Dictionary<int, DateOnly> _overviews = [];

    public HdxAnswers(Facts facts, string iso3, HdxNotes notes, CancellationToken token)
    {
        (_facts, _iso3, _notes, _token) = (facts, iso3, notes, token);
        foreach (var (plan, day) in PlanNames.OfOverviews(facts))
        {
            foreach (var year in plan.Years) _overviews[year] = day > _overviews.GetValueOrDefault(year) ? day : _overviews[year];
            // A plan of several years stands once, under the first: its figures cannot be told apart by year.
            if (plan.Years.Count > 0 && plan.Countries.Contains(iso3, StringComparer.Ordinal)) _plans.Add((PlanNames.Describe(facts, plan.Id), plan.Years[0]));
        }
    }

    /// <summary>Years for which an overview names a plan for the country.</summary>
    public IEnumerable<int> Years => _plans.Select(plan => plan.Year).Distinct();

    /// <summary>The day of the latest overview of a year's plans; null when the ledger has none.</summary>
    public DateOnly? LatestDay(int year) => _overviews.TryGetValue(year, out var day) ? day : null;

    /// <summary>The lines of a year.</summary>
    public List<HdxLine> LinesOf(int year)
    {
        var plans = _overviews.ContainsKey(year) ? [.. _plans.Where(plan => plan.Year == year).Select(plan => plan.Plan)] : PlansOfFlows(year);
        var lines = plans.Select(plan => LineOf(plan, year)).ToList();
        foreach (var line in lines.FindAll(line => line is { Requirement: null, Funding: null })) _notes.Add(line.Plan!.Id, $"not listed, because nothing in the ledger states what it asks for or got in {_iso3}");
        lines.RemoveAll(line => line is { Requirement: null, Funding: null });
        var total = Counted([], year);
        if (total is null) _notes.Add($"{year}: the ledger has no flow to {_iso3}, so that what is not on a plan is unknown.");
        lines.Add(new HdxLine(year, null, null, total - lines.Sum(line => line.Funding ?? 0)));
        return lines;
    }

    private List<PlanDescription> PlansOfFlows(int year)
    {
        var flows = CountedFlows.Of(_facts, new FundingQuestion { Countries = [_iso3], Years = [year] });
        var sets = _facts.Query(flows.With("SELECT DISTINCT dst_plan FROM counted WHERE dst_plan IS NOT NULL AND NOT is_shared"), row => row.GetInt32(0), _token);
        List<PlanDescription> plans = [.. sets.Select(set => _facts.Sets(Flows.ObjectType.Plan)[set].Members).Where(members => members.Count == 1)
            .Select(members => int.TryParse(members[0].Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Select(id => PlanNames.Describe(_facts, id))];
        if (plans.Count > 0) _notes.Add($"{year}: the ledger has no overview of plans, so that plans are those that flows name, and what they ask for is unknown.");
        return plans;
    }

    private HdxLine LineOf(PlanDescription plan, int year)
    {
        var figures = Figures.ByPlan(_facts)[plan.Id].ToList();
        var line = plan.Countries.Count > 1 ? OfShare(plan, year, figures) : OfWhole(plan, year, figures);
        return line with { Covid = CountedAgainstCovid(plan) };
    }

    private HdxLine OfWhole(PlanDescription plan, int year, List<Figure> figures)
    {
        var stated = Figures.OfPlanTotal(_facts, figures, Measure.Funding, oneCountry: true)?.Value;
        var counted = Counted([plan.Id], year);
        if (stated is { } published && counted is { } ours && published != ours)
            _notes.Add($"{year}, plan {plan.Id}: published funding {HdxText.Of(published)}, flows of the ledger {HdxText.Of(ours)}; what is not on a plan is the country's flows less what is published, and may be off by the difference.");
        return new HdxLine(year, plan, Figures.OfPlanTotal(_facts, figures, Measure.Requirement, oneCountry: true)?.Value, stated ?? counted);
    }

    // HDX passes over requirements by place that all repeat the plan's total: they say nothing about a place.
    private HdxLine OfShare(PlanDescription plan, int year, List<Figure> figures)
    {
        var places = figures.FindAll(figure => figure.Grouping == Grouping.Location);
        if (places.Count == 0)
        {
            var counted = Counted([plan.Id], year);
            if (counted is not null) _notes.Add(plan.Id, $"no answer by place in the ledger, so that funding is counted from flows and what it asks for in {_iso3} is unknown");
            return new HdxLine(year, plan, null, counted);
        }
        places.RemoveAll(figure => figure.Document != places[0].Document);
        var total = figures.Find(figure => figure.Document == places[0].Document && figure is { Measure: Measure.Requirement, Grouping: Grouping.Total, GroupName: null })?.Value;
        var asked = places.FindAll(figure => figure is { Measure: Measure.Requirement, GroupId: not null });
        var requirement = asked.TrueForAll(figure => figure.Value == total) ? null : asked.Find(IsHere)?.Value;
        var funding = places.FindAll(figure => figure.Measure is Measure.Funding or Measure.OverlapFunding && IsHere(figure));
        return new HdxLine(year, plan, requirement, funding.Count == 0 ? null : funding.Sum(figure => figure.Value));
    }

    private bool IsHere(Figure figure) => figure.GroupId is { } id && CountryNames.Iso3Of(_facts, new Flows.FlowObject(id, figure.GroupName, null, default)) == _iso3;

    // HDX asks FTS for totals against the emergency. Those answers name neither the plan nor the emergency, so it is counted here.
    private decimal? CountedAgainstCovid(PlanDescription plan)
    {
        var known = Covid.Where(name => _facts.Sets(Flows.ObjectType.Emergency).Values.Any(set => set.Members.Any(member => ObjectMatcher.IsNamed(member, name)))).ToList();
        return known.Count == 0 ? null : Counted(new FundingQuestion { Plans = [Text(plan.Id)], Countries = plan.Countries.Count > 1 ? [_iso3] : [], Emergencies = known });
    }

    private decimal? Counted(IReadOnlyList<int> plans, int year) => plans is [var plan]
        ? Counted(new FundingQuestion { Plans = [Text(plan)], Countries = PlanNames.Describe(_facts, plan).Countries.Count > 1 ? [_iso3] : [] })
        : Counted(new FundingQuestion { Countries = [_iso3], Years = [year] });

    private decimal? Counted(FundingQuestion question)
    {
        if (question.Plans is [var plan] && PlanIds.Find(_facts, plan).Count == 0) return null;
        var funding = question.AnswerFrom(_facts, _token);
        return funding.FlowCount == 0 ? null : funding.FundingUsd;
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
