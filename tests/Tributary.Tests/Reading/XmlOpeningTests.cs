using System.Text;
using Tributary.Tests.Sources.Iati;
using Tributary.Tests.Validating;

namespace Tributary.Tests.Reading;

/// <summary>XML in other encodings than UTF-8: bytes that stand for nothing are never read as something.</summary>
public sealed class XmlOpeningTests
{
    [Theory]
    [InlineData("us-ascii", "E9")]
    [InlineData("GB18030", "FFFF")]
    [InlineData("Shift_JIS", "FFFE")]
    [InlineData("Big5", "FF")]
    [InlineData("EUC-JP", "FFFE")]
    [InlineData("iso-8859-7", "D2")]
    [InlineData("windows-1253", "FF")]
    [InlineData("utf-8", "E9")]
    public void Read_BytesThatTheDeclaredEncodingDoesNotKnow_IsRefusedAtTheirLine(string encoding, string bytes)
    {
        var head = string.Concat(Enumerable.Repeat($"<!-- {new string('x', 80)} -->\n", 200));
        byte[] file = [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n{head}<iati-activities version=\"2.03\">\n{ActivityXml.Activity("<title><narrative>A")}"[..^16]),
            .. Convert.FromHexString(bytes), .. Encoding.ASCII.GetBytes("B</narrative></title></iati-activity>\n</iati-activities>\n")];
        var kept = KeptActivities.Of(file);
        Assert.Equal(("document-encoding", "line 203", 0), (kept.Fatal?.Code, kept.Fatal?.Place, kept.Activities.Count));
        var report = Activity.Validate(file);
        Assert.Equal(("0.1.1", 203), (Activity.Ids(report), report.Findings[0].Line));
    }

    [Theory]
    [InlineData("us-ascii", "Water & <b>", "")]
    [InlineData("GB18030", "水\uE000\uF8F0é€", "")]
    [InlineData("Shift_JIS", "水とー\uE000", "")]
    [InlineData("Big5", "水\uF848", "")]
    [InlineData("windows-1253", "νερό", "")]
    [InlineData("windows-1252", "L’eau é€ÿ", "")]
    [InlineData("macintosh", "eau\uF8FF", "")]
    [InlineData("iso-8859-1", "L'eau é — of UTF-8, as its mark says", "EFBBBF")]
    public void Read_LettersThatTheDeclaredEncodingKnows_AreKept(string encoding, string title, string mark)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{ActivityXml.File(ActivityXml.Activity($"<title><narrative>{System.Security.SecurityElement.Escape(title)}</narrative></title>"))[39..]}";
        var code = mark.Length > 0 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] file = [.. Convert.FromHexString(mark), .. code.GetBytes(text)];
        var kept = KeptActivities.Of(file);
        Assert.Equal((null, title), (kept.Fatal, kept.Only.Title));
        Assert.NotEqual("0.1.1", Activity.Validate(file).Totals[0].Id);
    }
}
