using System.Text;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>Small files, each with one thing wrong.</summary>
public sealed class IatiValidatorTests
{
    [Fact]
    public void Validate_NothingWrong_FindsNothing()
    {
        var report = Activity.Validate(Activity.File());
        Assert.Equal(("", true, "iati-activities", "2.03", 1L), (Activity.Ids(report), report.IsValid, report.FileType, report.Version, report.Records));
    }

    [Theory]
    [InlineData("<title><narrative>Water for a town</narrative></title>", "", "0.3.1", 7, 5)]
    [InlineData("<activity-status code=\"2\"/>", "<activity-status/>", "0.3.1", 9, 5)]
    [InlineData("<activity-status code=\"2\"/>", "<activity-status code=\"2\" colour=\"red\"/>", "0.3.1", 9, 31)]
    [InlineData("<activity-status code=\"2\"/>", "<activity-status code=\"2\">ended</activity-status>", "0.3.1", 9, 31)]
    [InlineData(">1000.50<", ">a thousand<", "0.3.1", 13, 85)]
    [InlineData("iso-date=\"2020-02-01\"", "iso-date=\"2020-02-30\"", "0.3.1", 14, 64)]
    [InlineData("code=\"AF\"", "code=\"AFG\"", "9.50.1", 11, 24)]
    [InlineData("<narrative>Water for a town</narrative>", "<narrative/>", "4.3.1", 6, 5)]
    [InlineData("xml:lang=\"en\" ", "", "4.1.1", 5, 49)]
    [InlineData(" default-currency=\"USD\"", "", "7.8.1", 13, 85)]
    [InlineData("2020-12-31", "2021-01-02", "7.5.3", 13, 62)]
    [InlineData("2020-12-31", "2019-12-31", "8.6.3", 13, 27)]
    [InlineData("percentage=\"100\"/>\n    <sector", "percentage=\"90\"/>\n    <sector", "3.1.4", 11, 5)]
    [InlineData("XM-DAC-41127-A1", "XM-DAC-41127-A1 ", "1.3.1", 4, 5)]
    [InlineData("XM-DAC-41127-A1", "A1", "1.1.21", 4, 5)]
    [InlineData("type=\"2\" iso-date=\"2020-01-01\"", "type=\"2\" iso-date=\"2999-01-01\"", "11.1.4", 10, 29)]
    public void Validate_OneThingWrong_IsFoundAtItsPlace(string piece, string by, string id, int line, int column)
    {
        var report = Activity.Validate(Activity.File((piece, by)));
        Assert.Equal(id, Activity.Ids(report));
        Assert.Equal((line, column, "XM-DAC-41127-A1"), (report.Findings[0].Line, report.Findings[0].Column, by == "A1" ? "XM-DAC-41127-A1" : report.Findings[0].Identifier!.Trim()));
    }

    [Theory]
    [InlineData("", "0.1.1")]
    [InlineData("not XML", "0.1.1")]
    [InlineData("<iati-activities version='2.03'><iati-activity></iati-activities>", "0.1.1")]
    [InlineData("<!DOCTYPE iati-activities [<!ENTITY a 'b'>]><iati-activities version='2.03'>&a;</iati-activities>", "0.1.1")]
    [InlineData("<other/>", "0.2.1")]
    [InlineData("<iati-activities xmlns='https://example.org/' version='2.03'/>", "0.2.1")]
    [InlineData("<iati-activities version='1.05'><iati-activity/></iati-activities>", "0.6.1")]
    [InlineData("<iati-activities version='1.05'><iati-activity>", "0.1.1")]
    [InlineData("<iati-activities version='2.03'/>", "0.3.1")]
    [InlineData("<iati-organisations version='2.02'/>", "0.3.1")]
    public void Validate_AFileThatIsNoValidIati_IsCritical(string text, string id)
    {
        var report = Activity.Validate(text);
        Assert.Equal((id, false), (Activity.Ids(report), report.IsValid));
    }

    [Fact]
    public void Validate_AnotherVersion_IsHeldToTheLatestAndTold()
    {
        var report = Activity.Validate(Activity.File(("version=\"2.03\"", "version=\"2.04\"")));
        Assert.Equal(("9.1.1", "2.04", "2.03"), (Activity.Ids(report), report.Version, report.CheckedAs));
    }

