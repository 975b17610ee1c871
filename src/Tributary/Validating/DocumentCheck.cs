using System.Globalization;
using System.Text;
using System.Xml;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>Reads one document once, from its first byte to its last, and holds it to the standard.</summary>
/// <remarks>
/// XML 1.0 (https://www.w3.org/TR/xml/) with namespaces, in the encoding that it declares, without document types, compressed with gzip or not. Memory is bounded by one activity, the
/// identifiers' hashes and the findings that are listed.
/// </remarks>
internal sealed class DocumentCheck
{
    private const int DepthMax = 64;
    private const int AttributesMax = 256;
    private const int HeadBytes = 4096;
    private const int GzipHeadBytes = 3;
    private const string TitleName = "title", NarrativeName = "narrative";

    private readonly ValidationOptions _options;
    private readonly CancellationToken _token;
    private readonly XmlInput _input;
    private readonly PeekStream _head;
    private readonly GunzipStream? _gunzip;
    private readonly RecordTree _tree = new();
    private readonly RecordFindings _findings;
    private readonly SchemaCheck _check;
    private readonly OpenElement[] _open = new OpenElement[DepthMax + 1];
    // Opened with the first read: it fails already at bytes that no encoding knows.
    private XmlReader _reader = null!;
    private IXmlLineInfo? _place;
    private int _depth, _referencesBefore;
    private StandardSchema? _schema;
    private AttributeCheck? _attributes;
    private RuleCheck? _rules;
    private bool _isInRecord;
    private string _fileType = "", _version = "";
    private long _records;

    private DocumentCheck(Stream stream, ValidationOptions options, CancellationToken token)
    {
        (_options, _token) = (options, token);
        _findings = new RecordFindings(options.FindingsMax, options.CountsByRecord);
        _check = new SchemaCheck(_findings);
        var first = new PeekStream(stream, GzipHeadBytes, leaveOpen: true);
        _gunzip = GunzipStream.Recognises(first.Head) ? new GunzipStream(first) : null;
        _input = new XmlInput(_gunzip ?? (Stream)first, token);
        _head = new PeekStream(_input, HeadBytes);
    }

    /// <summary>The identifiers that were seen.</summary>
    public KnownIdentifiers Identifiers { get; } = new();

    /// <summary>What was found.</summary>
    public RecordFindings Findings => _findings;

    /// <summary>Reads a document.</summary>
    public static DocumentCheck Run(Stream stream, ValidationOptions options, CancellationToken token)
    {
        var check = new DocumentCheck(stream, options, token);
        try
        {
            check.Open();
            check.Read();
        }
        catch (XmlException malformed)
        {
            var failure = XmlFailure.Of(malformed, check._place);
            check.TellMalformed(failure.Line, failure.Column, $"The file cannot be read: {failure.Found}.", failure.Expected);
        }
        catch (DecoderFallbackException)
        {
            check.TellMalformed(check.Line, check.Column, $"The file cannot be read: {XmlFailure.UnknownBytes}.", XmlFailure.DeclaredEncoding);
        }
        catch (XmlInput.PartTooLongException)
        {
            check.TellMalformed(check.Line, check.Column, $"One tag or text is longer than {XmlInput.PartBytesMax >> 20} MiB.", "tags and texts that somebody could read");
        }
        catch (BoundException bound)
        {
            check.TellMalformed(check.Line, check.Column, bound.Message, "an activity that somebody could read");
        }
        finally
        {
            check._gunzip?.Dispose();
        }
        // Of what does not decompress, nothing that was made of it counts.
        if (check._gunzip?.Issue is { } issue) check.TellMalformed(1, 1, $"The file cannot be read: {issue.Found}.", issue.Code == ReadingCodes.GzipBomb ? $"at most {GunzipStream.RatioMax} bytes from one" : "a whole gzip file");
        return check;
    }

    /// <summary>The report, when all files are read.</summary>
    public ValidationReport ToReport(string name) => new()
    {
        Name = name, FileType = _fileType, Version = _version, CheckedAs = _schema?.Version ?? "", Bytes = _input.Count, Records = _records,
        Totals = _findings.Totals, Findings = _findings.Listed, ByRecord = _findings.ByRecord, ReferencesNotLookedUp = Identifiers.NotLookedUp,
    };

    private int Line => _place?.LineNumber ?? 1;

    private int Column => _place?.LinePosition ?? 1;

