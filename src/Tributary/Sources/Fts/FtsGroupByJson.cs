using Tributary.Appeals;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>Requirement and funding by cluster, place or another object type: <c>…/fts/flow/custom-search?groupby=</c>.</summary>
/// <remarks>
/// Published at https://api.hpc.tools/docs/v1/ (groupBy). The answer does not say which plan or year was asked for. Left
/// out: <c>objectsBreakdown</c>, which restates the lists beside it member by member, and fields that repeat a list's name.
/// </remarks>
internal sealed class FtsGroupByJson : AnswerFormat
{
    /// <inheritdoc/>
    public override string Name => "fts-groupby-json";

    /// <inheritdoc/>
    public override string Title => "FTS totals by group";

    /// <inheritdoc/>
    protected override bool Recognises(JsonHead head) =>
        head.HasAny("data/requirements", "data/report1", "data/report2", "data/report3", "data/report4")
        && !head.HasAny("data/flows", "data/incoming", "data/outgoing", "data/internal", "data/plans");

    /// <inheritdoc/>
    protected override AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues) => new Reading(json, sink, issues);

    private sealed class Reading(JsonStream json, IRecordSink sink, AnswerIssues issues) : AnswerReading(json, sink, issues)
    {
        public override void ReadData() => ReadObject("/data", ReadPart);

        private void ReadPart(string name)
        {
            if (!TryTakeNode("/data/" + AnswerAdvice.PointerName(name), "data." + AnswerAdvice.Short(name), out var part)) return;
            if (name == "requirements") ReadRequirements(part);
            else if (name is "report1" or "report2" or "report3" or "report4") ReadReport(part);
            else part.Unknown();
        }

        private void ReadRequirements(AnswerNode requirements)
        {
            foreach (var (name, field) in requirements.Fields())
            {
                switch (name)
                {
                    case "totalOrigReqs": AddTotal(field, Measure.OriginalRequirement); break;
                    case "totalRevisedReqs": AddTotal(field, Measure.Requirement); break;
                    case "objects": AddAll(field.Elements().SelectMany(GroupFigures.OfRequirement)); break;
                    default: field.Unknown(); break;
                }
            }
        }

        private void ReadReport(AnswerNode report)
        {
            foreach (var (name, field) in report.Fields())
            {
                switch (name)
                {
                    case "fundingTotals": ReadTotals(field, isPledge: false); break;
                    case "pledgeTotals": ReadTotals(field, isPledge: true); break;
                    default: field.Unknown(); break;
                }
            }
        }

        private void ReadTotals(AnswerNode totals, bool isPledge)
        {
            foreach (var (name, field) in totals.Fields())
            {
                switch (name)
                {
                    case "total": AddTotal(field, isPledge ? Measure.Pledges : Measure.Funding); break;
                    case "objects": AddAll(field.Elements().SelectMany(kind => GroupTotals.Of(kind, isPledge))); break;
                    default: field.Unknown(); break;
                }
            }
        }

        private void AddTotal(AnswerNode field, Measure measure) => AddAll(GroupTotals.Total(field, measure, null));

        private void AddAll(IEnumerable<PublishedFigure> figures)
        {
            foreach (var figure in figures) Sink.Add(figure);
        }
    }
}
