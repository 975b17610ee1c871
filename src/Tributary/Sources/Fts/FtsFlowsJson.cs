using System.Text.Json;
using Tributary.Appeals;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>A page of flows as <c>/v1/public/fts/flow</c> and <c>/v1/fts/flow/custom-search</c> of the FTS API give it.</summary>
/// <remarks>
/// Published at https://api.hpc.tools/docs/v1/ and described in
/// https://fts.unocha.org/sites/default/files/2024-06/FTS%20API%20Documentation.pdf. Left out: <c>status</c>,
/// <c>meta.language</c> and <c>meta.nextLink</c>, which are about the request.
/// </remarks>
internal sealed class FtsFlowsJson : AnswerFormat
{
    /// <inheritdoc/>
    public override string Name => "fts-flows-json";

    /// <inheritdoc/>
    public override string Title => "FTS flow page";

    /// <inheritdoc/>
    public override string FlowPlace => "/data/flows/{0}";

    /// <inheritdoc/>
    protected override bool Recognises(JsonHead head) =>
        head.HasAny("data/flows", "data/incoming", "data/outgoing", "data/internal") && !head.HasAny("data/plans");

    /// <inheritdoc/>
    protected override AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues) => new Reading(json, sink, issues);

    private sealed class Reading(JsonStream json, IRecordSink sink, AnswerIssues issues) : AnswerReading(json, sink, issues)
    {
        private readonly FlowElementReader _flows = new(issues);
        private int _flowCount;
        private decimal _promisedCount;
        private bool _hasNextPage;

        public override void ReadData() => ReadObject("/data", ReadPart);

        public override void End()
        {
            if (_promisedCount <= 0 || _flowCount > 0 || _hasNextPage) return;
            Issues.Report(new ReadIssue(FtsCodes.FlowsMissing, Severity.Error, "/meta/count", $"{_promisedCount:0} flows promised and none given",
                "the flows, or a link to the next page, were expected", "ask FTS for fewer flows at a time, page by page"));
        }

        protected override bool TryReadMeta(string name, AnswerNode field)
        {
            if (name == "count") ReadCount(field);
            else if (name == "nextLink") ReadNextLink(field);
            else return false;
            return true;
        }

        private void ReadCount(AnswerNode field)
        {
            _promisedCount = field.Amount() ?? 0;
            AddFigure(field, Measure.FlowCount, null);
        }

        private void ReadNextLink(AnswerNode field)
        {
            _hasNextPage = field.Value.ValueKind == JsonValueKind.String;
            field.Ignore("where the next page was when this one was fetched; each page is a document of its own");
        }

        private void ReadPart(string name)
        {
            if (name == "flows") ReadFlows();
            else if (!TryTakeNode("/data/" + AnswerAdvice.PointerName(name), "data." + AnswerAdvice.Short(name), out var part)) return;
            else if (name is "incoming" or "outgoing" or "internal") ReadTotals(part, name);
            else part.Unknown();
        }

        private void ReadFlows()
        {
            if (!Json.TryEnter(JsonTokenType.StartArray)) ReportType("/data/flows", "an array was expected");
            else
            {
                while (Json.NextElement(out var element))
                {
                    if (_flows.Read(element, _flowCount++) is { } flow) Sink.Add(flow);
                    else Sink.LeaveOut();
                }
            }
        }

        private void ReadTotals(AnswerNode totals, string boundary)
        {
            foreach (var (name, field) in totals.Fields())
            {
                switch (name)
                {
                    case "flowCount": AddFigure(field, Measure.FlowCount, boundary); break;
                    case "fundingTotal": AddFigure(field, Measure.Funding, boundary); break;
                    case "pledgeTotal": AddFigure(field, Measure.Pledges, boundary); break;
                    default: field.Unknown(); break;
                }
            }
        }

        private void AddFigure(AnswerNode field, Measure measure, string? boundary)
        {
            if (field.Amount() is not { } value) return;
            Sink.Add(new PublishedFigure { Place = field.Place, Measure = measure, Value = value, Boundary = boundary });
        }
    }
}
