using System.Text;
using CsCheck;

namespace Tributary.Tests.Sources.Sanctions;

/// <summary>Lists that are cut off, swollen, of another make or against themselves: an issue with its place, never an exception.</summary>
public sealed class HostileListTests
{
    private static readonly string Un = ListSamples.Un("2025-11-18", [ListSamples.UnPerson, ListSamples.UnIndividual("ZZi.002", "OTHER")]);

    public static TheoryData<string, string, string> Bad() => new()
    {
        { "cut off inside an entry", Un[..(Un.Length / 2)], "document-truncated" },
        { "cut off between entries", Un[..(Un.IndexOf("</INDIVIDUAL>", StringComparison.Ordinal) + 13)], "document-truncated" },
        { "cut off before its last tag", Un[..Un.LastIndexOf("</CONS", StringComparison.Ordinal)], "document-truncated" },
        { "not well-formed", Un.Replace("</COMMENTS1>", "</COMMENTS2>", StringComparison.Ordinal), "document-malformed" },
        { "entities that swell", "<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + Un[Un.IndexOf("<CONS", StringComparison.Ordinal)..].Replace("OTHER", "&b;", StringComparison.Ordinal), "document-type-declared" },
        { "an entity that opens a file", "<?xml version=\"1.0\"?><!DOCTYPE CONSOLIDATED_LIST SYSTEM \"file:///etc/passwd\">" + Un[Un.IndexOf("<CONS", StringComparison.Ordinal)..], "document-type-declared" },
        { "no entry", ListSamples.Un("2025-11-18", []), "list-empty" },
        { "another schema under the same root", "<CONSOLIDATED_LIST dateGenerated=\"2025-11-18\"><person name=\"x\"/></CONSOLIDATED_LIST>", "list-empty" },
        { "fewer entries than it says", ListSamples.OfacXml.Replace("<Record_Count>2", "<Record_Count>3", StringComparison.Ordinal), "list-count-differs" },
        { "JSON with fewer entries than it says", ListSamples.OfacJson.Replace("\"entries\": 2", "\"entries\": 19249", StringComparison.Ordinal), "list-count-differs" },
        { "JSON cut off", ListSamples.OfacJson[..^20], "document-truncated" },
        { "elements deep inside one another", ListSamples.Un("2025-11-18", ["<INDIVIDUAL>" + string.Concat(Enumerable.Repeat("<A>", 5000)) + string.Concat(Enumerable.Repeat("</A>", 5000)) + "</INDIVIDUAL>"]), "document-record-too-long" },
        { "an entry of many parts", ListSamples.Un("2025-11-18", ["<INDIVIDUAL>" + string.Concat(Enumerable.Repeat("<A/>", 300_000)) + "</INDIVIDUAL>"]), "document-record-too-long" },
        { "other names alone", ListSamples.AltCsv, "list-part-alone" },
        { "UK names alone", ListSamples.UkNames, "list-part-alone" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_BadList_IsFatalWithItsCode(string why, string document, string code)
    {
        var list = ReadList.Of(document);
        Assert.Equal((why, code), (why, list.Fatal?.Code));
        Assert.Null(list.Version);
    }

    [Fact]
    public void Read_EntryWithoutNameOrReference_IsAnErrorAtItsPlace()
    {
        var list = ReadList.Of(ListSamples.Un("2025-11-18", ["\n", ListSamples.UnIndividual("ZZi.001", ""), "\n", ListSamples.UnIndividual("", "NOBODY").Replace("<DATAID>1</DATAID>", "", StringComparison.Ordinal), ListSamples.UnIndividual("ZZi.003", "SOMEBODY")]));
        Assert.Equal([("list-name-missing", "line 3"), ("list-id-missing", "line 4")], list.Issues.Select(issue => (issue.Code, issue.Place)));
        Assert.Equal((2, 1), (list.LeftOut, list.Entries.Count));
    }

    [Fact]
    public void Read_ReferenceTwice_KeepsBoth()
    {
        var list = ReadList.Of(ListSamples.Un("2025-11-18", [ListSamples.UnIndividual("ZZi.001", "A"), ListSamples.UnIndividual("ZZi.001", "B"), ListSamples.UnIndividual("ZZi.001 (2)", "C")]));
        Assert.Equal(["ZZi.001", "ZZi.001 (2)", "ZZi.001 (2) (2)"], list.Entries.Select(entry => entry.Id));
        Assert.All(list.Issues, issue => Assert.Equal("list-id-repeated", issue.Code));
    }

    [Fact]
    public void Read_UnknownFieldsAndWords_AreTold()
    {
        var list = ReadList.Of(Un.Replace("<GENDER>", "<SHOE_SIZE>44</SHOE_SIZE><GENDER>", StringComparison.Ordinal).Replace("<QUALITY>Low", "<QUALITY>Poor", StringComparison.Ordinal).Replace("2001-01-25", "25.1.2001", StringComparison.Ordinal));
        Assert.Equal(["list-field-unknown", "list-value-unknown", "list-value-unknown", "list-value-unknown"], list.Issues.Select(issue => issue.Code).Order(StringComparer.Ordinal));
        Assert.Contains("INDIVIDUAL/SHOE_SIZE", list.Ignored);
    }

    [Fact]
    public void Read_SetWithRowsOfOtherEntries_IsAnErrorAtItsPlace()
    {
        var list = ReadList.Of(ReadList.Set(("subjects.csv", ListSamples.UkSubjects), ("names", ListSamples.UkNames), ("dobs", ListSamples.UkBirths.Replace("1,ZZA0001", "1,ZZA0009", StringComparison.Ordinal)), ("ids", ListSamples.UkIdentifiers), ("countries", ListSamples.UkCountries)));
        Assert.Equal(("list-entry-unknown", "subject_dobs.csv, line 3"), (Assert.Single(list.Issues).Code, list.Issues[0].Place));
    }

    [Fact]
    public void Read_BrokenSet_IsFatal()
    {
        var set = ReadList.Set(("sdn.csv", ListSamples.SdnCsv), ("alt.csv", ListSamples.AltCsv));
        Assert.Equal("list-set-broken", ReadList.Of(set[..(set.Length - 1400)]).Fatal!.Code);
        Assert.Equal("list-part-repeated", ReadList.Of(ReadList.Set(("sdn.csv", ListSamples.SdnCsv), ("sdn.csv", ListSamples.SdnCsv))).Fatal!.Code);
        Assert.Equal("list-set-broken", ReadList.Of(ReadList.Set(("sdn.csv", ListSamples.SdnCsv), ("readme", "Hello there"))).Fatal!.Code);
        Assert.Equal("list-set-broken", ReadList.Of(ReadList.Set(("alt.csv", ListSamples.AltCsv), ("sdn.csv", ListSamples.SdnCsv))).Fatal!.Code);
        Assert.Equal("list-part-alone", ReadList.Of(ReadList.Set(("subjects.csv", ListSamples.UkSubjects), ("dobs", ListSamples.UkBirths))).Fatal!.Code);
    }

    // Whatever happens to bytes, reading ends with a list or an issue.
    [Fact]
    public void Read_AnyBytesChanged_EndsWithAListOrAnIssue()
    {
        byte[][] documents = [Encoding.UTF8.GetBytes(Un), Encoding.UTF8.GetBytes(ListSamples.OfacXml), Encoding.UTF8.GetBytes(ListSamples.OfacJson), Encoding.UTF8.GetBytes(ListSamples.EuXml), ReadList.Set(("sdn.csv", ListSamples.SdnCsv), ("alt.csv", ListSamples.AltCsv), ("add.csv", ListSamples.AddCsv))];
        Gen.Select(Gen.Int[0, documents.Length - 1], Gen.Int[0, 20_000], Gen.Byte, Gen.Int[0, 20_000]).Sample((which, at, value, cut) =>
        {
            var bytes = documents[which].ToArray();
            bytes[at % bytes.Length] = value;
            if (cut < bytes.Length) bytes = bytes[..cut];
            if (bytes.Length == 0 || Tributary.Import.Formats.Recognise(bytes) is null) return;
            var list = ReadList.Of(bytes);
            Assert.True(list.Fatal is not null || list.Version is not null);
        }, iter: 500, threads: 1);
    }
}
