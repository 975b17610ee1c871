using System.IO.Hashing;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>Writes what one document says into a draft.</summary>
internal sealed class DocumentFacts
{
    private readonly FactDraft _draft;
    private readonly int _document;
    private int _day;
    private int _issues, _evidence;
    private ActivityFacts? _activities;

    internal DocumentFacts(FactDraft draft, int document, DateOnly day)
    {
        (_draft, _document) = (draft, document);
        StateDay(day);
    }

    /// <summary>Takes the day as of which the document speaks, once it states one. Records before it are of the day that was assumed.</summary>
    public void StateDay(DateOnly day) => _day = Reading.Utf8Date.ToDays(day);

    /// <summary>Takes the document's activities and organisations.</summary>
    public ActivityFacts Activities => _activities ??= new ActivityFacts(_draft, _document, _day);

    public void Add(FlowRecord flow)
    {
        _draft.CoverFlowId(flow.Id);
        AddColumns(_draft.Flows, flow);
        foreach (var child in flow.ChildFlowIds) AddChild(flow.Place, child);
        for (var ordinal = 0; ordinal < flow.Reports.Count; ordinal++) AddReport(flow.Place, ordinal, flow.Reports[ordinal]);
    }

    public void Add(PlanRecord plan)
    {
        var row = _draft.Table("plan");
        row.Set(0, _document);
        row.Set(1, plan.Place);
        row.Set(2, plan.PlanId);
        row.Set(3, plan.Name);
        row.Set(4, plan.Code);
        row.Set(5, plan.TypeId);
        row.Set(6, plan.TypeName);
        row.Set(7, Days(plan.Start));
        row.Set(8, Days(plan.End));
        row.Set(9, string.Join(',', plan.Years));
        row.Set(10, string.Join(',', plan.Countries));
        row.EndRow();
    }

    public void Add(PublishedFigure figure)
    {
        var row = _draft.Table("figure");
        row.Set(0, _document);
        row.Set(1, figure.Place);
        row.Set(2, (byte)figure.Measure);
        row.Set(3, decimal.ToInt64(figure.Value * 10_000m));
        row.Set(4, figure.PlanId);
        row.Set(5, figure.Country);
        row.Set(6, figure.Year);
        row.Set(7, (byte)figure.Grouping);
        row.Set(8, figure.GroupId);
        row.Set(9, figure.GroupName);
        row.Set(10, figure.Boundary);
        row.EndRow();
    }

    public void Add(LocationRecord location)
    {
        var row = _draft.Table("location");
        row.Set(0, _document);
        row.Set(1, location.Place);
        row.Set(2, location.LocationId);
        row.Set(3, location.Iso3);
        row.Set(4, location.Name);
        row.Set(5, location.PCode);
        row.Set(6, location.AdminLevel);
        row.EndRow();
    }

    /// <exception cref="ArgumentException">The rate has more decimal places than are kept.</exception>
    public void Add(ExchangeRate rate)
    {
        if (!ScaledDecimal.TryScale(rate.Rate, ScaledDecimal.PublishedRateScale, out var units)) throw new ArgumentException($"the rate {rate.Rate} has more than {ScaledDecimal.PublishedRateScale} decimal places", nameof(rate));
        var row = _draft.Table("exchange_rate");
        row.Set(0, _document);
        row.Set(1, rate.Place);
        row.Set(2, rate.Base.Code);
        row.Set(3, rate.Currency.Code);
        row.Set(4, units);
        row.Set(5, Reading.Utf8Date.ToDays(rate.First));
        row.Set(6, Reading.Utf8Date.ToDays(rate.Last));
        row.Set(7, (byte)rate.Basis);
        row.Set(8, rate.CurrencyBasis);
        row.EndRow();
    }

    /// <returns>The number of what is stated of the entry: the same for the same content.</returns>
    public int Add(ListedRecord listed)
    {
        var content = _draft.Contents.CodeOf(listed.Entry);
        var row = _draft.Table("listed_entry");
        row.Set(0, _document);
        row.Set(1, listed.Place);
        row.Set(2, listed.Entry.Id);
        row.Set(3, content);
        row.EndRow();
        return content;
    }

    /// <summary>Adds what list the document holds.</summary>
    /// <param name="version">The list.</param>
    /// <param name="day">The day as of which the document speaks.</param>
    public void Add(ListVersion version, DateOnly day)
    {
        var row = _draft.Table("list_version");
        row.Set(0, _document);
        row.Set(1, (byte)version.List);
        row.Set(2, version.Entries);
        row.Set(3, (int)version.Fields);
        row.Set(4, Reading.Utf8Date.ToDays(day));
        row.SetNull(5);
        row.EndRow();
    }

    public void Add(EvidenceField field)
    {
        var row = _draft.Table("evidence");
        row.Set(0, _document);
        row.Set(1, _evidence);
        row.Set(2, field.Field);
        row.Set(3, field.Value);
        row.Set(4, field.Basis);
        row.EndRow();
        for (var span = 0; span < field.Spans.Count; span++) AddSpan(span, field.Spans[span]);
        _evidence++;
    }

