using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace Tributary.Benchmarks;

/// <summary>Makes the table of elements and attributes out of the standard's schemas: types that are the same in several places or versions stand there once.</summary>
internal sealed class SchemaTableMaker
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly List<string> _rows = [];
    private readonly List<string> _roots = [];

    /// <summary>Reads the two schemas of a version.</summary>
    /// <param name="version">Such as 2.03.</param>
    /// <param name="folder">Where its files are.</param>
    public void Add(string version, string folder)
    {
        foreach (var kind in (ReadOnlySpan<string>)["activities", "organisations"])
        {
            var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            set.Add("", Path.Combine(folder, $"iati-{kind}-schema.xsd"));
            set.Compile();
            _roots.Add($"root,{version},iati-{kind},{TypeOf(Global(set, $"iati-{kind}"))},,");
            // What stands inside an element of another namespace is held to the elements that the schema names.
            foreach (var element in set.GlobalElements.Values.Cast<XmlSchemaElement>().Where(element => element.QualifiedName.Namespace.Length == 0).OrderBy(element => element.Name, StringComparer.Ordinal))
                _roots.Add($"global,{version} iati-{kind},{element.Name},{TypeOf(element)},,");
        }
    }

    /// <summary>Writes the table.</summary>
    public void Write(string path) => File.WriteAllText(path, string.Join('\n', [Header, .. _roots, .. _rows, ""]));

    private const string Header = "kind,owner,name,type,min,max";

    private static XmlSchemaElement Global(XmlSchemaSet set, string name) => (XmlSchemaElement)set.GlobalElements[new XmlQualifiedName(name)]!;

    private string TypeOf(XmlSchemaElement element)
    {
        if (element.ElementSchemaType is not XmlSchemaComplexType complex) return Keep($"type,?,{Word(element.ElementSchemaType!)},closed,,", []);
        var rows = new List<string>();
        foreach (var use in complex.AttributeUses.Values.Cast<XmlSchemaAttribute>().OrderBy(use => use.QualifiedName.Name, StringComparer.Ordinal))
        {
            var name = use.QualifiedName.Namespace.Length > 0 ? $"xml:{use.QualifiedName.Name}" : use.QualifiedName.Name;
            rows.Add($"attribute,?,{name},{Word(use.AttributeSchemaType!)},{(use.Use == XmlSchemaUse.Required ? 1 : 0)},1");
        }
        if (complex.ContentType != XmlSchemaContentType.TextOnly) rows.AddRange(Flat(complex.ContentTypeParticle).Select(Child));
        var content = complex.ContentType switch { XmlSchemaContentType.TextOnly => Word(complex.Datatype!.TypeCode), XmlSchemaContentType.Mixed => "string", _ => "" };
        return Keep($"type,?,{content},{(complex.AttributeWildcard is null ? "closed" : "open")},,", rows);
    }

    // A type that extends another has the other's sequence before its own.
    private static IEnumerable<XmlSchemaParticle> Flat(XmlSchemaParticle particle) => particle is XmlSchemaSequence { MinOccurs: 1, MaxOccurs: 1 } sequence
        ? sequence.Items.Cast<XmlSchemaParticle>().SelectMany(Flat)
        : particle is XmlSchemaElement or XmlSchemaAny ? [particle] : [];

    private string Child(XmlSchemaParticle particle)
    {
        var max = particle.MaxOccurs > int.MaxValue ? "*" : particle.MaxOccurs.ToString(CultureInfo.InvariantCulture);
        return particle switch
        {
            XmlSchemaElement element => $"child,?,{element.QualifiedName.Name},{TypeOf(element)},{element.MinOccurs},{max}",
            XmlSchemaAny { Namespace: null or "##other" } => $"child,?,##other,,{particle.MinOccurs},{max}",
            _ => throw new InvalidDataException($"{particle.GetType().Name}: a part of a sequence that is neither an element nor one of another namespace"),
        };
    }

    private string Keep(string type, List<string> rows)
    {
        var signature = string.Join('\n', [type, .. rows]);
        if (_types.TryGetValue(signature, out var known)) return known;
        var number = (_types.Count + 1).ToString(CultureInfo.InvariantCulture);
        _types.Add(signature, number);
        foreach (var row in signature.Split('\n'))
        {
            var cells = row.Split(',');
            cells[1] = number;
            _rows.Add(string.Join(',', cells));
        }
        return number;
    }

    private static string Word(XmlSchemaType type) => Word(type.TypeCode);

    private static string Word(XmlTypeCode code) => code switch
    {
        XmlTypeCode.None or XmlTypeCode.AnyAtomicType => "string",
        _ => char.ToLowerInvariant(code.ToString()[0]) + code.ToString()[1..],
    };
}
