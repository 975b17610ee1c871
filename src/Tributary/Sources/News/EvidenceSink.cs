using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Sources.News;

/// <summary>Keeps what a report says about itself, and nothing else: no other record is in a report.</summary>
internal sealed class EvidenceSink : IRecordSink
{
    /// <summary>The fields, in the order in which they came.</summary>
    public List<EvidenceField> Fields { get; } = [];

    public void Add(EvidenceField field) => Fields.Add(field);

    public void Add(FlowRecord flow) { }

    public void Add(PlanRecord plan) { }

    public void Add(PublishedFigure figure) { }

    public void Add(LocationRecord location) { }

    public void Add(ExchangeRate rate) { }

    public void Add(ListedRecord listed) { }

    public void Add(ListVersion version) { }

    public void Add(Activity activity) { }

    public void Add(PublishingOrganisation organisation) { }

    public void StateDay(DateOnly day) { }

    public void Report(ReadIssue issue) { }

    public void LeaveOut() { }

    public void Ignore(string field, string reason) { }
}
