using System.Xml;

namespace Tributary.Validating;

/// <summary>Reads the attributes of an element and holds them to the standard: which there may be, of what type, from which codelist.</summary>
internal sealed class AttributeCheck(XmlReader reader, StandardSchema schema, RecordTree tree, RecordFindings findings, SchemaCheck check, KnownIdentifiers identifiers)
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xml = "xml";

    private readonly IXmlLineInfo _place = (IXmlLineInfo)reader;
    private readonly string?[] _values = new string?[64];
    private readonly (int Line, int Column)[] _places = new (int, int)[64];

    /// <summary>Reads the attributes of the element at which the reader stands.</summary>
    /// <param name="open">The element.</param>
    /// <param name="isKept">Whether its record's tree keeps them.</param>
    public void Read(in OpenElement open, bool isKept)
    {
        var known = open.Spec?.Attributes ?? [];
        var seen = 0;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                var (prefix, name) = (reader.Prefix, reader.LocalName);
                if (prefix.Length == 0)
                {
                    if (name != "xmlns") seen += ReadOwn(open, known, name, isKept);
                }
                else if (prefix == Xml) seen += ReadXml(open, known, name, isKept);
                else if (prefix != "xmlns" && open is { IsChecked: true, Spec: not null } && !IsAllowed(name, open.Spec)) check.TellAttribute(open.Spec, reader.Name, _place.LineNumber, _place.LinePosition);
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }
        if (open.Spec is null) return;
        Finish(open, known, seen);
    }

    // XML Schema has four attributes of its own. No element of the standard may be nil, and so none may say whether it is.
    private bool IsAllowed(string name, ElementSpec spec) => reader.NamespaceURI == SchemaInstance
        ? name is "type" or "schemaLocation" or "noNamespaceSchemaLocation" || (name != "nil" && spec.IsOpen)
        : spec.IsOpen;

    private int ReadOwn(in OpenElement open, AttributeSpec[] known, string name, bool isKept)
    {
        var (value, line, column) = (reader.Value, _place.LineNumber, _place.LinePosition);
        for (var index = 0; index < known.Length; index++)
        {
            var attribute = known[index];
            if (!ReferenceEquals(attribute.Name, name) || attribute.IsXml) continue;
            _values[index] = value;
            _places[index] = (line, column);
            if (isKept) tree.AddAttribute(attribute.Number, isXml: false, value, line, column);
            if (open.IsChecked && attribute.Type != ValueType.String && !ValueTypes.Accepts(attribute.Type, value)) check.TellValue($"{open.Spec!.Path}/@{name}", value, attribute.Type, line, column);
            if (attribute.Reference is { } reference && isKept && value.Length > 0) identifiers.Refer(reference, $"{open.Spec!.Path}/@{name}", value, line, column);
            return 1;
        }
        if (isKept) tree.AddAttribute(NameNumbers.Find(name), isXml: false, value, line, column);
        if (open.IsChecked && open.Spec is not null) check.TellAttribute(open.Spec, name, line, column);
        return 0;
    }

    private int ReadXml(in OpenElement open, AttributeSpec[] known, string name, bool isKept)
    {
        var value = reader.Value;
        if (isKept) tree.AddAttribute(NameNumbers.Find(name), isXml: true, value, _place.LineNumber, _place.LinePosition);
        if (name == "lang" && open.Spec is not null && !schema.Language.Codes.Contains(value)) TellCode(schema.Language, open.Spec.Path, "xml:lang", value, (_place.LineNumber, _place.LinePosition));
        var isKnown = false;
        foreach (var attribute in known) isKnown |= attribute.IsXml && ReferenceEquals(attribute.Name, name);
        if (!open.IsChecked || open.Spec is null) return isKnown ? 1 : 0;
        if (!isKnown && !open.Spec.IsOpen) check.TellAttribute(open.Spec, "xml:" + name, _place.LineNumber, _place.LinePosition);
        else if (name == "lang" && !ValueTypes.Accepts(ValueType.Language, value)) check.TellValue($"{open.Spec.Path}/@xml:{name}", value, ValueType.Language, _place.LineNumber, _place.LinePosition);
        else if (name == "base" && !ValueTypes.Accepts(ValueType.AnyUri, value)) check.TellValue($"{open.Spec.Path}/@xml:{name}", value, ValueType.AnyUri, _place.LineNumber, _place.LinePosition);
        else if (name == "space" && value is not ("default" or "preserve")) check.TellValue($"{open.Spec.Path}/@xml:{name}", value, ValueType.NmToken, _place.LineNumber, _place.LinePosition);
        return isKnown ? 1 : 0;
    }

    // What is missing, and which list a code is held to, shows when all attributes are read.
    private void Finish(in OpenElement open, AttributeSpec[] known, int seen)
    {
        for (var index = 0; index < known.Length; index++)
        {
            var attribute = known[index];
            if (_values[index] is { } value)
            {
                if (attribute.Codes is { } codes && ListOf(codes, known) is { } list && !list.Codes.Contains(value)) TellCode(list, open.Spec!.Path, attribute.Name, value, _places[index]);
            }
            else if (attribute is { IsRequired: true, IsXml: false } && open.IsChecked) check.TellMissingAttribute(open.Spec!, attribute.Name, open.Line, open.Column);
        }
        if (seen > 0) Array.Clear(_values, 0, known.Length);
    }

    private CodeList? ListOf(CodeUse codes, AttributeSpec[] known)
    {
        if (codes.Linked.Length == 0) return codes.Lists[0];
        var linked = codes.Default;
        for (var index = 0; index < known.Length; index++)
        {
            if (known[index].Name == codes.Linked && _values[index] is { } value) linked = value;
        }
        foreach (var list in codes.Lists)
        {
            if (list.Value == linked) return list;
        }
        return null;
    }

    /// <summary>Tells of a text that is no code.</summary>
    /// <param name="list">The list that has no such code.</param>
    /// <param name="element">The element's path.</param>
    /// <param name="attribute">The attribute; empty for the element's text.</param>
    /// <param name="value">The text.</param>
    /// <param name="place">Where it stands.</param>
    public void TellCode(CodeList list, string element, string attribute, string value, (int Line, int Column) place)
    {
        if (findings.Count(list.Id, list.Severity, list.Category)) findings.List(FindingOf(list, attribute.Length > 0 ? $"{element}/@{attribute}" : element, value, place));
    }

    private static Finding FindingOf(CodeList list, string path, string value, (int Line, int Column) place) => new()
    {
        Id = list.Id, Severity = list.Severity, Category = list.Category, Message = $"The codelist {list.Name} has no such code.", Line = place.Line, Column = place.Column, Path = path,
        Found = $"'{FindingWords.Shown(value)}'", Expected = list.Codes.Count <= 12 ? "one of " + string.Join(", ", list.Codes) : $"a code of {list.Name}", Codelist = list.Name,
        Guidance = $"https://iatistandard.org/en/iati-standard/203/codelists/{list.Name}/",
        Places = [new FindingPlace("code", path, place.Line, place.Column, FindingWords.Shown(value))],
    };
}
