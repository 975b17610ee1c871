using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tributary.Flows;
using Tributary.Ledgers;

namespace Tributary.Exporting;

/// <summary>What the numbers of one snapshot stand for, as bytes ready to be written: made once, copied for each flow.</summary>
internal sealed class FlowTexts
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Facts _facts;

    public FlowTexts(Facts facts)
    {
        _facts = facts;
        // While flows are streamed, the connection can answer nothing else.
        Sets = ObjectTypes.All.SelectMany(type => facts.Sets(type)).ToDictionary(set => set.Key, set => set.Value);
        Terms = facts.Terms;
        Documents = facts.Documents;
    }

    /// <summary>Sets by number.</summary>
    public IReadOnlyDictionary<int, ObjectSet> Sets { get; }

    /// <summary>Terms by number.</summary>
    public IReadOnlyDictionary<int, string> Terms { get; }

    /// <summary>Documents by number.</summary>
    public IReadOnlyDictionary<int, FactDocument> Documents { get; }

    /// <summary>The snapshot's file.</summary>
    public string SnapshotPath => _facts.Connection.DataSource;

    /// <summary>A list by number, of which each entry is made from what the number stands for. Numbers without meaning, and 0, give none.</summary>
    public static byte[][] ByNumber<T>(IReadOnlyDictionary<int, T> meanings, Func<T, byte[]> make)
    {
        var texts = new byte[meanings.Count == 0 ? 1 : meanings.Keys.Max() + 1][];
        Array.Fill(texts, []);
        foreach (var (number, meaning) in meanings) texts[number] = make(meaning);
        return texts;
    }

    /// <summary>A set as JSON: an array of its objects. What is not stated is left out.</summary>
    public static byte[] Json(ObjectSet set)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var member in set.Members)
            {
                json.WriteStartObject();
                WriteIfAny(json, "id", member.Id);
                WriteIfAny(json, "name", member.Name);
                WriteIfAny(json, "code", member.Code);
                json.WriteString("behaviour", member.Behaviour.ToString().ToLowerInvariant());
                WriteIfAny(json, "kinds", member.Kinds);
                WriteIfAny(json, "subkinds", member.Subkinds);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return buffer.ToArray();
    }

    /// <summary>A set's objects as FTS writes them, joined by commas.</summary>
    public static byte[] FtsObjects(ObjectSet set)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var member in set.Members) WriteFtsObject(json, set.Type, member);
            json.WriteEndArray();
        }
        return buffer.ToArray()[1..^1];
    }

    /// <summary>The bytes before and after the number of a place.</summary>
    public static (string Before, string After) PlaceParts(FactDocument document)
    {
        var at = document.FlowPlace.IndexOf("{0}", StringComparison.Ordinal);
        return at < 0 ? (document.FlowPlace, "") : (document.FlowPlace[..at], document.FlowPlace[(at + 3)..]);
    }

    /// <summary>Text as JSON, in quotes.</summary>
    public static byte[] JsonText(string text)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) json.WriteStringValue(text);
        return buffer.ToArray();
    }

    /// <summary>A list of terms as a JSON array.</summary>
    public static byte[] JsonList(string joined) => Encoding.UTF8.GetBytes("[" + string.Join(',', joined.Split("; ").Select(term => Encoding.UTF8.GetString(JsonText(term)))) + "]");

    private static void WriteFtsObject(Utf8JsonWriter json, ObjectType type, FlowObject member)
    {
        json.WriteStartObject();
        json.WriteString("type", type.ToString());
        WriteIfAny(json, "id", member.Id);
        WriteIfAny(json, "name", member.Name);
        WriteIfAny(json, "code", member.Code);
        json.WriteString("behavior", member.Behaviour.ToString().ToLowerInvariant());
        WriteList(json, "organizationTypes", member.Kinds);
        WriteList(json, "organizationSubTypes", member.Subkinds);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, string? joined)
    {
        if (joined is null) return;
        json.WriteStartArray(name);
        foreach (var one in joined.Split("; ")) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }
}
