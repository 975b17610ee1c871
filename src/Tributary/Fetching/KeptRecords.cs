using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Sources;

namespace Tributary.Fetching;

/// <summary>The plans and places of a document that came, or which list it is: what tells a fetch how to go on. The import reads the document again, and says what is odd in it.</summary>
internal sealed class KeptRecords : IRecordSink
{
    private readonly List<PlanRecord> _plans = [];
    private readonly List<LocationRecord> _locations = [];

    private KeptRecords()
    {
    }

    /// <summary>The plans.</summary>
    public IReadOnlyList<PlanRecord> Plans => _plans;

    /// <summary>The sanctions list that the document is; null when it is none, or not to its end.</summary>
    public SanctionsList? List { get; private set; }

    /// <summary>Reads a stored document; one that no reader knows has no records.</summary>
    public static KeptRecords Of(Asker asker, Arrived arrived, CancellationToken token)
    {
        using var document = asker.Open(arrived);
        return Of(document, token).Records;
    }

    /// <summary>Reads a document, and says what ended the reading before its end; null when nothing did.</summary>
    public static (KeptRecords Records, ReadIssue? Fatal) Of(Stream document, CancellationToken token)
    {
        var records = new KeptRecords();
        var content = new Reading.PeekStream(document, IDocumentFormat.HeadBytes);
        return (records, Formats.Recognise(content.Head)?.Read(content, records, token));
    }

    /// <summary>FTS's id of a country; null when the document lists none or several.</summary>
    public int? LocationId(string iso3) => KnownPlaces.Single(_locations.Where(place => place.Iso3 == iso3 && KnownPlaces.IsCountry(place.AdminLevel)).Select(place => place.LocationId));

    void IRecordSink.Add(PlanRecord plan) => _plans.Add(plan);

    void IRecordSink.Add(LocationRecord location) => _locations.Add(location);

    void IRecordSink.Add(Money.ExchangeRate rate)
    {
    }

    void IRecordSink.Add(FlowRecord flow)
    {
    }

    void IRecordSink.Add(PublishedFigure figure)
    {
    }

    void IRecordSink.Add(EvidenceField field)
    {
    }

    void IRecordSink.Add(ListedRecord listed)
    {
    }

    void IRecordSink.Add(ListVersion version) => List = version.List;

    void IRecordSink.Add(Activity activity)
    {
    }

    void IRecordSink.Add(PublishingOrganisation organisation)
    {
    }

    void IRecordSink.StateDay(DateOnly day)
    {
    }

    void IRecordSink.Report(ReadIssue issue)
    {
    }

    void IRecordSink.LeaveOut()
    {
    }

    void IRecordSink.Ignore(string field, string reason)
    {
    }
}
