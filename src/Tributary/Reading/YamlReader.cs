using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tributary.Reading;

/// <summary>Reads a small YAML document into a tree of texts, lists and maps.</summary>
/// <remarks>
/// YAML 1.2 (https://yaml.org/spec/1.2.2/) without what makes it dangerous: one document, no aliases, no tags, and bounds on
/// bytes, depth and the number of nodes. YamlDotNet finds the events; no text is ever turned into an object.
/// </remarks>
internal sealed class YamlReader
{
    /// <summary>The longest document that is read, in bytes.</summary>
    public const int BytesMax = 1 << 20;

    private const int DepthMax = 12;
    private const int NodesMax = 50_000;

    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(TextReader text) => _parser = new Parser(text);

    /// <summary>Reads a document to its end.</summary>
    /// <param name="text">The document, decoded and within <see cref="BytesMax"/>.</param>
    /// <returns>The tree, or what is wrong. Exactly one is set.</returns>
    public static (YamlNode? Root, YamlProblem? Problem) Read(string text)
    {
        using var reader = new StringReader(text);
        var yaml = new YamlReader(reader);
        try
        {
            return (yaml.ReadDocument(), null);
        }
        catch (Refused refused)
        {
            return (null, refused.Problem);
        }
        catch (YamlException malformed)
        {
            return (null, new YamlProblem((int)malformed.Start.Line, $"not YAML ({malformed.InnerException?.Message ?? malformed.Message})".ReplaceLineEndings(" "), "expected YAML", "look at the indentation, and put texts with a colon between quotes"));
        }
    }

    private YamlNode ReadDocument()
    {
        Take<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) throw new Refused(1, "an empty file", "expected entries", "see docs/conferences.md for an example");
        Take<DocumentStart>();
        var root = ReadNode(0);
        Take<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second)) throw new Refused(LineOf(second), "a second document", "expected one", "put it into a file of its own");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        _parser.Accept<ParsingEvent>(out var next);
        if (++_nodes > NodesMax) throw new Refused(LineOf(next), $"more than {NodesMax} values", "expected fewer", "split the file");
        if (depth > DepthMax) throw new Refused(LineOf(next), $"more than {DepthMax} levels", "expected fewer", "see docs/conferences.md for the form");
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }) throw new Refused(LineOf(next), "an alias or anchor", "expected the value itself", "write it out: this file may not refer to itself");
        if (next is NodeEvent { Tag.IsEmpty: false } tagged) throw new Refused(LineOf(next), $"the tag {tagged.Tag}", "expected a value without a tag", "leave the tag out: every value is a text");
        return next switch
        {
            Scalar => ReadText(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => throw new Refused(LineOf(next), "no value", "expected a text, a list or keys", "see docs/conferences.md for the form"),
        };
    }

    private YamlText ReadText()
    {
        var scalar = Take<Scalar>();
        return new YamlText(scalar.IsPlainImplicit && scalar.Value is "~" or "null" ? "" : scalar.Value, LineOf(scalar));
    }

    private YamlList ReadList(int depth)
    {
        var start = Take<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        return new YamlList(items, LineOf(start));
    }

    private YamlMap ReadMap(int depth)
    {
        var start = Take<MappingStart>();
        var values = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1) as YamlText ?? throw new Refused(LineOf(start), "a key that is no text", "expected a name", "see docs/conferences.md for the names");
            if (!values.TryAdd(key.Text, ReadNode(depth + 1))) throw new Refused(key.Line, $"the key '{key.Text}' a second time", "expected it once", "leave one of the two out");
        }
        return new YamlMap(values, LineOf(start));
    }

    private T Take<T>() where T : ParsingEvent => _parser.Consume<T>();

    private static int LineOf(ParsingEvent? at) => (int)(at?.Start.Line ?? 1);

    /// <summary>Ends the reading from any depth. It does not leave this file.</summary>
    private sealed class Refused(int line, string found, string expected, string advice) : Exception
    {
        public YamlProblem Problem { get; } = new(line, found, expected, advice);
    }
}
