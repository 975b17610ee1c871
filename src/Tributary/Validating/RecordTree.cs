using System.Text;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>The elements of one activity or organisation, in arrays that the next one uses again.</summary>
/// <remarks>A node is a number: of an element, or with a mark of an attribute or of an element's text.</remarks>
internal sealed class RecordTree
{
    /// <summary>Elements of one record at most: what has more is no activity that anybody could read.</summary>
    public const int ElementsMax = 4_000_000;

    private const int AttributeMark = 1 << 30;
    private const int TextMark = 1 << 29;

    private const int ElementsFirst = 256;

    /// <summary>Characters of a text up to which its parts are put together as they come.</summary>
    private const int JoinedMax = 1024;

    /// <summary>Elements that are passed by one after the other, before the first of each name is noted.</summary>
    private const int PassedMax = 64;

    private Element[] _elements = new Element[ElementsFirst];
    private Attribute[] _attributes = new Attribute[ElementsFirst];
    private int _attributeCount;
    private int[] _first = [], _last = [];
    private readonly Dictionary<(int Parent, int Name), int> _firstInside = [];

    /// <summary>How many elements there are; the record itself is the element 0.</summary>
    public int Count { get; private set; }

    /// <summary>Begins the next record.</summary>
    public void Reset()
    {
        // What one large record needed is not kept for all the small ones after it.
        if (_elements.Length > ElementsMax / 16) _elements = new Element[ElementsFirst];
        if (_attributes.Length > ElementsMax / 16) _attributes = new Attribute[ElementsFirst];
        else Array.Clear(_attributes, 0, _attributeCount);
        (Count, _attributeCount) = (0, 0);
        if (_firstInside.Count > 0) _firstInside.Clear();
        if (_first.Length < NameNumbers.Count) (_first, _last) = (new int[NameNumbers.Count], new int[NameNumbers.Count]);
        Array.Fill(_first, -1);
        Array.Fill(_last, -1);
    }

    /// <summary>Adds an element.</summary>
    /// <param name="parent">The element around it; -1 for the record.</param>
    /// <param name="name">Its name's number; -1 for one that no rule asks for.</param>
    /// <param name="line">Its line.</param>
    /// <param name="column">Its column.</param>
    public int Add(int parent, int name, int line, int column)
    {
        var index = Count++;
        if (index == _elements.Length) Array.Resize(ref _elements, index * 2);
        var elements = _elements;
        elements[index] = new Element { Parent = parent, Name = name, Line = line, Column = column, FirstAttribute = _attributeCount, FirstChild = -1, LastChild = -1, Next = -1, NextAlike = -1 };
        if (parent >= 0)
        {
            if (elements[parent].LastChild < 0) elements[parent].FirstChild = index;
            else elements[elements[parent].LastChild].Next = index;
            elements[parent].LastChild = index;
        }
        if (name >= 0 && name < _first.Length)
        {
            if (_first[name] < 0) _first[name] = index;
            else elements[_last[name]].NextAlike = index;
            _last[name] = index;
        }
        return index;
    }

    /// <summary>Adds an attribute to the element that was added last.</summary>
    public void AddAttribute(int name, bool isXml, string value, int line, int column)
    {
        var element = Count - 1;
        if (_attributeCount == _attributes.Length) Array.Resize(ref _attributes, _attributeCount * 2);
        _attributes[_attributeCount++] = new Attribute(element, name, isXml, value, line, column);
        _elements[element].AttributeCount++;
    }

    /// <summary>Adds to an element's text.</summary>
    /// <exception cref="XmlInput.PartTooLongException">It is longer than anybody's.</exception>
    public void AddText(int element, string text)
    {
        ref var node = ref _elements[element];
        switch (node.Text)
        {
            case null:
                node.Text = text;
                break;
            case string before when before.Length + text.Length <= JoinedMax:
                node.Text = before + text;
                break;
            // Comments and CDATA may break a text into any number of parts.
            default:
                var parts = node.Text as StringBuilder ?? new StringBuilder((string)node.Text);
                if (parts.Length + text.Length > XmlInput.PartBytesMax) throw new XmlInput.PartTooLongException();
                node.Text = parts.Append(text);
                break;
        }
    }

