using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;

namespace Tributary.Validating;

/// <summary>The elements of one version of the standard, for activities or organisations.</summary>
/// <remarks>https://iatistandard.org/en/iati-standard/203/schema/ and those of 2.01 and 2.02.</remarks>
internal sealed class StandardSchema
{
    /// <summary>The version to which a file is held that states none of these.</summary>
    public const string Latest = "2.03";

    private static readonly ConcurrentDictionary<string, StandardSchema> Known = new(StringComparer.Ordinal);

    private static readonly List<string[]> Rows = [.. StandardTables.Read("schema.csv")];
    private static readonly Dictionary<string, string> Names = NamesOf(Rows);

    private readonly Dictionary<string, List<string[]>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElementSpec> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElementSpec> _globals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _globalTypes = new(StringComparer.Ordinal);

    private StandardSchema(string version, string root)
    {
        (Version, RootName) = (version, root);
        var type = "";
        foreach (var row in Rows)
        {
            if (row[0] == "root" && row[1] == version && row[2] == root) type = row[3];
            else if (row[0] == "global" && row[1] == $"{version} {root}") _globalTypes.Add(row[2], row[3]);
            else if (row[0] is "type" or "attribute" or "child") (_types.TryGetValue(row[1], out var rows) ? rows : _types[row[1]] = []).Add(row);
        }
        Root = Build("/" + root, root, type);
        Record = Root.Children[0].Element!;
        RecordName = Root.Children[0].Name!;
        Language = Coded(version);
        foreach (var row in StandardTables.Read("references.csv", version))
        {
            if (Attribute(row[1], row[2]) is { } attribute) attribute.Reference = new ReferenceUse(row[3], row[4]);
        }
    }

    /// <summary>2.01, 2.02 or 2.03.</summary>
    public string Version { get; }

    /// <summary>The root's name.</summary>
    public string RootName { get; }

    /// <summary>The root.</summary>
    public ElementSpec Root { get; }

    /// <summary>An activity or organisation.</summary>
    public ElementSpec Record { get; }

    /// <summary>Its name.</summary>
    public string RecordName { get; }

    /// <summary>The codes of languages, to which each xml:lang is held.</summary>
    public CodeList Language { get; }

    /// <summary>The schema of a version and kind of file.</summary>
    public static StandardSchema Of(string version, string root) => Known.GetOrAdd($"{version} {root}", _ => new StandardSchema(version, root));

    /// <summary>Whether a version is one of those that can be checked.</summary>
    public static bool Knows(string version) => version is "2.01" or "2.02" or "2.03";

    /// <summary>An element that stands inside one of another namespace; null when the standard has none of the name.</summary>
    public ElementSpec? Global(string name)
    {
        lock (_globals)
        {
            if (_globals.TryGetValue(name, out var known)) return known;
            return _globalTypes.TryGetValue(name, out var type) ? _globals[name] = Build("//" + name, name, type) : null;
        }
    }

    /// <summary>Gives a reader's table the very strings that the schemas hold, so that names are compared by reference.</summary>
    public static void AddTo(NameTable names)
    {
        foreach (var name in Names.Keys) names.Add(name);
    }

    private ElementSpec Build(string path, string name, string type)
    {
        var rows = _types[type];
        var spec = new ElementSpec
        {
            Path = path,
            Name = NameNumbers.Of(name),
            Text = rows[0][2].Length == 0 ? null : ValueTypes.Of(rows[0][2]),
            IsOpen = rows[0][3] == "open",
            Attributes = [.. rows.Where(row => row[0] == "attribute").Select(AttributeOf)],
            Children = [.. rows.Where(row => row[0] == "child").Select(row => ChildOf(path, row))],
        };
        _paths.TryAdd(path, spec);
        return spec;
    }

    private ChildSpec ChildOf(string path, string[] row)
    {
        var (min, max) = (Number(row[4]), row[5] == "*" ? int.MaxValue : Number(row[5]));
        if (row[2] == "##other") return new ChildSpec(null, null, min, max);
        var name = Names[row[2]];
        return new ChildSpec(name, Build($"{path}/{name}", name, row[3]), min, max);
    }

    private AttributeSpec AttributeOf(string[] row)
    {
        var isXml = row[2].StartsWith("xml:", StringComparison.Ordinal);
        var name = Names[isXml ? row[2][4..] : row[2]];
        return new AttributeSpec { Name = name, Number = NameNumbers.Of(name), IsXml = isXml, Type = isXml ? ValueType.Language : ValueTypes.Of(row[3]), IsRequired = row[4] == "1" };
    }

    // One string for each name.
    private static Dictionary<string, string> NamesOf(List<string[]> rows)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var name = row[0] == "type" ? "" : row[2].StartsWith("xml:", StringComparison.Ordinal) ? row[2][4..] : row[2];
            if (name.Length > 0) names.TryAdd(name, name);
        }
        return names;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private CodeList Coded(string version)
    {
        var codes = StandardTables.Read("codes.csv").Where(row => row[1].Contains(version, StringComparison.Ordinal)).ToDictionary(row => row[0], row => new HashSet<string>(row[2].Split(' '), StringComparer.Ordinal), StringComparer.Ordinal);
        CodeList? language = null;
        foreach (var row in StandardTables.Read("coded.csv", version))
        {
            var list = new CodeList(row[5], row[6], codes[row[6]], row[7], row[8] == "error" ? FindingSeverity.Error : FindingSeverity.Warning, row[9]);
            if (row[2] == "xml:lang") language = list;
            else if (row[2] == "text()" && _paths.TryGetValue(row[1], out var element)) element.Codes = With(element.Codes, row, list);
            // The standard's file names the root of organisations otherwise than its schema.
            else if (Attribute(row[1] == "/organisations" ? "/iati-organisations" : row[1], row[2]) is { } attribute) attribute.Codes = With(attribute.Codes, row, list);
        }
        return language!;
    }

    private static CodeUse With(CodeUse? use, string[] row, CodeList list)
    {
        use ??= new CodeUse(row[3], row[4], []);
        use.Lists.Add(list);
        return use;
    }

    private AttributeSpec? Attribute(string path, string name) =>
        _paths.TryGetValue(path, out var element) ? Array.Find(element.Attributes, attribute => !attribute.IsXml && attribute.Name == name) : null;
}
