using System.Globalization;
using Tributary.Conferences;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Finds the flows that may fulfil a pledge. It only proposes: a person confirms or rejects.</summary>
/// <remarks>
/// A candidate has the pledge's donor, goes to its country or plan, and is not dated before it. <c>docs/conferences.md</c> lists
/// the points of each reason.
/// </remarks>
internal sealed class PledgeCandidates
{
    private const int ToThePlan = 20, ToTheCountry = 15, SharedOutside = -10;
    private const int SameAmount = 25, NearlyTheAmount = 20, PartOfTheAmount = 10;
    private const int WithinAQuarter = 10, WithinAYear = 5, InThePeriod = 5;
    private const int QuarterDays = 90, YearDays = 365;
    private const decimal Nearly = 0.05m;

    private readonly Facts _facts;
    private readonly Pledge _pledge;
    private readonly PledgeDonors _donors;
    private readonly ObjectMatcher? _countries;
    private readonly ObjectMatcher? _plans;

    public PledgeCandidates(Facts facts, Pledge pledge)
    {
        (_facts, _pledge, _donors) = (facts, pledge, new PledgeDonors(facts, pledge));
        _countries = pledge.Countries.Count == 0 ? null : ObjectMatcher.ForCountries(facts, pledge.Countries);
        _plans = pledge.Plan is not null && PlanIds.Find(facts, pledge.Plan).Count > 0 ? ObjectMatcher.ForPlans(facts, [pledge.Plan]) : null;
    }

    /// <summary>Flows of the donor to the country or plan that state no day, so that nobody knows whether they came after.</summary>
    public int Undated { get; private set; }

    /// <summary>The candidates, best first.</summary>
    public List<MatchCandidate> Find(CancellationToken token)
    {
        var (donors, agencies) = (_donors.Sets(), _donors.Agencies());
        var flows = FlowStates.Where(_facts, Choice(donors.Keys, agencies.Keys), token);
        Undated = flows.Count(flow => flow.Day is null);
        return [.. flows.Where(flow => flow.Day >= _pledge.MadeOn)
            .Select(flow => Judge(flow, donors.GetValueOrDefault(flow.Donors) ?? agencies[flow.Donors]))
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Flow.Day).ThenBy(candidate => candidate.Flow.Id.Value)];
    }

    /// <summary>Whether a flow is for more than the pledge's countries and plan, so that only an unknown part of it is for them.</summary>
    public bool IsShared(FlowState flow) => IsShared(_countries, ObjectType.Location, flow.Places) || IsShared(_plans, ObjectType.Plan, flow.Plans);

    private string Choice(IEnumerable<int> donors, IEnumerable<int> agencies)
    {
        var from = $"{In("src_organization", donors)} OR ({In("src_organization", agencies)} AND {In("src_location", _donors.Home())})";
        return $"({from}) AND ({In("dst_location", SetsOf(_countries, ObjectType.Location))} OR {In("dst_plan", SetsOf(_plans, ObjectType.Plan))})";
    }

    private IEnumerable<int> SetsOf(ObjectMatcher? matcher, ObjectType type) => matcher is null ? [] : _facts.Sets(type).Where(set => set.Value.Members.Any(matcher.Matches)).Select(set => set.Key);

    private static string In(string column, IEnumerable<int> codes)
    {
        var list = string.Join(',', codes.Order().Select(code => code.ToString(CultureInfo.InvariantCulture)));
        return list.Length == 0 ? "false" : $"{column} IN ({list})";
    }

    private MatchCandidate Judge(FlowState flow, MatchReason donor)
    {
        List<MatchReason> reasons = [donor, Destination(flow), Time(flow)];
        if (IsShared(flow)) reasons.Add(new MatchReason("shared with places or plans that the pledge does not name: confirm a part of it", SharedOutside));
        if (Amount(flow) is { } amount) reasons.Add(amount);
        if (Period(flow) is { } period) reasons.Add(period);
        return new MatchCandidate(flow, Math.Max(0, reasons.Sum(reason => reason.Points)), reasons);
    }

    private MatchReason Destination(FlowState flow) => _plans is not null && flow.Plans != 0 && _facts.Sets(ObjectType.Plan)[flow.Plans].Members.Any(_plans.Matches)
        ? new MatchReason($"for plan {_pledge.Plan}", ToThePlan)
        : new MatchReason($"for {string.Join(", ", _pledge.Countries)}", ToTheCountry);

    private MatchReason Time(FlowState flow)
    {
        var days = flow.Day!.Value.DayNumber - _pledge.MadeOn.DayNumber;
        var points = days <= QuarterDays ? WithinAQuarter : days <= YearDays ? WithinAYear : 0;
        return new MatchReason(string.Create(CultureInfo.InvariantCulture, $"{days} days after the pledge ({flow.DayBasis})"), points);
    }

    // In dollars only where the document states them: a rate would make any two amounts alike.
    private MatchReason? Amount(FlowState flow)
    {
        var currency = _pledge.Amount.Currency.Code;
        if (flow.In(currency) is { } exact) return Amount(exact, _pledge.Amount.Value, currency);
        return _pledge.AmountUsd is { } usd ? Amount(flow.AmountUsd, usd, Money.Currency.Usd.Code) : null;
    }

    private static MatchReason? Amount(decimal flow, decimal pledged, string currency)
    {
        var amount = new Money.Amount(flow, new Money.Currency(currency));
        return flow == pledged ? new MatchReason($"just the amount, {amount}", SameAmount)
            : Math.Abs(flow - pledged) <= pledged * Nearly ? new MatchReason($"the amount to within 5 %, {amount}", NearlyTheAmount)
            : flow > 0 && flow < pledged ? new MatchReason($"a part of the amount, {amount}", PartOfTheAmount)
            : null;
    }

    private MatchReason? Period(FlowState flow)
    {
        if (_pledge.PeriodFirst is null && _pledge.PeriodLast is null || flow.Years == 0) return null;
        var years = _facts.Sets(ObjectType.UsageYear)[flow.Years].Members.Select(year => year.Name).OfType<string>().ToList();
        return years.Exists(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && PledgeScope.Covers(_pledge, year))
            ? new MatchReason($"for {string.Join(", ", years)}, in the time of the pledge", InThePeriod)
            : null;
    }

    private bool IsShared(ObjectMatcher? inside, ObjectType type, int set) =>
        inside is not null && set != 0 && _facts.Sets(type)[set].Members is var members && members.Any(member => member.Behaviour == Behaviour.Shared) && members.Any(inside.Matches) && !members.All(inside.Matches);
}

/// <summary>A flow that may fulfil a pledge.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Score">The points of all reasons, 0 to 100.</param>
/// <param name="Reasons">Why.</param>
internal sealed record MatchCandidate(FlowState Flow, int Score, IReadOnlyList<MatchReason> Reasons);
