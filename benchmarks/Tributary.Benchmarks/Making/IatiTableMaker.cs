using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tributary.Benchmarks;

/// <summary>Makes the tables of <c>src/Tributary/Validating/Standard/</c> out of the IATI standard's own files: facts alone, none of its sentences.</summary>
/// <param name="standard">A folder for each version, with its schemas, <c>ruleset.json</c>, <c>codelist-rules.json</c> and <c>advisory-definitions.json</c>; beside them <c>orgid-prefixes.json</c>.</param>
internal sealed class IatiTableMaker(string standard)
{
    private static readonly string[] Versions = ["2.01", "2.02", "2.03"];

    private readonly List<string> _sources = ["version,part,stated"];

    /// <summary>Writes all tables into a folder.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var schema = new SchemaTableMaker();
        foreach (var version in Versions) schema.Add(version, Path.Combine(standard, version));
        schema.Write(Path.Combine(folder, "schema.csv"));
        WriteCodes(folder);
        WriteRules(folder);
        WriteReferences(folder);
        var prefixes = Read("orgid-prefixes.json");
        _sources.Add($",prefixes,{prefixes["fileName"]}");
        Lines(folder, "prefixes.csv", ["prefix", .. prefixes["content"]!.AsArray().Select(prefix => prefix!.ToString()).Order(StringComparer.Ordinal)]);
        Lines(folder, "sources.csv", _sources);
    }

    // Codes once for all versions that have the same; and which values are held to them.
    private void WriteCodes(string folder)
    {
        var lists = new Dictionary<(string List, string Codes), List<string>>();
        var uses = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var version in Versions)
        {
            var rules = Read(version, "codelist-rules.json");
            _sources.Add($"{version},codelists,{rules["commitSha"]}");
            foreach (var (path, attributes) in rules["content"]!.AsObject())
            {
                foreach (var (attribute, rule) in attributes!.AsObject())
                {
                    foreach (var (use, list) in Uses(path, attribute, rule!))
                    {
                        Add(uses, use, version);
                        Add(lists, (list["codelist"]!.ToString(), string.Join(' ', list["allowedCodes"]!.AsArray().Select(code => code!.ToString()))), version);
                    }
                }
            }
        }
        Lines(folder, "codes.csv", ["list,versions,codes", .. lists.OrderBy(list => list.Key.List, StringComparer.Ordinal).Select(list => $"{list.Key.List},{string.Join(' ', list.Value)},{list.Key.Codes}")]);
        Lines(folder, "coded.csv", ["versions,path,attribute,linked,default,value,list,id,severity,category", .. uses.Select(use => $"{string.Join(' ', use.Value)},{use.Key}")]);
    }

    private static IEnumerable<(string Use, JsonNode List)> Uses(string path, string attribute, JsonNode rule)
    {
        if (rule["conditions"] is not { } conditions) return [(Use(path, attribute, ",,", rule), rule)];
        return conditions["mapping"]!.AsObject().Select(mapped => (Use(path, attribute, $"{conditions["linkedAttribute"]},{conditions["defaultLink"]},{mapped.Key}", mapped.Value!), mapped.Value!));
    }

    private static string Use(string path, string attribute, string linked, JsonNode list) =>
        $"{path},{attribute},{linked},{list["codelist"]},{list["id"]},{list["severity"]},{list["category"]}";

    // Rules keep the form that publishers know, without the standard's sentences. Versions with the same rules share a file.
    private void WriteRules(string folder)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var version in Versions)
        {
            var ruleset = Read(version, "ruleset.json");
            _sources.Add($"{version},rules,{ruleset["commitSha"]}");
            Strip(ruleset["content"]!);
            Add(files, ruleset["content"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), version);
        }
        foreach (var (rules, versions) in files) File.WriteAllText(Path.Combine(folder, $"rules-{string.Join('-', versions)}.json"), rules + "\n");
    }

    private static void Strip(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Strip(item!);
        }
        if (node is not JsonObject parts) return;
        if (parts["ruleInfo"] is JsonObject info) info.Remove("message");
        foreach (var (_, part) in parts.ToList())
        {
            if (part is not null) Strip(part);
        }
    }

    private void WriteReferences(string folder)
    {
        var references = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var version in Versions)
        {
            foreach (var advisory in JsonNode.Parse(File.ReadAllText(Path.Combine(standard, version, "advisory-definitions.json")))!.AsArray())
                Add(references, $"{advisory!["advisoryXPath"]},{advisory["attributeToTest"]},{advisory["id"]},{advisory["category"]}", version);
        }
        Lines(folder, "references.csv", ["versions,path,attribute,id,category", .. references.Select(reference => $"{string.Join(' ', reference.Value)},{reference.Key}")]);
    }

    private JsonNode Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Path.Combine([standard, .. path])))!;

    private static void Add<TKey>(Dictionary<TKey, List<string>> groups, TKey key, string version) where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var versions)) groups.Add(key, versions = []);
        if (!versions.Contains(version, StringComparer.Ordinal)) versions.Add(version);
    }

    private static void Lines(string folder, string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(folder, name), string.Join('\n', [.. lines, ""]), new UTF8Encoding(false));
}
