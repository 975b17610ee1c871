
namespace Tributary.Validating;

/// <summary>An element that is open while a document is read.</summary>
internal struct OpenElement
{
    /// <summary>What the standard says of it; null where it says nothing.</summary>
    public ElementSpec? Spec;

    /// <summary>Its place in the record's tree; -1 outside of records.</summary>
    public int Node;

    /// <summary>The step of the sequence that was reached, and how often it came.</summary>
    public int Step, Times;

    /// <summary>Whether its content is still held to the schema. After something out of place the rest of it is not: one mistake is told once.</summary>
    public bool IsChecked;

    /// <summary>Whether elements inside are held to the schema as far as it knows them: so it is in elements of other namespaces.</summary>
    public bool IsLax;

    /// <summary>Whether it was told that text stands between its elements.</summary>
    public bool HasToldText;

    /// <summary>Where it begins.</summary>
    public int Line, Column;
}

/// <summary>Holds elements to the sequence that the standard wants, as XML Schema does.</summary>
internal sealed class SchemaCheck(RecordFindings findings)
{
    /// <summary>The number of what no schema allows.</summary>
    public const string Id = "0.3.1";

    private const int NamesShown = 6;

    /// <summary>Goes on in the sequence of an open element.</summary>
    /// <param name="open">The open element.</param>
    /// <param name="name">The name of the element that comes; null for one of another namespace.</param>
    /// <returns>Whether it may stand there.</returns>
    public static bool Advance(ref OpenElement open, string? name)
    {
        var children = open.Spec!.Children;
        for (var (step, times) = (open.Step, open.Times); step < children.Length; step++, times = 0)
        {
            var child = children[step];
            if (ReferenceEquals(child.Name, name) && times < child.Max)
            {
                (open.Step, open.Times) = (step, times + 1);
                return true;
            }
            if (times < child.Min) return false;
        }
        return false;
    }

    /// <summary>Tells of an element that may not stand where it does.</summary>
    public void TellUnexpected(in OpenElement around, string name, int line, int column)
    {
        var isSimple = around.Spec!.Text is not null;
        name = FindingWords.Shown(name);
        Tell(around.Spec.Path + "/" + name, line, column,
            isSimple ? $"The element {name} stands in one that may have text alone." : $"The element {name} may not stand here.", name, isSimple ? "text" : Expected(around));
    }

    /// <summary>Tells what an element lacks at its end.</summary>
    public void TellMissing(in OpenElement open)
    {
        var children = open.Spec!.Children;
        for (var (step, times) = (open.Step, open.Times); step < children.Length; step++, times = 0)
        {
            if (times >= children[step].Min) continue;
            Tell(open.Spec.Path, open.Line, open.Column, $"The element {NameNumbers.Text(open.Spec.Name)} ends without {children[step].Name}.", "", Expected(open));
            return;
        }
    }

    /// <summary>Tells of text between elements.</summary>
    public void TellText(ref OpenElement open, string text, int line, int column)
    {
        if (open.HasToldText) return;
        open.HasToldText = true;
        Tell(open.Spec!.Path, line, column, $"Text stands in the element {NameNumbers.Text(open.Spec.Name)}, which may have elements alone.", FindingWords.Shown(text.Trim()), open.Spec.Children is [{ Name: "narrative" }, ..] ? "a narrative with the text" : "no text");
    }

    /// <summary>Tells of a value of the wrong type.</summary>
    public void TellValue(string path, string value, ValueType type, int line, int column) =>
        Tell(path, line, column, $"The value of {path[(path.LastIndexOf('/') + 1)..]} is not {ValueTypes.Words(type)}.", FindingWords.Shown(value), ValueTypes.Words(type));

    /// <summary>Tells of an attribute that may not stand there.</summary>
    public void TellAttribute(ElementSpec spec, string name, int line, int column) =>
        Tell($"{spec.Path}/@{FindingWords.Shown(name)}", line, column, $"The attribute {FindingWords.Shown(name)} may not stand on {NameNumbers.Text(spec.Name)}.", FindingWords.Shown(name), "one of " + string.Join(", ", spec.Attributes.Select(attribute => attribute.Name).DefaultIfEmpty("none")));

    /// <summary>Tells of an attribute that is missing.</summary>
    public void TellMissingAttribute(ElementSpec spec, string name, int line, int column) =>
        Tell($"{spec.Path}/@{name}", line, column, $"The element {NameNumbers.Text(spec.Name)} has no attribute {name}.", "", $"an attribute {name}");

    // What may come next: up to the first that must.
    private static string Expected(in OpenElement open)
    {
        var names = new List<string>();
        var children = open.Spec!.Children;
        for (var (step, times) = (open.Step, open.Times); step < children.Length; step++, times = 0)
        {
            if (times < children[step].Max && children[step].Name is { } name) names.Add(name);
            if (times < children[step].Min) break;
        }
        if (names.Count == 0) return "nothing more";
        return names.Count > NamesShown ? string.Join(", ", names.Take(NamesShown)) + " …" : string.Join(", ", names);
    }

    private void Tell(string path, int line, int column, string message, string found, string expected) => findings.Add(new Finding
    {
        Id = Id, Severity = FindingSeverity.Critical, Category = "schema", Message = message, Line = line, Column = column, Path = path,
        Found = found.Length > 0 ? $"'{found}'" : "", Expected = expected, Guidance = "https://iatistandard.org/en/iati-standard/203/schema/",
    });
}