    /// <summary>The element around a node; -1 for the record.</summary>
    public int Parent(int node) => IsElement(node) ? _elements[node].Parent : Owner(node);

    /// <summary>An element's name.</summary>
    public int Name(int element) => _elements[element].Name;

    /// <summary>The first element inside; -1 for none.</summary>
    public int FirstChild(int element) => _elements[element].FirstChild;

    /// <summary>The next element beside; -1 for none.</summary>
    public int Next(int element) => _elements[element].Next;

    /// <summary>The first element of a name inside another; -1 for none.</summary>
    /// <param name="element">The element around it.</param>
    /// <param name="name">Its name; -1 for any.</param>
    public int FirstInside(int element, int name)
    {
        var inside = FirstChild(element);
        for (var passed = 0; inside >= 0 && name >= 0 && Name(inside) != name; inside = Next(inside))
        {
            if (++passed > PassedMax) return FirstNoted(element, name);
        }
        return inside;
    }

    /// <summary>The first element of a name in the record; -1 for none.</summary>
    public int FirstOf(int name) => name >= 0 && name < _first.Length ? _first[name] : -1;

    /// <summary>The next element of the same name in the record; -1 for none.</summary>
    public int NextAlike(int element) => _elements[element].NextAlike;

    /// <summary>An element's attribute as a node; -1 for none.</summary>
    public int AttributeOf(int element, int name, bool isXml)
    {
        var first = _elements[element].FirstAttribute;
        var attributes = _attributes.AsSpan(first, _elements[element].AttributeCount);
        for (var index = 0; index < attributes.Length; index++)
        {
            if (attributes[index].Name == name && attributes[index].IsXml == isXml) return first + index | AttributeMark;
        }
        return -1;
    }

    /// <summary>An element's text as a node; -1 when it has none.</summary>
    public int TextOf(int element) => _elements[element].Text is null ? -1 : element | TextMark;

    /// <summary>What a node says.</summary>
    public string Value(int node) => (node & AttributeMark) != 0 ? _attributes[node & ~AttributeMark].Value : _elements[node & ~TextMark].Text as string ?? Joined(ref _elements[node & ~TextMark]);

    /// <summary>A node's line.</summary>
    public int Line(int node) => (node & AttributeMark) != 0 ? _attributes[node & ~AttributeMark].Line : _elements[node & ~TextMark].Line;

    /// <summary>A node's column.</summary>
    public int Column(int node) => (node & AttributeMark) != 0 ? _attributes[node & ~AttributeMark].Column : _elements[node & ~TextMark].Column;

    /// <summary>Whether a node is an element.</summary>
    public static bool IsElement(int node) => (node & (AttributeMark | TextMark)) == 0;

    /// <summary>Whether a node is an attribute.</summary>
    public static bool IsAttribute(int node) => (node & AttributeMark) != 0;

    /// <summary>An attribute's name.</summary>
    public string AttributeName(int node) => (_attributes[node & ~AttributeMark].IsXml ? "xml:" : "") + NameNumbers.Text(_attributes[node & ~AttributeMark].Name);

    private int Owner(int node) => (node & AttributeMark) != 0 ? _attributes[node & ~AttributeMark].Element : node & ~TextMark;

    private static string Joined(ref Element element)
    {
        if (element.Text is not StringBuilder parts) return "";
        var text = parts.ToString();
        element.Text = text;
        return text;
    }

    // A rule may ask each of many elements for what stands beside it.
    private int FirstNoted(int element, int name)
    {
        const int Noted = -2;
        if (_firstInside.TryAdd((element, Noted), 0))
        {
            for (var inside = FirstChild(element); inside >= 0; inside = Next(inside)) _firstInside.TryAdd((element, Name(inside)), inside);
        }
        return _firstInside.GetValueOrDefault((element, name), -1);
    }

    private struct Element
    {
        public int Parent, Name, Line, Column, FirstAttribute, AttributeCount, FirstChild, LastChild, Next, NextAlike;

        /// <summary>A string, or a builder of one while its parts come; null for none.</summary>
        public object? Text;
    }

    private readonly record struct Attribute(int Element, int Name, bool IsXml, string Value, int Line, int Column);
}
