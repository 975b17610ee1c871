using System.Globalization;
using System.Text;
using System.Xml;
using Tributary.Provenance;

namespace Tributary.Reading;

/// <summary>Hands out the elements of an XML document one by one, in bounded memory.</summary>
/// <remarks>
/// XML 1.0 (https://www.w3.org/TR/xml/) without document types: one that declares any is not read, so no entity can swell and no
/// address is opened. One element at a time is held, within <see cref="XmlItemBounds"/>, in the encoding that the document declares.
/// </remarks>
internal sealed class XmlItems : IDisposable
{
    private readonly TailStream _stream;
    private readonly PeekStream _head;
    private readonly XmlReader _reader;
    private readonly HashSet<string> _containers;
    private readonly CancellationToken _token;
    private readonly XmlItemBounds _bounds;
    private readonly XmlInput _input;
    private string _root = "", _namespace = "";
    private int _characters, _parts;

    /// <param name="document">The document from its first byte; not disposed here.</param>
    /// <param name="containers">Names of elements that are entered and not handed out, besides the root.</param>
    /// <param name="token">Stops the reading.</param>
    /// <param name="bounds">How large an element may be, and how deep a container may lie; null for what a record of a list may have.</param>
    public XmlItems(Stream document, IEnumerable<string> containers, CancellationToken token, XmlItemBounds? bounds = null)
    {
        (_bounds, _token) = (bounds ?? XmlItemBounds.Record, token);
        _stream = new TailStream(document);
        _input = new XmlInput(_stream, token);
        _head = new PeekStream(_input, 1 << 16);
        _containers = new HashSet<string>(containers, StringComparer.Ordinal);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = false };
        _reader = XmlOpening.Open(_head, settings);
    }

    /// <summary>What stopped the reading; null when the document was read to its end.</summary>
    public ReadIssue? Fatal { get; private set; }

    /// <summary>The namespace of the root; empty for none.</summary>
    public string Namespace => _namespace;

    /// <summary>The root with its attributes and without its content; null when <see cref="Fatal"/> says why.</summary>
    public XmlItem? Root()
    {
        if (XmlHead.DeclaresDocumentType(_head.Head)) return StopAtType("line 1");
        return Guard(() =>
        {
            if (_reader.MoveToContent() != XmlNodeType.Element) return null;
            (_root, _namespace) = (_reader.LocalName, _reader.NamespaceURI);
            return Begin();
        });
    }

    /// <summary>Goes to the next element that is no container.</summary>
    /// <returns>Null at the end, and when <see cref="Fatal"/> says why there are no more.</returns>
    public XmlItem? Next() => Fatal is not null ? null : Guard(() =>
    {
        while (_reader.Read())
        {
            _input.Mark();
            if (_reader.NodeType == XmlNodeType.Element && (_reader.Depth > _bounds.ContainerDepth || !_containers.Contains(_reader.LocalName))) return Take();
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
        catch (DecoderFallbackException)
        {
            return Stop(ReadingCodes.Encoding, Place, XmlFailure.UnknownBytes, $"expected {XmlFailure.DeclaredEncoding}", "save it again in UTF-8");
        }
        catch (XmlInput.PartTooLongException)
        {
            return Stop(ReadingCodes.RecordTooLong, Place, $"one tag or text of more than {XmlInput.PartBytesMax >> 20} MiB", "expected tags and texts of a readable length", "check that this is the document you mean");
        }
    }

    private string Place => string.Create(CultureInfo.InvariantCulture, $"line {Math.Max(1, ((IXmlLineInfo)_reader).LineNumber)}");

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
            _input.Mark();
            if (_characters > _bounds.Characters || _parts > _bounds.Parts || open.Count > _bounds.Depth) return TooLarge(item);
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
                    _parts++;
                    break;
            }
        }
        return item;
    }

    private XmlItem Begin()
    {
        var item = new XmlItem(Name(), ((IXmlLineInfo)_reader).LineNumber);
        _parts += 1 + _reader.AttributeCount;
        for (var index = 0; index < _reader.AttributeCount; index++)
        {
            _reader.MoveToAttribute(index);
            if (_reader.NamespaceURI is not ("http://www.w3.org/2000/xmlns/" or "http://www.w3.org/2001/XMLSchema-instance")) item.Add(_reader.Name, _reader.Value);
            _characters += _reader.Value.Length;
        }
        _reader.MoveToElement();
        return item;
    }

    // What is in no namespace is the format's own. Without a prefix the namespace itself tells an element apart, but below a root that is
    // in one: the European Central Bank's envelope is in another namespace than its content.
    private string Name() => _reader.NamespaceURI.Length == 0 || _reader.NamespaceURI == _namespace ? _reader.LocalName
        : _reader.Prefix.Length > 0 || _namespace.Length > 0 ? _reader.Name
        : $"{{{_reader.NamespaceURI}}}{_reader.LocalName}";

    private XmlItem? TooLarge(XmlItem item) => Stop(ReadingCodes.RecordTooLong, item.Place, $"an element {item.Name} of more than {_bounds.Characters:N0} characters, {_bounds.Parts:N0} parts or {_bounds.Depth} levels", "expected records of a readable size", "check that this is the document you mean");

    private XmlItem? Stop(XmlException malformed)
    {
        var failure = XmlFailure.Of(malformed, (IXmlLineInfo)_reader);
        var place = string.Create(CultureInfo.InvariantCulture, $"line {failure.Line}");
        if (failure.Kind == XmlFailureKind.Encoding) return Stop(ReadingCodes.Encoding, place, failure.Found, $"expected {failure.Expected}", "save it again in UTF-8");
        if (failure.Kind == XmlFailureKind.DocumentType) return StopAtType(place);
        // What the reader could not read on its way lies before the end, wherever that is.
        return _head.IsAtEnd && !_stream.EndsWith(_root)
            ? Stop(ReadingCodes.Truncated, place, "the document ends before what it began is closed", "expected the end of its root element", "fetch it again: it is cut off")
            : Stop(ReadingCodes.JsonMalformed, place, failure.Found, $"expected {failure.Expected}", "fetch the document again, or ask its publisher");
    }

    private XmlItem? StopAtType(string place) => Stop(ReadingCodes.DocumentType, place, XmlFailure.DocumentType, $"expected {XmlFailure.NoDocumentType}", "fetch the document again from its publisher");

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

/// <summary>How large one element may be that is held whole.</summary>
/// <param name="Characters">Characters of its texts and attributes.</param>
/// <param name="Parts">Its elements, attributes and texts.</param>
/// <param name="Depth">Elements inside one another.</param>
internal sealed record XmlItemBounds(int Characters, int Parts, int Depth)
{
    /// <summary>How deep a container may lie, 1 for the root's children: deeper elements of such a name are handed out.</summary>
    public int ContainerDepth { get; init; } = Depth;

    /// <summary>A record of a list.</summary>
    public static readonly XmlItemBounds Record = new(8 << 20, 200_000, 32);
}
