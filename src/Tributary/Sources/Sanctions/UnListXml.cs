using System.Collections.Frozen;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>The consolidated list of the United Nations Security Council.</summary>
/// <remarks>
/// Published at https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list; the schema is
/// https://www.un.org/sc/resources/sc-sanctions.xsd. Left out on purpose: version and sort keys, and the kind of list, which is always the same.
/// </remarks>
internal sealed class UnListXml : XmlListFormat
{
    private static readonly FrozenDictionary<string, string> Ignored = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["VERSIONNUM"] = "the number of the record in the publisher's database; always 1",
        ["SORT_KEY"] = "the order in which the publisher prints the list",
        ["SORT_KEY_LAST_MOD"] = "the order in which the publisher prints the list",
        ["LIST_TYPE/VALUE"] = "the kind of list, which is always UN List",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "un-list-xml";

    /// <inheritdoc/>
    public override string Title => "UN Security Council consolidated list (XML)";

    /// <inheritdoc/>
    protected override string[] Containers => ["INDIVIDUALS", "ENTITIES"];

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => XmlHead.Root(head) == "CONSOLIDATED_LIST";

    /// <inheritdoc/>
    protected override IXmlList Start(XmlItem root, ListReading reading) => new List(reading, reading.Day(root.Place, "dateGenerated", root.Attribute("dateGenerated"), "yyyy-MM-dd"), root);

    private sealed class List : IXmlList
    {
        private readonly ListReading _reading;
        private readonly DateOnly? _day;

        public List(ListReading reading, DateOnly? day, XmlItem root)
        {
            (_reading, _day) = (reading, day);
            reading.Account(root, Ignored);
        }

        public ReadIssue? Take(XmlItem item)
        {
            var type = item.Name switch { "INDIVIDUAL" => ListedType.Person, "ENTITY" => ListedType.Organisation, _ => ListedType.Unknown };
            if (type == ListedType.Unknown)
            {
                _reading.ReportField(item.Name, item.Place);
                return null;
            }
            var entry = new UnEntry(item, type, _reading).Read();
            _reading.Account(item, Ignored);
            return _reading.Add(entry);
        }

        public ReadIssue? End() => _reading.End(new ListVersion(SanctionsList.Un, _day, 0, ListedFields.All));
    }
}
