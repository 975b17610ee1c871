using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Tests.Reading;

public sealed class JsonStreamTests
{
    [Fact]
    public void NextElement_AnyValues_AreHandedOutWhole()
    {
        var json = Open("""[ {"a": [1, "]"]} , "x\"y", -1.5e3, null, [[]] ]""");
        Assert.True(json.TryEnter(JsonTokenType.StartArray));
        Assert.Equal(["""{"a": [1, "]"]}""", "\"x\\\"y\"", "-1.5e3", "null", "[[]]"], Elements(json));
        Assert.Null(json.Finish());
    }

    [Fact]
    public void NextProperty_ByteOrderMarkAndEscapedName_AreRead()
    {
        var json = Open("\uFEFF {\"d\\u0061ta\" : 1 , \"b\" : [2]}\n");
        Assert.True(json.TryEnter(JsonTokenType.StartObject));
        Assert.True(json.NextProperty(out var name));
        Assert.Equal("data", name);
        Assert.True(json.TryTake(out var value));
        Assert.Equal("1", Encoding.UTF8.GetString(value));
        Assert.True(json.NextProperty(out _));
        Assert.False(json.TryEnter(JsonTokenType.StartObject));
        Assert.False(json.NextProperty(out _));
        Assert.Null(json.Finish());
    }

    [Theory]
    [InlineData("", "document-truncated", "line 1, byte 1")]
    [InlineData("[1,\n 2", "document-truncated", "line 2, byte 3")]
    [InlineData("[\"abc", "document-truncated", "line 1, byte 6")]
    [InlineData("[1] x", "document-malformed", "line 1, byte 5")]
    [InlineData("[1]\n[2]", "document-malformed", "line 2, byte 1")]
    [InlineData("[1,\n\n  ?]", "document-malformed", "line 3, byte 3")]
    [InlineData("[{\"a\" 1}]", "document-malformed", "line 1, byte 7")]
    [InlineData("[\n\"ab\\ud83dcd\"]", "document-encoding", "line 2, byte 4")]
    [InlineData("[\"\\\\ud83d\", \"\\ude00\"]", "document-encoding", "line 1, byte 14")]
    public void Finish_BadDocument_NamesCodeAndPlace(string document, string code, string place)
    {
        var issue = ReadAll(Encoding.UTF8.GetBytes(document));
        Assert.Equal((code, place, Severity.Fatal), (issue?.Code, issue?.Place, issue?.Severity ?? default));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'[', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)']' }, "line 1, byte 3")]
    [InlineData(new byte[] { (byte)'[', (byte)'\n', (byte)'"', (byte)'a', 0xFF, (byte)'"', (byte)']' }, "line 2, byte 3")]
    public void Finish_InvalidUtf8_NamesTheByte(byte[] document, string place)
    {
        var issue = ReadAll(document);
        Assert.Equal(("document-encoding", place), (issue?.Code, issue?.Place));
    }

    [Fact]
    public void Finish_SurrogatePairAsEscapes_IsText() => Assert.Null(ReadAll("[\"\\ud83d\\udca7 \\\\ud83d \\u00e9\"]"u8.ToArray()));

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "document-malformed")]
    [InlineData(1_000_000, "document-malformed")]
    public void Finish_NestedElement_IsReadToTheBound(int depth, string? code) =>
        Assert.Equal(code, ReadAll(Encoding.UTF8.GetBytes("[" + new string('[', depth) + new string(']', depth) + "]"))?.Code);

    [Theory]
    [InlineData("[\"", 'a')]
    [InlineData("[", '1')]
    [InlineData("[{\"a\":[0", ' ')]
    public void Finish_EndlessValue_EndsSoonInBoundedMemory(string start, char endless)
    {
        using var stream = new EndlessStream(Encoding.UTF8.GetBytes(start), (byte)endless);
        var clock = Stopwatch.StartNew();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("document-record-too-long", ReadAll(stream)?.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocatedBefore, 0, 40 << 20);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(stream.Given, 0, 17 << 20);
    }

    [Fact]
    public void NextElement_LongElement_IsHandedOutUpToTheBound()
    {
        var longest = "[\"" + new string('a', JsonStream.ValueBytesMax - 3) + "\"]";
        Assert.Null(ReadAll(Encoding.UTF8.GetBytes(longest)));
    }

    [Fact]
    public void NextElement_ManyElements_TakeTheMemoryOfOne()
    {
        using var stream = new RepeatingStream("[0"u8.ToArray(), Encoding.UTF8.GetBytes(",\"" + new string('x', 1000) + "\""), 50_000);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var json = new JsonStream(stream, TestContext.Current.CancellationToken);
        json.TryEnter(JsonTokenType.StartArray);
        while (json.NextElement(out _))
        {
        }
        Assert.Equal("document-truncated", json.Finish()?.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocatedBefore, 0, 1 << 20);
    }

    [Fact]
    public void NextElement_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var json = new JsonStream(new MemoryStream([1]), cancelled.Token);
        Assert.Throws<OperationCanceledException>(() => json.TryEnter(JsonTokenType.StartArray));
    }

    private static JsonStream Open(string document) => new(new MemoryStream(Encoding.UTF8.GetBytes(document)), TestContext.Current.CancellationToken);

    private static ReadIssue? ReadAll(byte[] document) => ReadAll(new MemoryStream(document));

    private static ReadIssue? ReadAll(Stream stream)
    {
        var json = new JsonStream(stream, TestContext.Current.CancellationToken);
        if (json.TryEnter(JsonTokenType.StartArray)) Elements(json);
        return json.Finish();
    }

    private static List<string> Elements(JsonStream json)
    {
        var elements = new List<string>();
        while (json.NextElement(out var element)) elements.Add(Encoding.UTF8.GetString(element[..Math.Min(element.Length, 100)]));
        return elements;
    }
}
