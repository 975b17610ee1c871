using System.Text.Json;
using Tributary.Reading;

namespace Tributary.Validating;

/// <summary>One case of a rule, as JSON. What is there and is not what it should be is refused: passed over, it would let every file hold.</summary>
/// <param name="Rule">The rule's word.</param>
/// <param name="Json">The case.</param>
internal readonly record struct RuleCase(string Rule, JsonElement Json)
{
    /// <summary>The cases of a rule.</summary>
    /// <exception cref="RulesetException">It has none.</exception>
    public static IEnumerable<RuleCase> Of(JsonProperty rule)
    {
        if (rule.Value.ValueKind != JsonValueKind.Object || !rule.Value.TryGetProperty("cases", out var cases) || cases.ValueKind != JsonValueKind.Array) throw new RulesetException($"{QuotedText.Of(rule.Name)} without cases; expected a list of them");
        foreach (var one in cases.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object) throw new RulesetException($"a case of {QuotedText.Of(rule.Name)}: {QuotedText.Of(one.GetRawText())}; expected an object");
            yield return new RuleCase(rule.Name, one);
        }
    }

    /// <summary>A text; null for none.</summary>
    public string? Text(string name) => Find(name) is not { } text ? null : text.ValueKind == JsonValueKind.String ? text.GetString() : throw NoSuch(name, text, "a text");

    /// <summary>A number; null for none.</summary>
    public decimal? Number(string name) => Find(name) is not { } number ? null : number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var value) ? value : throw NoSuch(name, number, "a number");

    /// <summary>An object; null for none.</summary>
    public JsonElement? Object(string name) => Find(name) is not { } inner ? null : inner.ValueKind == JsonValueKind.Object ? inner : throw NoSuch(name, inner, "an object");

    /// <summary>A list of texts, or one text alone; empty for none.</summary>
    public List<string> Texts(string name)
    {
        if (Find(name) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array) return [Text(name)!];
        var texts = new List<string>();
        foreach (var item in list.EnumerateArray()) texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw NoSuch(name, list, "texts alone"));
        return texts;
    }

    /// <summary>Refuses a case that lacks what its rule asks for.</summary>
    public void Need(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is null) throw new RulesetException($"a case of {QuotedText.Of(Rule)} without {name}; expected it; {QuotedText.Of(Json.GetRawText())}");
        }
    }

    private JsonElement? Find(string name) => Json.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private RulesetException NoSuch(string name, JsonElement found, string expected) => new($"{name} of a case of {QuotedText.Of(Rule)}: {QuotedText.Of(found.GetRawText())}; expected {expected}");
}
