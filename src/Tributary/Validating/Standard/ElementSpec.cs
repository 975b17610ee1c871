namespace Tributary.Validating;

/// <summary>An element at one place of the standard: what may stand in it, and which codes it holds.</summary>
internal sealed class ElementSpec
{
    /// <summary>Its path, such as <c>/iati-activities/iati-activity/title</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Its name's number.</summary>
    public required int Name { get; init; }

    /// <summary>What its text is; null when it has elements inside.</summary>
    public required ValueType? Text { get; init; }

    /// <summary>Whether attributes of other namespaces may stand on it.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Its attributes.</summary>
    public required AttributeSpec[] Attributes { get; init; }

    /// <summary>Its sequence of elements.</summary>
    public required ChildSpec[] Children { get; init; }

    /// <summary>The codes that its text must be one of; null for any text.</summary>
    public CodeUse? Codes { get; set; }

    /// <summary>The element of a name inside, wherever in the sequence it stands; null when there is none.</summary>
    /// <param name="name">A name of the reader's table.</param>
    public ElementSpec? Find(string name)
    {
        foreach (var child in Children)
        {
            if (ReferenceEquals(child.Name, name)) return child.Element;
        }
        return null;
    }
}

/// <summary>An attribute.</summary>
internal sealed class AttributeSpec
{
    /// <summary>Its name without a namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Its name's number.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is one of the namespace <c>xml</c>.</summary>
    public required bool IsXml { get; init; }

    /// <summary>What its value is.</summary>
    public required ValueType Type { get; init; }

    /// <summary>Whether the element must have it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The codes that it must be one of; null for any.</summary>
    public CodeUse? Codes { get; set; }

    /// <summary>The finding's number when the activity that it names is not known; null when it names none.</summary>
    public ReferenceUse? Reference { get; set; }
}

/// <summary>One step of a sequence: an element, or elements of other namespaces.</summary>
/// <param name="Name">The element's name; null for those of other namespaces.</param>
/// <param name="Element">The element; null for those of other namespaces.</param>
/// <param name="Min">How often it stands there at least.</param>
/// <param name="Max">How often at most.</param>
internal sealed record ChildSpec(string? Name, ElementSpec? Element, int Min, int Max);

/// <summary>An attribute that names another activity.</summary>
internal sealed record ReferenceUse(string Id, string Category);

/// <summary>A value that is held to a codelist, perhaps only with a vocabulary.</summary>
/// <param name="Linked">The attribute that says which list applies; empty where one always does.</param>
/// <param name="Default">What the attribute is taken for where it is absent.</param>
/// <param name="Lists">The lists, each with the attribute's value.</param>
internal sealed record CodeUse(string Linked, string Default, List<CodeList> Lists);

/// <summary>A codelist at one place.</summary>
internal sealed record CodeList(string Value, string Name, HashSet<string> Codes, string Id, FindingSeverity Severity, string Category);
