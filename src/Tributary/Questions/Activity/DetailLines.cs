using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tributary.Questions;

/// <summary>Something that a document states and no field of an answer has.</summary>
/// <param name="Path">The elements that lead to it, such as <c>result/indicator[2]/title/narrative</c>; of several alike each has its number.</param>
/// <param name="Text">Its text; null for none.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record DetailLine(string Path, string? Text, IReadOnlyList<DetailAttribute> Attributes)
{
    /// <summary>Text and attributes, for people.</summary>
    internal string Words => Attributes.Count == 0 ? Text ?? "" : $"{Text}{(Text is null ? "" : " ")}({string.Join(", ", Attributes.Select(attribute => $"{attribute.Name} {attribute.Value}"))})";
}

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record DetailAttribute(string Name, string Value);

/// <summary>Reads details, which the ledger keeps as JsonML, as lines of path and text. Nothing of them is left out.</summary>
internal static class DetailLines
{
    /// <summary>Elements of a document lie at most half as deep.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <summary>The lines of an element; none for null.</summary>
    /// <param name="details">The element as JsonML.</param>
    /// <param name="below">The path of the element itself. Default: paths begin inside it.</param>
    public static IReadOnlyList<DetailLine> Of(string? details, string below = "")
    {
        if (details is null) return [];
        using var document = JsonDocument.Parse(details, Options);
        var lines = new List<DetailLine>();
        Add(lines, document.RootElement, below);
        return lines;
    }

    private static void Add(List<DetailLine> lines, JsonElement element, string path)
    {
        var (attributes, text, children) = PartsOf(element);
        if (attributes.Count > 0 || text is not null || children.Count == 0) lines.Add(new DetailLine(path.Length == 0 ? "." : path, text, attributes));
        var alike = children.GroupBy(NameOf, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in children)
        {
            var name = NameOf(child);
            seen[name] = seen.GetValueOrDefault(name) + 1;
            var step = alike[name] == 1 ? name : $"{name}[{seen[name].ToString(CultureInfo.InvariantCulture)}]";
            Add(lines, child, path.Length == 0 ? step : $"{path}/{step}");
        }
    }

    private static (List<DetailAttribute> Attributes, string? Text, List<JsonElement> Children) PartsOf(JsonElement element)
    {
        var (attributes, text, children) = (new List<DetailAttribute>(), new StringBuilder(), new List<JsonElement>());
        foreach (var part in element.EnumerateArray().Skip(1))
        {
            if (part.ValueKind == JsonValueKind.Object) attributes.AddRange(part.EnumerateObject().Select(attribute => new DetailAttribute(attribute.Name, attribute.Value.GetString() ?? "")));
            else if (part.ValueKind == JsonValueKind.Array) children.Add(part);
            else text.Append(part.GetString());
        }
        return (attributes, text.Length == 0 ? null : text.ToString(), children);
    }

    private static string NameOf(JsonElement element) => element[0].GetString() ?? "";
}
