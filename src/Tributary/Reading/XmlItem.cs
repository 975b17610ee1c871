using System.Runtime.InteropServices;
using System.Text;

namespace Tributary.Reading;

/// <summary>An element of an XML document with all that is in it, and what of it was used.</summary>
/// <remarks>
/// Every text and attribute that nobody asked for can be told afterwards: none is passed over in silence. Names are local names; those of
/// another namespace than the root's keep their prefix, or have it in braces below a root in none, so that none of them is taken for one of the format's own.
/// </remarks>
internal sealed class XmlItem
{
    private List<XmlItem>? _children;
    private List<StatedAttribute>? _attributes;
    private string? _text;
    private StringBuilder? _parts;
    private bool _isSeen, _isTextUsed, _isKept, _isTaken;

    /// <param name="name">The element's name.</param>
    /// <param name="line">The line on which it begins, from 1.</param>
    public XmlItem(string name, int line) => (Name, Line) = (name, line);

    /// <summary>The name.</summary>
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
            _isTextUsed = true;
            return Clean(Stated);
        }
    }

    /// <summary>The text as it stands, without white space at its ends; null when there is none. Asking does not use it.</summary>
    public string? WholeText => Stated is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The text as it stands, where nobody asked for it; null when somebody did, and when there is none.</summary>
    public string? UnusedText => _isTextUsed ? null : WholeText;

    /// <summary>The elements inside, in order. Asking does not use them.</summary>
    public IReadOnlyList<XmlItem> Children => _children ?? [];

    /// <summary>The attributes in order. Asking does not use them.</summary>
    public IEnumerable<(string Name, string Value)> Attributes => (_attributes ?? []).Select(attribute => (attribute.Name, attribute.Value));

    /// <summary>The attributes that nobody asked for.</summary>
    public IEnumerable<(string Name, string Value)> UnusedAttributes => (_attributes ?? []).Where(attribute => !attribute.IsUsed).Select(attribute => (attribute.Name, attribute.Value));

    /// <summary>Whether the element, or anything in it, was not asked for.</summary>
    public bool HasUnused
    {
        get
        {
            if (_isTaken) return false;
            if (_isKept || !_isSeen || UnusedText is not null) return true;
            foreach (ref readonly var attribute in CollectionsMarshal.AsSpan(_attributes))
            {
                if (!attribute.IsUsed) return true;
            }
            return _children is not null && _children.Exists(child => child.HasUnused);
        }
    }

    /// <summary>Says that the element was looked at.</summary>
    public void See() => _isSeen = true;

    /// <summary>Says that what was asked for does not stand for all that the element says.</summary>
    public void Keep() => _isKept = true;

    /// <summary>Says that everything in the element is accounted for.</summary>
    public void TakeWhole() => _isTaken = true;

    /// <summary>The children of a name, in order.</summary>
    public IEnumerable<XmlItem> All(string name)
    {
        foreach (var child in _children ?? [])
        {
            if (child.Name != name) continue;
            child.See();
            yield return child;
        }
    }

    /// <summary>The first child of a name; null when there is none.</summary>
    public XmlItem? First(string name)
    {
        if (_children?.Find(child => child.Name == name) is not { } first) return null;
        first.See();
        return first;
    }

    /// <summary>The text of the first child of a name that has text; null when none has.</summary>
    public string? Value(string name) => All(name).Select(child => child.Text).FirstOrDefault(text => text is not null);

    /// <summary>The texts of the children of a name, empty ones left out.</summary>
    public IEnumerable<string> Values(string name) => All(name).Select(child => child.Text).OfType<string>();

    /// <summary>An attribute by its name; null when it is missing or empty.</summary>
    public string? Attribute(string name)
    {
        foreach (ref var attribute in CollectionsMarshal.AsSpan(_attributes))
        {
            if (attribute.Name != name) continue;
            attribute.IsUsed = true;
            return Clean(attribute.Value);
        }
        return null;
    }

    /// <summary>An attribute by its name, without using it; null when it is missing or empty.</summary>
    public string? Peek(string name) => Clean(_attributes?.Find(attribute => attribute.Name == name).Value);

    /// <summary>The paths of elements and attributes that have content and were not asked for, from the name of this element on.</summary>
    public IEnumerable<string> Unused()
    {
        if (_isTaken) yield break;
        foreach (var attribute in _attributes ?? [])
        {
            if (attribute.Value.Length > 0 && !attribute.IsUsed) yield return $"{Name}/@{attribute.Name}";
        }
        if (!_isSeen && !_isTextUsed && WholeText is not null) yield return Name;
        foreach (var path in (_children ?? []).SelectMany(child => child.Unused())) yield return $"{Name}/{path}";
    }

    // Comments and CDATA break a text into parts: mostly there is one.
    internal void AddText(string text)
    {
        if (_text is null && _parts is null) _text = text;
        else (_parts ??= new StringBuilder(_text)).Append(text);
    }

    internal void Add(XmlItem child) => (_children ??= []).Add(child);

    internal void Add(string name, string value) => (_attributes ??= []).Add(new StatedAttribute { Name = name, Value = value });

    /// <summary>White space as people read it; null for nothing else.</summary>
    internal static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (IsClean(text)) return text;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private string? Stated
    {
        get
        {
            if (_parts is not null) (_text, _parts) = (_parts.ToString(), null);
            return _text;
        }
    }

    private static bool IsClean(string text)
    {
        var wasSpace = true;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (isSpace && (wasSpace || letter != ' ')) return false;
            wasSpace = isSpace;
        }
        return !wasSpace;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct StatedAttribute
    {
        public string Name, Value;
        public bool IsUsed;
    }
}
