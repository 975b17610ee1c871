using Tributary.Appeals;
using Tributary.Ledgers;

namespace Tributary.Questions;

/// <summary>Explains what a plan asks for: it is stated by documents, not added up from flows.</summary>
internal sealed class RequirementExplanation(Facts facts, ExplainQuestion question)
{
    public Explanation Explain()
    {
        var plan = question.Plans is [var given] ? given : throw new UnknownValueException("requirement: it is a plan's; expected one plan; name it with --plan");
        var id = PlanIds.Find(facts, plan) is [var one] ? one : throw new UnknownValueException("plan", plan, "name it by its id; `tributary plans` lists them");
        var measure = question.Figure == ExplainedFigure.Requirement ? Measure.Requirement : Measure.OriginalRequirement;
        var stated = Figures.OfPlanTotal(facts, Figures.OfPlan(facts, id), measure, PlanNames.Describe(facts, id).IsOneCountry)
            ?? throw new UnknownValueException("requirement of plan", plan, "no document of the ledger states one");
        return new Explanation
        {
            Figure = question.Figure.ToString(),
            ValueUsd = stated.Value,
            Flows = [],
            Documents = stated.Sources,
            Basis = stated.Basis,
            SumUsd = stated.Value,
            Snapshot = facts.Name,
            AsOf = facts.AsOf,
        };
    }
}