    private void Open()
    {
        var names = new NameTable();
        StandardSchema.AddTo(names);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, NameTable = names, CloseInput = false };
        _reader = XmlOpening.Open(_head, settings);
        _place = (IXmlLineInfo)_reader;
    }

    private void Read()
    {
        while (_reader.Read())
        {
            _input.Mark();
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    Begin();
                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _depth > 0 && _schema is not null:
                    Text();
                    break;
            }
        }
    }

    private void Begin()
    {
        if (_depth == DepthMax) throw new BoundException($"Elements stand inside one another more than {DepthMax} deep.");
        var isEmpty = _reader.IsEmptyElement;
        ref var open = ref _open[_depth];
        open = new OpenElement { Node = -1, Line = Line, Column = Column - 1 };
        if (_depth == 0) BeginRoot(ref open);
        else if (_schema is not null) BeginInside(ref open, ref _open[_depth - 1]);
        _depth++;
        if (_schema is not null)
        {
            if (_reader.AttributeCount > AttributesMax) throw new BoundException($"An element has more than {AttributesMax} attributes.");
            _attributes!.Read(open, open.Node >= 0);
        }
        if (isEmpty) End();
    }

    private void BeginRoot(ref OpenElement open)
    {
        var name = _reader.LocalName;
        if (_reader.NamespaceURI is { Length: > 0 } space)
        {
            TellFile("0.2.1", "The file is no IATI file: its root is in a namespace, and the standard has none.", open, "/" + name, $"{QuotedText.Of(_reader.Name)} in the namespace {QuotedText.Of(space)}", "iati-activities or iati-organisations in no namespace");
            return;
        }
        if (name is not ("iati-activities" or "iati-organisations"))
        {
            TellFile("0.2.1", "The file is no IATI file: its root is another element.", open, "/" + name, QuotedText.Of(name), "iati-activities or iati-organisations");
            return;
        }
        (_fileType, _version) = (name, FindingWords.Shown(_reader.GetAttribute("version") ?? ""));
        if (_version.StartsWith("1.", StringComparison.Ordinal))
        {
            TellFile("0.6.1", "The file is of version 1 of the standard, which is no longer supported.", open, $"/{name}/@version", $"'{_version}'", "2.01, 2.02 or 2.03");
            return;
        }
        var version = StandardSchema.Knows(_version) ? _version : StandardSchema.Latest;
        // The first file of a process waits for both, so another core makes the rules meanwhile.
        var rules = _options.Rules is { } given ? Task.FromResult(given) : Ruleset.Begin(version);
        _schema = StandardSchema.Of(version, name);
        _attributes = new AttributeCheck(_reader, _schema, _tree, _findings, _check, Identifiers);
        _rules = new RuleCheck(_tree, rules.GetAwaiter().GetResult(), name, _findings, _options);
        (open.Spec, open.IsChecked) = (_schema.Root, true);
    }

    private void BeginInside(ref OpenElement open, ref OpenElement around)
    {
        var name = _reader.LocalName;
        var isOwn = _reader.NamespaceURI.Length == 0;
        if (around.Spec is { } spec)
        {
            open.Spec = isOwn ? spec.Find(name) : null;
            if (around.IsChecked)
            {
                open.IsChecked = SchemaCheck.Advance(ref around, isOwn ? name : null);
                open.IsLax = open.IsChecked && !isOwn;
                if (!open.IsChecked)
                {
                    _check.TellUnexpected(around, _reader.Name, open.Line, open.Column);
                    // Each record of a file is looked at, whatever stands between them.
                    around.IsChecked = _depth == 1;
                }
            }
        }
        else if (around.IsLax)
        {
            open.Spec = isOwn ? _schema!.Global(name) : null;
            open.IsChecked = open.Spec is not null;
            open.IsLax = !open.IsChecked;
        }
        if (_isInRecord) open.Node = Keep(around.Node, isOwn ? open.Spec?.Name ?? NameNumbers.Find(name) : -1, open);
        else if (_depth == 1 && isOwn && ReferenceEquals(name, _schema!.RecordName)) BeginRecord(ref open);
    }

    private int Keep(int around, int name, in OpenElement open) => _tree.Count < RecordTree.ElementsMax
        ? _tree.Add(around, name, open.Line, open.Column)
        : throw new BoundException($"An activity has more than {RecordTree.ElementsMax:N0} elements.");

    private void BeginRecord(ref OpenElement open)
    {
        _tree.Reset();
        _findings.BeginRecord();
        (_isInRecord, _referencesBefore) = (true, Identifiers.Open.Count);
        _records++;
        open.Node = _tree.Add(-1, _schema!.Record.Name, open.Line, open.Column);
    }

    private void Text()
    {
        ref var open = ref _open[_depth - 1];
        if (open.Spec is { Text: null } && _reader.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) return;
        if (open.Spec is { Text: null })
        {
            if (open.IsChecked && !string.IsNullOrWhiteSpace(_reader.Value)) _check.TellText(ref open, _reader.Value, Line, Column);
        }
        else if (open.Node >= 0) _tree.AddText(open.Node, _reader.Value);
    }

    private void End()
    {
        ref var open = ref _open[--_depth];
        if (open.Spec is { } spec)
        {
            if (spec.Text is null)
            {
                if (open.IsChecked) _check.TellMissing(open);
            }
            else if (open.Node >= 0 && (spec.Text != ValueType.String || spec.Codes is not null)) CheckText(open, spec);
        }
        if (_isInRecord && open.Node == 0) EndRecord();
    }

    private void CheckText(in OpenElement open, ElementSpec spec)
    {
        var text = _tree.Value(open.Node);
        if (open.IsChecked && !ValueTypes.Accepts(spec.Text!.Value, text)) _check.TellValue(spec.Path, text, spec.Text.Value, open.Line, open.Column);
        if (spec.Codes is { Lists: [var list, ..] } && text.Length > 0 && !list.Codes.Contains(text)) _attributes!.TellCode(list, spec.Path, "", text, (open.Line, open.Column));
    }

    private void EndRecord()
    {
        _token.ThrowIfCancellationRequested();
        _rules!.Run();
        var node = Child(_fileType == "iati-activities" ? "iati-identifier" : "organisation-identifier");
        var identifier = node < 0 ? null : _tree.Value(node);
        if (identifier is { Length: > 0 } && _fileType == "iati-activities" && Identifiers.Add(identifier, _tree.Line(node), _tree.Column(node)) is { } first) TellRepeated(identifier, node, first);
        var title = Title();
        _findings.EndRecord(identifier, title);
        Identifiers.EndRecord(_referencesBefore, identifier, title);
        _isInRecord = false;
    }

    private int Child(string name)
    {
        var element = _tree.FirstOf(NameNumbers.Find(name));
        while (element >= 0 && _tree.Parent(element) != 0) element = _tree.NextAlike(element);
        return element;
    }

    // Titles are named in findings alone.
    private string? Title()
    {
        var title = Child(_fileType == "iati-activities" ? TitleName : "name");
        if (title < 0) return null;
        var narrative = NameNumbers.Find(NarrativeName);
        for (var inside = _tree.FirstChild(title); inside >= 0; inside = _tree.Next(inside))
        {
            if (_tree.Name(inside) == narrative && _tree.Value(inside).Trim() is { Length: > 0 } text) return FindingWords.Shown(text);
        }
        return null;
    }

    private void TellRepeated(string identifier, int node, (int Line, int Column) first) => _findings.Add(new Finding
    {
        Id = "1.1.2", Severity = FindingSeverity.Error, Category = "identifiers", Message = FindingMessages.Of("1.1.2")!, Line = _tree.Line(node), Column = _tree.Column(node),
        Path = "/iati-activities/iati-activity/iati-identifier", Found = $"'{FindingWords.Shown(identifier)}'", Expected = string.Create(CultureInfo.InvariantCulture, $"an identifier that is not that of line {first.Line}"),
        Guidance = "https://iatistandard.org/en/iati-standard/203/activity-standard/iati-activities/iati-activity/iati-identifier/",
        Places = [new FindingPlace("paths", "iati-identifier", first.Line, first.Column, FindingWords.Shown(identifier)), new FindingPlace("paths", "iati-identifier", _tree.Line(node), _tree.Column(node), FindingWords.Shown(identifier))],
    });

    private void TellFile(string id, string message, in OpenElement open, string path, string found, string expected) => _findings.Add(new Finding
    {
        Id = id, Severity = FindingSeverity.Critical, Category = "documents", Message = message, Line = open.Line, Column = open.Column, Path = path, Found = found, Expected = expected,
    });

    // Of what is no XML nothing else is certain.
    private void TellMalformed(int line, int column, string message, string expected)
    {
        _findings.Clear();
        (_fileType, _schema) = ("", null);
        _findings.Add(new Finding { Id = "0.1.1", Severity = FindingSeverity.Critical, Category = "documents", Message = message, Line = Math.Max(1, line), Column = Math.Max(1, column), Path = "", Expected = expected });
    }

    /// <summary>A bound that no real file meets.</summary>
    private sealed class BoundException(string message) : Exception(message);
}
