using System.Text;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;

namespace Tributary.Tests.Sources.Fts;

/// <summary>Keeps all that a reader hands out, flows as one line each.</summary>
internal sealed class KeptRecords : IRecordSink
{
    public List<FlowRecord> Flows { get; } = [];

    public List<PlanRecord> Plans { get; } = [];

    public List<PublishedFigure> Figures { get; } = [];

    public List<LocationRecord> Locations { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public Dictionary<string, int> Ignored { get; } = new(StringComparer.Ordinal);

    public ReadIssue? Fatal { get; private set; }

    public static KeptRecords Of(IDocumentFormat format, Stream document)
    {
        var kept = new KeptRecords();
        kept.Fatal = format.Read(document, kept, TestContext.Current.CancellationToken);
        return kept;
    }

    public static KeptRecords Of(IDocumentFormat format, string json) => Of(format, Encoding.UTF8.GetBytes(json));

    public static KeptRecords Of(IDocumentFormat format, byte[] json)
    {
        using var stream = new MemoryStream(json);
        return Of(format, stream);
    }

    public void Add(FlowRecord flow) => Flows.Add(Copy(flow));

    public void Add(PlanRecord plan) => Plans.Add(plan);

    public void Add(PublishedFigure figure) => Figures.Add(figure);

    public void Add(Tributary.Money.ExchangeRate rate) => Assert.Fail("an answer of FTS has no table of rates");

    public void Add(LocationRecord location) => Locations.Add(location);

    public void Add(EvidenceField field) => throw new NotSupportedException(field.Field);

    public void Add(ListedRecord listed) => throw new NotSupportedException(listed.Place);

    public void Add(ListVersion version) => throw new NotSupportedException(version.List.ToString());

    public void Add(Activity activity) => throw new NotSupportedException("activities");

    public void Add(PublishingOrganisation organisation) => throw new NotSupportedException("organisations of IATI");

    public void StateDay(DateOnly day) => throw new NotSupportedException("day of its own here");

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public int LeftOut { get; private set; }

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason) => Ignored[field] = Ignored.GetValueOrDefault(field) + 1;

    /// <summary>All records as text, to compare two readings by.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var flow in Flows) text.AppendLine(Describe(flow));
        foreach (var figure in Figures) text.AppendLine(figure.ToString());
        foreach (var issue in Issues) text.AppendLine(issue.ToString());
        return text.Append(Fatal).ToString();
    }

    public static string Describe(FlowRecord flow) =>
        $"{flow.Place} {flow.Id} v{flow.VersionId} {flow.AmountUsdE4} {flow.OriginalAmountE4} {flow.OriginalCurrency} {flow.ExchangeRateE8} {flow.Status} "
        + $"{flow.FlowType} {flow.ContributionType} {flow.Method} {flow.Earmarking} {flow.Keywords} {flow.BudgetYear} {flow.NewMoney} "
        + $"{flow.StatedBoundary} {flow.StatedOnBoundary} {flow.ParentFlowId} [{string.Join(',', flow.ChildFlowIds)}] "
        + $"{flow.DateDays} {flow.DecisionDateDays} {flow.FirstReportedDays} {flow.CreatedAtMicros} {flow.UpdatedAtMicros} "
        + $"'{Encoding.UTF8.GetString(flow.DescriptionUtf8.Span)}' '{Encoding.UTF8.GetString(flow.RefCodeUtf8.Span)}' "
        + $"{string.Join(',', flow.Reports)} {Describe(flow.Source)} -> {Describe(flow.Destination)}";

    private static string Describe(ObjectSet?[] side) => string.Join(" | ", side.Select(set => string.Join(" + ", set?.Members ?? [])));

    private static FlowRecord Copy(FlowRecord flow)
    {
        var copy = new FlowRecord
        {
            Place = flow.Place, Id = flow.Id, VersionId = flow.VersionId, AmountUsdE4 = flow.AmountUsdE4, OriginalAmountE4 = flow.OriginalAmountE4,
            OriginalCurrency = flow.OriginalCurrency, ExchangeRateE8 = flow.ExchangeRateE8, Status = flow.Status, FlowType = flow.FlowType,
            ContributionType = flow.ContributionType, Method = flow.Method, Earmarking = flow.Earmarking, Keywords = flow.Keywords,
            BudgetYear = flow.BudgetYear, NewMoney = flow.NewMoney, StatedBoundary = flow.StatedBoundary, StatedOnBoundary = flow.StatedOnBoundary,
            ParentFlowId = flow.ParentFlowId, DateDays = flow.DateDays, DecisionDateDays = flow.DecisionDateDays, FirstReportedDays = flow.FirstReportedDays,
            CreatedAtMicros = flow.CreatedAtMicros, UpdatedAtMicros = flow.UpdatedAtMicros,
            DescriptionUtf8 = flow.DescriptionUtf8.ToArray(), RefCodeUtf8 = flow.RefCodeUtf8.ToArray(),
        };
        copy.ChildFlowIds.AddRange(flow.ChildFlowIds);
        copy.Reports.AddRange(flow.Reports);
        flow.Source.CopyTo(copy.Source, 0);
        flow.Destination.CopyTo(copy.Destination, 0);
        return copy;
    }
}