    public void Add(ReadIssue issue)
    {
        var row = _draft.Table("issue");
        row.Set(0, _document);
        row.Set(1, _issues++);
        row.Set(2, issue.Code);
        row.Set(3, (byte)issue.Severity);
        row.Set(4, issue.Place);
        row.Set(5, issue.Found);
        row.Set(6, issue.Expected);
        row.Set(7, issue.Advice);
        row.EndRow();
    }

    public void AddIssueCount(string code, Severity severity, long count)
    {
        var row = _draft.Table("issue_count");
        row.Set(0, _document);
        row.Set(1, code);
        row.Set(2, (byte)severity);
        row.Set(3, count);
        row.EndRow();
    }

    public void AddIgnored(string field, string reason, long count)
    {
        var row = _draft.Table("ignored_field");
        row.Set(0, _document);
        row.Set(1, field);
        row.Set(2, reason);
        row.Set(3, count);
        row.EndRow();
    }

    /// <summary>Ends a document that is kept.</summary>
    public void End(DocumentReceived received, string flowPlace, int authority, long records, long leftOut)
    {
        var row = _draft.Table("document");
        row.Set(0, _document);
        row.Set(1, received.Sha256);
        row.Set(2, received.Bytes);
        row.Set(3, received.Format);
        row.Set(4, received.Name);
        row.Set(5, Reading.Utf8Date.ToDays(received.Day));
        row.Set(6, received.DayBasis);
        row.Set(7, flowPlace);
        row.Set(8, authority);
        row.Set(9, records);
        row.Set(10, leftOut);
        row.EndRow();
        _draft.EndDocument(_document, _day);
    }

    /// <summary>Ends a document that turned out to be known: nothing of it stays.</summary>
    public void Abandon() => _draft.EndDocument(_document, day: null);

    private void AddColumns(ChunkAppender row, FlowRecord flow)
    {
        var codes = _draft.Codes;
        row.Set(0, flow.Id);
        row.Set(1, _document);
        row.Set(2, flow.Place);
        row.Set(3, _day);
        row.SetNull(4);
        row.Set(5, flow.VersionId);
        row.Set(6, flow.AmountUsdE4);
        row.Set(7, flow.OriginalAmountE4);
        row.Set(8, codes.Of(flow.OriginalCurrency));
        row.Set(9, flow.ExchangeRateE8);
        row.Set(10, (byte)flow.Status);
        row.Set(11, codes.Of(flow.FlowType));
        row.Set(12, codes.Of(flow.ContributionType));
        row.Set(13, codes.Of(flow.Method));
        row.Set(14, codes.Of(flow.Earmarking));
        row.Set(15, codes.Of(flow.Keywords));
        row.Set(16, codes.Of(flow.BudgetYear));
        row.Set(17, flow.NewMoney);
        row.Set(18, (byte)flow.StatedBoundary);
        row.Set(19, (byte)flow.StatedOnBoundary);
        row.Set(20, flow.SourceIsPartial);
        row.Set(21, flow.ParentFlowId);
        row.Set(22, flow.DateDays);
        row.Set(23, flow.DecisionDateDays);
        row.Set(24, flow.FirstReportedDays);
        row.Set(25, flow.CreatedAtMicros);
        row.Set(26, flow.UpdatedAtMicros);
        SetText(row, 27, flow.DescriptionUtf8);
        SetText(row, 28, flow.RefCodeUtf8);
        row.Set(29, flow.DescriptionUtf8.IsEmpty ? null : (ulong?)XxHash3.HashToUInt64(flow.DescriptionUtf8.Span));
        for (var type = 0; type < ObjectTypes.Count; type++)
        {
            row.Set(30 + type, codes.Of(flow.Source[type]));
            row.Set(30 + ObjectTypes.Count + type, codes.Of(flow.Destination[type]));
        }
        row.EndRow();
    }

    private void AddChild(int place, long child)
    {
        var row = _draft.Table("flow_child");
        row.Set(0, _document);
        row.Set(1, place);
        row.Set(2, child);
        row.EndRow();
    }

    private void AddReport(int place, int ordinal, FlowReport report)
    {
        var row = _draft.Table("flow_report");
        row.Set(0, _document);
        row.Set(1, place);
        row.Set(2, ordinal);
        row.Set(3, report.SourceType);
        row.Set(4, report.Organization);
        row.Set(5, report.Channel);
        row.Set(6, report.DateDays);
        row.Set(7, report.RefCode);
        row.EndRow();
    }

    private void AddSpan(int ordinal, TextSpan span)
    {
        var row = _draft.Table("evidence_span");
        row.Set(0, _document);
        row.Set(1, _evidence);
        row.Set(2, ordinal);
        row.Set(3, span.Start);
        row.Set(4, span.End);
        row.Set(5, span.Line);
        row.EndRow();
    }

    private static void SetText(ChunkAppender row, int column, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty) row.SetNull(column);
        else row.SetUtf8(column, utf8.Span);
    }

    private static int? Days(DateOnly? date) => date is { } day ? Reading.Utf8Date.ToDays(day) : null;
}
