using System.Globalization;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Which plans are there, what do they ask for, and what did they get?</summary>
public sealed record PlansQuestion : IQuestion<PlansAnswer>
{
    /// <summary>Only plans for these countries: ISO 3166 codes or names.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only plans of these years.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <inheritdoc/>
    public PlansAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var countries = Countries.Select(value => CountryNames.TryFind(facts, value, out var iso3) ? iso3 : throw new UnknownValueException("country", value, "give an ISO 3166 code such as AFG")).ToHashSet(StringComparer.Ordinal);
        var figures = Figures.OfAllPlans(facts).ToLookup(figure => figure.PlanId!.Value);
        var funding = PlanFunding.ByPlan(facts, token);
        var plans = PlanNames.All(facts).Values
            .Where(plan => countries.Count == 0 || plan.Countries.Any(countries.Contains))
            .Where(plan => Years.Count == 0 || plan.Years.Any(Years.Contains))
            .Select(plan => Line(facts, plan, figures[plan.Id], funding.GetValueOrDefault(plan.Id)))
            .OrderByDescending(plan => plan.Years.Count == 0 ? 0 : plan.Years[^1]).ThenBy(plan => plan.Code, StringComparer.Ordinal).ThenBy(plan => plan.PlanId);
        return new PlansAnswer { Plans = [.. plans], Snapshot = facts.Name, AsOf = facts.AsOf };
    }

    private static PlanLine Line(Facts facts, PlanDescription plan, IEnumerable<Figure> figures, (decimal AmountUsd, long Flows) flows)
    {
        var stated = figures.ToList();
        var requirement = Figures.OfPlanTotal(facts, stated, Measure.Requirement, plan.IsOneCountry)?.Value;
        var published = Figures.OfPlanTotal(facts, stated, Measure.Funding, plan.IsOneCountry)?.Value;
        decimal? funding = flows.Flows > 0 ? flows.AmountUsd : null;
        // A ledger seldom holds all flows to a plan of many countries; what is published for it says more.
        var byFlows = funding is not null && (published is null || plan.IsOneCountry);
        var basis = byFlows ? funding : published;
        return new PlanLine(plan.Id, plan.Code, plan.Name, plan.TypeName, plan.Years, plan.Countries, plan.Start, plan.End,
            requirement, funding, flows.Flows, published, requirement - basis, basis is { } amount ? Percent.Of(amount, requirement) : null, byFlows ? "flows" : "published");
    }
}

/// <summary>Plans, latest year first.</summary>
public sealed record PlansAnswer
{
    /// <summary>The plans.</summary>
    public required IReadOnlyList<PlanLine> Plans { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>One plan. Amounts are US dollars.</summary>
/// <param name="PlanId">FTS's id.</param>
/// <param name="Code">The plan's code.</param>
/// <param name="Name">The plan's name.</param>
/// <param name="TypeName">Humanitarian response plan, Flash appeal …</param>
/// <param name="Years">Usage years.</param>
/// <param name="Countries">ISO 3166 codes.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="RequirementUsd">What it asks for; null where no document says.</param>
/// <param name="FundingUsd">Funding counted from flows; null when the ledger holds none.</param>
/// <param name="FlowCount">Flows behind it.</param>
/// <param name="PublishedFundingUsd">Funding as published.</param>
/// <param name="UnmetUsd">Requirement less funding, by <see cref="Basis"/>.</param>
/// <param name="PercentFunded">Funding in percent of the requirement, by <see cref="Basis"/>.</param>
/// <param name="Basis"><c>flows</c> when the ledger holds flows to the plan and it is for one country, else <c>published</c>.</param>
public sealed record PlanLine(
    int PlanId, string? Code, string Name, string? TypeName, IReadOnlyList<int> Years, IReadOnlyList<string> Countries, DateOnly? Start, DateOnly? End,
    decimal? RequirementUsd, decimal? FundingUsd, long FlowCount, decimal? PublishedFundingUsd, decimal? UnmetUsd, decimal? PercentFunded, string Basis);

/// <summary>Counts the funding of every plan in one pass.</summary>
internal static class PlanFunding
{
    /// <summary>Funding and number of flows by plan id.</summary>
    public static Dictionary<int, (decimal AmountUsd, long Flows)> ByPlan(Facts facts, CancellationToken token)
    {
        var totals = new Dictionary<int, (decimal AmountUsd, long Flows)>();
        foreach (var group in facts.Query(FactDatabase.Sql("Questions/Plans/plan-funding.sql").Replace("$latest_word", $"({facts.LatestWord})", StringComparison.Ordinal), row => (
            Destination: row.GetInt32(0), Source: row.GetNumber(1) ?? 0, MayBeInternal: row.GetBoolean(2), Partial: row.GetBoolean(3), Flows: row.GetInt64(4), Sum: row.GetAmount(5)), token))
        {
            // Only a plan that alone is named has the money; and money that left the same plan only moved inside it.
            if (facts.Sets(ObjectType.Plan)[group.Destination].Members is not [{ Id: { } id }]) continue;
            if (group.MayBeInternal && IsSourceInside(facts, id, group.Source, group.Partial)) continue;
            var plan = int.Parse(id, CultureInfo.InvariantCulture);
            var (amount, flows) = totals.GetValueOrDefault(plan);
            totals[plan] = (amount + group.Sum, flows + group.Flows);
        }
        return totals;
    }

    /// <summary>Whether money that may be internal left the same plan: then it only moved inside.</summary>
    /// <param name="facts">The snapshot.</param>
    /// <param name="plan">The destination plan's id.</param>
    /// <param name="source">The set of source plans; 0 for none.</param>
    /// <param name="partial">Whether the source is not stated whole.</param>
    public static bool IsSourceInside(Facts facts, string plan, int source, bool partial) =>
        partial || (source != 0 && facts.Sets(ObjectType.Plan)[source].Members.Any(member => member.Id == plan && member.Behaviour != Behaviour.Overlap));
}
