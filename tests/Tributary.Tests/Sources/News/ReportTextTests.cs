using System.Text;
using Tributary.Reading;
using Tributary.Sources.News;

namespace Tributary.Tests.Sources.News;

public sealed class ReportTextTests
{
    [Fact]
    public void Of_PlainText_IsTheDocument()
    {
        var text = ReportText.Of(new MemoryStream([0xEF, 0xBB, 0xBF, .. "Donors met.\r\n\r\nThey said só."u8]), "news-text", TestContext.Current.CancellationToken)!;
        Assert.Equal("Donors met.\r\n\r\nThey said só.", text.Text);
        Assert.All(Enumerable.Range(0, text.Text.Length), at => Assert.Equal(at, text.DocumentPosition(at)));
        AssertMapped(text);
    }

    [Theory]
    [InlineData(NewsPages.Daily), InlineData(NewsPages.Old), InlineData(NewsPages.Differing)]
    public void Of_Page_HasEachCharacterWhereTheDocumentHasIt(string page)
    {
        foreach (var newline in new[] { "\n", "\r\n" })
        {
            var text = ReportText.Of(new MemoryStream(Encoding.UTF8.GetBytes(page.ReplaceLineEndings(newline))), "news-html", TestContext.Current.CancellationToken)!;
            AssertMapped(text);
            Assert.Equal([new ReportPart(0, text.Text.Length)], text.Parts);
        }
    }

    [Fact]
    public void DocumentSpan_OfWordsWithReferencesAndTags_IsFromTheirFirstToTheirLastCharacter()
    {
        const string page = "<html>\n<h1>News of aid</h1>\n<p>It gave &euro;2.5&nbsp;<b>million</b> &amp; more to the families of the valley.</p>";
        var text = ReportText.Of(new MemoryStream(Encoding.UTF8.GetBytes(page)), "news-html", TestContext.Current.CancellationToken)!;
        var start = text.Text.IndexOf('€', StringComparison.Ordinal);
        var span = text.DocumentSpan(start, start + "€2.5 million &".Length);
        Assert.Equal("&euro;2.5&nbsp;<b>million</b> &amp;", page[span.Start..span.End]);
        Assert.Equal(3, span.Line);
    }

    [Fact]
    public void Of_AFormatWithoutReports_IsAMistake() =>
        Assert.Throws<ArgumentException>(() => ReportText.Of(new MemoryStream(), "ecb-rates-csv", TestContext.Current.CancellationToken));

    /// <summary>Holds each character to its place: the document has it there, or what decodes to it, or the tag that a line end stands for.</summary>
    internal static void AssertMapped(ReportText text)
    {
        var (at, documentAt) = (0, -1);
        foreach (var run in text.Runs)
        {
            Assert.Equal(at, run.Start);
            Assert.True(run.Length > 0 && run.DocumentStart >= documentAt && run.DocumentStart + run.DocumentLength <= text.Document.Length);
            for (var i = run.Start; i < run.End; i++)
            {
                var place = text.DocumentPosition(i);
                Assert.True(run.IsPlain ? text.Text[i] == text.Document[place] || IsDivider(text, i, place) : Decoded(text, run) == text.Text[run.Start..run.End],
                    $"'{text.Text[i]}' at {i} is not at {place} of {text.Document}");
            }
            (at, documentAt) = (run.End, run.DocumentStart);
        }
        Assert.Equal(text.Text.Length, at);
    }

    private static bool IsDivider(ReportText text, int at, int place) => text.Text[at] == '\n' && text.Document[place] is '<' or '"';

    private static string Decoded(ReportText text, TextRun run)
    {
        var written = text.Document.Substring(run.DocumentStart, run.DocumentLength);
        // Half of a pair is no character: it is read as the sign for that.
        if (written.Length == 6 && written.StartsWith("\\u", StringComparison.Ordinal) && char.IsSurrogate((char)Convert.ToInt32(written[2..], 16))) return "\uFFFD";
        if (written[0] == '\\') return System.Text.Json.JsonSerializer.Deserialize<string>($"\"{written}\"")!;
        // A reference may itself be written with references, where a page stands in a feed.
        for (var rounds = 0; rounds < 3 && written != text.Text[run.Start..run.End]; rounds++) written = CharacterReferences.Decode(written, 0, written.Length).Text;
        return written == "<" && text.Text[run.Start] == '\n' ? "\n" : written;
    }
}
