using System.Text;
using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;
using Tributary.Sources.News;

namespace Tributary.Tests.Sources.News;

/// <summary>Reads a report in a test: bytes in, fields out.</summary>
internal sealed class NewsReports : IRecordSink
{
    public List<EvidenceField> Fields { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public List<string> Ignored { get; } = [];

    public ReadIssue? Fatal { get; private init; }

    /// <summary>The one value of a field; null when the report gives none.</summary>
    public string? this[string field] => Fields.SingleOrDefault(evidence => evidence.Field == field)?.Value;

    public EvidenceField One(string field) => Assert.Single(Fields, evidence => evidence.Field == field);

    public string[] All(string field) => [.. Fields.Where(evidence => evidence.Field == field).Select(evidence => evidence.Value)];

    public static NewsReports Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static NewsReports Read(byte[] bytes) => Read(bytes, new NewsTextFormat());

    public static NewsReports Read(byte[] bytes, IDocumentFormat format)
    {
        var sink = new NewsReports();
        var fatal = format.Read(new MemoryStream(bytes), sink, TestContext.Current.CancellationToken);
        return fatal is null ? sink : new NewsReports { Fatal = fatal };
    }

    public static bool Recognises(string text) => new NewsTextFormat().Recognises(Encoding.UTF8.GetBytes(text));

    public void Add(EvidenceField field) => Fields.Add(field);

    public void Add(Activity activity) => Assert.Fail("a news report has no activities");

    public void Add(PublishingOrganisation organisation) => Assert.Fail("a news report has no organisations of IATI");

    public void StateDay(DateOnly day) => Assert.Fail("a news report has no day of its own here");

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public int LeftOut { get; private set; }

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason) => Ignored.Add(field);

    public void Add(ListedRecord listed) => Assert.Fail("a news report is no sanctions list");

    public void Add(ListVersion version) => Assert.Fail("a news report is no sanctions list");

    public void Add(FlowRecord flow) => Assert.Fail("a news report has no flows");

    public void Add(PlanRecord plan) => Assert.Fail("a news report has no plans");

    public void Add(PublishedFigure figure) => Assert.Fail("a news report has no published figures");

    public void Add(Tributary.Money.ExchangeRate rate) => Assert.Fail("a news report has no exchange rates");

    public void Add(LocationRecord location) => Assert.Fail("a news report has no list of places");
}
