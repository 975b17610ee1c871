using System.Text.Json;

namespace Tributary.Tests.Questions;

/// <summary>FTS's own answers read by plain means: a second road to every figure.</summary>
internal static class RawFlows
{
    /// <summary>The 484 flows of Afghanistan 2020.</summary>
    public static List<JsonElement> OfAfghanistan()
    {
        var folder = SharedData.Find("fts/afghanistan-2020");
        Assert.SkipWhen(folder is null, "the published answers of FTS are not to hand");
        return [.. Directory.GetFiles(folder, "custom-search*.json").Order(StringComparer.Ordinal).SelectMany(page => JsonDocument.Parse(File.ReadAllText(page)).RootElement.GetProperty("data").GetProperty("flows").EnumerateArray())];
    }

    public static decimal Amount(this JsonElement flow) => flow.GetProperty("amountUSD").GetDecimal();

    public static string Text(this JsonElement flow, string field) => flow.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>The names of the objects of a type on a side.</summary>
    public static List<string> Names(this JsonElement flow, string side, string type) => [.. flow.GetProperty(side + "Objects").EnumerateArray()
        .Where(thing => thing.GetProperty("type").GetString() == type && thing.TryGetProperty("id", out _)).Select(thing => thing.GetProperty("name").GetString()!)];

    public static bool IsFunding(this JsonElement flow) => flow.Text("boundary") == "incoming" && flow.Text("onBoundary") == "single" && flow.Text("status") != "pledge";
}
