using System.Text;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>Elements of XML one by one, with what of them was used.</summary>
public sealed class XmlItemsTests
{
    [Fact]
    public void Name_OfTheRootsNamespace_IsLocalAndOfAnotherKeepsItsPrefix()
    {
        var item = Only("<r xmlns:o=\"u:o\"><item o:code=\"1\" code=\"2\"><o:name>theirs</o:name><name>ours</name><name xmlns=\"u:other\">again theirs</name></item></r>");
        Assert.Equal(["o:name", "name", "{u:other}name"], item.Children.Select(child => child.Name));
        Assert.Equal("2", item.Attribute("code"));
        Assert.Equal([("o:code", "1")], item.UnusedAttributes);
    }

    // The European Central Bank's envelope is in another namespace than what it holds.
    [Fact]
    public void Name_BelowARootInANamespace_IsLocalWithoutAPrefix() =>
        Assert.Equal(["name", "name"], Only("<e:r xmlns:e=\"u:e\"><item><name xmlns=\"u:other\"/><name/></item></e:r>").Children.Select(child => child.Name));

    [Fact]
    public void Name_OfAPrefixedRootsNamespace_IsLocal() => Assert.Equal("a", Only("<p:r xmlns:p=\"u:r\"><p:item><p:name>a</p:name></p:item></p:r>").Value("name"));

    [Fact]
    public void HasUnused_OfWhatWasAskedFor_IsFalse()
    {
        var item = Only("<r><item code=\"1\"><name>a</name></item></r>");
        Assert.True(item.HasUnused);
        item.See();
        Assert.Equal(("1", "a"), (item.Attribute("code"), item.First("name")!.Text));
        Assert.False(item.HasUnused);
    }

    [Theory]
    [InlineData("<item code=\"1\" odd=\"x\"><name>a</name></item>")]
    [InlineData("<item code=\"1\">text<name>a</name></item>")]
    [InlineData("<item code=\"1\"><name>a</name><name>b</name></item>")]
    [InlineData("<item code=\"1\"><name odd=\"x\">a</name></item>")]
    [InlineData("<item code=\"1\"><name>a<odd/></name></item>")]
    public void HasUnused_OfWhatNobodyAskedFor_IsTrue(string element)
    {
        var item = Only($"<r>{element}</r>");
        item.See();
        item.Attribute("code");
        Assert.Equal("a", item.First("name")!.Text);
        Assert.True(item.HasUnused);
        item.TakeWhole();
        Assert.False(item.HasUnused);
    }

    [Fact]
    public void HasUnused_OfWhatIsToBeKept_IsTrue()
    {
        var item = Only("<r><item/></r>");
        item.See();
        Assert.False(item.HasUnused);
        item.Keep();
        Assert.True(item.HasUnused);
    }

    [Fact]
    public void Peek_DoesNotUse()
    {
        var item = Only("<r><item code=\" 1 \">text</item></r>");
        Assert.Equal(("1", "text", "text"), (item.Peek("code"), item.WholeText, item.UnusedText));
        Assert.Equal([("code", " 1 ")], item.UnusedAttributes);
        Assert.Equal(["item/@code", "item"], item.Unused());
    }

    [Theory]
    [InlineData("a<!-- -->b<![CDATA[<c>]]>&amp;", "ab<c>&", "ab<c>&")]
    [InlineData("\n  two \t words\n", "two words", "two \t words")]
    [InlineData("  \n", null, null)]
    public void Text_IsCleanAndWholeTextAsItStands(string inside, string? text, string? whole)
    {
        var item = Only($"<r><item>{inside}</item></r>");
        Assert.Equal((whole, whole), (item.WholeText, item.UnusedText));
        Assert.Equal(text, item.Text);
        Assert.Null(item.UnusedText);
    }

    [Theory]
    [InlineData(9, 100, 100)]
    [InlineData(1000, 3, 100)]
    [InlineData(1000, 100, 2)]
    public void Next_OfAnElementOverItsBounds_Stops(int characters, int parts, int depth)
    {
        using var items = new XmlItems(new MemoryStream(Encoding.UTF8.GetBytes("<r><item><a><b>more than ten letters</b></a></item><item/></r>")), [], TestContext.Current.CancellationToken, new XmlItemBounds(characters, parts, depth));
        Assert.NotNull(items.Root());
        Assert.Null(items.Next());
        Assert.Equal("document-record-too-long", items.Fatal!.Code);
        Assert.Null(items.Next());
    }

    private static XmlItem Only(string xml)
    {
        using var items = new XmlItems(new MemoryStream(Encoding.UTF8.GetBytes(xml)), [], TestContext.Current.CancellationToken);
        Assert.NotNull(items.Root());
        var item = items.Next();
        Assert.NotNull(item);
        Assert.Null(items.Next());
        Assert.Null(items.Fatal);
        return item;
    }
}
