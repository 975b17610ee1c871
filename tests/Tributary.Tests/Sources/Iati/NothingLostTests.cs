using System.Globalization;
using System.Xml.Linq;
using Tributary.Ledgers;

namespace Tributary.Tests.Sources.Iati;

/// <summary>Whatever stands in a record, wherever it stands, is in a column or in the details.</summary>
public sealed class NothingLostTests
{
    private static readonly XNamespace Foreign = "http://example.org/foreign";

    public static TheoryData<string> Everything() => [ActivityXml.File(ActivityXml.Everything), ActivityXml.OrganisationsFile(ActivityXml.Organisation)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Words_OfEveryElement_AreKept(string file) => AssertKept(XDocument.Parse(file));

    // Each element in turn gets what no publisher should write there; each gets a file of its own, and all are imported together.
    [Theory]
    [MemberData(nameof(Everything))]
    public void Words_WhereNoneAreExpected_AreKept(string file)
    {
        var number = 0;
        List<XDocument> files = [];
        for (var at = 0; at < XDocument.Parse(file).Root!.Descendants().Count(); at++)
        {
            var changed = XDocument.Parse(file);
            var element = changed.Root!.Descendants().ElementAt(at);
            element.SetAttributeValue("odd", Word());
            element.SetAttributeValue(Foreign + "code", Word());
            element.SetAttributeValue(XNamespace.Xml + "lang", "sw-" + Word());
            element.Add(new XText(Word()), new XElement("odd", new XAttribute("code", Word()), Word()), new XElement(Foreign + "narrative", Word()), new XElement("narrative", Word()));
            if (element.Parent != changed.Root) element.AddAfterSelf(new XElement(element.Name, new XAttribute("code", Word()), Word(), element.Elements()));
            files.Add(changed);
        }
        AssertKept([.. files]);

        string Word() => string.Create(CultureInfo.InvariantCulture, $"word-{++number}");
    }

    [Theory]
    [InlineData("<title>Old   and\n wide</title>")]
    [InlineData("<title>Old</title><title><narrative>Second</narrative></title>")]
    [InlineData("<title><narrative/><narrative>Second</narrative></title>")]
    [InlineData("<activity-date type=\"1\" iso-date=\"2020-01-01T10:30:00+05:00\"/>")]
    [InlineData("<activity-date type=\"1\" iso-date=\"soon\"/><activity-date type=\"start-planned\">2020-01-01Z</activity-date>")]
    [InlineData("<activity-date type=\"7\" iso-date=\"2020-01-01\"/><activity-date iso-date=\"2020-01-02\"/>")]
    [InlineData("<reporting-org ref=\"a\" activity-id=\"b\" role=\"c\"/>")]
    [InlineData("<sector code=\"1\" percentage=\"half\"/><sector code=\"2\" percentage=\"50 %\"/>")]
    [InlineData("<sector type=\"IASC\" code=\"15\">Shelter</sector><recipient-country vocabulary=\"x\" code=\"AF\" type=\"y\"/>")]
    [InlineData("<humanitarian-scope type=\"1\">No code</humanitarian-scope><related-activity type=\"1\">No reference</related-activity>")]
    [InlineData("<transaction>text<value>1,000.00</value><value currency=\"EUR\">2</value></transaction>")]
    [InlineData("<transaction><transaction-date iso-date=\"2020-13-01\">text</transaction-date><value value-date=\"never\">1e-30</value></transaction>")]
    [InlineData("<budget>text<period-start iso-date=\"x\"/><value>0.00000000000000000000000000001</value></budget>")]
    [InlineData("text<!-- and --> more<![CDATA[ <here> ]]>")]
    public void Words_OfOddElements_AreKept(string inside) => AssertKept(XDocument.Parse(ActivityXml.File(ActivityXml.Activity(inside, attributes: "humanitarian=\"yes\" hierarchy=\"top\" last-updated-datetime=\"yesterday\" default-currency=\"usd\""))));

    private static void AssertKept(params XDocument[] files)
    {
        using var folder = new TempFolder();
        var paths = files.Select((file, at) =>
        {
            file.Save(folder[$"{at}.xml"], SaveOptions.DisableFormatting);
            return folder[$"{at}.xml"];
        }).ToArray();
        using var ledger = TempLedger.Of(paths);
        using var facts = new SnapshotStore(ledger.Paths).OpenCurrent();
        Assert.Equal(files.Length, facts.Documents.Count);
        Assert.Empty(facts.Documents.Values.SelectMany(document => StatedWords.Lost(XDocument.Load(document.Name, LoadOptions.PreserveWhitespace), facts, document.Code)));
    }
}
