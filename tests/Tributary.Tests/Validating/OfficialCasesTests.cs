using System.Text.Json;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>What the IATI validator's own tests expect of its answers, held against ours.</summary>
public sealed class OfficialCasesTests
{
    // Sentences that are not ours on purpose: that a line above 65,537 cannot be told, for we tell it (38); and lines one too low, in files with an empty line before the root (66, 68).
    private static readonly HashSet<int> OtherSentences = [38, 66, 68];

    public static TheoryData<int> Cases() => SharedData.Find("iati/conformance/cases.json") is { } path
        ? [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray().Select(one => one.GetProperty("n").GetInt32())]
        : [0];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Validate_AFileOfTheOfficialTests_AnswersAlike(int number)
    {
        Assert.SkipWhen(number == 0, "shared/data/iati/conformance lies not beside the project");
        var folder = SharedData.Find("iati/conformance")!;
        var one = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json"))).RootElement.EnumerateArray().First(one => one.GetProperty("n").GetInt32() == number);
        var isGrouped = !(one.GetProperty("query").TryGetProperty("group", out var group) && group.GetString() == "false");
        using var file = File.OpenRead(Path.Combine(folder, "files", one.GetProperty("file").GetString()!));
        var report = IatiValidator.Validate(file, null, TestContext.Current.CancellationToken);
        Assert.Empty(Differences(one, report, OfficialAnswer.Of(report, isGrouped), OfficialAnswer.Of(report, isGrouped: false)));
    }

    private static IEnumerable<string> Differences(JsonElement one, ValidationReport report, OfficialAnswer answer, OfficialAnswer flat)
    {
        var expect = one.GetProperty("expect");
        // The other service looks at the schema alone, and always answers 200.
        if (one.GetProperty("endpoint").GetString() == "pub/validate" && expect.GetProperty("status").GetInt32() != answer.Root.GetProperty("status").GetInt32()) yield return $"status {answer.Root.GetProperty("status")}";
        if (expect.TryGetProperty("valid", out var valid) && valid.GetBoolean() != report.IsValid) yield return $"valid {report.IsValid}";
        foreach (var name in new[] { "fileType", "iatiVersion" })
        {
            if (expect.TryGetProperty(name, out var text) && text.GetString() != answer.Root.GetProperty(name).GetString()) yield return $"{name} {answer.Root.GetProperty(name)}";
        }
        foreach (var count in expect.GetProperty("counts").EnumerateObject())
        {
            if (answer.Root.GetProperty("summary").GetProperty(count.Name).GetInt32() != count.Value.GetInt32()) yield return $"{count.Name}: {answer.Root.GetProperty("summary").GetProperty(count.Name)}";
        }
        foreach (var id in expect.GetProperty("ids").EnumerateArray().Where(id => report.Totals.All(total => total.Id != id.GetString()))) yield return $"no {id}";
        foreach (var list in expect.GetProperty("codelists").EnumerateArray().Where(list => report.Findings.All(finding => finding.Codelist != list.GetString()))) yield return $"no codelist {list}";
        foreach (var line in expect.GetProperty("lines").EnumerateArray())
        {
            if (!flat.Says(line, line.GetProperty("line"))) yield return $"line {line}";
        }
        foreach (var context in expect.GetProperty("contextText").EnumerateArray().Where(_ => !OtherSentences.Contains(one.GetProperty("n").GetInt32())))
        {
            if (!(context.TryGetProperty("path", out _) ? flat.Says(context, context.GetProperty("contains")) : answer.Text.Contains(context.GetProperty("contains").GetString()!, StringComparison.Ordinal))) yield return $"context {context}";
        }
    }
}

/// <summary>An answer in the IATI validator's shape, asked by the paths that its tests use.</summary>
internal sealed record OfficialAnswer(string Text, JsonElement Root)
{
    public static OfficialAnswer Of(ValidationReport report, bool isGrouped)
    {
        using var bytes = new MemoryStream();
        IatiReport.Write(bytes, report, isGrouped);
        var text = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        return new OfficialAnswer(text, JsonDocument.Parse(text).RootElement);
    }

    public bool Says(JsonElement asked, JsonElement expected)
    {
        var path = asked.GetProperty("path").GetString()!;
        if (!asked.TryGetProperty("identifier", out var identifier)) return Holds(Find(Root, path), expected);
        var errors = Root.GetProperty("errors").EnumerateArray().Where(error => error.GetProperty("identifier").GetString() == identifier.GetString() && error.GetProperty("id").GetString() == asked.GetProperty("id").GetString()).ToList();
        if (errors.Count == 0) return false;
        var at = path.StartsWith('[') ? int.Parse(path[1..path.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return at < errors.Count && Holds(Find(errors[at], path.StartsWith('[') ? path[(path.IndexOf(']', StringComparison.Ordinal) + 2)..] : path), expected);
    }

    private static bool Holds(JsonElement? found, JsonElement expected) => found is { } value && (expected.ValueKind == JsonValueKind.String
        ? value.ToString().Contains(expected.GetString()!, StringComparison.Ordinal)
        : value.GetRawText() == JsonSerializer.Serialize(expected));

    // Such as context[0].text, or paths.map((path) => path.lineNumber).
    private static JsonElement? Find(JsonElement root, string path)
    {
        const string map = ".map((path) => path.lineNumber)";
        if (path.EndsWith(map, StringComparison.Ordinal))
            return Find(root, path[..^map.Length]) is { } list ? JsonSerializer.SerializeToElement(list.EnumerateArray().Select(item => item.GetProperty("lineNumber").GetInt32())) : null;
        JsonElement? at = root;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at is not { } here) return null;
            if (step[0] == '[') at = int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture) is var index && index < here.GetArrayLength() ? here[index] : null;
            else at = here.TryGetProperty(step, out var inner) ? inner : null;
        }
        return at;
    }
}
