using Tributary.Appeals;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>How did requirement and funding change from day to day, and which documents changed them?</summary>
/// <remarks>Each step is what the funding question answers as of its day. The requirement, and what is published, are shown where the filter is one plan and nothing else.</remarks>
public sealed record HistoryQuestion : FlowFilter, IQuestion<HistoryAnswer>
{
    /// <inheritdoc/>
    public HistoryAnswer AnswerFrom(Facts facts, CancellationToken token)
    {
        var plan = PlanAlone(facts);
        var changes = FundingChanges.Of(facts, this, token);
        var figures = plan is { } id ? Figures.OfPlan(facts, id) : [];
        var days = changes.Select(change => change.Day).Concat(figures.Select(figure => figure.Day)).Distinct().Order();
        var steps = new List<HistoryStep>();
        foreach (var day in days)
        {
            token.ThrowIfCancellationRequested();
            var step = StepOn(facts.AsKnownOn(day), day, plan, token);
            if (Explain(facts, step, steps.LastOrDefault(), changes) is { } explained) steps.Add(explained);
        }
        return new HistoryAnswer { Plan = plan is { } described ? PlanNames.Describe(facts, described).Name : null, Steps = steps, Snapshot = facts.Name, AsOf = facts.AsOf };
    }

    private int? PlanAlone(Facts facts)
    {
        if (this is not { Plans: [var plan], Countries.Count: 0, Years.Count: 0, Emergencies.Count: 0, Clusters.Count: 0, Donors.Count: 0, Recipients.Count: 0, Statuses.Count: 0, OnPlan: null }) return null;
        return PlanIds.Find(facts, plan) is [var id] ? id : throw new UnknownValueException("plan", plan, "name it by its id; `tributary plans` lists them");
    }

    private HistoryStep StepOn(Facts then, DateOnly day, int? plan, CancellationToken token)
    {
        var (funding, flows) = FundingQuestion.Known(then, this, token);
        var step = new HistoryStep { Day = day, FundingUsd = funding, FlowCount = flows, Causes = [] };
        if (plan is not { } id) return step;
        var (figures, oneCountry) = (Figures.OfPlan(then, id), PlanNames.Describe(then, id).IsOneCountry);
        return step with
        {
            OriginalRequirement = Figures.OfPlanTotal(then, figures, Measure.OriginalRequirement, oneCountry),
            Requirement = Figures.OfPlanTotal(then, figures, Measure.Requirement, oneCountry),
            PublishedFunding = Figures.OfPlanTotal(then, figures, Measure.Funding, oneCountry),
        };
    }

    // A day on which documents only said again what was known is no step.
    private static HistoryStep? Explain(Facts facts, HistoryStep step, HistoryStep? before, List<FundingChange> changes)
    {
        var causes = new List<HistoryCause>();
        AddFigure(causes, "original requirement", step.OriginalRequirement, before?.OriginalRequirement);
        AddFigure(causes, "requirement", step.Requirement, before?.Requirement);
        AddFigure(causes, "published funding", step.PublishedFunding, before?.PublishedFunding);
        foreach (var change in changes.Where(change => change.Day == step.Day)) causes.Add(change.ToCause(facts));
        var explained = causes.Sum(cause => cause.What == HistoryCause.Flows ? cause.ChangeUsd : 0);
        var changed = step.FundingUsd - (before?.FundingUsd ?? 0);
        if (explained != changed) causes.Add(new HistoryCause("other names", changed - explained, 0, 0, 0, null, "a document of the day gives names under which flows known before are found, or no longer found"));
        return causes.Count == 0 ? null : step with { Causes = causes };
    }

    private static void AddFigure(List<HistoryCause> causes, string what, StatedFigure? now, StatedFigure? before)
    {
        if (now is null || now.Value == before?.Value) return;
        causes.Add(new HistoryCause(what, now.Value - (before?.Value ?? 0), 0, 0, 0, now.Sources[0], now.Basis));
    }
}

/// <summary>How funding stood from day to day. Amounts are US dollars.</summary>
public sealed record HistoryAnswer
{
    /// <summary>The plan's name; null when the filter is not one plan alone.</summary>
    public required string? Plan { get; init; }

    /// <summary>The days on which something changed, earliest first.</summary>
    public required IReadOnlyList<HistoryStep> Steps { get; init; }

    /// <summary>The snapshot that answered.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The day as of which the answer stands.</summary>
    public required DateOnly? AsOf { get; init; }
}

/// <summary>What was known at the end of one day.</summary>
public sealed record HistoryStep
{
    /// <summary>The day: that of the documents which changed something.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What the plan asked for at launch; null where no document had stated it.</summary>
    public StatedFigure? OriginalRequirement { get; init; }

    /// <summary>What the plan asked for; null where no document had stated it.</summary>
    public StatedFigure? Requirement { get; init; }

    /// <summary>What was published as the plan's funding; null where nothing was.</summary>
    public StatedFigure? PublishedFunding { get; init; }

    /// <summary>Funding counted from flows.</summary>
    public required decimal FundingUsd { get; init; }

    /// <summary>Flows behind it.</summary>
    public required long FlowCount { get; init; }

    /// <summary>What changed it. The changes by flows add up to the change of <see cref="FundingUsd"/>.</summary>
    public required IReadOnlyList<HistoryCause> Causes { get; init; }

    /// <summary>Counted funding in percent of the requirement, two decimals.</summary>
    public decimal? PercentFunded => Percent.Of(FundingUsd, Requirement?.Value);
}

/// <summary>What changed a figure on a day.</summary>
/// <param name="What">original requirement, requirement, published funding, flows, or other names.</param>
/// <param name="ChangeUsd">By how much.</param>
/// <param name="FlowsNew">Flows that were not there before.</param>
/// <param name="FlowsChanged">Flows that were there and count differently now.</param>
/// <param name="FlowsClosed">Flows that were there and no longer are.</param>
/// <param name="Source">The document that says so; of flows, only the document. Null for a fetch, whose whole answer lacks them.</param>
/// <param name="Basis">How it is known, where no document states just this.</param>
public sealed record HistoryCause(string What, decimal ChangeUsd, long FlowsNew, long FlowsChanged, long FlowsClosed, Provenance.SourceLocation? Source, string Basis)
{
    internal const string Flows = "flows";
}
