using System.Text;
using CsCheck;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>Words are found wherever they stand, however white space divides them, and nowhere else.</summary>
public sealed class DocumentTextTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Const('a'), Gen.Const('b'), Gen.Const(' '), Gen.Const('\n'), Gen.Const('\u00a0')), 0, 40];

    [Fact]
    public void Find_OfAnyWords_IsWhereTheSqueezedTextHasThem() => Gen.Select(Texts, Gen.String[Gen.OneOf(Gen.Const('a'), Gen.Const('b'), Gen.Const(' ')), 1, 5]).Where(pair => DocumentText.Squeeze(pair.Item2).Length > 0).Sample((text, words) =>
    {
        var document = Read(text);
        var found = document.Find(words).ToList();
        Assert.All(found, span => Assert.Equal(DocumentText.Squeeze(words), DocumentText.Squeeze(text[span.Start..span.End])));
        Assert.All(found, span => Assert.Equal(text[..span.Start].Count(c => c == '\n') + 1, span.Line));
        Assert.All(found, span => Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1])));
        Assert.Equal(Occurrences(DocumentText.Squeeze(text), DocumentText.Squeeze(words)), found.Count);
    }, iter: 2000);

    [Fact]
    public void Find_AcrossLines_GivesTheLineOfItsFirstCharacter()
    {
        var document = Read("\uFEFFone\r\ntwo  three\nfour\u00a0five\n");
        Assert.Equal(new TextSpan(5, 20, 2), document.Find(" two three four ").Single());
        Assert.Equal(3, document.LineCount);
        Assert.Equal("two  three", document.Line(2));
        Assert.Empty(document.Find("Two"));
        Assert.Empty(document.Find("onetwo"));
    }

    // Text and words that make a naive search take a thousand million steps.
    [Fact]
    public void Find_OfHostileWords_TakesTimeInProportion()
    {
        var document = Read(new string('a', 4_000_000));
        Assert.Empty(document.Find(new string('a', 5000) + "b"));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("\n\n\n", 3)]
    public void LineCount_OfAText_CountsNoLineAfterTheLastEnd(string text, int lines) => Assert.Equal(lines, Read(text).LineCount);

    [Fact]
    public void Read_OfBytesThatAreNoText_IsNull()
    {
        Assert.Null(DocumentText.Read(new MemoryStream([0x41, 0xFF, 0x42])));
        Assert.Null(DocumentText.Read(new EndlessStream([], (byte)'a')));
    }

    private static DocumentText Read(string text) => DocumentText.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))!;

    private static int Occurrences(string text, string words) => Enumerable.Range(0, Math.Max(0, text.Length - words.Length + 1)).Count(at => string.CompareOrdinal(text, at, words, 0, words.Length) == 0);
}
