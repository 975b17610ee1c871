using System.Collections.Frozen;
using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>The consolidated list of the European Union's financial sanctions, in the Financial Sanctions Files' XML.</summary>
/// <remarks>
/// Published at https://webgate.ec.europa.eu/fsd/fsf, schema <c>xmlFullSanctionsList_1_1</c>. Left out on purpose: numbers of parts of the
/// publisher's database, the language of the regulation, and the regulation of each single part, which is kept for the entry.
/// </remarks>
internal sealed class EuListXml : XmlListFormat
{
    private const string Namespace = "http://eu.europa.ec/fpi/fsd/export";

    /// <inheritdoc/>
    public override string Name => "eu-list-xml";

    /// <inheritdoc/>
    public override string Title => "EU consolidated financial sanctions list (XML)";

    /// <inheritdoc/>
    protected override string[] Containers => [];

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => XmlHead.Root(head) == "export" && XmlHead.FirstTag(head).Contains(Namespace, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override IXmlList Start(XmlItem root, ListReading reading)
    {
        var day = reading.Day(root.Place, "generationDate", root.Attribute("generationDate"), "yyyy-MM-dd");
        reading.Account(root, new Dictionary<string, string>(StringComparer.Ordinal) { ["@globalFileId"] = "the number of the file in the publisher's database" });
        return new List(reading, day);
    }

    private sealed class List(ListReading reading, DateOnly? day) : IXmlList
    {
        public ReadIssue? Take(XmlItem item)
        {
            if (item.Name != "sanctionEntity")
            {
                reading.ReportField(item.Name, item.Place);
                return null;
            }
            var entry = new EuEntry(item, reading).Read();
            reading.Account(item, EuFields.Ignored);
            return reading.Add(entry);
        }

        public ReadIssue? End() => reading.End(new ListVersion(SanctionsList.Eu, day, 0, ListedFields.All));
    }
}

/// <summary>Fields of the EU's list that are left out on purpose.</summary>
internal static class EuFields
{
    private const string NumberReason = "the number of a part of the entry in the publisher's database";
    private const string LanguageReason = "the language of the regulation, not of what it says";
    private const string RegulationReason = "the regulation of one part; those of the entry are kept";
    private const string BirthReason = "a part of a birth date that is stated whole beside it";
    private const string CodeReason = "the short code of the type beside it";

    private static readonly string[] Parts = ["nameAlias", "birthdate", "citizenship", "identification", "address"];
    private static readonly string[] RegulationFields = ["@regulationType", "@publicationDate", "@numberTitle", "@publicationUrl", "@organisationType", "@entryIntoForceDate", "@programme"];

    public static FrozenDictionary<string, string> Ignored { get; } = All().ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> All()
    {
        var ignored = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["@logicalId"] = NumberReason, ["regulation/@logicalId"] = NumberReason, ["regulation/@organisationType"] = RegulationReason, ["regulation/@entryIntoForceDate"] = RegulationReason,
            ["birthdate/@dayOfMonth"] = BirthReason, ["birthdate/@monthOfYear"] = BirthReason, ["birthdate/@year"] = BirthReason, ["subjectType/@classificationCode"] = CodeReason, ["subjectType/@logicalId"] = NumberReason,
            ["identification/@identificationTypeCode"] = CodeReason, ["address/contactInfo/@logicalId"] = NumberReason,
        };
        foreach (var part in Parts)
        {
            ignored[$"{part}/@logicalId"] = NumberReason;
            ignored[$"{part}/@regulationLanguage"] = LanguageReason;
            ignored[$"{part}/@countryIso2Code"] = "the country, which is kept by its words where the code names none";
            ignored[$"{part}/@countryDescription"] = "the country, which is kept by its code";
            foreach (var field in RegulationFields) ignored[$"{part}/regulationSummary/{field}"] = RegulationReason;
        }
        return ignored;
    }
}
