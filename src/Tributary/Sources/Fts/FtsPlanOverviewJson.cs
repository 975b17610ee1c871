using Tributary.Appeals;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>All plans of a year with requirement and funding, as <c>/v2/fts/flow/plan/overview/progress/{year}</c> gives them.</summary>
/// <remarks>
/// Used by HDX's collector, https://github.com/OCHA-DAP/hdx-scraper-fts. A plan's fields are in <see cref="PlanOverviewPlan"/>.
/// Left out of the totals: their parts and the percentage, which restate the others.
/// </remarks>
internal sealed class FtsPlanOverviewJson : AnswerFormat
{
    /// <inheritdoc/>
    public override string Name => "fts-plan-overview-json";

    /// <inheritdoc/>
    public override string Title => "FTS overview of plans";

    /// <inheritdoc/>
    protected override bool Recognises(JsonHead head) => head.HasAny("data/plans");

    /// <inheritdoc/>
    protected override AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues) => new Reading(json, sink, issues);

    private sealed class Reading(JsonStream json, IRecordSink sink, AnswerIssues issues) : AnswerReading(json, sink, issues)
    {
        public override void ReadData() => ReadObject("/data", ReadPart);

        private void ReadPart(string name)
        {
            if (name == "plans") ReadPlans();
            else if (!TryTakeNode("/data/" + AnswerAdvice.PointerName(name), "data." + AnswerAdvice.Short(name), out var part)) return;
            else if (name == "totals") ReadTotals(part);
            else if (name == "meta") ReadMeta(part);
            else part.Unknown();
        }

        private void ReadPlans()
        {
            foreach (var element in TakeElements("/data/plans", "data.plans")) ReadPlan(element);
        }

        private void ReadPlan(AnswerNode element)
        {
            var errorsBefore = Issues.ErrorCount;
            var plan = PlanOverviewPlan.Read(element);
            if (Issues.ErrorCount > errorsBefore)
            {
                Sink.LeaveOut();
                return;
            }
            Sink.Add(plan.Record);
            foreach (var figure in plan.Figures) Sink.Add(figure);
        }

        private void ReadTotals(AnswerNode totals)
        {
            foreach (var (name, field) in totals.Fields())
            {
                switch (name)
                {
                    case "origRequirements": AddTotal(field, Measure.OriginalRequirement); break;
                    case "revisedRequirements": AddTotal(field, Measure.Requirement); break;
                    case "totalFunding": AddTotal(field, Measure.Funding); break;
                    case "sharedFunding": AddTotal(field, Measure.SharedFunding); break;
                    case "objectsSum" or "overlapCorrection": field.Ignore("a step on the way to totalFunding"); break;
                    case "progress": field.Ignore("totalFunding as a percentage of revisedRequirements"); break;
                    default: field.Unknown(); break;
                }
            }
        }

        private void AddTotal(AnswerNode field, Measure measure)
        {
            if (field.Amount() is not { } value) return;
            Sink.Add(new PublishedFigure { Place = field.Place, Measure = measure, Value = value, GroupName = "all plans" });
        }
    }
}
