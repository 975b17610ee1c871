using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Tributary.Money;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>A value in a small part of an answer, with its place, so that every field is used, ignored or reported.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">Its JSON pointer.</param>
/// <param name="Path">Its path, array indexes as <c>*</c>.</param>
/// <param name="Oddities">Takes what is odd.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AnswerNode(JsonElement Value, string Place, string Path, IAnswerOddities Oddities)
{
    /// <summary>Makes the tree of one value.</summary>
    /// <param name="json">The whole value: well-formed and Unicode.</param>
    /// <param name="place">Its JSON pointer.</param>
    /// <param name="path">Its path.</param>
    /// <param name="oddities">Takes what is odd.</param>
    public static AnswerNode Parse(ReadOnlySpan<byte> json, string place, string path, IAnswerOddities oddities)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonStream.DepthMax });
        return new AnswerNode(JsonElement.ParseValue(ref reader), place, path, oddities);
    }

    private bool IsNull => Value.ValueKind == JsonValueKind.Null;

    /// <summary>The fields of an object, none for null. Of a repeated name the last counts.</summary>
    public Dictionary<string, AnswerNode> Fields()
    {
        var fields = new Dictionary<string, AnswerNode>(StringComparer.Ordinal);
        if (!Is(JsonValueKind.Object, "an object")) return fields;
        foreach (var property in Value.EnumerateObject())
        {
            var node = Under(property.Name, property.Value);
            if (fields.TryAdd(property.Name, node)) continue;
            fields[property.Name] = node;
            node.Report(ReadingCodes.KeyRepeated, Severity.Warning, "the name stands twice in one object", "once was expected", "the last value is used");
        }
        return fields;
    }

    /// <summary>The fields of an object that must be one.</summary>
    public Dictionary<string, AnswerNode> RequiredFields()
    {
        RefuseNull("an object was expected");
        return Fields();
    }

    /// <summary>The elements of an array, none for null.</summary>
    public IEnumerable<AnswerNode> Elements()
    {
        if (!Is(JsonValueKind.Array, "an array")) yield break;
        var index = 0;
        foreach (var element in Value.EnumerateArray())
        {
            yield return new AnswerNode(element, string.Create(CultureInfo.InvariantCulture, $"{Place}/{index++}"), Path + ".*", Oddities);
        }
    }

    /// <summary>A text; null where null is stated.</summary>
    public string? Text() => Is(JsonValueKind.String, "a text") ? Value.GetString() : null;

    /// <summary>A text that must be one; empty where it is not.</summary>
    public string RequiredText()
    {
        RefuseNull("a text was expected");
        return Text() ?? "";
    }

    /// <summary>An id as text, whether written as text or as number.</summary>
    public string? IdText() => Value.ValueKind == JsonValueKind.Number ? Value.GetRawText() : Text();

    /// <summary>One text, or the texts of an array joined; numbers as written.</summary>
    public string? JoinedText(string separator) =>
        Value.ValueKind == JsonValueKind.Array ? string.Join(separator, Elements().Select(element => element.IdText())) : IdText();

    /// <summary>A whole number that fits 32 bits, written as number or as text.</summary>
    public int? Number()
    {
        if (IsNull) return null;
        var text = Value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Value.ToString() : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        return Wrong<int>(FtsCodes.NumberInvalid, "a whole number was expected");
    }

    /// <summary>The id of a plan or place: a whole number above 0.</summary>
    public int? Id() => Value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && int.TryParse(Value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
        ? id
        : Wrong<int>(FtsCodes.IdInvalid, "a whole number above 0 was expected");

    /// <summary>US dollars or a count, exactly.</summary>
    public decimal? Amount()
    {
        if (IsNull) return null;
        return Value.ValueKind == JsonValueKind.Number && ScaledDecimal.TryParse(JsonMarshal.GetRawUtf8Value(Value), ScaledDecimal.AmountScale, out var units)
            ? ScaledDecimal.ToDecimal(units, ScaledDecimal.AmountScale)
            : Wrong<decimal>(FtsCodes.AmountInvalid, "a number with at most 4 decimal places and 18 digits was expected");
    }

    /// <summary>A day; null where null is stated. A time of day is dropped with a warning.</summary>
    public int? Days()
    {
        if (IsNull) return null;
        var utf8 = Value.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(Value.GetString()!) : [];
        if (!FlowDates.TryParse(utf8, out var days, out var hasTime)) return Wrong<int>(FtsCodes.DateInvalid, FlowDates.Expected);
        if (hasTime) Report(FtsCodes.DateHasTime, Severity.Warning, Shown(), FlowDates.ExpectedMidnight, FlowDates.TimeDropped);
        return days;
    }

    /// <summary>Leaves the value out on purpose.</summary>
    public void Ignore(string reason) => Oddities.Ignore(Path, reason);

    /// <summary>Reports a null where none may stand.</summary>
    public void RefuseNull(string expected)
    {
        if (IsNull) Wrong<int>(FtsCodes.TypeWrong, expected);
    }

    /// <summary>Reports a field that this reader does not know.</summary>
    public void Unknown() => Oddities.Unknown(Path, AnswerAdvice.UnknownField(Place));

    /// <summary>Reports a field that an object cannot do without and lacks.</summary>
    /// <param name="fields">The fields it has.</param>
    /// <param name="name">The field.</param>
    /// <param name="code">The code of the issue.</param>
    public void Require(Dictionary<string, AnswerNode> fields, string name, string code)
    {
        if (Value.ValueKind != JsonValueKind.Object || fields.ContainsKey(name)) return;
        Report(code, Severity.Error, $"an object without {name}", "every such object has one", AnswerAdvice.LeftOut);
    }

    /// <summary>Reports something about this value.</summary>
    public void Report(string code, Severity severity, string found, string expected, string advice) =>
        Oddities.Report(new ReadIssue(code, severity, Place, found, expected, advice));

    /// <summary>Reports that the value cannot be used.</summary>
    /// <returns>Null.</returns>
    public T? Wrong<T>(string code, string expected) where T : struct
    {
        Report(code, Severity.Error, Shown(), expected, AnswerAdvice.LeftOut);
        return null;
    }

    /// <summary>The value as written, cut to a length that fits a message.</summary>
    public string Shown() => AnswerAdvice.Show(JsonMarshal.GetRawUtf8Value(Value));

    private bool Is(JsonValueKind kind, string expected)
    {
        if (Value.ValueKind == kind) return true;
        if (!IsNull) Wrong<int>(FtsCodes.TypeWrong, $"{expected} was expected");
        return false;
    }

    private AnswerNode Under(string name, JsonElement value) =>
        new(value, $"{Place}/{AnswerAdvice.PointerName(name)}", $"{Path}.{AnswerAdvice.Short(name)}", Oddities);
}
