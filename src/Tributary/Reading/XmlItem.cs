using System.Text;

namespace Tributary.Reading;

/// <summary>An element of an XML document with all that is in it, and what of it was used.</summary>
/// <remarks>Every text and attribute that nobody asked for can be told afterwards: none is passed over in silence.</remarks>
internal sealed class XmlItem
{
    private readonly List<XmlItem> _children = [];
    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private bool _isUsed;

    /// <param name="name">The element's local name.</param>
    /// <param name="line">The line on which it begins, from 1.</param>
    public XmlItem(string name, int line) => (Name, Line) = (name, line);

    /// <summary>The local name.</summary>
    public string Name { get; }

    /// <summary>The line on which it begins, from 1.</summary>
    public int Line { get; }

    /// <summary>The place for people.</summary>
    public string Place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {Line}");

    /// <summary>The text that stands in it directly, without white space at its ends and with one space for each run inside; null when there is none.</summary>
    public string? Text
    {
        get
        {
            _isUsed = true;
            return Clean(_text.ToString());
        }
    }

    /// <summary>The children of a name, in order.</summary>
    public IEnumerable<XmlItem> All(string name)
    {
        foreach (var child in _children)
        {
            if (child.Name != name) continue;
            child._isUsed = true;
            yield return child;
        }
    }

    /// <summary>The text of the first child of a name that has text; null when none has.</summary>
    public string? Value(string name) => All(name).Select(child => child.Text).FirstOrDefault(text => text is not null);

    /// <summary>The texts of the children of a name, empty ones left out.</summary>
    public IEnumerable<string> Values(string name) => All(name).Select(child => child.Text).OfType<string>();

    /// <summary>An attribute by its local name; null when it is missing or empty.</summary>
    public string? Attribute(string name)
    {
        _used.Add(name);
        return Clean(_attributes.Find(attribute => attribute.Name == name).Value ?? "");
    }

    /// <summary>The paths of elements and attributes that have content and were not asked for, from the name of this element on.</summary>
    public IEnumerable<string> Unused()
    {
        foreach (var (name, value) in _attributes)
        {
            if (value.Length > 0 && !_used.Contains(name)) yield return $"{Name}/@{name}";
        }
        if (!_isUsed && Clean(_text.ToString()) is not null) yield return Name;
        foreach (var path in _children.SelectMany(child => child.Unused())) yield return $"{Name}/{path}";
    }

    internal void AddText(string text) => _text.Append(text);

    internal void Add(XmlItem child) => _children.Add(child);

    internal void Add(string name, string value) => _attributes.Add((name, value));

    /// <summary>White space as people read it; null for nothing else.</summary>
    internal static string? Clean(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
