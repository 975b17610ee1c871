using Tributary.Activities;
using Tributary.Appeals;
using Tributary.Flows;
using Tributary.Listings;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Sources;

/// <summary>Takes the records of one document as a reader finds them.</summary>
public interface IRecordSink
{
    /// <summary>A flow. The instance is the reader's: copy what is kept.</summary>
    void Add(FlowRecord flow);

    /// <summary>A plan.</summary>
    void Add(PlanRecord plan);

    /// <summary>A published figure.</summary>
    void Add(PublishedFigure figure);

    /// <summary>A place of FTS's list.</summary>
    void Add(LocationRecord location);

    /// <summary>A published exchange rate.</summary>
    void Add(ExchangeRate rate);

    /// <summary>Something a report says about itself.</summary>
    void Add(EvidenceField field);

    /// <summary>An entry of a sanctions list.</summary>
    void Add(ListedRecord listed);

    /// <summary>What list it is that the document holds whole. It comes after its entries.</summary>
    void Add(ListVersion version);

    /// <summary>An IATI activity with all that belongs to it.</summary>
    void Add(Activity activity);

    /// <summary>An organisation of an IATI file of organisations.</summary>
    void Add(PublishingOrganisation organisation);

    /// <summary>The day as of which the document says that it speaks. It is that of the records that come after it.</summary>
    void StateDay(DateOnly day);

    /// <summary>Something odd.</summary>
    void Report(ReadIssue issue);

    /// <summary>A record was passed over, whatever the number of errors reported of it.</summary>
    void LeaveOut();

    /// <summary>A field that is left out on purpose. Called once per field and document is enough; later calls add to its count.</summary>
    /// <param name="field">The field's path, array indexes as <c>*</c>.</param>
    /// <param name="reason">Why.</param>
    void Ignore(string field, string reason);
}
