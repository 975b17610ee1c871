using System.Collections.Frozen;
using System.Globalization;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>OFAC's lists in its standard XML: <c>sdn.xml</c>, and <c>consolidated.xml</c> of those under other measures.</summary>
/// <remarks>
/// Published at https://ofac.treasury.gov/sanctions-list-service; the schema is https://ofac.treasury.gov/media/10281/download. The
/// document does not say which of the two lists it is: see <see cref="OfacLists"/>. Left out on purpose: OFAC's numbers of names,
/// addresses and dates, and which of several is the main one, which is the first.
/// </remarks>
internal sealed class OfacListXml : XmlListFormat
{
    private const string NumberReason = "the number of a part of the entry in OFAC's database";
    private const string MainReason = "which of several is the main one: the list gives it first";

    private static readonly FrozenDictionary<string, string> Ignored = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["akaList/aka/uid"] = NumberReason, ["addressList/address/uid"] = NumberReason, ["idList/id/uid"] = NumberReason,
        ["dateOfBirthList/dateOfBirthItem/uid"] = NumberReason, ["placeOfBirthList/placeOfBirthItem/uid"] = NumberReason,
        ["nationalityList/nationality/uid"] = NumberReason, ["citizenshipList/citizenship/uid"] = NumberReason,
        ["dateOfBirthList/dateOfBirthItem/mainEntry"] = MainReason, ["placeOfBirthList/placeOfBirthItem/mainEntry"] = MainReason,
        ["nationalityList/nationality/mainEntry"] = MainReason, ["citizenshipList/citizenship/mainEntry"] = MainReason,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "ofac-list-xml";

    /// <inheritdoc/>
    public override string Title => "OFAC list, SDN or consolidated (XML)";

    /// <inheritdoc/>
    protected override string[] Containers => [];

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => XmlHead.Root(head) == "sdnList";

    /// <inheritdoc/>
    protected override IXmlList Start(XmlItem root, ListReading reading)
    {
        reading.Account(root, Ignored);
        return new List(reading);
    }

    private sealed class List(ListReading reading) : IXmlList
    {
        private readonly OfacLists _lists = new();
        private DateOnly? _day;
        private int? _count;

        public ReadIssue? Take(XmlItem item) => item.Name switch
        {
            "sdnEntry" => TakeEntry(item),
            "publshInformation" => TakeHead(item),
            _ => Unknown(item),
        };

        public ReadIssue? End() => reading.End(new ListVersion(_lists.List, _day, 0, ListedFields.All & ~ListedFields.Days), _count);

        private ReadIssue? TakeHead(XmlItem item)
        {
            _day = reading.Day(item.Place, "Publish_Date", item.Value("Publish_Date"), "MM/dd/yyyy");
            _count = int.TryParse(item.Value("Record_Count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
            reading.Account(item, Ignored);
            return null;
        }

        private ReadIssue? TakeEntry(XmlItem item)
        {
            var entry = new OfacXmlEntry(item, reading).Read(_lists);
            reading.Account(item, Ignored);
            return reading.Add(entry);
        }

        private ReadIssue? Unknown(XmlItem item)
        {
            reading.ReportField(item.Name, item.Place);
            return null;
        }
    }
}
