using System.Globalization;
using System.Xml;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Hands out the elements of an XML document one by one, in bounded memory.</summary>
/// <remarks>
/// XML 1.0 (https://www.w3.org/TR/xml/) without document types: one that declares any is not read, so no entity can swell and no
/// address is opened. One element at a time is held, of at most <see cref="ItemCharactersMax"/> characters,
/// <see cref="ItemPartsMax"/> elements and attributes, and <see cref="DepthMax"/> levels.
/// </remarks>
internal sealed class XmlItems : IDisposable
{
    /// <summary>Characters of the longest element that is read.</summary>
    public const int ItemCharactersMax = 8 << 20;

    /// <summary>Elements and attributes of one element that is read.</summary>
    public const int ItemPartsMax = 200_000;

    /// <summary>Elements inside one another.</summary>
    public const int DepthMax = 32;

    private const long CharactersMax = 2L << 30;

    private readonly TailStream _stream;
    private readonly PeekStream _head;
    private readonly XmlReader _reader;
    private readonly HashSet<string> _containers;
    private readonly int _containerDepthMax;
    private readonly CancellationToken _token;
    private string _root = "";
    private int _characters, _parts;

    /// <param name="document">The document from its first byte; not disposed here.</param>
    /// <param name="containers">Names of elements that are entered and not handed out, besides the root.</param>
    /// <param name="token">Stops the reading.</param>
    /// <param name="containerDepthMax">How deep a container may lie, 1 for the root's children: deeper elements of such a name are handed out.</param>
    public XmlItems(Stream document, IEnumerable<string> containers, CancellationToken token, int containerDepthMax = DepthMax)
    {
        _containerDepthMax = containerDepthMax;
        _stream = new TailStream(document);
        _head = new PeekStream(_stream, 1 << 16);
        _containers = new HashSet<string>(containers, StringComparer.Ordinal);
        _token = token;
        _reader = XmlReader.Create(_head, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = CharactersMax,
            IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false,
        });
    }

    /// <summary>What stopped the reading; null when the document was read to its end.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>The root with its attributes and without its content; null when <see cref="Fatal"/> says why.</summary>
    public XmlItem? Root()
    {
        if (XmlHead.DeclaresDocumentType(_head.Head)) return Stop(ReadingCodes.DocumentType, "line 1", "a document type declaration (DOCTYPE)", "expected XML without one: it can make a document swell, or open addresses", "fetch the document again from its publisher");
        var root = Guard(() => _reader.MoveToContent() == XmlNodeType.Element ? Begin() : null);
        _root = root?.Name ?? "";
        return root;
    }

    /// <summary>Goes to the next element that is no container.</summary>
    /// <returns>Null at the end, and when <see cref="Fatal"/> says why there are no more.</returns>
    public XmlItem? Next() => Fatal is not null ? null : Guard(() =>
    {
        while (_reader.Read())
        {
            _token.ThrowIfCancellationRequested();
            if (_reader.NodeType == XmlNodeType.Element && (_reader.Depth > _containerDepthMax || !_containers.Contains(_reader.LocalName))) return Take();
        }
        return null;
    });

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private XmlItem? Guard(Func<XmlItem?> read)
    {
        try
        {
            return read();
        }
        catch (XmlException malformed)
        {
            return Stop(malformed);
        }
    }

    // Elements are built without recursion: how deep they lie inside one another is the document's choice.
    private XmlItem? Take()
    {
        (_characters, _parts) = (0, 0);
        var open = new Stack<XmlItem>();
        var item = Begin();
        if (_reader.IsEmptyElement) return item;
        open.Push(item);
        while (_reader.Read())
        {
            if (_characters > ItemCharactersMax || _parts > ItemPartsMax || open.Count > DepthMax) return TooLarge(item);
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = _reader.IsEmptyElement;
                    var child = Begin();
                    open.Peek().Add(child);
                    if (!isEmpty) open.Push(child);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    if (open.Count == 0) return item;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().AddText(_reader.Value);
                    _characters += _reader.Value.Length;
                    break;
            }
        }
        return item;
    }

    private XmlItem Begin()
    {
        var item = new XmlItem(_reader.LocalName, ((IXmlLineInfo)_reader).LineNumber);
        _parts += 1 + _reader.AttributeCount;
        for (var index = 0; index < _reader.AttributeCount; index++)
        {
            _reader.MoveToAttribute(index);
            if (_reader.NamespaceURI is not ("http://www.w3.org/2000/xmlns/" or "http://www.w3.org/2001/XMLSchema-instance")) item.Add(_reader.LocalName, _reader.Value);
            _characters += _reader.Value.Length;
        }
        _reader.MoveToElement();
        return item;
    }

    private XmlItem? TooLarge(XmlItem item) => Stop(ReadingCodes.RecordTooLong, item.Place, $"an element {item.Name} of more than {ItemCharactersMax:N0} characters, {ItemPartsMax:N0} parts or {DepthMax} levels", "expected records of a readable size", "check that this is the document you mean");

    private XmlItem? Stop(XmlException malformed)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {malformed.LineNumber}");
        return _stream.EndsWith(_root)
            ? Stop(ReadingCodes.JsonMalformed, place, $"no well-formed XML ({Reason(malformed)})", "expected XML", "fetch the document again, or ask its publisher")
            : Stop(ReadingCodes.Truncated, place, "the document ends before what it began is closed", "expected the end of its root element", "fetch it again: it is cut off");
    }

    // The parser repeats the place after its reason.
    private static string Reason(XmlException malformed) => malformed.Message.Split(" Line ", 2)[0].TrimEnd('.');

    private XmlItem? Stop(string code, string place, string found, string expected, string advice)
    {
        Fatal = new ReadIssue(code, Severity.Fatal, place, found, expected, advice);
        return null;
    }

    /// <summary>Remembers how a document ends: one that is cut off ends with something else than its root's last tag.</summary>
    private sealed class TailStream(Stream source) : ReadOnlyStream
    {
        private const int TailBytes = 128;

        private readonly byte[] _tail = new byte[TailBytes];

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            var last = buffer[Math.Max(0, read - TailBytes)..read];
            _tail.AsSpan(last.Length).CopyTo(_tail);
            last.CopyTo(_tail.AsSpan(TailBytes - last.Length));
            return read;
        }

        /// <summary>Reads to the end, and says whether the tag that closes an element of a name stands there.</summary>
        public bool EndsWith(string name)
        {
            Span<byte> block = new byte[1 << 16];
            while (Read(block) > 0)
            {
                // Only its end is wanted.
            }
            var end = _tail.AsSpan().TrimEnd(" \t\r\n\0"u8);
            var tag = end.LastIndexOf("</"u8);
            return tag >= 0 && end is [.., (byte)'>'] && System.Text.Encoding.UTF8.GetString(end[(tag + 2)..^1]).TrimEnd() is var closed && (closed == name || closed.EndsWith(":" + name, StringComparison.Ordinal));
        }
    }
}
