using System.Diagnostics;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

/// <summary>YAML as texts, lists and keys, each with its line; what is more than that is refused with its line.</summary>
public sealed class YamlReaderTests
{
    [Fact]
    public void Read_OfADocument_GivesTextsAsTheyStand()
    {
        var root = Root("""
            # a comment
            country: NO
            amount: 1_000.50
            day: 2021-10-20
            quoted: "a: b"
            folded: >
              two
              lines
            none:
            tilde: ~
            list: [yes, off, null]
            entries:
              - {party: Norway, line: 7}
            """);
        Assert.Equal(("NO", 2), Text(root, "country"));
        Assert.Equal(("1_000.50", 3), Text(root, "amount"));
        Assert.Equal(("2021-10-20", 4), Text(root, "day"));
        Assert.Equal(("a: b", 5), Text(root, "quoted"));
        Assert.Equal("two lines\n", Text(root, "folded").Text);
        Assert.Equal(("", ""), (Text(root, "none").Text, Text(root, "tilde").Text));
        Assert.Equal(["yes", "off", ""], Assert.IsType<YamlList>(root.Values["list"]).Items.Select(item => ((YamlText)item).Text));
        var entry = Assert.IsType<YamlMap>(Assert.IsType<YamlList>(root.Values["entries"]).Items[0]);
        Assert.Equal(("Norway", 13), Text(entry, "party"));
    }

    /// <summary>A document and what its problem must say.</summary>
    public static TheoryData<string, int, string> Refused() => new()
    {
        { "", 1, "an empty file" },
        { "# nothing", 1, "an empty file" },
        { "a: 1\nb: [1", 3, "not YAML" },
        { "a: 1\n b: 2", 2, "not YAML" },
        { "a: 1\na: 2", 2, "the key 'a' a second time" },
        { "a: &x 1", 1, "an alias or anchor" },
        { "a: 1\nb: *x", 2, "an alias or anchor" },
        { "a: !!int 1", 1, "the tag" },
        { "a: !<tag:evil.example,2026:System.Diagnostics.Process> {x: 1}", 1, "the tag" },
        { "a: 1\n---\nb: 2", 2, "a second document" },
        { "? [a]\n: b", 1, "a key that is no text" },
        { "a: \"\\u", 1, "not YAML" },
        { "%YAML 9.9\n---\na: 1", 1, "not YAML" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_OfMoreThanTextsListsAndKeys_IsRefusedWithItsLine(string text, int line, string found)
    {
        var (root, problem) = YamlReader.Read(text);
        Assert.Null(root);
        Assert.Contains(found, problem!.Found, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    // Each is as long as a file may be, and would be deep, wide or slow.
    [Theory]
    [InlineData("[", "levels")]
    [InlineData("- ", "levels")]
    [InlineData("{a: ", "levels")]
    [InlineData("- a\n", "values")]
    [InlineData("? ", "")]
    [InlineData("\"a\", ", "")]
    [InlineData("&a ", "")]
    [InlineData("!a ", "")]
    [InlineData("a", "")]
    [InlineData("'", "")]
    [InlineData("%", "")]
    [InlineData("\t", "")]
    [InlineData("--- ", "")]
    public void Read_OfAHostileMegabyte_EndsSoon(string part, string found)
    {
        var time = Stopwatch.StartNew();
        var (_, problem) = YamlReader.Read(string.Concat(Enumerable.Repeat(part, YamlReader.BytesMax / part.Length)));
        if (found.Length > 0) Assert.Contains(found, problem!.Found, StringComparison.Ordinal);
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 10);
    }

    private static YamlMap Root(string text)
    {
        var (root, problem) = YamlReader.Read(text);
        Assert.Null(problem);
        return Assert.IsType<YamlMap>(root);
    }

    private static (string Text, int Line) Text(YamlMap map, string key) => (((YamlText)map.Values[key]).Text, map.Values[key].Line);
}
