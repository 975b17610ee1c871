using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;

namespace Tributary.Tests.Sources.Fts;

/// <summary>Keeps what a reader finds. Flows are reused by their reader, so a test says what it takes of each.</summary>
internal sealed class RecordingSink(Action<FlowRecord>? onFlow = null) : IRecordSink
{
    public int FlowCount { get; private set; }

    public List<PlanRecord> Plans { get; } = [];

    public List<PublishedFigure> Figures { get; } = [];

    public List<ReadIssue> Issues { get; } = [];

    public Dictionary<string, string> Ignored { get; } = [];

    public void Add(FlowRecord flow)
    {
        FlowCount++;
        onFlow?.Invoke(flow);
    }

    public void Add(PlanRecord plan) => Plans.Add(plan);

    public void Add(PublishedFigure figure) => Figures.Add(figure);

    public void Add(Tributary.Money.ExchangeRate rate) => Assert.Fail("a CSV file of HDX has no exchange rates");

    public void Add(LocationRecord location) => Assert.Fail("a CSV file of HDX has no list of places");

    public void Add(EvidenceField field) => Assert.Fail("a CSV file of HDX says nothing about itself");

    public void Add(ListedRecord listed) => Assert.Fail("a CSV file of HDX is no sanctions list");

    public void Add(ListVersion version) => Assert.Fail("a CSV file of HDX is no sanctions list");

    public void Add(Activity activity) => Assert.Fail("a CSV file of HDX has no activities");

    public void Add(PublishingOrganisation organisation) => Assert.Fail("a CSV file of HDX has no organisations of IATI");

    public void StateDay(DateOnly day) => Assert.Fail("a CSV file of HDX has no day of its own here");

    public void Report(ReadIssue issue) => Issues.Add(issue);

    public int LeftOut { get; private set; }

    public void LeaveOut() => LeftOut++;

    public void Ignore(string field, string reason) => Ignored[field] = reason;
}