    [Theory]
    [InlineData("", "no element at all", "an XML document")]
    [InlineData("PK\u0003\u0004", "text outside of the root element", "XML that begins and ends with its root element")]
    [InlineData("<!DOCTYPE a []><a/>", "a document type declaration (DOCTYPE)", "XML without one: it can make a document swell, or open addresses")]
    [InlineData("<?xml version='1.0' encoding='x-klingon'?><a/>", "the encoding 'x-klingon', which is not known here", "one that readers of XML know, such as UTF-8")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><a/>", "bytes that are not the UTF-16 that the document declares", "the encoding that the document declares")]
    [InlineData("<?xml version='1.1'?><a/>", "version '1.1' of XML", "XML 1.0")]
    [InlineData("\n<?xml version='1.0'?><a/>", "something in front of the XML declaration", "the declaration at the first byte, or none")]
    [InlineData("<a>b & c</a>", "an & that begins no entity", "&amp; for an & in a text")]
    [InlineData("<a>&nbsp;</a>", "the entity 'nbsp', which is not declared", "the letter itself, or its number")]
    [InlineData("<activities>", "an end before what it began is closed", "the end of its root element")]
    public void Validate_AFileThatIsNoXml_IsToldInWords(string text, string found, string expected)
    {
        var finding = Assert.Single(Activity.Validate(text).Findings);
        Assert.Equal(($"The file cannot be read: {found}.", expected), (finding.Message, finding.Expected));
        Assert.True(finding is { Line: > 0, Column: > 0 });
    }

    [Fact]
    public void Validate_AGzipFile_IsReadAsWhatItHolds()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(Activity.File(("code=\"AF\"", "code=\"AFG\""))));
        Assert.Equal("9.50.1", Activity.Ids(Activity.Validate(packed)));
        var cut = Assert.Single(Activity.Validate(packed[..^20]).Findings);
        Assert.Equal(("0.1.1", "a whole gzip file"), (cut.Id, cut.Expected));
        using var left = new MemoryStream(packed);
        IatiValidator.Validate(left, token: TestContext.Current.CancellationToken);
        Assert.True(left.CanRead);
    }

    [Fact]
    public void Validate_AGzipFileThatSwells_IsNotReadToItsEnd()
    {
        var report = Activity.Validate(Packed(Encoding.UTF8.GetBytes("<iati-activities version=\"2.03\">" + string.Concat(Enumerable.Repeat("<iati-activity/>\n", 6_000_000)) + "</iati-activities>")), new ValidationOptions { FindingsMax = 1, Rules = Ruleset.Read(new MemoryStream("{}"u8.ToArray())) });
        Assert.Equal(("0.1.1", "at most 150 bytes from one"), (Activity.Ids(report), report.Findings[0].Expected));
        Assert.InRange(report.Bytes, 0, 70 << 20);
    }

    [Fact]
    public void Validate_TextsOfTheDocumentOfAnyLength_AreCutInFindings()
    {
        var longText = new string('x', 1 << 20);
        var report = Activity.Validate(Activity.File(("version=\"2.03\"", $"version=\"{longText}\""), ("code=\"AF\"", $"code=\"{longText}\""), ("XM-DAC-41127-A1", $" {longText}"), ("<title>", $"<title {longText}=\"\">"), ("type=\"40\"", $"type=\"{longText}\""),
            ("  </iati-activity>", $"<related-activity ref=\" {longText}\" type=\"1\"/><{longText}/></iati-activity>")));
        Assert.InRange(report.Findings.Count, 7, 20);
        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(report).Length, 1000, 50_000);
    }

    [Fact]
    public void Validate_ARootInANamespace_IsNamedWithIt()
    {
        var finding = Assert.Single(Activity.Validate("<iati-activities xmlns='https://example.org/' version='2.03'/>").Findings);
        Assert.Equal(("0.2.1", "'iati-activities' in the namespace 'https://example.org/'", "iati-activities or iati-organisations in no namespace"), (finding.Id, finding.Found, finding.Expected));
    }

    [Fact]
    public void Validate_WhatIsAboutTheFile_IsOfNoActivity()
    {
        var report = Activity.Validate(Activity.File(("version=\"2.03\"", "version=\"2.04\""), ("code=\"AF\"", "code=\"AFG\"")));
        Assert.Equal(["9.1.1 ", "9.50.1 XM-DAC-41127-A1"], report.Findings.Select(finding => $"{finding.Id} {finding.Identifier}"));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("ISO-8859-1", "iso-8859-1")]
    [InlineData("windows-1252", "windows-1252")]
    public void Validate_AnEncodingThatIsDeclared_IsRead(string declared, string encoding)
    {
        var text = Activity.File(("UTF-8", declared), ("Water for a town", "L’eau à Zürich €"));
        var bytes = (encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding)).GetBytes(text);
        if (encoding == "utf-16") bytes = [0xff, 0xfe, .. bytes];
        var report = Activity.Validate(bytes, null);
        Assert.Equal("", Activity.Ids(report));
        var failing = Activity.Validate(Encoding.Latin1.GetBytes(Activity.File(("UTF-8", "utf-8"), ("Water for a town", "Zürich"))));
        Assert.Equal("0.1.1", Activity.Ids(failing));
    }

    [Fact]
    public void Validate_LineEndsCommentsCdataAndOtherNamespaces_AreAsXmlSays()
    {
        var text = Activity.File(("<narrative>Wells and pipes.</narrative>", "<narrative><!-- a --><![CDATA[Wells & pipes]]></narrative>"),
            ("  </iati-activity>", "    <x:note xmlns:x=\"https://example.org/\" x:by=\"me\"><x:inside>text</x:inside></x:note>\n  </iati-activity>"), ("<activity-status code", "<activity-status x:a=\"1\" xmlns:x=\"https://example.org/\" code"));
        Assert.Equal("", Activity.Ids(Activity.Validate(text)));
        Assert.Equal("", Activity.Ids(Activity.Validate(text.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal("", Activity.Ids(Activity.Validate(text.Replace("\n", "\r", StringComparison.Ordinal))));
    }

    [Fact]
    public void Validate_IdentifiersThatRepeat_AreAllFound()
    {
        var one = Activity.File();
        var record = one[one.IndexOf("<iati-activity ", StringComparison.Ordinal)..(one.IndexOf("</iati-activity>", StringComparison.Ordinal) + 16)];
        var report = Activity.Validate($"<iati-activities version=\"2.03\">{record}{record}{record}</iati-activities>");
        Assert.Equal("1.1.2*2", Activity.Ids(report));
        Assert.Equal([14, 26], report.Findings.Select(finding => finding.Line));
    }

    [Fact]
    public void Validate_AnActivityThatIsNamed_MayStandInAnotherFile()
    {
        var one = Activity.File(("  </iati-activity>", "    <related-activity ref=\"XM-DAC-41127-B2\" type=\"1\"/>\n  </iati-activity>"));
        var other = Activity.File(("XM-DAC-41127-A1", "XM-DAC-41127-B2"));
        Assert.Equal("1000.0.6", Activity.Ids(Activity.Validate(one)));
        var reports = IatiValidator.Validate([new ValidatedFile("one", () => Stream(one)), new ValidatedFile("other", () => Stream(other))], null, TestContext.Current.CancellationToken);
        Assert.Equal(["", ""], reports.Select(Activity.Ids));
    }

    [Fact]
    public void Validate_MoreFindingsThanWanted_AreCounted()
    {
        var report = Activity.Validate(Activity.File(("code=\"AF\"", "code=\"AFG\""), ("code=\"14030\"", "code=\"1\"")), new ValidationOptions { FindingsMax = 1 });
        Assert.Equal(("9.50.1 9.76.1", 1, 1L), (Activity.Ids(report), report.Findings.Count, report.NotListed));
    }

    [Fact]
    public void Validate_APublisherThatIsKnown_NeedsNoAgency()
    {
        var text = Activity.File(("XM-DAC-41127", "OFFICE"));
        Assert.Equal("1.14.8", Activity.Ids(Activity.Validate(text)));
        Assert.Equal("", Activity.Ids(Activity.Validate(text, new ValidationOptions { Publishers = new HashSet<string>(StringComparer.Ordinal) { "OFFICE" } })));
    }

    [Fact]
    public void Validate_HostileSizes_AreRefused()
    {
        Assert.Equal("0.1.1", Activity.Ids(Activity.Validate(Activity.Around(string.Concat(Enumerable.Repeat("<a>", 100))))));
        Assert.Equal("0.1.1", Activity.Ids(Activity.Validate(Activity.Around("", " " + string.Join(' ', Enumerable.Range(0, 300).Select(n => $"a{n}=\"\""))))));
        Assert.Equal("0.1.1", Activity.Ids(Activity.Validate(Activity.File(("Water for a town", new string('x', 20 << 20))))));
    }

    [Theory]
    [InlineData("FEFF0000003C003F0078006D006C00202000")]
    [InlineData("FEFF0000003C003F0078006D006C0020200000")]
    [InlineData("FFFE000041")]
    public void Validate_FirstBytesThatNoEncodingKnows_AreNoXml(string bytes)
    {
        // Found by changing files at random: .NET's reader fails at these before it reads.
        Assert.Equal("0.1.1", Activity.Ids(Activity.Validate(Convert.FromHexString(bytes))));
    }

    [Theory]
    [InlineData("nil=\"true\"", "0.3.1")]
    [InlineData("nil=\"false\"", "0.3.1")]
    [InlineData("other=\"a\"", "")]
    [InlineData("type=\"textRequiredType\"", "")]
    [InlineData("noNamespaceSchemaLocation=\"a.xsd\"", "")]
    public void Validate_AttributesOfXmlSchema_AreHeldToIt(string attribute, string ids) =>
        Assert.Equal(ids, Activity.Ids(Activity.Validate(Activity.File(("<title>", $"<title xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:{attribute}>")))));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
